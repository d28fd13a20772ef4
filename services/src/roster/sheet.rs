//! A file as rows of texts, whichever kind of file it is.

use csv::{ByteRecord, ReaderBuilder};
use domain::roster::{Mistake, Reason};

use super::xlsx;

/// Most rows of a file.
pub(super) const ROWS: usize = 100_000;
/// Most columns that are looked at.
pub(super) const COLUMNS: usize = 200;

/// The rows that have anything in them, each with its number in the file.
pub(crate) type Rows = Vec<(u32, Vec<String>)>;

/// Reads CSV (UTF-8 with or without byte order mark, any line ends, commas or, as spreadsheets in Spanish write, semicolons,
/// or tabs) or the first sheet of an XLSX file.
///
/// # Errors
/// Why it is neither.
pub(crate) fn rows(bytes: &[u8]) -> Result<Rows, Mistake> {
    // XLSX is a ZIP archive; the older XLS and what else an office writes begin otherwise and hold zeros, which text never does.
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        xlsx::rows(bytes)?
    } else if bytes.iter().take(4096).any(|byte| *byte == 0) {
        return Err(Mistake { line: 1, column: None, reason: Reason::NotASheet });
    } else {
        csv(bytes)?
    };
    if rows.is_empty() {
        return Err(Mistake { line: 1, column: None, reason: Reason::Empty });
    }
    Ok(rows)
}

pub(super) fn too_many(line: u32) -> Mistake {
    Mistake { line, column: None, reason: Reason::TooManyRows(u32::try_from(ROWS).unwrap_or(u32::MAX)) }
}

fn csv(bytes: &[u8]) -> Result<Rows, Mistake> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = Lines::new(bytes).at(error.valid_up_to());
        Mistake { line, column: None, reason: Reason::NotUtf8 }
    })?;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(bytes);
    let mut lines = Lines::new(bytes);
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    // The reader works on memory that was found to be UTF-8: it has no way to fail but the end.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.of_record(usize::try_from(start).unwrap_or(0));
        if rows.len() > ROWS {
            return Err(too_many(line));
        }
        rows.push((line, record.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect()));
    }
    Ok(rows)
}

/// What parts the fields: whichever of the three stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|mark| count(*mark))
        .filter(|mark| count(*mark) > 0)
        .unwrap_or(b',')
}

/// Counts lines while reading forward. The CSV reader's own count stands before the line end that it has yet to pass.
struct Lines<'a> {
    bytes: &'a [u8],
    passed: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, passed: 0, line: 1 }
    }

    /// The line that the byte at `place` is in.
    fn at(&mut self, place: usize) -> u32 {
        let ends =
            |(i, byte): (usize, &u8)| *byte == b'\n' || (*byte == b'\r' && self.bytes.get(i + 1) != Some(&b'\n'));
        let place = place.min(self.bytes.len());
        let more = (self.passed..place)
            .filter_map(|i| self.bytes.get(i).map(|byte| (i, byte)))
            .filter(|pair| ends(*pair))
            .count();
        self.line += u32::try_from(more).unwrap_or(u32::MAX);
        self.passed = self.passed.max(place);
        self.line
    }

    /// The line that the record found from `start` on begins in.
    fn of_record(&mut self, start: usize) -> u32 {
        let skipped = self.bytes.iter().skip(start).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.at(start + skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_the_fields_is_seen() {
        assert_eq!(delimiter("a,b,c"), b',');
        assert_eq!(delimiter("a;b;c"), b';');
        assert_eq!(delimiter("a\tb"), b'\t');
        assert_eq!(delimiter("Nombre, y apellido;Correo;Sexo"), b';');
        assert_eq!(delimiter("Nombre"), b',');
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        let reason = |bytes: &[u8]| rows(bytes).unwrap_err().reason;
        assert_eq!(reason(b""), Reason::Empty);
        assert_eq!(reason(b"PK\x03\x04 not an archive"), Reason::NotASheet);
        assert_eq!(reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), Reason::NotASheet);
        assert_eq!(reason(b"Nombre\nJos\xe9\n"), Reason::NotUtf8);
    }
}

//! From bytes to checked rows.

use csv::{ByteRecord, ReaderBuilder};
use domain::roster::{Entry, Header, Mistake, Reason, Rules, find_repeated};

/// Reads a whole file: UTF-8 with or without byte order mark, any line ends, commas or (as spreadsheets in Spanish write)
/// semicolons. Lines without anything in them are passed over.
pub(super) fn read(bytes: &[u8], rules: &Rules<'_>) -> Result<Vec<Entry>, Vec<Mistake>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = Lines::new(bytes).at(error.valid_up_to());
        vec![Mistake { line, column: None, reason: Reason::NotUtf8 }]
    })?;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(bytes);
    let mut lines = Lines::new(bytes);
    let mut header: Option<Header> = None;
    let (mut entries, mut mistakes) = (Vec::new(), Vec::new());
    let mut record = ByteRecord::new();
    // The reader works on memory that was found to be UTF-8: it has no way to fail but the end.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.of_record(usize::try_from(start).unwrap_or(0));
        let fields: Vec<&str> = record.iter().map(|field| std::str::from_utf8(field).unwrap_or_default()).collect();
        let Some(header) = &header else {
            header = Some(Header::read(fields)?);
            continue;
        };
        match rules.read(header, line, &fields) {
            Ok(entry) => entries.push(entry),
            Err(wrong) => mistakes.extend(wrong),
        }
    }
    if header.is_none() {
        return Err(vec![Mistake { line: 1, column: None, reason: Reason::Empty }]);
    }
    mistakes.extend(find_repeated(&entries));
    if mistakes.is_empty() {
        return Ok(entries);
    }
    mistakes.sort_by_key(|mistake| mistake.line);
    Err(mistakes)
}

fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    if first.contains(';') && !first.contains(',') { b';' } else { b',' }
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

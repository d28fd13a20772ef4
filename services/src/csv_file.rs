//! Files for spreadsheets: UTF-8 with a byte order mark (without it accents are mangled), commas, every field quoted, and no
//! text that a spreadsheet would run as a formula.

use crate::error::{Error, Result};

/// Tells spreadsheets that a file is UTF-8.
pub(crate) const MARK: char = '\u{feff}';

pub(crate) struct CsvFile {
    writer: ::csv::Writer<Vec<u8>>,
    plain: bool,
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::other("a CSV file", error)
}

/// A text that begins like a formula stays a text.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '@', '\t', '\r'])
        || (text.starts_with('-') && text.parse::<f64>().is_err() && text.len() > 1);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn writer(plain: bool) -> ::csv::Writer<Vec<u8>> {
    let mut builder = ::csv::WriterBuilder::new();
    if !plain {
        builder.quote_style(::csv::QuoteStyle::Always).terminator(::csv::Terminator::CRLF);
    }
    builder.from_writer(Vec::new())
}

impl CsvFile {
    pub fn new() -> Self {
        Self { writer: writer(false), plain: false }
    }

    /// For programs: as it is, with quotes only where they must be.
    pub fn plain() -> Self {
        Self { writer: writer(true), plain: true }
    }

    pub fn row<T: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = T>) -> Result<()> {
        if self.plain {
            for field in fields {
                self.writer.write_field(field.as_ref()).map_err(broken)?;
            }
        } else {
            for field in fields {
                self.writer.write_field(harmless(field.as_ref())).map_err(broken)?;
            }
        }
        self.writer.write_record(None::<&[u8]>).map_err(broken)
    }

    /// What was written since the last time, without a mark: a long file is taken away some rows at a time.
    pub fn taken(&mut self) -> Result<Vec<u8>> {
        let whole = std::mem::replace(&mut self.writer, writer(self.plain));
        whole.into_inner().map_err(|error| broken(error.into_error()))
    }

    /// The whole file, with its mark.
    pub fn finish(mut self) -> Result<String> {
        let text = String::from_utf8(self.taken()?).map_err(broken)?;
        Ok(format!("{MARK}{text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_a_formula_and_numbers_stay_numbers() {
        let mut file = CsvFile::new();
        file.row(["=1+1", "-3.5", "-", "@x", "Peña, Ana"]).unwrap();
        assert_eq!(file.finish().unwrap(), "\u{feff}\"'=1+1\",\"-3.5\",\"-\",\"'@x\",\"Peña, Ana\"\r\n");
    }

    #[test]
    fn a_file_is_the_same_when_it_is_taken_away_in_parts() {
        let mut file = CsvFile::plain();
        file.row(["a", "b, c"]).unwrap();
        let mut parts = file.taken().unwrap();
        file.row(["d", "=e"]).unwrap();
        parts.extend(file.taken().unwrap());
        assert_eq!(String::from_utf8(parts).unwrap(), "a,\"b, c\"\nd,=e\n");
    }
}

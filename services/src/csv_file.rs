//! Files for spreadsheets: UTF-8 with a byte order mark (without it accents are mangled), commas, every field quoted, and no
//! text that a spreadsheet would run as a formula.

use crate::error::{Error, Result};

pub(crate) struct CsvFile(::csv::Writer<Vec<u8>>);

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::other("a CSV file", error)
}

/// A text that begins like a formula stays a text.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '@', '\t', '\r'])
        || (text.starts_with('-') && text.parse::<f64>().is_err() && text.len() > 1);
    if formula { format!("'{text}") } else { text.to_owned() }
}

impl CsvFile {
    pub fn new() -> Self {
        let writer = ::csv::WriterBuilder::new()
            .quote_style(::csv::QuoteStyle::Always)
            .terminator(::csv::Terminator::CRLF)
            .from_writer(Vec::new());
        Self(writer)
    }

    pub fn row<T: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = T>) -> Result<()> {
        let fields: Vec<String> = fields.into_iter().map(|field| harmless(field.as_ref())).collect();
        self.0.write_record(fields).map_err(broken)
    }

    pub fn finish(self) -> Result<String> {
        let bytes = self.0.into_inner().map_err(|error| broken(error.into_error()))?;
        let text = String::from_utf8(bytes).map_err(broken)?;
        Ok(format!("\u{feff}{text}"))
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
}

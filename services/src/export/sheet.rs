//! A long table that is written some rows at a time, so that no more of it than that is in memory.

use std::future::Future;
use std::io::Write;

use crate::csv_file::{CsvFile, MARK};
use crate::error::{Error, Result};

/// Rows that are handed over at once.
const ROWS: u64 = 5_000;

/// Where a table goes.
pub(crate) trait Sink: Send {
    /// How many rows there will be, told before the first.
    fn expect(&mut self, rows: u64);

    /// Some more of the file, with so many more rows in it.
    fn take(&mut self, bytes: Vec<u8>, rows: u64) -> impl Future<Output = Result<()>> + Send;
}

/// A sink that writes at once, for the command line.
pub(crate) struct Written<W>(pub W);

impl<W: Write + Send> Sink for Written<W> {
    fn expect(&mut self, _: u64) {}

    async fn take(&mut self, bytes: Vec<u8>, _: u64) -> Result<()> {
        self.0.write_all(&bytes).and_then(|()| self.0.flush()).map_err(|error| Error::other("a file", error))
    }
}

/// The table on its way into a sink.
pub(crate) struct Sheet<'a, S> {
    sink: &'a mut S,
    file: CsvFile,
    /// Rows since the last that were handed over, and all.
    waiting: u64,
    rows: u64,
    marked: bool,
}

impl<'a, S: Sink> Sheet<'a, S> {
    /// For spreadsheets.
    pub fn new(sink: &'a mut S) -> Self {
        Self { sink, file: CsvFile::new(), waiting: 0, rows: 0, marked: false }
    }

    /// For programs: no mark, no quotes but where they must be.
    pub fn plain(sink: &'a mut S) -> Self {
        Self { sink, file: CsvFile::plain(), waiting: 0, rows: 0, marked: true }
    }

    /// The names of the columns.
    pub fn head<T: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = T>) -> Result<()> {
        self.file.row(fields)
    }

    pub async fn row<T: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = T>) -> Result<()> {
        self.file.row(fields)?;
        self.waiting += 1;
        if self.waiting >= ROWS { self.hand_over().await } else { Ok(()) }
    }

    /// Hands over the rest. Gives the number of rows.
    pub async fn finish(mut self) -> Result<u64> {
        self.hand_over().await?;
        Ok(self.rows)
    }

    async fn hand_over(&mut self) -> Result<()> {
        let mut bytes = self.file.taken()?;
        if !self.marked {
            bytes.splice(0..0, MARK.to_string().into_bytes());
            self.marked = true;
        }
        let rows = std::mem::take(&mut self.waiting);
        self.rows += rows;
        self.sink.take(bytes, rows).await
    }
}

//! What is wrong with a course's files: collected, so that an author hears of everything at once.

/// Mistakes in the files of one course, each with its file (below the course's folder) and line (from 1).
#[derive(Debug, Default)]
pub(crate) struct Mistakes(Vec<(String, usize, String)>);

impl Mistakes {
    /// Notes what is wrong in `file` at `line`, and how to mend it.
    pub(super) fn note(&mut self, file: &str, line: usize, text: impl Into<String>) {
        self.0.push((file.to_owned(), line.max(1), text.into()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// File, line and text, in the order of files and lines.
    pub(crate) fn into_parts(mut self) -> Vec<(String, usize, String)> {
        self.0.sort();
        self.0.dedup();
        self.0
    }

    /// As `file:line: text`, with the course's folder before each file.
    pub(super) fn into_lines(self, folder: &str) -> Vec<String> {
        let parts = self.into_parts().into_iter();
        parts.map(|(file, line, text)| format!("{folder}/{file}:{line}: {text}")).collect()
    }
}

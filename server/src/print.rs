//! What the command line says. A closed pipe is not an error worth a word.

use std::io::Write as _;

/// A line of the answer.
pub fn out(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A line about how it went.
pub fn err(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

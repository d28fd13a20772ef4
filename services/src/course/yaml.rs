//! YAML with its mistakes: unknown keys and wrong values are all found, not only the first.

use serde::de::DeserializeOwned;
use serde_saphyr::Spanned;

use super::mistakes::Mistakes;

/// Gives up looking for further mistakes in one document after so many.
const ENOUGH: usize = 50;

/// A YAML text and where it stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Yaml<'a> {
    pub file: &'a str,
    pub text: &'a str,
    /// Lines of the file before the YAML's first.
    pub before: usize,
}

/// What could be read, and whether all of it could: of a document with wrong lines, nothing is called missing.
#[derive(Debug)]
pub(super) struct Read<T> {
    pub value: T,
    pub sound: bool,
}

/// Reads a document. The parser stops at its first mistake, so the line at fault is taken out and the rest read again.
pub(super) fn read<T: DeserializeOwned + Default>(yaml: Yaml<'_>, mistakes: &mut Mistakes) -> Read<T> {
    let mut lines: Vec<&str> = yaml.text.lines().collect();
    for attempt in 0..ENOUGH {
        let text = lines.join("\n");
        if text.trim().is_empty() {
            return Read { value: T::default(), sound: attempt == 0 };
        }
        let options = serde_saphyr::options! { with_snippet: false };
        let error = match serde_saphyr::from_str_with_options::<T>(&text, options) {
            Ok(value) => return Read { value, sound: attempt == 0 },
            Err(error) => error,
        };
        let line = error.location().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1)).max(1);
        mistakes.note(yaml.file, yaml.before + line, words(&error));
        if !is_about_a_value(&error) || !take_out(&mut lines, line - 1) {
            break;
        }
    }
    Read { value: T::default(), sound: false }
}

fn words(error: &serde_saphyr::Error) -> String {
    match error.without_snippet() {
        serde_saphyr::Error::SerdeUnknownField { field, expected, .. } => {
            format!("unknown key `{field}`; the keys here are {}", expected.join(", "))
        }
        serde_saphyr::Error::SerdeUnknownVariant { variant, expected, .. } => {
            format!("unknown word `{variant}`; the words here are {}", expected.join(", "))
        }
        serde_saphyr::Error::DuplicateMappingKey { .. } => "this key stands here twice; keep one".to_owned(),
        serde_saphyr::Error::InvalidScalar { .. } => "a whole number is expected here".to_owned(),
        other => {
            // The parser counts lines from the front matter's own start; the message must not name a second line.
            let text = other.to_string().replace('\n', " ");
            let text = text.split(" at line ").next().unwrap_or_default().trim();
            format!(
                "not the YAML that is expected here: {text} (a text with a colon or a # in it needs quotation marks)"
            )
        }
    }
}

/// Whether the document's shape is fine and only something in it is not, so that reading on makes sense.
fn is_about_a_value(error: &serde_saphyr::Error) -> bool {
    use serde_saphyr::Error as E;
    matches!(
        error.without_snippet(),
        E::SerdeUnknownField { .. }
            | E::SerdeInvalidType { .. }
            | E::SerdeInvalidValue { .. }
            | E::SerdeUnknownVariant { .. }
            | E::DuplicateMappingKey { .. }
            | E::InvalidScalar { .. }
            | E::Unexpected { .. }
            | E::NullIntoString { .. }
            | E::QuotingRequired { .. }
    )
}

/// Empties the line and what belongs to it (the deeper lines after it). False when that changes nothing.
fn take_out(lines: &mut [&str], place: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let Some(first) = lines.get(place).copied().filter(|line| !line.trim().is_empty()) else { return false };
    // A list's item begins with the line; without it the item's other keys would hang in the air.
    if first.trim_start().starts_with("- ") && first.contains(':') {
        return false;
    }
    let depth = indent(first);
    for (after, line) in lines.iter_mut().skip(place).enumerate() {
        let list_of_key = line.starts_with('-') || line.trim_start().starts_with("- ") && indent(line) > depth;
        if after > 0 && !line.trim().is_empty() && indent(line) <= depth && !list_of_key {
            break;
        }
        *line = "";
    }
    true
}

/// The line of a value in its file.
pub(super) fn line<T>(value: &Spanned<T>, before: usize) -> usize {
    before + usize::try_from(value.referenced.line()).unwrap_or(1).max(1)
}

/// A Markdown file with its front matter cut off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts<'a> {
    pub front: Yaml<'a>,
    pub body: &'a str,
    /// The body's first line in the file, from 1.
    pub body_line: usize,
}

/// Cuts a file at the lines `---`.
pub(super) fn split<'a>(file: &'a str, text: &'a str, mistakes: &mut Mistakes) -> Option<Parts<'a>> {
    let Some(rest) = text.strip_prefix("---\n") else {
        mistakes.note(file, 1, "no front matter: the file begins with a line `---`, its keys, and a line `---`");
        return None;
    };
    let mut at = 0;
    for (count, line) in rest.split_inclusive('\n').enumerate() {
        if line.trim_end() == "---" {
            let (front, body) = (rest.get(..at)?, rest.get(at + line.len()..)?);
            return Some(Parts { front: Yaml { file, text: front, before: 1 }, body, body_line: count + 3 });
        }
        at += line.len();
    }
    mistakes.note(file, 1, "the front matter has no end: put a line `---` after its keys");
    None
}

/// A text that must be there and not be blank.
pub(super) fn text(
    yaml: Yaml<'_>,
    sound: bool,
    key: &str,
    value: Option<&Spanned<String>>,
    mistakes: &mut Mistakes,
) -> String {
    match value {
        Some(value) if value.value.trim().is_empty() => {
            mistakes.note(yaml.file, line(value, yaml.before), format!("`{key}` is empty; write a text"));
            String::new()
        }
        Some(value) => value.value.trim().to_owned(),
        None => {
            if sound {
                mistakes.note(yaml.file, yaml.before.max(1), format!("`{key}` is missing; write `{key}: …`"));
            }
            String::new()
        }
    }
}

/// A whole number within bounds; None when it is absent or wrong (which is noted).
pub(super) fn number(
    yaml: Yaml<'_>,
    key: &str,
    value: Option<&Spanned<i64>>,
    from: i64,
    to: i64,
    mistakes: &mut Mistakes,
) -> Option<u16> {
    let value = value?;
    if (from..=to).contains(&value.value) {
        return u16::try_from(value.value).ok();
    }
    mistakes.note(
        yaml.file,
        line(value, yaml.before),
        format!("`{key}` is {}; it must be from {from} to {to}", value.value),
    );
    None
}

/// A word of a closed list; None when it is absent or unknown (which is noted).
pub(super) fn word<T: Copy + std::str::FromStr + std::fmt::Display>(
    yaml: Yaml<'_>,
    key: &str,
    value: Option<&Spanned<String>>,
    all: &[T],
    mistakes: &mut Mistakes,
) -> Option<T> {
    let value = value?;
    let read = value.value.parse().ok();
    if read.is_none() {
        let known: Vec<_> = all.iter().map(ToString::to_string).collect();
        mistakes.note(
            yaml.file,
            line(value, yaml.before),
            format!("`{key}` is `{}`; use {}", value.value, known.join(", ")),
        );
    }
    read
}

/// Whether a text can stand in an address: small letters, digits, hyphens.
pub(crate) fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

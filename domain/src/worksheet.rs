//! Worksheets: fields to fill in, keep and print.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::course::WorksheetField;
use crate::error::{Code, Refusal, Wrong};

/// The most characters of one field.
pub const FIELD_MAX: usize = 10_000;

/// What was written, by the field's key.
pub type Filled = BTreeMap<String, String>;

/// A worksheet as its learner meets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetView {
    pub fields: Vec<FieldView>,
    pub saved_at: Option<DateTime<Utc>>,
    /// Names what is stored: a form that was made from something else is told so.
    pub seen: String,
    /// Whether it may be changed now.
    pub open: bool,
}

/// A field in the reader's language, with what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub key: String,
    pub label: String,
    pub hint: String,
    pub rows: u8,
    pub text: String,
}

/// Checks what was typed. With `done`, at least one field must hold something.
///
/// # Errors
/// `AnswerForeign` for a field that the worksheet lacks, `Invalid` naming `answers-<key>` (`TooLong`), `WorksheetEmpty`.
pub fn check(fields: &[WorksheetField], typed: &Filled, done: bool) -> Result<Filled, Refusal> {
    if typed.keys().any(|key| !fields.iter().any(|field| field.key == *key)) {
        return Err(Code::AnswerForeign.into());
    }
    let mut wrong = Wrong::default();
    let mut kept = Filled::new();
    for (key, text) in typed {
        // Browsers send the ends of lines their own way.
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().count() > FIELD_MAX {
            wrong.note(&format!("answers-{key}"), Code::TooLong);
        }
        if !text.is_empty() {
            kept.insert(key.clone(), text.to_owned());
        }
    }
    wrong.done()?;
    if done && kept.is_empty() {
        return Err(Code::WorksheetEmpty.into());
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Words;

    #[test]
    fn one_field_is_enough_and_none_is_not() {
        let field =
            |key: &str| WorksheetField { key: key.into(), label: Words::default(), hint: Words::default(), rows: 3 };
        let fields = [field("problem"), field("causes")];
        let typed =
            |text: &str| Filled::from([("problem".to_owned(), text.to_owned()), ("causes".to_owned(), " ".into())]);
        assert_eq!(check(&fields, &typed("a\r\nb "), true).unwrap(), Filled::from([("problem".into(), "a\nb".into())]));
        assert_eq!(check(&fields, &typed(""), true).unwrap_err().code, Code::WorksheetEmpty);
        assert!(check(&fields, &typed(""), false).unwrap().is_empty(), "an empty one may be saved");
        let refused = check(&fields, &typed(&"x".repeat(FIELD_MAX + 1)), false).unwrap_err();
        assert_eq!(refused.fields, [("answers-problem".to_owned(), Code::TooLong)]);
        let foreign = Filled::from([("other".to_owned(), String::new())]);
        assert_eq!(check(&fields, &foreign, false).unwrap_err().code, Code::AnswerForeign);
    }
}

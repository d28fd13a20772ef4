//! YAML of drafts: read as values, written so that people can go on with it by hand.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// A document; None when it is none of this form.
pub(super) fn read<T: DeserializeOwned + Default>(text: &str) -> Option<T> {
    if text.trim().is_empty() {
        return Some(T::default());
    }
    serde_saphyr::from_str_with_options(text, serde_saphyr::options! { with_snippet: false }).ok()
}

/// A value without quotation marks around it.
pub(super) fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A text as a value: in quotation marks where YAML would read something else.
pub(super) fn text(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || " .;()'-/".contains(c))
        && !text.ends_with(' ')
        && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(&text.to_lowercase().as_str());
    // JSON's quotation is YAML's.
    if plain { text.to_owned() } else { Value::from(text).to_string() }
}

/// A value on one line.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::Object(map) => pairs(map.iter().collect()),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::String(word) => text(word),
        other => other.to_string(),
    }
}

/// A map on one line.
pub(super) fn pairs(pairs: Vec<(&String, &Value)>) -> String {
    if pairs.is_empty() {
        return "{}".to_owned();
    }
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}: {}", flow(value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_they_were_written() {
        for text in [
            "Plain words",
            "With: colon",
            "yes",
            "12",
            "# no comment",
            "«Género» \"y\" más",
            "- dash",
            "a\nb",
            " x",
            "{a}",
            "'",
            "ends #",
        ] {
            let written = format!("title: {}\n", super::text(text));
            let map: serde_json::Map<String, Value> = read(&written).unwrap();
            assert_eq!(map["title"], Value::from(text), "{written}");
        }
        assert_eq!(text("Plain words"), "Plain words");
    }
}

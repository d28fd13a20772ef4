//! Front matter.

use domain::draft::{Part, PartKind};
use domain::language::Language;
use serde_json::{Map, Value};

use crate::draft::yaml;

/// The fields that are written, in their order; None of a kind means that the file says no `kind`.
fn own(kind: PartKind) -> (Option<&'static str>, &'static [&'static str]) {
    match kind {
        PartKind::About => (None, &["title", "short_title", "summary", "audience"]),
        PartKind::Worksheet => (Some("worksheet"), &["title", "minutes"]),
        PartKind::Assignment => (Some("assignment"), &["title", "minutes", "week", "pass", "weight"]),
        PartKind::Lesson => (None, &["title", "minutes"]),
        _ => (None, &["title"]),
    }
}

fn is_text(kind: PartKind, name: &str) -> bool {
    kind.shape().texts.iter().any(|field| field.name == name)
}

/// What the front matter says; None when it says something else.
pub(super) fn read(kind: PartKind, language: Language, front: &str) -> Option<Part> {
    let mut map: Map<String, Value> = yaml::read(front)?;
    let mut part = Part::default();
    let (word, names) = own(kind);
    match map.remove("kind") {
        Some(found) if Some(yaml::word(&found).as_str()) == word => {}
        Some(found) if kind == PartKind::Lesson && yaml::word(&found) == "lesson" => {}
        Some(_) => return None,
        None if word.is_some() => return None,
        None => {}
    }
    for name in names {
        let Some(value) = map.remove(*name) else { continue };
        if value.is_object() || value.is_array() {
            return None;
        }
        set(&mut part, kind, language, name, &yaml::word(&value));
    }
    match kind {
        PartKind::About => {
            let objectives = list(map.remove("objectives"))?;
            part.say(language, "objectives", &objectives.iter().map(yaml::word).collect::<Vec<_>>().join("\n"));
            let Value::Object(titles) = map.remove("modules").unwrap_or_else(|| Value::Object(Map::new())) else {
                return None;
            };
            part.parts = titles
                .iter()
                .map(|(key, title)| {
                    let mut module = Part::default();
                    module.share("key", key);
                    module.say(language, "title", &yaml::word(title));
                    module
                })
                .collect();
        }
        PartKind::Worksheet => part.parts = items(PartKind::Blank, language, map.remove("fields"))?,
        PartKind::Assignment => {
            if let Some(files) = map.remove("files") {
                let Value::Object(mut files) = files else { return None };
                for name in ["most", "megabytes"] {
                    part.share(
                        &format!("files-{name}"),
                        &files.remove(name).map(|value| yaml::word(&value)).unwrap_or_default(),
                    );
                }
                let kinds = list(files.remove("kinds"))?;
                part.share("files-kinds", &kinds.iter().map(yaml::word).collect::<Vec<_>>().join(" "));
            }
            part.parts = items(PartKind::Criterion, language, map.remove("rubric"))?;
        }
        _ => {}
    }
    map.is_empty().then_some(part)
}

fn set(part: &mut Part, kind: PartKind, language: Language, name: &str, value: &str) {
    if is_text(kind, name) {
        part.say(language, name, value);
    } else {
        part.share(name, value);
    }
}

fn list(value: Option<Value>) -> Option<Vec<Value>> {
    match value {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::Array(items)) => Some(items),
        Some(_) => None,
    }
}

/// The items of a list: fields, criteria, levels.
fn items(kind: PartKind, language: Language, value: Option<Value>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for item in list(value)? {
        let Value::Object(mut map) = item else { return None };
        let mut part = Part::default();
        if kind == PartKind::Criterion {
            part.parts = items(PartKind::Level, language, map.remove("levels"))?;
        }
        for (name, value) in map {
            let known = kind.shape().shared.iter().chain(kind.shape().texts).any(|field| field.name == name);
            if !known {
                return None;
            }
            set(&mut part, kind, language, &name, &yaml::word(&value));
        }
        parts.push(part);
    }
    Some(parts)
}

/// The front matter, with a line feed at its end.
pub(super) fn write(kind: PartKind, language: Language, part: &Part) -> String {
    let mut out = String::new();
    let (word, names) = own(kind);
    if let Some(word) = word {
        out.push_str(&format!("kind: {word}\n"));
    }
    for name in names {
        line(&mut out, "", kind, language, part, name);
    }
    match kind {
        PartKind::About => about(&mut out, language, part),
        PartKind::Worksheet if !part.parts.is_empty() => {
            out.push_str("fields:\n");
            for blank in &part.parts {
                out.push_str(&format!("  - key: {}\n", yaml::text(blank.shared("key"))));
                for name in ["label", "hint", "rows"] {
                    line(&mut out, "    ", PartKind::Blank, language, blank, name);
                }
            }
        }
        PartKind::Assignment => assignment(&mut out, language, part),
        _ => {}
    }
    out
}

fn line(out: &mut String, before: &str, kind: PartKind, language: Language, part: &Part, name: &str) {
    let text = if is_text(kind, name) { part.text(language, name) } else { part.shared(name) };
    if !text.is_empty() {
        let number = !is_text(kind, name) && text.parse::<u32>().is_ok();
        let value = if number { text.to_owned() } else { yaml::text(text) };
        out.push_str(&format!("{before}{name}: {value}\n"));
    }
}

fn about(out: &mut String, language: Language, part: &Part) {
    let objectives: Vec<&str> =
        part.text(language, "objectives").lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !objectives.is_empty() {
        out.push_str("objectives:\n");
        out.extend(objectives.into_iter().map(|objective| format!("  - {}\n", yaml::text(objective))));
    }
    let titles: Vec<(&str, &str)> = part
        .parts
        .iter()
        .map(|module| (module.shared("key"), module.text(language, "title")))
        .filter(|(_, title)| !title.is_empty())
        .collect();
    if !titles.is_empty() {
        out.push_str("modules:\n");
        out.extend(titles.into_iter().map(|(key, title)| format!("  {key}: {}\n", yaml::text(title))));
    }
}

fn assignment(out: &mut String, language: Language, part: &Part) {
    let (most, size) = (part.shared("files-most"), part.shared("files-megabytes"));
    let kinds: Vec<&str> = part
        .shared("files-kinds")
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|kind| !kind.is_empty())
        .collect();
    let mut files = Vec::new();
    for (name, value) in [("most", most), ("megabytes", size)] {
        if !value.is_empty() {
            files.push(format!("{name}: {value}"));
        }
    }
    if !kinds.is_empty() {
        files.push(format!("kinds: [{}]", kinds.join(", ")));
    }
    if !files.is_empty() {
        out.push_str(&format!("files: {{ {} }}\n", files.join(", ")));
    }
    if part.parts.is_empty() {
        return;
    }
    out.push_str("rubric:\n");
    for criterion in &part.parts {
        out.push_str(&format!("  - key: {}\n", yaml::text(criterion.shared("key"))));
        line(out, "    ", PartKind::Criterion, language, criterion, "title");
        if !criterion.parts.is_empty() {
            out.push_str("    levels:\n");
        }
        for level in &criterion.parts {
            let mut pairs = Vec::new();
            if !level.shared("points").is_empty() {
                pairs.push(format!("points: {}", level.shared("points")));
            }
            if !level.text(language, "text").is_empty() {
                pairs.push(format!("text: {}", Value::from(level.text(language, "text"))));
            }
            out.push_str(&format!("      - {{ {} }}\n", pairs.join(", ")));
        }
    }
}

//! Questions, terms: blocks under their headings.

use domain::draft::{Part, PartKind};
use domain::language::Language;
use domain::quiz::QuestionKind;

/// The blocks of a body; None when something stands where nothing should.
pub(in crate::draft) fn read(kind: PartKind, language: Language, body: &str) -> Option<Vec<Part>> {
    let mut blocks: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in body.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push((heading.trim(), Vec::new()));
        } else if let Some((_, lines)) = blocks.last_mut() {
            lines.push(line);
        } else if !line.trim().is_empty() {
            return None;
        }
    }
    blocks
        .into_iter()
        .map(|(heading, lines)| match kind {
            PartKind::Term => term(language, heading, &lines),
            PartKind::SurveyQuestion => survey_question(language, heading, &lines),
            _ => question(language, heading, &lines),
        })
        .collect()
}

fn text_of(lines: &[&str]) -> String {
    lines.join("\n").trim_matches('\n').trim_end().to_owned()
}

fn term(language: Language, heading: &str, lines: &[&str]) -> Option<Part> {
    let (key, title) = heading.split_once(':')?;
    let mut part = Part::default();
    part.share("key", key);
    part.say(language, "title", title.trim());
    part.say(language, "body", &text_of(lines));
    Some(part)
}

/// The key and what stands in the brackets.
fn said(heading: &str) -> Option<(&str, &str)> {
    let (key, said) = heading.strip_suffix(')')?.rsplit_once('(')?;
    Some((key.trim(), said.trim()))
}

fn survey_question(language: Language, heading: &str, lines: &[&str]) -> Option<Part> {
    let (key, kind) = said(heading)?;
    let mut part = Part::default();
    part.share("key", key);
    part.share("kind", kind);
    let choice = kind == "choice";
    let (options, text): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| choice && line.starts_with("- "));
    part.say(language, "text", &text_of(&text));
    for option in options {
        let mut one = Part::default();
        one.say(language, "text", option.trim_start_matches("- ").trim());
        part.parts.push(one);
    }
    Some(part)
}

fn question(language: Language, heading: &str, lines: &[&str]) -> Option<Part> {
    let (key, said) = said(heading)?;
    let (kind, objective) = said.split_once(',').unwrap_or((said, ""));
    let kind: QuestionKind = kind.trim().parse().ok()?;
    let mut part = Part::default();
    part.share("key", key);
    part.share("kind", kind.as_str());
    part.share("objective", objective.trim().trim_start_matches("objective"));
    let first = lines.iter().position(|line| marked(line).is_some()).unwrap_or(lines.len());
    let (text, list) = lines.split_at(first);
    part.say(language, "text", &text_of(text));
    let mut other = false;
    for line in list {
        if let Some((right, text)) = marked(line) {
            other = kind.is_typed() && !right && text == "*";
            if !other {
                part.parts.push(option(language, kind, right, text));
            }
            continue;
        }
        let Some(feedback) = line.trim().strip_prefix('>') else {
            if line.trim().is_empty() {
                continue;
            }
            return None;
        };
        let (of, name) = if other { (&mut part, "other") } else { (part.parts.last_mut()?, "feedback") };
        let whole = format!("{} {}", of.text(language, name), feedback.trim());
        of.say(language, name, whole.trim());
    }
    Some(part)
}

fn option(language: Language, kind: QuestionKind, right: bool, text: &str) -> Part {
    let mut part = Part::default();
    if kind.is_choice() && right {
        part.share("right", "1");
    }
    let (text, with) = match text.split_once("=>") {
        Some((left, with)) if kind == QuestionKind::Matching => (left.trim(), with.trim()),
        _ => (text, ""),
    };
    part.say(language, "text", text);
    part.say(language, "with", with);
    part
}

fn marked(line: &str) -> Option<(bool, &str)> {
    let (mark, text) = line.strip_prefix("- [")?.split_once(']')?;
    match mark {
        " " | "" => Some((false, text.trim())),
        "x" | "X" => Some((true, text.trim())),
        _ => None,
    }
}

/// The blocks of a body. Those that say nothing in the language are left out: there the check finds them missing.
pub(in crate::draft) fn write(kind: PartKind, language: Language, parts: &[Part]) -> String {
    let blocks = parts.iter().filter(|part| part.speaks(language)).map(|part| match kind {
        PartKind::Term => {
            format!(
                "## {}: {}\n{}\n",
                part.shared("key"),
                part.text(language, "title"),
                escaped(part.text(language, "body"), "")
            )
        }
        PartKind::SurveyQuestion => write_survey_question(language, part),
        _ => write_question(language, part),
    });
    blocks.collect::<Vec<_>>().join("\n")
}

/// A text in which no line begins a block or an option of its own.
fn escaped(text: &str, mark: &str) -> String {
    let safe = |line: &str| {
        if line.starts_with("## ") || (!mark.is_empty() && line.starts_with(mark)) {
            format!("\\{line}")
        } else {
            line.to_owned()
        }
    };
    text.lines().map(safe).collect::<Vec<_>>().join("\n")
}

fn write_survey_question(language: Language, part: &Part) -> String {
    let kind = part.shared("kind");
    let mark = if kind == "choice" { "- " } else { "" };
    let mut out = format!("## {} ({kind})\n\n{}\n", part.shared("key"), escaped(part.text(language, "text"), mark));
    let options: Vec<String> = part
        .parts
        .iter()
        .filter(|_| kind == "choice")
        .map(|option| format!("- {}", option.text(language, "text")).trim_end().to_owned() + "\n")
        .collect();
    if !options.is_empty() {
        out.push('\n');
        out.push_str(&options.concat());
    }
    out
}

fn write_question(language: Language, part: &Part) -> String {
    let kind: QuestionKind = part.shared("kind").parse().unwrap_or(QuestionKind::Single);
    let objective = match part.shared("objective") {
        "" => String::new(),
        number => format!(", objective {number}"),
    };
    let text = escaped(part.text(language, "text"), "- [");
    let mut out = format!("## {} ({kind}{objective})\n\n{text}\n\n", part.shared("key"));
    for option in &part.parts {
        let (text, with) = (option.text(language, "text"), option.text(language, "with"));
        // What is accepted may be more in one language than in another.
        if kind.is_typed() && text.is_empty() {
            continue;
        }
        let mark = if !kind.is_choice() || !option.shared("right").is_empty() { "x" } else { " " };
        let with = if kind == QuestionKind::Matching { format!(" => {with}") } else { String::new() };
        out.push_str(format!("- [{mark}] {text}{with}").trim_end());
        out.push('\n');
        feedback(&mut out, option.text(language, "feedback"));
    }
    if kind.is_typed() && !part.text(language, "other").is_empty() {
        out.push_str("- [ ] *\n");
        feedback(&mut out, part.text(language, "other"));
    }
    out
}

fn feedback(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(&format!("  > {text}\n"));
    }
}

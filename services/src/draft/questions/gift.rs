//! GIFT: a text, and its answers in braces.

use domain::draft::QuestionNote;
use domain::language::Language;
use domain::quiz::QuestionKind;

use super::aiken::literal;
use super::gift_answers::{listed, numeric};
use super::{Found, true_false};

pub(super) fn read(text: &str, language: Language) -> Vec<Found> {
    items(text).into_iter().map(|(line, text)| item(line, &text, language)).collect()
}

/// The questions of a file with their first lines: parted by empty lines outside of braces.
fn items(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut now: Option<(usize, String)> = None;
    for (place, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.starts_with("//") || bare.starts_with("$CATEGORY:") {
            continue;
        }
        let open = now.as_ref().is_some_and(|(_, text)| inside(text));
        if bare.is_empty() && !open {
            found.extend(now.take());
        } else if !bare.is_empty() || now.is_some() {
            let (_, text) = now.get_or_insert_with(|| (place + 1, String::new()));
            text.push_str(line);
            text.push('\n');
        }
    }
    found.extend(now);
    found
}

/// Whether a brace is open at the end.
fn inside(text: &str) -> bool {
    matches!((find(text, '{'), find(text, '}')), (Some(_), None))
}

/// The first place of a sign that no backslash takes the meaning of.
pub(super) fn find(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    for (place, c) in text.char_indices() {
        if !escaped && c == sign {
            return Some(place);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// Cuts at each of the signs, which stay at the beginning of their pieces.
pub(super) fn cut<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let (mut pieces, mut from, mut escaped) = (Vec::new(), 0, false);
    for (place, c) in text.char_indices() {
        if !escaped && signs.contains(&c) {
            pieces.push(&text[from..place]);
            from = place;
        }
        escaped = c == '\\' && !escaped;
    }
    pieces.push(&text[from..]);
    pieces
}

/// A piece of text as it is meant, in our notation: Markdown stays, HTML becomes it, everything else is literal.
pub(super) fn plain(text: &str, format: &str) -> String {
    let text = text.trim();
    let (format, text) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((own @ ("html" | "moodle" | "plain" | "markdown"), rest)) => (own, rest.trim()),
        _ => (format, text),
    };
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some(sign) => out.push(sign),
                None => {}
            },
            c => out.push(c),
        }
    }
    match format {
        "markdown" => out,
        "html" => super::xml::markdown(&out),
        _ => literal(&out),
    }
}

fn item(line: usize, text: &str, language: Language) -> Found {
    let mut one = Found { line, ..Found::default() };
    let mut text = text.trim();
    if let Some((name, rest)) = text.strip_prefix("::").and_then(|rest| rest.split_once("::")) {
        one.name = plain(name, "plain");
        text = rest.trim_start();
    }
    let mut format = "moodle";
    if let Some((word @ ("html" | "moodle" | "plain" | "markdown"), rest)) =
        text.strip_prefix('[').and_then(|rest| rest.split_once(']'))
    {
        (format, text) = (word, rest.trim_start());
    }
    let Some(open) = find(text, '{') else {
        one.question.text = plain(text, format);
        one.note(QuestionNote::Description);
        return one;
    };
    let (before, rest) = (&text[..open], &text[open + 1..]);
    let Some(close) = find(rest, '}') else {
        one.question.text = plain(before, format);
        one.note(QuestionNote::Broken);
        return one;
    };
    let (answers, after) = (rest[..close].trim(), rest[close + 1..].trim());
    one.question.text = plain(before, format);
    if !after.is_empty() && after != "\";" {
        go_on(&mut one.question.text, &plain(after, format));
    }
    let answers = match answers.find("####") {
        Some(place) => {
            one.note(QuestionNote::GeneralFeedback);
            answers[..place].trim()
        }
        None => answers,
    };
    fill(&mut one, answers, format, language);
    one
}

/// A text that goes on behind its answers: a line stands for the missing word. A full stop behind a whole question is nothing.
fn go_on(text: &mut String, after: &str) {
    let words = after.chars().any(char::is_alphanumeric);
    if !words && text.ends_with(['?', '.', '!', ':']) {
        return;
    }
    text.push_str(" \\_\\_\\_\\_\\_");
    text.push_str(if after.starts_with(char::is_alphanumeric) { " " } else { "" });
    text.push_str(after);
}

fn fill(one: &mut Found, answers: &str, format: &str, language: Language) {
    let word = answers.split('#').next().unwrap_or_default().trim().to_uppercase();
    if answers.is_empty() {
        one.note(QuestionNote::Essay);
    } else if let Some(numbers) = answers.strip_prefix('#') {
        one.question.kind = Some(QuestionKind::Numeric);
        numeric(one, numbers.trim(), format);
    } else if matches!(word.as_str(), "T" | "TRUE" | "F" | "FALSE") {
        one.question.kind = Some(QuestionKind::TrueFalse);
        let is_true = word.starts_with('T');
        let said = cut(answers, &['#']);
        let said =
            |place: usize| said.get(place).map(|text| plain(text.trim_start_matches('#'), format)).unwrap_or_default();
        // The first is said to the wrong answer, the second to the right one.
        let (wrong, right) = (said(1), said(2));
        one.question.options = true_false(language, is_true, if is_true { [right, wrong] } else { [wrong, right] });
    } else {
        listed(one, answers, format);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r"// A file of questions of our own.
$CATEGORY: $course$/Care

::Care::Who does unpaid care work?{
  =Mostly women#As every time-use survey shows.
  ~Mostly men#No survey shows it.
}

[markdown]Care is **~50% of all work**.{F#It is more.#So it is.####See lesson 2.}

Match. {
  =Time use -> A survey
  =Wages -> A payroll
  = -> A rumour
}

Two of these are indicators.{ ~%50%A rate ~%50%A ratio ~%-100%A wish }

Women earn {=less =%50%fewer} than men.

Two and two are {=four}.

How many? {#4}.

How many articles has the Convention?{#25:0}

Between?{#
  =1..3#Yes.
  ~#No.
}

What do you think of it? {}

Only a text.

A brace \{ is no answer.{=\= 5 =\#}

Half open {~a =b
";

    #[test]
    fn every_kind_is_read_and_every_loss_is_told() {
        let mut found = read(FILE, Language::Es);
        found.iter_mut().for_each(Found::check);
        let told: Vec<_> = found.iter().map(|one| (one.question.kind, one.notes.clone())).collect();
        use QuestionKind as K;
        use QuestionNote as N;
        let expected = [
            (Some(K::Single), vec![]),
            (Some(K::TrueFalse), vec![N::GeneralFeedback]),
            (Some(K::Matching), vec![N::Distractors]),
            (Some(K::Multiple), vec![]),
            (Some(K::Short), vec![N::PartialCredit]),
            (Some(K::Short), vec![]),
            (Some(K::Numeric), vec![]),
            (Some(K::Numeric), vec![]),
            (Some(K::Numeric), vec![]),
            (None, vec![N::Essay]),
            (None, vec![N::Description]),
            (Some(K::Short), vec![]),
            (None, vec![N::Broken]),
        ];
        assert_eq!(told, expected);
        assert_eq!((found[0].line, found[0].name.as_str()), (4, "Care"));
        assert_eq!(found[0].question.options[0].feedback, "As every time-use survey shows.");
        assert_eq!(found[1].question.text, "Care is **~50% of all work**.", "Markdown stays");
        let said: Vec<_> =
            found[1].question.options.iter().map(|one| (one.right, one.text.as_str(), one.feedback.as_str())).collect();
        assert_eq!(said, [(false, "Verdadero", "It is more."), (true, "Falso", "So it is.")]);
        assert_eq!(found[3].question.options.iter().filter(|option| option.right).count(), 2);
        assert_eq!(found[4].question.text, "Women earn \\_\\_\\_\\_\\_ than men.");
        assert_eq!(found[5].question.text, "Two and two are \\_\\_\\_\\_\\_.");
        assert_eq!(found[6].question.text, "How many?");
        assert_eq!(found[7].question.options[0].text, "25");
        assert_eq!((found[8].question.options[0].text.as_str(), found[8].question.other.as_str()), ("2 +- 1", "No."));
        assert_eq!(found[11].question.text, "A brace { is no answer.");
        assert_eq!(found[11].question.options[0].text, "= 5");
    }
}

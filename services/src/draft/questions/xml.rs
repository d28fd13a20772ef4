//! Moodle XML: `<quiz>` with its `<question type="…">`.

use domain::draft::QuestionNote;
use domain::language::Language;
use domain::quiz::QuestionKind;

use super::aiken::literal;
use super::gift_answers::rounded;
use super::tree::{self, Node};
use super::{Choice, Found, true_false};

/// The questions; None for what is no file of them.
pub(super) fn read(text: &str, language: Language) -> Option<Vec<Found>> {
    let quiz = tree::read(text).filter(|root| root.name == "quiz")?;
    let questions = quiz.all("question").filter(|question| question.attribute("type") != "category");
    Some(questions.map(|question| one(question, language)).collect())
}

/// HTML in our notation; what shows something else than text is left out.
pub(super) fn markdown(html: &str) -> String {
    let converter = htmd::HtmlToMarkdown::builder().skip_tags(vec!["img", "script", "style", "audio", "video"]).build();
    converter.convert(html).unwrap_or_default().trim().to_owned()
}

/// What an element says, in our notation.
fn said(node: Option<&Node>) -> String {
    let Some(node) = node else { return String::new() };
    let text = node.child("text").map_or(node.text.as_str(), |text| text.text.as_str());
    match node.attribute("format") {
        "markdown" => text.trim().to_owned(),
        "plain_text" => literal(text.trim()),
        _ if text.contains('<') || text.contains('&') => markdown(text),
        _ => literal(text.trim()),
    }
}

fn line(node: Option<&Node>) -> String {
    said(node).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn value<'a>(node: &'a Node, name: &str) -> &'a str {
    node.child(name).map_or("", |child| child.text.trim())
}

/// How many percent of the points an answer is worth.
fn worth(answer: &Node) -> f64 {
    answer.attribute("fraction").trim().parse().unwrap_or(0.0)
}

fn pictures(node: &Node) -> bool {
    node.name == "file"
        || node.name == "image" && !node.text.trim().is_empty()
        || node.text.contains("<img")
        || node.children.iter().any(pictures)
}

fn one(node: &Node, language: Language) -> Found {
    let mut one = Found { line: node.line, ..Found::default() };
    one.name = node.child("name").map(|name| said(Some(name))).unwrap_or_default();
    one.question.text = said(node.child("questiontext"));
    if pictures(node) {
        one.note(QuestionNote::Pictures);
    }
    if !said(node.child("generalfeedback")).is_empty() {
        one.note(QuestionNote::GeneralFeedback);
    }
    match node.attribute("type") {
        "multichoice" => choice(&mut one, node),
        "truefalse" => {
            one.question.kind = Some(QuestionKind::TrueFalse);
            let of = |word: &str| node.all("answer").find(|answer| value(answer, "text").eq_ignore_ascii_case(word));
            let feedback = |word: &str| of(word).map(|answer| line(answer.child("feedback"))).unwrap_or_default();
            match (of("true"), of("false")) {
                (Some(yes), Some(no)) if worth(yes) >= 100.0 || worth(no) >= 100.0 => {
                    one.question.options =
                        true_false(language, worth(yes) >= 100.0, [feedback("true"), feedback("false")]);
                }
                _ => one.note(QuestionNote::NoRightAnswer),
            }
        }
        "shortanswer" => short(&mut one, node),
        "numerical" => numerical(&mut one, node),
        "matching" | "match" => matching(&mut one, node),
        "ordering" => {
            one.question.kind = Some(QuestionKind::Ordering);
            for answer in node.all("answer") {
                one.question.options.push(Choice { right: true, text: line(Some(answer)), ..Choice::default() });
            }
        }
        "essay" => one.note(QuestionNote::Essay),
        "description" => one.note(QuestionNote::Description),
        "cloze" | "multianswer" => one.note(QuestionNote::Cloze),
        _ => one.note(QuestionNote::KindUnknown),
    }
    one
}

fn choice(one: &mut Found, node: &Node) {
    let single = !matches!(value(node, "single"), "false" | "0");
    one.question.kind = Some(if single { QuestionKind::Single } else { QuestionKind::Multiple });
    for answer in node.all("answer") {
        let worth = worth(answer);
        let right = if single { worth >= 100.0 } else { worth > 0.0 };
        if single && worth > 0.0 && !right {
            one.note(QuestionNote::PartialCredit);
        }
        let feedback = line(answer.child("feedback"));
        one.question.options.push(Choice { right, text: line(Some(answer)), feedback, ..Choice::default() });
    }
    // A question of several that has one right answer is one of a single answer here.
    if !single && one.question.options.iter().filter(|option| option.right).count() == 1 {
        one.question.kind = Some(QuestionKind::Single);
    }
}

fn short(one: &mut Found, node: &Node) {
    one.question.kind = Some(QuestionKind::Short);
    if value(node, "usecase") == "1" {
        one.note(QuestionNote::CaseIgnored);
    }
    for answer in node.all("answer") {
        let (text, feedback) = (value(answer, "text").to_owned(), line(answer.child("feedback")));
        if text == "*" {
            one.question.other = feedback;
        } else if worth(answer) >= 100.0 {
            one.question.options.push(Choice { right: true, text, feedback, ..Choice::default() });
        } else {
            one.note(if worth(answer) > 0.0 { QuestionNote::PartialCredit } else { QuestionNote::WrongAnswers });
        }
    }
}

fn numerical(one: &mut Found, node: &Node) {
    one.question.kind = Some(QuestionKind::Numeric);
    for answer in node.all("answer") {
        let (text, feedback) = (value(answer, "text"), line(answer.child("feedback")));
        if text == "*" {
            one.question.other = feedback;
        } else if worth(answer) < 100.0 {
            one.note(QuestionNote::PartialCredit);
        } else if !one.question.options.is_empty() {
            one.note(QuestionNote::SeveralNumbers);
        } else if let Ok(number) = text.parse::<f64>() {
            let tolerance: f64 = value(answer, "tolerance").parse().unwrap_or(0.0);
            let text = if tolerance == 0.0 {
                rounded(number)
            } else {
                format!("{} +- {}", rounded(number), rounded(tolerance.abs()))
            };
            one.question.options.push(Choice { right: true, text, feedback, ..Choice::default() });
        } else {
            one.note(QuestionNote::Broken);
        }
    }
}

fn matching(one: &mut Found, node: &Node) {
    one.question.kind = Some(QuestionKind::Matching);
    for pair in node.all("subquestion") {
        let (text, with) = (line(Some(pair)), literal(value_of(pair)));
        if text.is_empty() {
            one.note(QuestionNote::Distractors);
        } else {
            one.question.options.push(Choice { right: true, text, with, ..Choice::default() });
        }
    }
}

fn value_of(pair: &Node) -> &str {
    pair.child("answer").map_or("", |answer| value(answer, "text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/Care</text></category></question>
  <question type="multichoice">
    <name><text>Care</text></name>
    <questiontext format="html"><text><![CDATA[<p>Who does <strong>unpaid</strong> care?</p><img src="a.png">]]></text></questiontext>
    <single>true</single>
    <answer fraction="100"><text>Women &amp; girls</text><feedback><text>Yes.</text></feedback></answer>
    <answer fraction="50"><text>Some</text><feedback><text></text></feedback></answer>
    <answer fraction="0"><text>Nobody</text></answer>
  </question>
  <question type="truefalse">
    <name><text>T</text></name><questiontext format="markdown"><text>It is *law*.</text></questiontext>
    <answer fraction="0"><text>true</text><feedback><text>Not yet.</text></feedback></answer>
    <answer fraction="100"><text>false</text></answer>
  </question>
  <question type="shortanswer">
    <name><text>S</text></name><questiontext><text>Capital?</text></questiontext><usecase>1</usecase>
    <answer fraction="100"><text>Asunción</text></answer>
    <answer fraction="0"><text>*</text><feedback><text>Look again.</text></feedback></answer>
    <answer fraction="0"><text>Lima</text><feedback><text>Elsewhere.</text></feedback></answer>
  </question>
  <question type="numerical">
    <name><text>N</text></name><questiontext><text>Percent?</text></questiontext>
    <answer fraction="100"><text>12.5</text><tolerance>0.5</tolerance></answer>
  </question>
  <question type="matching">
    <name><text>M</text></name><questiontext><text>Match</text></questiontext>
    <subquestion><text>Rate</text><answer><text>Of a whole</text></answer></subquestion>
    <subquestion><text>Ratio</text><answer><text>Of two</text></answer></subquestion>
    <subquestion><text></text><answer><text>Of none</text></answer></subquestion>
  </question>
  <question type="multichoice">
    <name><text>None</text></name><questiontext><text>?</text></questiontext>
    <answer fraction="0"><text>a</text></answer><answer fraction="0"><text>b</text></answer>
  </question>
  <question type="essay"><name><text>E</text></name><questiontext><text>Say</text></questiontext></question>
  <question type="cloze"><questiontext><text>{1:SHORTANSWER:=x}</text></questiontext></question>
  <question type="ddwtos"><name><text>Drag</text></name></question>
</quiz>"#;

    #[test]
    fn every_type_is_read_or_named_with_the_reason() {
        let mut found = read(FILE, Language::En).unwrap();
        found.iter_mut().for_each(Found::check);
        use QuestionKind as K;
        use QuestionNote as N;
        let told: Vec<_> = found.iter().map(|one| (one.question.kind, one.notes.clone())).collect();
        let expected = [
            (Some(K::Single), vec![N::Pictures, N::PartialCredit]),
            (Some(K::TrueFalse), vec![]),
            (Some(K::Short), vec![N::CaseIgnored, N::WrongAnswers]),
            (Some(K::Numeric), vec![]),
            (Some(K::Matching), vec![N::Distractors]),
            (Some(K::Single), vec![N::NoRightAnswer]),
            (None, vec![N::Essay]),
            (None, vec![N::Cloze]),
            (None, vec![N::KindUnknown]),
        ];
        assert_eq!(told, expected);
        assert_eq!(found[0].line, 4);
        assert_eq!(found[0].question.text, "Who does **unpaid** care?");
        assert_eq!(found[0].question.options[0].text, "Women & girls");
        assert_eq!(found[1].question.text, "It is *law*.");
        assert!(found[1].question.options[1].right);
        assert_eq!(found[2].question.other, "Look again.");
        assert_eq!(found[3].question.options[0].text, "12.5 +- 0.5");
        assert!(read("<html></html>", Language::En).is_none() && read("<quiz>", Language::En).is_none());
        let bomb = "<!DOCTYPE quiz [<!ENTITY a \"aaaa\">]><quiz><question type=\"essay\"><name><text>&a;</text></name></question></quiz>";
        assert_eq!(read(bomb, Language::En).unwrap()[0].name, "", "no entity of its own is put in");
    }
}

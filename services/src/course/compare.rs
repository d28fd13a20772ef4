//! What the languages of a course share: each is held beside the first one.

use domain::language::Language;

use super::activities::{ActivityText, AssignmentText};
use super::glossary::GlossaryText;
use super::mistakes::Mistakes;
use super::questions::QuestionText;
use super::survey::SurveyText;
use super::texts::{QuizText, Texts};

/// Notes where a language differs from the first in what all share.
pub(super) fn compare(all: &[(Language, Texts)], mistakes: &mut Mistakes) {
    let Some(((first_language, first), others)) = all.split_first() else { return };
    for (language, texts) in others {
        let (ours, theirs) = (texts.objectives.len(), first.objectives.len());
        if ours != theirs && ours > 0 && theirs > 0 {
            let text = format!("{ours} objectives here, {theirs} in {first_language}/course.md; give both the same");
            mistakes.note(&format!("{language}/course.md"), 1, text);
        }
        for (key, ours) in &texts.activities {
            if let Some(theirs) = first.activities.get(key) {
                activity(ours, theirs, mistakes);
            }
        }
        for (key, ours) in &texts.quizzes {
            if let Some(theirs) = first.quizzes.get(key) {
                quiz(ours, theirs, mistakes);
            }
        }
        if let (Some(ours), Some(theirs)) = (&texts.survey, &first.survey) {
            survey(ours, theirs, mistakes);
        }
        glossaries(*language, texts.glossary.as_ref(), first.glossary.as_ref(), mistakes);
    }
}

/// Notes that two files differ in something; `ours` and `theirs` are shown.
fn differs<T: PartialEq + std::fmt::Display>(
    (ours_in, theirs_in): (&str, &str),
    what: &str,
    ours: &T,
    theirs: &T,
    mistakes: &mut Mistakes,
) {
    if ours != theirs {
        mistakes.note(ours_in, 1, format!("{what}: {ours} here, {theirs} in {theirs_in}; give both the same"));
    }
}

fn activity(ours: &ActivityText, theirs: &ActivityText, mistakes: &mut Mistakes) {
    let files = (ours.file.as_str(), theirs.file.as_str());
    if ours.minutes > 0 && theirs.minutes > 0 {
        differs(files, "minutes", &ours.minutes, &theirs.minutes, mistakes);
    }
    differs(files, "kind", &ours.kind, &theirs.kind, mistakes);
    let fields = |text: &ActivityText| {
        text.fields.iter().map(|field| format!("{} ({} rows)", field.key, field.rows)).collect::<Vec<_>>().join(", ")
    };
    differs(files, "fields", &fields(ours), &fields(theirs), mistakes);
    if let (Some(ours), Some(theirs)) = (&ours.assignment, &theirs.assignment) {
        assignment(files, ours, theirs, mistakes);
    }
}

fn assignment(files: (&str, &str), ours: &AssignmentText, theirs: &AssignmentText, mistakes: &mut Mistakes) {
    let week = |text: &AssignmentText| text.week.map_or_else(|| "none".to_owned(), |week| week.to_string());
    differs(files, "week", &week(ours), &week(theirs), mistakes);
    differs(files, "pass", &ours.pass, &theirs.pass, mistakes);
    differs(files, "weight", &ours.weight, &theirs.weight, mistakes);
    let rules = |text: &AssignmentText| match &text.files {
        None => "none".to_owned(),
        Some(rules) => {
            let kinds: Vec<_> = rules.kinds.iter().map(|kind| kind.as_str()).collect();
            format!("{} files of {} MB, {}", rules.most, rules.megabytes, kinds.join(", "))
        }
    };
    differs(files, "files", &rules(ours), &rules(theirs), mistakes);
    let rubric = |text: &AssignmentText| {
        let criteria = text.rubric.iter().map(|criterion| {
            let points: Vec<_> = criterion.levels.iter().map(|(points, _)| points.to_string()).collect();
            format!("{} ({} points)", criterion.key, points.join("/"))
        });
        criteria.collect::<Vec<_>>().join(", ")
    };
    differs(files, "rubric", &rubric(ours), &rubric(theirs), mistakes);
}

fn survey(ours: &SurveyText, theirs: &SurveyText, mistakes: &mut Mistakes) {
    let files = (ours.file.as_str(), theirs.file.as_str());
    let said = |text: &SurveyText| {
        let questions = text.questions.iter().map(|question| match question.options.len() {
            0 => format!("{} ({})", question.key, question.kind),
            options => format!("{} ({}, {options} options)", question.key, question.kind),
        });
        questions.collect::<Vec<_>>().join(", ")
    };
    differs(files, "questions", &said(ours), &said(theirs), mistakes);
}

fn glossaries(language: Language, ours: Option<&GlossaryText>, theirs: Option<&GlossaryText>, mistakes: &mut Mistakes) {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            for (one, other) in [(ours, theirs), (theirs, ours)] {
                for term in one.terms.iter().filter(|term| !other.terms.iter().any(|known| known.key == term.key)) {
                    let text = format!("the term `{}` is not in {}; write it in both", term.key, other.file);
                    mistakes.note(&one.file, term.line, text);
                }
            }
        }
        (None, Some(theirs)) => {
            mistakes.note(
                &format!("{language}/glossary.md"),
                1,
                format!("missing: there is {}; write it", theirs.file),
            );
        }
        (Some(ours), None) => {
            mistakes.note(&ours.file, 1, "the course's first language has no glossary; write it there too");
        }
        (None, None) => {}
    }
}

fn quiz(ours: &QuizText, theirs: &QuizText, mistakes: &mut Mistakes) {
    let same_keys = ours.questions.iter().map(|q| &q.key).eq(theirs.questions.iter().map(|q| &q.key));
    if !same_keys {
        compare_keys(ours, theirs, mistakes);
    }
    for question in &ours.questions {
        let Some(other) = theirs.questions.iter().find(|other| other.key == question.key) else { continue };
        for what in differences(question, other) {
            let text = format!("question `{}`: {what} in {}:{}", question.key, theirs.file, other.line);
            mistakes.note(&ours.file, question.line, text);
        }
    }
}

/// In what two languages of one question differ, each to be read before the other's place.
fn differences(ours: &QuestionText, theirs: &QuestionText) -> Vec<String> {
    let mut found = Vec::new();
    if let (Some(kind), Some(other)) = (ours.kind, theirs.kind)
        && kind != other
    {
        return vec![format!("`{kind}` here, `{other}`")];
    }
    let objective = |number: Option<u8>| number.map_or_else(|| "none".to_owned(), |number| number.to_string());
    if ours.objective != theirs.objective {
        found.push(format!("objective {} here, {}", objective(ours.objective), objective(theirs.objective)));
    }
    let (list, other) = (&ours.list.options, &theirs.list.options);
    if list.len() != other.len() {
        found.push(format!("{} options here, {}", list.len(), other.len()));
    } else if !list.iter().map(|option| option.right).eq(other.iter().map(|option| option.right)) {
        found.push("other options are right than".to_owned());
    } else if pairs(ours) != pairs(theirs) {
        found.push("other lines share a right side than".to_owned());
    }
    if ours.list.typed.number != theirs.list.typed.number {
        found.push("another number is right than".to_owned());
    }
    found
}

/// For each line of a matching question, the first line that goes with the same.
fn pairs(question: &QuestionText) -> Vec<Option<usize>> {
    let options = &question.list.options;
    options.iter().map(|option| options.iter().position(|other| other.with == option.with)).collect()
}

fn compare_keys(ours: &QuizText, theirs: &QuizText, mistakes: &mut Mistakes) {
    let place = |quiz: &QuizText, key: &str| quiz.questions.iter().position(|question| question.key == key);
    let mut missing = false;
    for (one, other) in [(ours, theirs), (theirs, ours)] {
        for question in one.questions.iter().filter(|question| place(other, &question.key).is_none()) {
            missing = true;
            mistakes.note(
                &one.file,
                question.line,
                format!(
                    "question `{}` is not in {}; keys and order are the same in every language",
                    question.key, other.file
                ),
            );
        }
    }
    if !missing
        && let Some((at, question)) =
            ours.questions.iter().enumerate().find(|(at, question)| place(theirs, &question.key) != Some(*at))
    {
        let text = format!(
            "question `{}` is number {} here and stands elsewhere in {}; keep one order",
            question.key,
            at + 1,
            theirs.file
        );
        mistakes.note(&ours.file, question.line, text);
    }
}

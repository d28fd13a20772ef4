//! A whole course from its files: every language read, compared with the first, and put together.

use std::collections::{BTreeMap, BTreeSet};

use domain::course::{Activity, ActivityKind, CourseContent, Module, Task};
use domain::language::{Language, Words};
use domain::quiz::{AnswerOption, FeedbackTime, GradeMethod, Question, Quiz};

use super::files::Source;
use super::mistakes::Mistakes;
use super::outline::{self, FILE, FINAL_TEST, Outline, OutlineModule};
use super::texts::{self, QuizText, Texts};

/// Minutes that a question takes.
const MINUTES_PER_QUESTION: usize = 2;

/// A course whose files are right.
#[derive(Debug)]
pub(super) struct Built {
    pub slug: String,
    pub content: CourseContent,
    /// SHA-256 of the files that it was made from.
    pub files: String,
}

/// Builds a course.
///
/// # Errors
/// Every mistake in its files, as `file:line: text`.
pub(super) fn build(mut source: Source) -> Result<Built, Vec<String>> {
    let mut mistakes = std::mem::take(&mut source.mistakes);
    if !outline::is_key(&source.slug) {
        mistakes.note(
            FILE,
            1,
            format!("the folder `{}` cannot be an address; use small letters, digits and hyphens", source.slug),
        );
    }
    let outline = match source.files.get(FILE) {
        Some(text) => outline::read(text, &mut mistakes),
        None => {
            mistakes.note(FILE, 1, "missing; a course is a folder with a course.yaml");
            None
        }
    };
    let Some(outline) = outline else { return Err(mistakes.into_lines(&source.folder)) };
    if outline.sound {
        unnamed(&source, &outline, &mut mistakes);
    }
    let all: Vec<(Language, Texts)> = outline
        .languages
        .iter()
        .map(|language| (*language, texts::read(&source, &outline, *language, &mut mistakes)))
        .collect();
    compare(&all, &mut mistakes);
    let content = together(&outline, &all, &mut mistakes);
    if mistakes.is_empty() {
        Ok(Built { slug: source.slug, content, files: source.digest })
    } else {
        Err(mistakes.into_lines(&source.folder))
    }
}

/// Notes files that belong to no activity: usually a slip in a name, and never shown to anybody.
fn unnamed(source: &Source, outline: &Outline, mistakes: &mut Mistakes) {
    let named: BTreeSet<String> = outline.files().into_keys().collect();
    for path in source.files.keys() {
        let known = path.split_once('/').is_some_and(|(folder, name)| {
            folder.parse().is_ok_and(|language: Language| outline.languages.contains(&language)) && named.contains(name)
        });
        if path != FILE && !known {
            mistakes.note(path, 1, format!("{FILE} does not name this file; name it there or take it away"));
        }
    }
}

/// Notes where a language differs from the first in what all share.
fn compare(all: &[(Language, Texts)], mistakes: &mut Mistakes) {
    let Some(((first_language, first), others)) = all.split_first() else { return };
    for (language, texts) in others {
        let (ours, theirs) = (texts.objectives.len(), first.objectives.len());
        if ours != theirs && ours > 0 && theirs > 0 {
            let text = format!("{ours} objectives here, {theirs} in {first_language}/course.md; give both the same");
            mistakes.note(&format!("{language}/course.md"), 1, text);
        }
        for (key, lesson) in &texts.lessons {
            let other = first.lessons.get(key);
            if let Some(other) =
                other.filter(|other| other.minutes != lesson.minutes && other.minutes > 0 && lesson.minutes > 0)
            {
                mistakes.note(
                    &lesson.file,
                    1,
                    format!(
                        "minutes: {} here, {} in {}; give both the same",
                        lesson.minutes, other.minutes, other.file
                    ),
                );
            }
        }
        for (key, quiz) in &texts.quizzes {
            if let Some(other) = first.quizzes.get(key) {
                compare_quiz(quiz, other, mistakes);
            }
        }
    }
}

fn compare_quiz(ours: &QuizText, theirs: &QuizText, mistakes: &mut Mistakes) {
    let same_keys = ours.questions.iter().map(|q| &q.key).eq(theirs.questions.iter().map(|q| &q.key));
    if !same_keys {
        compare_keys(ours, theirs, mistakes);
    }
    for question in &ours.questions {
        let Some(other) = theirs.questions.iter().find(|other| other.key == question.key) else { continue };
        let mut differs = |what: &str| {
            let text = format!("question `{}`: {what} in {}:{}", question.key, theirs.file, other.line);
            mistakes.note(&ours.file, question.line, text);
        };
        if let (Some(kind), Some(theirs)) = (question.kind, other.kind)
            && kind != theirs
        {
            differs(&format!("`{kind}` here, `{theirs}`"));
        }
        if question.options.len() != other.options.len() {
            differs(&format!("{} options here, {}", question.options.len(), other.options.len()));
        } else if !question.options.iter().map(|o| o.right).eq(other.options.iter().map(|o| o.right)) {
            differs("other options are right than");
        }
    }
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

fn words(all: &[(Language, Texts)], text: impl Fn(&Texts) -> Option<&str>) -> Words {
    Words(all.iter().filter_map(|(language, texts)| Some((*language, text(texts)?.to_owned()))).collect())
}

fn together(outline: &Outline, all: &[(Language, Texts)], mistakes: &mut Mistakes) -> CourseContent {
    let mut modules: Vec<Module> = outline.modules.iter().map(|module| together_module(module, all)).collect();
    if let Some(test) = &outline.final_test {
        let activity = quiz(FINAL_TEST, ActivityKind::FinalTest, (test.pass, test.draw), all);
        let bank = activity.as_ref().and_then(|activity| activity.quiz()).map_or(0, |quiz| quiz.questions.len());
        if test.draw.is_some_and(|draw| usize::from(draw) > bank) && bank > 0 {
            mistakes.note(
                FILE,
                test.line,
                format!("`draw` asks for more questions than the bank has ({bank}); write more or draw fewer"),
            );
        }
        if let Some(last) = modules.last_mut() {
            last.activities.extend(activity);
        }
    }
    CourseContent {
        hours: outline.hours,
        languages: outline.languages.clone(),
        completion: outline.completion.clone(),
        title: words(all, |texts| Some(&texts.title)),
        short_title: words(all, |texts| Some(&texts.short_title)),
        summary: words(all, |texts| Some(&texts.summary)),
        audience: words(all, |texts| Some(&texts.audience)),
        description: words(all, |texts| Some(&texts.description)),
        objectives: all
            .iter()
            .map(|(language, texts)| (*language, texts.objectives.clone()))
            .collect::<BTreeMap<_, _>>(),
        modules,
        glossary: Vec::new(),
    }
}

fn together_module(module: &OutlineModule, all: &[(Language, Texts)]) -> Module {
    let mut activities: Vec<Activity> = module
        .lessons
        .iter()
        .map(|(key, _)| Activity {
            key: key.clone(),
            kind: ActivityKind::Lesson,
            title: words(all, |texts| texts.lessons.get(key).map(|lesson| lesson.title.as_str())),
            minutes: all.iter().find_map(|(_, texts)| texts.lessons.get(key)).map_or(0, |lesson| lesson.minutes),
            html: words(all, |texts| texts.lessons.get(key).map(|lesson| lesson.html.as_str())),
            week: None,
            weight: 1,
            task: Task::Read,
        })
        .collect();
    if let Some(pass) = module.check {
        activities.extend(quiz(&module.check_key(), ActivityKind::Check, (pass, None), all));
    }
    Module {
        key: module.key.clone(),
        title: words(all, |texts| texts.modules.get(&module.key).map(String::as_str)),
        activities,
    }
}

/// A quiz in every language; the first language's questions lead, and `compare` has seen to the others.
fn quiz(key: &str, kind: ActivityKind, (pass, draw): (u8, Option<u16>), all: &[(Language, Texts)]) -> Option<Activity> {
    let lead = all.iter().find_map(|(_, texts)| texts.quizzes.get(key))?;
    let mut questions = Vec::new();
    for (place, question) in lead.questions.iter().enumerate() {
        let text = |read: &dyn Fn(&QuizText) -> Option<String>| -> Words {
            Words(
                all.iter().filter_map(|(language, texts)| Some((*language, read(texts.quizzes.get(key)?)?))).collect(),
            )
        };
        let options = question
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| AnswerOption {
                html: text(&|quiz| Some(quiz.questions.get(place)?.options.get(at)?.html.clone())),
                feedback: text(&|quiz| Some(quiz.questions.get(place)?.options.get(at)?.feedback.clone())),
                right: option.right,
                target: None,
            })
            .collect();
        let Some(kind) = question.kind else { continue };
        let html = text(&|quiz| Some(quiz.questions.get(place)?.html.clone()));
        questions.push(Question {
            key: question.key.clone(),
            kind,
            objective: None,
            html,
            options,
            targets: Vec::new(),
            accepted: Vec::new(),
            number: None,
            shown: Words::default(),
            said_right: Words::default(),
            said_other: Words::default(),
        });
    }
    let asked = draw.map_or(questions.len(), |draw| usize::from(draw).min(questions.len()));
    Some(Activity {
        key: key.to_owned(),
        kind,
        title: words(all, |texts| texts.quizzes.get(key).map(|quiz| quiz.title.as_str())),
        minutes: u16::try_from(asked * MINUTES_PER_QUESTION).unwrap_or(u16::MAX),
        html: Words::default(),
        week: None,
        weight: 1,
        task: Task::Quiz(Quiz {
            pass,
            draw,
            attempts: None,
            wait: None,
            minutes: None,
            shuffle: false,
            method: GradeMethod::Best,
            feedback: FeedbackTime::AtOnce,
            questions,
        }),
    })
}

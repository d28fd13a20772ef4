//! The content of a course from its texts: the first language leads, the others are put beside it.

use std::collections::BTreeMap;

use domain::completion::Rule;
use domain::course::{
    Activity, ActivityKind, Assignment, CourseContent, Criterion, Level, Module, Survey, SurveyQuestion, Task, Term,
    WorksheetField,
};
use domain::language::{Language, Words};
use domain::quiz::{AnswerOption, Question, QuestionKind};
use sha2::{Digest as _, Sha256};

use super::activities::{ActivityText, AssignmentText, FieldText};
use super::answers::{List, OptionText};
use super::outline::{Outline, OutlineModule, OutlineQuiz, OutlineSurvey, SURVEY};
use super::questions::QuestionText;
use super::survey::{SurveyQuestionText, SurveyText};
use super::texts::{QuizText, Texts};

/// Minutes that a question takes, and that the survey does.
const MINUTES_PER_QUESTION: u16 = 2;
const MINUTES_OF_SURVEY: u16 = 10;

/// The languages with their texts, the first one first.
type All = [(Language, Texts)];

/// The words of every language that has them.
fn words<'a>(all: &'a All, text: impl Fn(&'a Texts) -> Option<&'a str>) -> Words {
    Words(all.iter().filter_map(|(language, texts)| Some((*language, text(texts)?.to_owned()))).collect())
}

/// The content. Its rule of completion is read once it is known what there is.
pub(super) fn together(outline: &Outline, all: &All) -> CourseContent {
    let mut modules: Vec<Module> = outline.modules.iter().map(|module| one_module(module, all)).collect();
    let quiz = |quiz: &Option<OutlineQuiz>| quiz.as_ref().and_then(|quiz| one_quiz(quiz, all));
    if let (Some(first), Some(test)) = (modules.first_mut(), quiz(&outline.pre_test)) {
        first.activities.insert(0, test);
    }
    if let Some(last) = modules.last_mut() {
        last.activities.extend(quiz(&outline.final_test));
        last.activities.extend(quiz(&outline.post_test));
        last.activities.extend(outline.survey.as_ref().and_then(|survey| one_survey(survey, all)));
    }
    CourseContent {
        hours: outline.hours,
        languages: outline.languages.clone(),
        completion: Rule::Recorded,
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
        glossary: glossary(all),
    }
}

fn glossary(all: &All) -> Vec<Term> {
    let lead = all.first().and_then(|(_, texts)| texts.glossary.as_ref());
    let terms = lead.iter().flat_map(|glossary| &glossary.terms);
    let find = |texts: &'_ Texts, key: &str| -> Option<usize> {
        texts.glossary.as_ref()?.terms.iter().position(|term| term.key == key)
    };
    terms
        .map(|term| Term {
            key: term.key.clone(),
            title: words(all, |texts| Some(&texts.glossary.as_ref()?.terms.get(find(texts, &term.key)?)?.title)),
            html: words(all, |texts| Some(&texts.glossary.as_ref()?.terms.get(find(texts, &term.key)?)?.html)),
        })
        .collect()
}

fn one_module(module: &OutlineModule, all: &All) -> Module {
    let mut activities: Vec<Activity> =
        module.activities.iter().filter_map(|(key, _)| one_activity(key, all)).collect();
    activities.extend(module.check.as_ref().and_then(|check| one_quiz(check, all)));
    Module {
        key: module.key.clone(),
        title: words(all, |texts| texts.modules.get(&module.key).map(String::as_str)),
        activities,
    }
}

fn one_activity(key: &str, all: &All) -> Option<Activity> {
    let lead = all.iter().find_map(|(_, texts)| texts.activities.get(key))?;
    let task = match (&lead.kind, &lead.assignment) {
        (ActivityKind::Worksheet, _) => Task::Worksheet(fields(key, lead, all)),
        (_, Some(assignment)) => Task::Assignment(one_assignment(key, assignment, all)),
        _ => Task::Read,
    };
    Some(Activity {
        key: key.to_owned(),
        kind: lead.kind,
        title: words(all, |texts| texts.activities.get(key).map(|text| text.title.as_str())),
        minutes: lead.minutes,
        html: words(all, |texts| texts.activities.get(key).map(|text| text.html.as_str())),
        week: lead.assignment.as_ref().and_then(|assignment| assignment.week),
        weight: lead.assignment.as_ref().map_or(1, |assignment| assignment.weight),
        task,
    })
}

fn fields(key: &str, lead: &ActivityText, all: &All) -> Vec<WorksheetField> {
    let text = |place: usize, read: fn(&FieldText) -> &str| {
        words(all, |texts| texts.activities.get(key)?.fields.get(place).map(read))
    };
    let fields = lead.fields.iter().enumerate().map(|(place, field)| WorksheetField {
        key: field.key.clone(),
        label: text(place, |field| &field.label),
        hint: text(place, |field| &field.hint),
        rows: field.rows,
    });
    fields.collect()
}

fn one_assignment(key: &str, lead: &AssignmentText, all: &All) -> Assignment {
    fn of<'a>(texts: &'a Texts, key: &str) -> Option<&'a AssignmentText> {
        texts.activities.get(key)?.assignment.as_ref()
    }
    let rubric = lead.rubric.iter().enumerate().map(|(place, criterion)| Criterion {
        key: criterion.key.clone(),
        title: words(all, |texts| Some(&of(texts, key)?.rubric.get(place)?.title)),
        levels: criterion
            .levels
            .iter()
            .enumerate()
            .map(|(level, (points, _))| Level {
                points: *points,
                text: words(all, |texts| Some(&of(texts, key)?.rubric.get(place)?.levels.get(level)?.1)),
            })
            .collect(),
    });
    Assignment { pass: lead.pass, files: lead.files.clone(), rubric: rubric.collect() }
}

fn one_survey(outline: &OutlineSurvey, all: &All) -> Option<Activity> {
    fn of(texts: &Texts, place: usize) -> Option<&SurveyQuestionText> {
        texts.survey.as_ref()?.questions.get(place)
    }
    let lead: &SurveyText = all.iter().find_map(|(_, texts)| texts.survey.as_ref())?;
    let questions = lead.questions.iter().enumerate().map(|(place, question)| SurveyQuestion {
        key: question.key.clone(),
        kind: question.kind,
        html: words(all, |texts| Some(&of(texts, place)?.html)),
        options: (0..question.options.len())
            .map(|option| words(all, |texts| of(texts, place)?.options.get(option).map(String::as_str)))
            .collect(),
    });
    Some(Activity {
        key: SURVEY.to_owned(),
        kind: ActivityKind::Survey,
        title: words(all, |texts| texts.survey.as_ref().map(|survey| survey.title.as_str())),
        minutes: MINUTES_OF_SURVEY,
        html: Words::default(),
        week: outline.week,
        weight: 1,
        task: Task::Survey(Survey { questions: questions.collect() }),
    })
}

/// A quiz in every language; the first language's questions lead, and `compare` has seen to the others.
fn one_quiz(outline: &OutlineQuiz, all: &All) -> Option<Activity> {
    let key = &outline.key;
    let lead: &QuizText = all.iter().find_map(|(_, texts)| texts.quizzes.get(key))?;
    let questions = lead.questions.iter().filter_map(|question| one_question(key, question, all));
    let quiz = outline.settings.with(questions.collect());
    Some(Activity {
        key: key.clone(),
        kind: outline.kind,
        title: words(all, |texts| texts.quizzes.get(key).map(|quiz| quiz.title.as_str())),
        minutes: quiz.asked().saturating_mul(MINUTES_PER_QUESTION),
        html: Words::default(),
        week: outline.settings.week,
        weight: outline.settings.weight,
        task: Task::Quiz(quiz),
    })
}

/// A question's text in one language.
fn of<'a>(texts: &'a Texts, quiz: &str, key: &str) -> Option<&'a QuestionText> {
    texts.quizzes.get(quiz)?.questions.iter().find(|question| question.key == key)
}

fn one_question(quiz: &str, lead: &QuestionText, all: &All) -> Option<Question> {
    let kind = lead.kind?;
    let key = &lead.key;
    let typed = |read: fn(&List) -> &str| {
        let words = words(all, |texts| of(texts, quiz, key).map(|question| read(&question.list)));
        if kind.is_typed() { words } else { Words::default() }
    };
    let (order, targets) = places(kind, lead);
    let option = |place: usize, read: fn(&OptionText) -> &str| {
        words(all, |texts| of(texts, quiz, key)?.list.options.get(place).map(read))
    };
    let options = order.iter().map(|place| AnswerOption {
        html: option(*place, |option| &option.html),
        feedback: option(*place, |option| &option.feedback),
        right: kind.is_choice() && lead.list.options.get(*place).is_some_and(|option| option.right),
        target: target(kind, lead, &targets, *place),
    });
    let mut accepted: Vec<String> = Vec::new();
    for (_, texts) in all {
        let ours = of(texts, quiz, key).map_or(&[][..], |question| &question.list.typed.accepted);
        let more: Vec<String> = ours.iter().filter(|text| !accepted.contains(text)).cloned().collect();
        accepted.extend(more);
    }
    Some(Question {
        key: key.clone(),
        kind,
        objective: lead.objective,
        html: words(all, |texts| of(texts, quiz, key).map(|question| question.html.as_str())),
        options: options.collect(),
        targets: targets.iter().map(|place| option(*place, |option| &option.with)).collect(),
        accepted,
        number: lead.list.typed.number,
        shown: typed(|list| &list.typed.shown),
        said_right: typed(|list| &list.typed.said_right),
        said_other: typed(|list| &list.typed.said_other),
    })
}

/// The order in which the lines are shown, and of matching the lines whose right sides are the targets.
fn places(kind: QuestionKind, lead: &QuestionText) -> (Vec<usize>, Vec<usize>) {
    let options = &lead.list.options;
    let all: Vec<usize> = (0..options.len()).collect();
    if !kind.is_placing() {
        return (all, Vec::new());
    }
    let order = scramble(all.clone(), &lead.key, "options");
    if kind == QuestionKind::Ordering {
        return (order, Vec::new());
    }
    let first = |place: &usize| {
        let with = options.get(*place).map(|option| &option.with);
        options.iter().position(|option| Some(&option.with) == with) == Some(*place)
    };
    (order, scramble(all.into_iter().filter(first).collect(), &lead.key, "targets"))
}

/// What makes the option right: of ordering its place in the written order, of matching the place of its target.
fn target(kind: QuestionKind, lead: &QuestionText, targets: &[usize], place: usize) -> Option<u8> {
    let found = match kind {
        QuestionKind::Ordering => Some(place),
        QuestionKind::Matching => {
            let options = &lead.list.options;
            let with = options.get(place).map(|option| &option.with);
            targets.iter().position(|target| options.get(*target).map(|option| &option.with) == with)
        }
        _ => None,
    };
    found.and_then(|place| u8::try_from(place).ok())
}

/// An order that tells nothing, the same at every import: by a digest of the question's key. It is never the written one.
fn scramble(mut places: Vec<usize>, key: &str, what: &str) -> Vec<usize> {
    let written = places.clone();
    let by = |place: &usize| Sha256::digest(format!("{key}:{what}:{place}"));
    places.sort_by_cached_key(by);
    if places == written && places.len() > 1 {
        places.rotate_left(1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_scrambled_the_same_way_each_time() {
        for key in ["one", "two", "three", "four"] {
            let scrambled = scramble((0..5).collect(), key, "options");
            assert_eq!(scrambled, scramble((0..5).collect(), key, "options"));
            assert_ne!(scrambled, [0, 1, 2, 3, 4]);
            let mut sorted = scrambled;
            sorted.sort_unstable();
            assert_eq!(sorted, [0, 1, 2, 3, 4]);
        }
        assert_ne!(scramble((0..5).collect(), "one", "options"), scramble((0..5).collect(), "one", "targets"));
    }
}

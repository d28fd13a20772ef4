//! Checks of a course as a whole: whether its hours are honest, its tests cover what it promises, its two forms are equivalent.

use domain::course::{ActivityKind, CourseContent};
use domain::language::Language;

use super::mistakes::Mistakes;
use super::outline::{FILE, FINAL_TEST, Outline, POST_TEST, PRE_TEST};
use super::texts::{QuizText, Texts};

/// How many questions of the final test's bank cover each objective, at least.
const LEAST_QUESTIONS: usize = 2;

/// Notes what is wrong with the course as a whole.
pub(super) fn whole(outline: &Outline, content: &CourseContent, all: &[(Language, Texts)], mistakes: &mut Mistakes) {
    let Some((_, lead)) = all.first() else { return };
    draws(outline, content, mistakes);
    if let Some(test) = lead.quizzes.get(FINAL_TEST) {
        covered(test, lead.objectives.len(), mistakes);
    }
    if let (Some(pre), Some(post)) = (lead.quizzes.get(PRE_TEST), lead.quizzes.get(POST_TEST)) {
        equivalent(pre, post, mistakes);
    }
    // Of a course in which something is missing, the sum of minutes says nothing.
    let named = outline.files().into_values().filter(|(key, _)| key.is_some()).count();
    let there = content.activities().filter(|(_, activity)| activity.minutes > 0).count();
    if there == named && there > 0 && outline.hours > 0 {
        hours(outline, content, mistakes);
    }
}

fn draws(outline: &Outline, content: &CourseContent, mistakes: &mut Mistakes) {
    for quiz in outline.quizzes() {
        let bank = content
            .find_activity(&quiz.key)
            .and_then(|activity| activity.quiz())
            .map_or(0, |quiz| quiz.questions.len());
        if let Some(at) = quiz.settings.draw_line
            && bank > 0
            && quiz.settings.quiz.draw.is_some_and(|draw| usize::from(draw) > bank)
        {
            let text = format!("`draw` asks for more questions than the bank has ({bank}); write more or draw fewer");
            mistakes.note(FILE, at, text);
        }
    }
}

/// Each objective needs its questions; a bank in which none names one is left alone.
fn covered(test: &QuizText, objectives: usize, mistakes: &mut Mistakes) {
    if test.questions.iter().all(|question| question.objective.is_none()) {
        return;
    }
    for objective in 1..=objectives {
        let covering =
            test.questions.iter().filter(|question| question.objective.map(usize::from) == Some(objective)).count();
        if covering < LEAST_QUESTIONS {
            let text = format!("{covering} questions cover objective {objective}; write at least {LEAST_QUESTIONS}");
            mistakes.note(&test.file, 1, text);
        }
    }
}

/// The pre-test and the post-test ask for the same in the same way, with other questions.
fn equivalent(pre: &QuizText, post: &QuizText, mistakes: &mut Mistakes) {
    let (before, after) = (pre.questions.len(), post.questions.len());
    if before != after {
        mistakes.note(&post.file, 1, format!("{after} questions here, {before} in {}; give both the same", pre.file));
    }
    for (place, (one, other)) in pre.questions.iter().zip(&post.questions).enumerate() {
        if (one.kind, one.objective) != (other.kind, other.objective) {
            let text = format!(
                "question {} is of another kind or objective than in {}:{}; the two tests are forms of one",
                place + 1,
                pre.file,
                one.line
            );
            mistakes.note(&post.file, other.line, text);
        }
    }
    for question in &post.questions {
        if let Some(known) = pre.questions.iter().find(|known| known.key == question.key) {
            let text =
                format!("the question `{}` is in {}:{} as well; ask another", question.key, pre.file, known.line);
            mistakes.note(&post.file, question.line, text);
        }
    }
}

/// The stated hours are those of the activities, within a tenth.
fn hours(outline: &Outline, content: &CourseContent, mistakes: &mut Mistakes) {
    let minutes: u32 = content.activities().map(|(_, activity)| u32::from(activity.minutes)).sum();
    let stated = u32::from(outline.hours) * 60;
    if minutes.abs_diff(stated) * 10 <= stated {
        return;
    }
    let of = |kinds: &[ActivityKind]| -> u32 {
        let some = content.activities().filter(|(_, activity)| kinds.contains(&activity.kind));
        some.map(|(_, activity)| u32::from(activity.minutes)).sum()
    };
    let text = format!(
        "`hours` says {stated} minutes, the activities take {minutes} (to read and fill in {}, assignments {}, questions and \
         the survey the rest); they must be within a tenth of each other",
        of(&[ActivityKind::Lesson, ActivityKind::Worksheet]),
        of(&[ActivityKind::Assignment]),
    );
    mistakes.note(FILE, outline.hours_line, text);
}

//! Rules: what they ask, and that an act never takes a completion away.

use proptest::prelude::*;

use super::*;
use crate::course::{Activity, ActivityKind, Assignment, CourseContent, Module, Survey, Task};
use crate::language::Words;
use crate::quiz::{FeedbackTime, GradeMethod, Quiz, Score};

fn activity(key: &str, kind: ActivityKind) -> Activity {
    let task = match kind {
        ActivityKind::Check | ActivityKind::FinalTest | ActivityKind::PreTest | ActivityKind::PostTest => {
            Task::Quiz(Quiz {
                pass: 70,
                draw: None,
                attempts: Some(3),
                wait: None,
                minutes: None,
                shuffle: false,
                method: GradeMethod::Best,
                feedback: FeedbackTime::AtOnce,
                questions: Vec::new(),
            })
        }
        ActivityKind::Assignment => Task::Assignment(Assignment { pass: 60, files: None, rubric: Vec::new() }),
        ActivityKind::Survey => Task::Survey(Survey { questions: Vec::new() }),
        ActivityKind::Worksheet => Task::Worksheet(Vec::new()),
        ActivityKind::Lesson => Task::Read,
    };
    Activity {
        key: key.into(),
        kind,
        title: Words::default(),
        minutes: 1,
        html: Words::default(),
        week: None,
        weight: 1,
        task,
    }
}

pub(super) fn lesson(key: &str) -> Activity {
    activity(key, ActivityKind::Lesson)
}

pub(super) fn content(activities: Vec<Activity>) -> CourseContent {
    CourseContent {
        hours: 1,
        languages: Vec::new(),
        completion: Rule::full(),
        title: Words::default(),
        short_title: Words::default(),
        summary: Words::default(),
        audience: Words::default(),
        description: Words::default(),
        objectives: BTreeMap::new(),
        modules: vec![Module { key: "m".into(), title: Words::default(), activities }],
        glossary: Vec::new(),
    }
}

/// One of everything.
pub(super) fn whole() -> CourseContent {
    use ActivityKind as K;
    let all = [
        ("l0", K::Lesson),
        ("l1", K::Lesson),
        ("w", K::Worksheet),
        ("m-check", K::Check),
        ("essay", K::Assignment),
        ("final-test", K::FinalTest),
        ("survey", K::Survey),
    ];
    content(all.iter().map(|(key, kind)| activity(key, *kind)).collect())
}

#[test]
fn an_outline_trains_nobody_by_itself() {
    let outline = content(Vec::new());
    for rule in
        [Rule::full(), Rule::FinalTest, Rule::Recorded, Rule::Lessons, Rule::All(Vec::new()), Rule::FinalGrade(50)]
    {
        assert!(!rule.is_met(&outline, &Progress::default()), "{rule}");
    }
    assert!(!Rule::full().fits(&outline));
}

#[test]
fn a_part_that_the_course_lacks_asks_for_nothing_but_a_named_one_must_exist() {
    let reading = content(vec![activity("l0", ActivityKind::Lesson)]);
    assert!(Rule::full().fits(&reading));
    let named = Rule::All(vec![Rule::Lessons, Rule::Assignment { key: "essay".into(), grade: None }]);
    assert!(!named.fits(&reading) && named.fits(&whole()));
    assert!(!Rule::Some { least: 3, of: vec![Rule::Lessons, Rule::Checks] }.fits(&whole()));
}

#[test]
fn what_remains_names_the_best_try_the_mark_and_the_attempts_left() {
    let progress = Progress {
        done: ["l0".to_owned(), "l1".into(), "w".into(), "m-check".into()].into(),
        grades: BTreeMap::from([("final-test".into(), Score { right: 3, asked: 5 }.into())]),
        attempts: BTreeMap::from([("final-test".into(), 2)]),
        ..Progress::default()
    };
    assert_eq!(
        Rule::full().remaining(&whole(), &progress),
        [Remaining::Quiz { key: "final-test".into(), best: Some(60), pass: 70, attempts_left: Some(1) }]
    );
}

#[test]
fn some_of_several_asks_for_as_many_as_are_missing() {
    let rule = Rule::Some { least: 2, of: vec![Rule::Survey, Rule::Attendance(3), Rule::FinalTest] };
    let mut progress = Progress { attended: 3, ..Progress::default() };
    let remaining = rule.remaining(&whole(), &progress);
    assert!(matches!(&remaining[..], [Remaining::Choice { more: 1, of }] if of.len() == 2), "{remaining:?}");
    progress.done.insert("survey".into());
    assert!(rule.is_met(&whole(), &progress));
}

#[test]
fn an_assignment_waits_for_its_grade() {
    let rule = Rule::Assignment { key: "essay".into(), grade: Some(80) };
    let mut progress = Progress { handed_in: ["essay".to_owned()].into(), ..Progress::default() };
    assert!(matches!(
        &rule.remaining(&whole(), &progress)[..],
        [Remaining::Assignment { waiting: true, grade: None, .. }]
    ));
    progress.grades.insert("essay".into(), Grade { part: 15, whole: 20 });
    assert!(!rule.is_met(&whole(), &progress));
    progress.grades.insert("essay".into(), Grade { part: 16, whole: 20 });
    assert!(rule.is_met(&whole(), &progress));
}

#[test]
fn a_reached_completion_outlives_its_rule() {
    let progress = Progress { completed: true, ..Progress::default() };
    assert!(Rule::full().is_met(&whole(), &progress));
}

#[test]
fn a_rule_survives_its_storage() {
    let rule = Rule::All(vec![
        Rule::Lessons,
        Rule::Quiz { key: "m-check".into(), grade: Some(80) },
        Rule::Some { least: 1, of: vec![Rule::Attendance(2), Rule::FinalGrade(70)] },
    ]);
    assert_eq!(rule.to_string().parse::<Rule>().unwrap(), rule);
    for (word, rule) in [("full", Rule::full()), ("final-test", Rule::FinalTest), ("recorded", Rule::Recorded)] {
        assert_eq!(word.parse::<Rule>().unwrap(), rule);
    }
    assert!("everything".parse::<Rule>().is_err());
}

/// Acts in the course of `whole`, as numbers.
fn act(progress: &mut Progress, number: u8) {
    let key = |key: &str| key.to_owned();
    match number % 9 {
        0 => drop(progress.done.insert(key("l0"))),
        1 => drop(progress.done.insert(key("l1"))),
        2 => drop(progress.done.insert(key("w"))),
        3 => drop(progress.done.insert(key("survey"))),
        4 => progress.attended = progress.attended.max(2),
        quiz @ (5 | 6) => {
            let key = key(if quiz == 5 { "m-check" } else { "final-test" });
            progress.grades.insert(key.clone(), Grade { part: 7, whole: 10 });
            progress.done.insert(key);
        }
        7 => drop(progress.handed_in.insert(key("essay"))),
        _ => drop(progress.grades.insert(key("essay"), Grade { part: 9, whole: 10 })),
    }
}

fn rules() -> impl Strategy<Value = Rule> {
    let leaf = prop_oneof![
        Just(Rule::Lessons),
        Just(Rule::Checks),
        Just(Rule::FinalTest),
        Just(Rule::Survey),
        (1_u8..4).prop_map(Rule::Attendance),
        (1_u8..101).prop_map(Rule::FinalGrade),
        proptest::option::of(1_u8..101).prop_map(|grade| Rule::Quiz { key: "m-check".into(), grade }),
        proptest::option::of(1_u8..101).prop_map(|grade| Rule::Assignment { key: "essay".into(), grade }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Rule::All),
            (proptest::collection::vec(inner, 1..4), 1_u8..4)
                .prop_map(|(of, least)| Rule::Some { least: least.min(u8::try_from(of.len()).unwrap_or(1)), of }),
        ]
    })
}

proptest! {
    #[test]
    fn completion_is_monotone_and_independent_of_order(rule in rules(), acts in proptest::collection::vec(any::<u8>(), 0..14)) {
        let content = whole();
        let mut progress = Progress::default();
        let mut met = false;
        for number in &acts {
            act(&mut progress, *number);
            let now = rule.is_met(&content, &progress);
            prop_assert!(now || !met, "an act took a completion away");
            met = now;
        }
        let mut reversed = Progress::default();
        for number in acts.iter().rev() {
            act(&mut reversed, *number);
        }
        prop_assert_eq!(rule.is_met(&content, &reversed), met);
        prop_assert_eq!(met, rule.remaining(&content, &progress).is_empty());
    }

    #[test]
    fn who_has_done_everything_at_its_best_meets_every_rule(rule in rules()) {
        let content = whole();
        let mut progress = Progress { attended: 200, ..Progress::default() };
        for (_, activity) in content.activities() {
            progress.done.insert(activity.key.clone());
            progress.grades.insert(activity.key.clone(), Grade { part: 1, whole: 1 });
        }
        prop_assert!(rule.is_met(&content, &progress));
        prop_assert!(!rule.is_met(&content, &Progress::default()));
    }

    #[test]
    fn every_rule_survives_its_storage(rule in rules()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>().unwrap(), rule);
    }
}

use std::collections::BTreeSet;

use chrono::TimeZone as _;

use super::*;
use crate::course::{Assignment, Criterion, Level, Task};
use crate::language::Words;

fn plan() -> Activity {
    let level = |points| Level { points, text: Words::default() };
    let rubric = vec![Criterion { key: "all".into(), title: Words::default(), levels: vec![level(0), level(4)] }];
    Activity {
        key: "plan".into(),
        kind: ActivityKind::Assignment,
        title: Words::default(),
        minutes: 5,
        html: Words::default(),
        week: None,
        weight: 1,
        task: Task::Assignment(Assignment { pass: 60, files: None, rubric }),
    }
}

#[test]
fn what_waits_is_told_before_what_was_reached_and_lateness_last() {
    let day = |d| Utc.with_ymd_and_hms(2026, 3, d, 0, 0, 0).unwrap();
    let at = |progress: &Progress, d| stands(&plan(), progress, day(10), day(d));
    let mut progress = Progress::default();
    assert_eq!((at(&progress, 9), at(&progress, 10)), (CellState::Open, CellState::Late));
    progress.grades.insert("plan".into(), Grade { part: 1, whole: 2 });
    assert_eq!(at(&progress, 11), CellState::Below);
    progress.handed_in.insert("plan".into());
    assert_eq!(at(&progress, 11), CellState::Waiting);
    progress.handed_in.clear();
    progress.grades.insert("plan".into(), Grade { part: 3, whole: 4 });
    assert_eq!(at(&progress, 11), CellState::Done);
    let done = Progress { done: BTreeSet::from(["plan".to_owned()]), ..Progress::default() };
    assert_eq!(at(&done, 11), CellState::Done);
    let completed = Progress { completed: true, ..Progress::default() };
    assert_eq!(at(&completed, 11), CellState::Open, "who has completed is behind with nothing");
}

fn row(grades: [Option<Grade>; 2], part: u64) -> BookRow {
    let final_grade = Grade { part, whole: 100 };
    BookRow {
        participation: ParticipationId(uuid::Uuid::nil()),
        name: String::new(),
        grades: grades.into(),
        final_grade,
    }
}

#[test]
fn a_mean_is_that_of_those_who_tried() {
    let third = Grade { part: 1, whole: 3 };
    let rows = [row([Some(third), None], 16), row([Some(third), None], 17), row([None, None], 0)];
    let means = Means::of(2, &rows);
    assert_eq!(means.columns, [(Some(33), 2), (None, 0)]);
    assert_eq!(means.final_grade, (Some(16), 2));
}

#[test]
fn a_page_is_cut_out_and_there_is_always_one() {
    let mut rows: Vec<u32> = (0..250).collect();
    assert_eq!(Cut::of(&mut rows, 9), Cut { total: 250, number: 3, pages: 3 });
    assert_eq!((rows.first(), rows.len()), (Some(&200), 50));
    let mut none: Vec<u32> = Vec::new();
    assert_eq!(Cut::of(&mut none, 0), Cut { total: 0, number: 1, pages: 1 });
}

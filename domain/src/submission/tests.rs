use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::course::{Assignment, Criterion, Level};
use crate::language::Words;

fn assignment(levels: &[&[u16]]) -> Assignment {
    let criterion = |(place, points): (usize, &&[u16])| Criterion {
        key: format!("c{place}"),
        title: Words::default(),
        levels: points.iter().map(|points| Level { points: *points, text: Words::default() }).collect(),
    };
    Assignment { pass: 60, files: None, rubric: levels.iter().enumerate().map(criterion).collect() }
}

fn typed(points: &[&str]) -> BTreeMap<String, String> {
    points.iter().enumerate().map(|(place, points)| (format!("c{place}"), (*points).to_owned())).collect()
}

fn rules() -> FileRules {
    FileRules { most: 2, megabytes: 1, kinds: vec![FileKind::Pdf, FileKind::Docx, FileKind::Jpg] }
}

#[test]
fn a_draft_is_handed_in_taken_back_and_graded_once_it_waits() {
    use SubmissionState::{Draft, Graded, Submitted};
    assert_eq!(writing(None).unwrap(), Writing::Begin(1));
    assert_eq!(writing(Some((1, Draft))).unwrap(), Writing::GoOn);
    assert_eq!(writing(Some((1, Submitted))).unwrap_err().code, Code::ChangedMeanwhile);
    assert_eq!(writing(Some((3, Graded))).unwrap(), Writing::Begin(4));
    assert_eq!(Submitted.take_back().unwrap(), Draft);
    assert_eq!(Graded.take_back().unwrap_err().code, Code::AlreadyGraded);
    assert_eq!(Submitted.grade().unwrap(), Graded);
    assert_eq!(Graded.grade().unwrap(), Graded);
    assert_eq!(Draft.grade().unwrap_err().code, Code::ChangedMeanwhile);
}

#[test]
fn a_grade_is_made_of_levels_and_of_nothing_between_them() {
    let assignment = assignment(&[&[0, 2, 4], &[0, 3]]);
    let judgement = judge(&assignment, &typed(&["2", "3"]), &BTreeMap::new()).unwrap();
    assert_eq!(grade_of(&assignment, &judgement), crate::quiz::Grade { part: 5, whole: 7 });
    let refused = judge(&assignment, &typed(&["3", ""]), &BTreeMap::new()).unwrap_err();
    assert_eq!(
        refused.fields,
        [("points-c0".to_owned(), Code::ChoiceUnknown), ("points-c1".to_owned(), Code::Required)]
    );
    let refused = judge(&assignment, &typed(&["2", "3", "1"]), &BTreeMap::new()).unwrap_err();
    assert_eq!(refused.code, Code::AnswerForeign);
    let long = BTreeMap::from([("c1".to_owned(), "x".repeat(COMMENT_MAX + 1))]);
    let refused = judge(&assignment, &typed(&["2", "3"]), &long).unwrap_err();
    assert_eq!(refused.fields, [("comments-c1".to_owned(), Code::TooLong)]);
}

#[test]
fn an_empty_rubric_passes_nobody() {
    assert!(!grade_of(&assignment(&[]), &Judgement::new()).reaches(0));
}

#[test]
fn a_file_is_taken_by_its_content_and_kept_under_a_harmless_name() {
    let name = |text: &str| rules().check(text, 10, Some(FileKind::Pdf)).map(|(name, _)| name);
    assert_eq!(name("Plan de acción.PDF").unwrap(), "Plan de acción.pdf");
    assert_eq!(name("plan").unwrap(), "plan.pdf");
    assert_eq!(name("informe v1.2").unwrap(), "informe v1.2.pdf");
    assert_eq!(name("../../etc/passwd.pdf").unwrap(), "passwd.pdf");
    assert_eq!(name("C:\\temp\\a\"b\r\n;c.pdf").unwrap(), "a b c.pdf");
    assert_eq!(name(".pdf").unwrap(), "file.pdf");
    assert_eq!(name("run.exe").unwrap(), "run.exe.pdf");
    assert_eq!(name("plan.docx").unwrap_err(), Code::FileKindWrong);
    assert_eq!(rules().check("a.jpeg", 10, Some(FileKind::Jpg)).unwrap().0, "a.jpg");
    assert_eq!(rules().check("a.png", 10, Some(FileKind::Png)).unwrap_err(), Code::FileKindWrong);
    assert_eq!(rules().check("a.pdf", 10, None).unwrap_err(), Code::FileKindWrong);
    assert_eq!(rules().check("a.pdf", 0, None).unwrap_err(), Code::FileEmpty);
    let most = rules().most_bytes();
    assert!(rules().check("a.pdf", most, Some(FileKind::Pdf)).is_ok());
    assert_eq!(rules().check("a.pdf", most + 1, Some(FileKind::Pdf)).unwrap_err(), Code::FileTooLarge);
}

#[test]
fn nothing_is_handed_in_empty() {
    assert_eq!(check_hand_in(" \n", 0).unwrap_err().fields, [("text".to_owned(), Code::SubmissionEmpty)]);
    assert!(check_hand_in("", 1).is_ok() && check_hand_in("a plan", 0).is_ok());
}

proptest! {
    #[test]
    fn any_levels_give_a_grade_between_nothing_and_all(choices in proptest::collection::vec((0_u16..50, 0_u16..50, any::<bool>()), 1..6)) {
        let levels: Vec<[u16; 2]> = choices.iter().map(|(a, b, _)| [*a, a + b]).collect();
        let levels: Vec<&[u16]> = levels.iter().map(|two| &two[..]).collect();
        let assignment = assignment(&levels);
        let chosen: Vec<String> = choices.iter().map(|(a, b, high)| if *high { a + b } else { *a }.to_string()).collect();
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        let judgement = judge(&assignment, &typed(&chosen), &BTreeMap::new()).unwrap();
        let grade = grade_of(&assignment, &judgement);
        prop_assert!(grade.part <= grade.whole);
        prop_assert!(grade.percent() <= 100);
        let all_high = choices.iter().all(|(_, b, high)| *high || *b == 0);
        prop_assert_eq!(grade.whole > 0 && all_high, grade.reaches(100));
    }

    #[test]
    fn a_kept_name_never_leaves_its_folder_or_its_header(name in ".{0,120}") {
        if let Ok(name) = file_name(&name, FileKind::Pdf) {
            prop_assert!(name.ends_with(".pdf") && !name.starts_with('.'));
            prop_assert!(!name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | '"' | ';' | '%' | '\'')));
            prop_assert!(name.chars().count() <= NAME_MAX + 4);
        }
    }
}

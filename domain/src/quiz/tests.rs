//! Grading: every kind of question, right and wrong, and the draw.

use std::collections::BTreeSet;

use chrono::{Duration, TimeZone as _, Utc};
use proptest::prelude::*;

use super::*;
use crate::error::Code;
use crate::language::Words;

fn option(right: bool, target: Option<u8>) -> AnswerOption {
    AnswerOption { html: Words::default(), feedback: Words::default(), right, target }
}

fn question(key: &str, kind: QuestionKind, options: Vec<AnswerOption>) -> Question {
    Question {
        key: key.into(),
        kind,
        objective: None,
        html: Words::default(),
        options,
        targets: Vec::new(),
        accepted: Vec::new(),
        number: None,
        shown: Words::default(),
        said_right: Words::default(),
        said_other: Words::default(),
    }
}

fn choice(key: &str, kind: QuestionKind, right: &[bool]) -> Question {
    question(key, kind, right.iter().map(|right| option(*right, None)).collect())
}

fn placing(key: &str, kind: QuestionKind, targets: &[u8]) -> Question {
    let mut made = question(key, kind, targets.iter().map(|target| option(false, Some(*target))).collect());
    if kind == QuestionKind::Matching {
        made.targets = targets.iter().map(|_| Words::default()).collect();
    }
    made
}

fn quiz(questions: Vec<Question>, draw: Option<u16>) -> Quiz {
    Quiz {
        pass: 70,
        draw,
        attempts: None,
        wait: None,
        minutes: None,
        shuffle: false,
        method: GradeMethod::Best,
        feedback: FeedbackTime::AtOnce,
        questions,
    }
}

fn answer(texts: &[&str]) -> Answer {
    Answer(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn multiple_choice_needs_every_right_option_and_no_wrong_one() {
    let q = choice("q", QuestionKind::Multiple, &[true, false, true]);
    assert!(q.is_right(&answer(&["0", "2"])) && q.is_right(&answer(&["2", "0"])));
    for wrong in [&["0"][..], &["0", "1", "2"], &[]] {
        assert!(!q.is_right(&answer(wrong)), "{wrong:?}");
    }
}

#[test]
fn every_item_must_be_in_its_place() {
    for kind in [QuestionKind::Matching, QuestionKind::Ordering] {
        let q = placing("q", kind, &[2, 0, 1]);
        assert!(q.is_right(&answer(&["2", "0", "1"])));
        assert!(!q.is_right(&answer(&["2", "0", ""])) && !q.is_right(&answer(&["0", "1", "2"])));
        assert!(!q.is_right(&answer(&["2", "0"])));
    }
}

#[test]
fn what_is_typed_is_read_kindly_and_graded_strictly() {
    let mut short = question("q", QuestionKind::Short, Vec::new());
    short.accepted = vec![fold("brecha salarial"), fold("pay gap")];
    assert!(short.is_right(&answer(&["  Brecha  Salarial "])) && short.is_right(&answer(&["PAY GAP."])));
    assert!(!short.is_right(&answer(&["brecha"])));
    let mut numeric = question("q", QuestionKind::Numeric, Vec::new());
    numeric.number = Some(Number { value: 12_500_000, tolerance: 500_000 });
    assert!(numeric.is_right(&answer(&["12,9 %"])) && !numeric.is_right(&answer(&["13.1"])));
    assert!(!numeric.is_right(&answer(&[""])));
}

#[test]
fn answers_to_what_was_not_asked_are_refused() {
    let mut numeric = question("n", QuestionKind::Numeric, Vec::new());
    numeric.number = Some(Number { value: 0, tolerance: 0 });
    let quiz = quiz(
        vec![
            choice("q0", QuestionKind::Single, &[true, false]),
            choice("q1", QuestionKind::Single, &[true, false]),
            placing("m", QuestionKind::Matching, &[1, 0]),
            numeric,
        ],
        None,
    );
    let drawn: Vec<String> = ["q0", "m", "n"].map(str::to_owned).to_vec();
    let refused = |key: &str, texts: &[&str]| {
        check_answers(&quiz, &drawn, &Answers::from([(key.to_owned(), answer(texts))])).map_err(|refusal| refusal.code)
    };
    assert_eq!(refused("q1", &["0"]), Err(Code::AnswerForeign));
    assert_eq!(refused("q0", &["9"]), Err(Code::AnswerForeign));
    assert_eq!(refused("q0", &["0", "1"]), Err(Code::AnswerForeign));
    assert_eq!(refused("m", &["0", "7"]), Err(Code::AnswerForeign));
    assert_eq!(refused("n", &["twelve"]), Err(Code::Invalid));
    assert_eq!(refused("m", &["0", ""]), Ok(()));
    assert_eq!(refused("n", &["12,5"]), Ok(()));
}

#[test]
fn attempts_are_counted_and_spaced() {
    let now = Utc.with_ymd_and_hms(2026, 3, 5, 12, 0, 0).unwrap();
    let quiz = Quiz { attempts: Some(2), wait: Some(30), minutes: Some(10), ..quiz(Vec::new(), None) };
    let code = |taken, extra, ended| may_start(&quiz, taken, extra, ended, now).map_err(|refusal| refusal.code);
    assert_eq!(code(0, 0, None), Ok(()));
    assert_eq!(code(1, 0, Some(now - Duration::minutes(29))), Err(Code::AttemptTooSoon));
    assert_eq!(code(1, 0, Some(now - Duration::minutes(30))), Ok(()));
    assert_eq!(code(2, 0, None), Err(Code::AttemptsUsed));
    assert_eq!(code(2, 1, None), Ok(()));
    assert_eq!(closes_at(&quiz, now, 5), Some(now + Duration::minutes(15)));
}

/// A generator that is the same for the same seed.
fn chance(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    }
}

proptest! {
    #[test]
    fn a_draw_asks_distinct_questions_evenly_over_the_objectives(n in 1_usize..60, most in 1_u16..60, seed in any::<u64>()) {
        let mut questions: Vec<_> = (0..n).map(|i| choice(&format!("q{i}"), QuestionKind::Single, &[true, false])).collect();
        for (i, question) in questions.iter_mut().enumerate() {
            question.objective = Some(u8::try_from(i % 5).unwrap());
        }
        let quiz = quiz(questions, Some(most));
        let drawn = draw(&quiz, chance(seed));
        let distinct: BTreeSet<_> = drawn.iter().collect();
        prop_assert_eq!(distinct.len(), drawn.len());
        prop_assert_eq!(drawn.len(), usize::from(quiz.asked()));
        let of = |objective: u8| drawn.iter().filter(|key| quiz.find(key).unwrap().objective == Some(objective)).count();
        let bank = |objective: u8| quiz.questions.iter().filter(|q| q.objective == Some(objective)).count();
        for a in 0..5 {
            for b in 0..5 {
                prop_assert!(of(a) + 1 >= of(b) || of(a) == bank(a), "objective {} has {}, {} has {}", a, of(a), b, of(b));
            }
        }
    }

    #[test]
    fn one_more_right_answer_is_one_more_point(n in 1_usize..20, right in 0_usize..20) {
        let quiz = quiz((0..n).map(|i| choice(&format!("q{i}"), QuestionKind::Single, &[true, false, false])).collect(), None);
        let drawn = draw(&quiz, |_| 0);
        let right = right.min(n - 1);
        let answers = |count: usize| -> Answers { drawn.iter().take(count).map(|key| (key.clone(), answer(&["0"]))).collect() };
        let (before, after) = (grade(&quiz, &drawn, &answers(right)), grade(&quiz, &drawn, &answers(right + 1)));
        prop_assert_eq!(before.right + 1, after.right);
    }

    #[test]
    fn only_the_one_arrangement_is_right(n in 2_u8..7, seed in any::<u64>(), other in any::<u64>()) {
        let mut targets: Vec<u8> = (0..n).collect();
        let mut pick = chance(seed);
        for place in 0..targets.len() {
            let with = place + pick(targets.len() - place);
            targets.swap(place, with);
        }
        let mut pick = chance(other);
        let given: Vec<String> = targets.iter().map(|_| pick(usize::from(n)).to_string()).collect();
        let same = given.iter().zip(&targets).all(|(given, target)| *given == target.to_string());
        for kind in [QuestionKind::Matching, QuestionKind::Ordering] {
            let q = placing("q", kind, &targets);
            prop_assert_eq!(q.is_right(&Answer(given.clone())), same);
            prop_assert!(q.is_right(&Answer(targets.iter().map(u8::to_string).collect())));
        }
    }

    #[test]
    fn a_number_is_right_exactly_within_its_tolerance(value in -1_000_000_i64..1_000_000, tolerance in 0_i64..1_000, off in -2_000_i64..2_000) {
        let mut q = question("q", QuestionKind::Numeric, Vec::new());
        q.number = Some(Number { value: value * 1_000_000, tolerance: tolerance * 1_000_000 });
        let typed = (value + off).to_string();
        prop_assert_eq!(q.is_right(&answer(&[typed.as_str()])), off.abs() <= tolerance);
    }
}

//! Grading through the use cases, of every kind of question, against a plain model that shares no code with it. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use classroom::{RUNNING, at, attempt, both, content_of, edition_of, learner, question, quiz, quiz_activity};
use domain::completion::Rule;
use domain::course::ActivityKind;
use domain::language::Words;
use domain::quiz::{Answer, Answers, Number, Question, QuestionKind, fold};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use services::enrolment;
use services::learning::{activity, save_answers, submit_attempt};

/// A question, an answer to it, and whether that is right: known from how both were made, not from grading them.
#[derive(Debug, Clone)]
struct Case {
    question: Question,
    answer: Answer,
    right: bool,
}

fn texts(places: &[u8]) -> Vec<String> {
    places.iter().map(u8::to_string).collect()
}

fn choice(kind: QuestionKind) -> impl Strategy<Value = Case> {
    (2_usize..7, any::<u64>(), any::<u64>(), any::<bool>()).prop_map(move |(n, seed, other, same)| {
        let n = if kind == QuestionKind::TrueFalse { 2 } else { n };
        let chosen = |seed: u64| -> Vec<bool> {
            match kind {
                QuestionKind::Multiple => {
                    // At least one is right and one is not.
                    let mask = 1 + seed % ((1 << n) - 2);
                    (0..n).map(|place| mask >> place & 1 == 1).collect()
                }
                _ => (0..n).map(|place| place as u64 == seed % n as u64).collect(),
            }
        };
        let right = chosen(seed);
        let given = if same { right.clone() } else { chosen(other) };
        let places: Vec<u8> = (0_u8..).zip(&given).filter(|(_, chosen)| **chosen).map(|(place, _)| place).collect();
        Case { question: question("q", kind, &right), answer: Answer(texts(&places)), right: given == right }
    })
}

fn placing(kind: QuestionKind) -> impl Strategy<Value = Case> {
    (2_u8..7).prop_flat_map(move |n| {
        let order = Just((0..n).collect::<Vec<u8>>()).prop_shuffle();
        (order.clone(), order, any::<bool>(), proptest::option::weighted(0.2, 0..n)).prop_map(
            move |(right, other, same, hole)| {
                let mut made = question("q", kind, &vec![false; usize::from(n)]);
                for (option, target) in made.options.iter_mut().zip(&right) {
                    option.target = Some(*target);
                }
                if kind == QuestionKind::Matching {
                    made.targets = (0..n).map(|place| both(&format!("target {place}"))).collect();
                }
                let given = if same { right.clone() } else { other };
                let mut answer = texts(&given);
                if let Some(place) = hole {
                    answer[usize::from(place)] = String::new();
                }
                Case { question: made, answer: Answer(answer), right: given == right && hole.is_none() }
            },
        )
    })
}

fn short() -> impl Strategy<Value = Case> {
    let word = "[a-z]{2,6}( [a-z]{2,6})?";
    (word, word, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(word, other, same, shout, accent)| {
        let mut made = question("q", QuestionKind::Short, &[]);
        made.accepted = vec![fold(&word), "otra respuesta".into()];
        made.shown = both(&word);
        let meant = if same { &word } else { &other };
        let mut text = if shout { meant.to_uppercase() } else { meant.clone() };
        if accent {
            text = text.replace('a', "á").replace('E', "É").replace('u', "ü");
        }
        Case { question: made, answer: Answer(vec![format!("  {} ", text.replace(' ', "  "))]), right: *meant == word }
    })
}

fn numeric() -> impl Strategy<Value = Case> {
    // In hundredths, so that the model compares whole numbers.
    (-50_000_i64..50_000, 0_i64..300, -400_i64..400, any::<bool>()).prop_map(|(value, tolerance, off, comma)| {
        let mut made = question("q", QuestionKind::Numeric, &[]);
        made.number = Some(Number { value: value * 10_000, tolerance: tolerance * 10_000 });
        let given = value + off;
        let sign = if given < 0 { "-" } else { "" };
        let mark = if comma { ',' } else { '.' };
        let text = format!("{sign}{}{mark}{:02}", given.abs() / 100, given.abs() % 100);
        Case { question: made, answer: Answer(vec![text]), right: off.abs() <= tolerance }
    })
}

fn case() -> impl Strategy<Value = Case> {
    prop_oneof![
        choice(QuestionKind::Single),
        choice(QuestionKind::Multiple),
        choice(QuestionKind::TrueFalse),
        placing(QuestionKind::Matching),
        placing(QuestionKind::Ordering),
        short(),
        numeric(),
    ]
}

/// Every kind once, and some more of any.
fn generated() -> impl Strategy<Value = Vec<Case>> {
    let every = (
        choice(QuestionKind::Single),
        choice(QuestionKind::Multiple),
        choice(QuestionKind::TrueFalse),
        placing(QuestionKind::Matching),
        placing(QuestionKind::Ordering),
        short(),
        numeric(),
    );
    (every, proptest::collection::vec(case(), 0..5)).prop_map(|((a, b, c, d, e, f, g), more)| {
        let mut all: Vec<Case> = [a, b, c, d, e, f, g].into_iter().chain(more).collect();
        for (place, case) in all.iter_mut().enumerate() {
            case.question.key = format!("q{place}");
            case.question.html = Words::es_en("¿?", "?");
        }
        all
    })
}

const QUIZZES: usize = 24;

#[tokio::test]
async fn a_grade_is_that_of_the_plain_model_whatever_is_asked_and_however_it_is_answered() {
    let mut runner = TestRunner::deterministic();
    let quizzes: Vec<Vec<Case>> = (0..QUIZZES).map(|_| generated().new_tree(&mut runner).unwrap().current()).collect();
    let (rights, all) = (quizzes.iter().flatten().filter(|case| case.right).count(), quizzes.iter().flatten().count());
    assert!(rights * 4 > all && rights * 4 < all * 3, "{rights} of {all}: both outcomes have to be common");

    support::on_both(|campus| {
        let quizzes = quizzes.clone();
        async move {
            support::clock(&campus).set(at(RUNNING));
            let activities = quizzes.iter().enumerate().map(|(n, cases)| {
                let mut made = quiz(50, None, cases.iter().map(|case| case.question.clone()).collect());
                made.shuffle = true;
                quiz_activity(&format!("quiz-{n}"), ActivityKind::Check, made)
            });
            let content = content_of(activities.collect());
            edition_of(&campus, "e", "course-e", None, &content, Rule::full()).await;
            let ana = learner(&campus, "ana").await;
            enrolment::enrol(&ana, "e").await.unwrap();
            for (n, cases) in quizzes.iter().enumerate() {
                let key = format!("quiz-{n}");
                let open = attempt(&ana, "e", &key).await;
                // Some answers are saved on the way, some saved and changed, some come only with the form; each counts once.
                let answers = |take: &dyn Fn(usize) -> bool| -> Answers {
                    let taken = cases.iter().enumerate().filter(|(place, _)| take(*place));
                    taken.map(|(_, case)| (case.question.key.clone(), case.answer.clone())).collect()
                };
                save_answers(&ana, open.id, answers(&|place| place % 3 == 0)).await.unwrap();
                let other: Answers =
                    answers(&|place| place % 3 == 1).into_keys().map(|key| (key, Answer::default())).collect();
                save_answers(&ana, open.id, other).await.unwrap();
                submit_attempt(&ana, open.id, answers(&|place| place % 3 != 0)).await.unwrap();
                submit_attempt(&ana, open.id, answers(&|_| true)).await.unwrap();

                let view = activity(&ana, "e", &key).await.unwrap();
                let shown = view.quiz.unwrap().attempt.unwrap();
                let expected = cases.iter().filter(|case| case.right).count();
                let score = shown.score.unwrap();
                assert_eq!((usize::from(score.right), usize::from(score.asked)), (expected, cases.len()), "{cases:#?}");
                assert_eq!(view.done, expected * 2 >= cases.len());
                for (question, case) in shown.questions.iter().zip(cases) {
                    assert_eq!(question.right, Some(case.right), "{case:#?}");
                }
            }
        }
    })
    .await;
}

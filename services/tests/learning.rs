//! Lessons, quizzes and completion, on both databases.
#![cfg(test)]

mod classroom;
mod support;

use classroom::{RUNNING, answer, at, attempt, complete, edition, learner, right, shown_attempt, visitor};
use domain::completion::Remaining;
use domain::course::ActivityKind;
use domain::error::Code;
use domain::id::AttemptId;
use domain::language::Language;
use domain::quiz::{Answer, Answers};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::entity::{activity_done, attempt as attempts, audit, certificate, counting_revision, job, participation};
use services::learning::{activity, check_answer, finish_lesson, outline, start_attempt, submit_attempt};
use services::{Campus, Ctx, enrolment};

async fn only(campus: &Campus) -> participation::Model {
    let mut all = participation::Entity::find().all(campus.db.read()).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn revision(campus: &Campus) -> i64 {
    counting_revision::Entity::find().one(campus.db.read()).await.unwrap().unwrap().revision
}

fn code_of<T: std::fmt::Debug>(result: services::Result<T>) -> Option<Code> {
    result.unwrap_err().code()
}

/// A campus in March with an edition `e` and Ana in it.
async fn ana(campus: &std::sync::Arc<Campus>) -> Ctx {
    support::clock(campus).set(at(RUNNING));
    edition(campus, "e", None).await;
    let ana = learner(campus, "ana").await;
    enrolment::enrol(&ana, "e").await.unwrap();
    ana
}

#[tokio::test]
async fn a_lesson_finished_twice_counts_once_and_keeps_its_date() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        assert!(outline(&ana, "e").await.unwrap().fresh);
        let before = revision(&campus).await;
        assert_eq!(finish_lesson(&ana, "e", "lesson-1").await.unwrap().as_deref(), Some("lesson-2"));
        assert!(revision(&campus).await > before, "the first act makes a participant");
        let after = revision(&campus).await;
        support::clock(&campus).set(at("2026-03-11T12:00:00Z"));
        finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        assert_eq!(revision(&campus).await, after, "nothing counted has changed");
        let done = activity_done::Entity::find().all(campus.db.read()).await.unwrap();
        assert_eq!(done.iter().map(|row| row.done_at).collect::<Vec<_>>(), [at(RUNNING)]);
        let row = only(&campus).await;
        assert_eq!(
            (row.first_activity_at, row.last_activity_at),
            (Some(at(RUNNING)), Some(at("2026-03-11T12:00:00Z")))
        );
        let shown = outline(&ana, "e").await.unwrap();
        assert_eq!((shown.percent, shown.fresh, shown.resume.unwrap().0.as_str()), (25, false, "lesson-2"));
    })
    .await;
}

#[tokio::test]
async fn finishing_everything_completes_once_with_one_certificate() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        complete(&ana, "e").await;
        let row = only(&campus).await;
        assert_eq!((row.completed_at, row.completion_recorded_at), (Some(at(RUNNING)), Some(at(RUNNING))));
        let shown = outline(&ana, "e").await.unwrap();
        assert_eq!((shown.percent, shown.remaining.len(), shown.resume), (100, 0, None));
        support::clock(&campus).set(at("2026-03-20T12:00:00Z"));
        complete(&ana, "e").await;
        assert_eq!(only(&campus).await.completed_at, Some(at(RUNNING)));
        let db = campus.db.read();
        assert_eq!(certificate::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(audit::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(job::Entity::find().count(db).await.unwrap(), 2, "a welcome and a certificate");
        assert_eq!(outline(&ana, "e").await.unwrap().certificate, shown.certificate);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn submitting_many_times_at_once_counts_once() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        for lesson in ["lesson-1", "lesson-2"] {
            finish_lesson(&ana, "e", lesson).await.unwrap();
        }
        let check = attempt(&ana, "e", "check").await;
        submit_attempt(&ana, check.id, right(&check)).await.unwrap();
        let test = attempt(&ana, "e", "final-test").await;
        let tasks: Vec<_> = (0..8)
            .map(|n| {
                let (ana, mut answers) = (ana.clone(), right(&test));
                if n > 0 {
                    answers.pop_first();
                }
                let id = test.id;
                tokio::spawn(async move { submit_attempt(&ana, id, answers).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        let first = shown_attempt(&ana, "e", "final-test").await;
        submit_attempt(&ana, test.id, Answers::from([(test.questions[0].key.clone(), answer(&[1]))])).await.unwrap();
        submit_attempt(&ana, test.id, Answers::new()).await.unwrap();
        assert_eq!(shown_attempt(&ana, "e", "final-test").await, first);
        let db = campus.db.read();
        assert_eq!(attempts::Entity::find().count(db).await.unwrap(), 2);
        assert_eq!(certificate::Entity::find().count(db).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_tabs_share_one_attempt() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        let tabs: Vec<_> = (0..4)
            .map(|_| {
                let ana = ana.clone();
                tokio::spawn(async move { start_attempt(&ana, "e", "final-test").await })
            })
            .collect();
        for tab in tabs {
            tab.await.unwrap().unwrap();
        }
        assert_eq!(attempts::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        assert!(only(&campus).await.first_activity_at.is_none(), "looking is not yet learning");

        let (one, other) = (attempt(&ana, "e", "check").await, attempt(&ana, "e", "check").await);
        assert_eq!(one.id, other.id);
        submit_attempt(&ana, one.id, right(&one)).await.unwrap();
        assert_eq!(code_of(check_answer(&ana, other.id, "c1", answer(&[1])).await), Some(Code::AttemptClosed));
        assert!(activity(&ana, "e", "check").await.unwrap().done);
        let again = attempt(&ana, "e", "check").await;
        assert_ne!(again.id, one.id);
        let quiz = activity(&ana, "e", "check").await.unwrap().quiz.unwrap();
        assert_eq!((quiz.past.len(), quiz.passed, quiz.attempt.unwrap().score), (1, true, None));
    })
    .await;
}

#[tokio::test]
async fn a_forged_answer_changes_nothing() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        let check = attempt(&ana, "e", "check").await;
        let test = attempt(&ana, "e", "final-test").await;
        let before = attempts::Entity::find().all(campus.db.read()).await.unwrap();
        let given = |key: &str, chosen: &[u8]| Answers::from([(key.to_owned(), answer(chosen))]);
        let unasked =
            (1..=6).map(|n| format!("t{n}")).find(|key| !test.questions.iter().any(|asked| asked.key == *key)).unwrap();
        for (id, answers) in [
            (check.id, given("t1", &[0])),
            (check.id, given("c1", &[7])),
            (check.id, given("c1", &[0, 1])),
            (test.id, given(&unasked, &[0])),
        ] {
            assert_eq!(code_of(submit_attempt(&ana, id, answers).await), Some(Code::AnswerForeign));
        }
        assert_eq!(code_of(check_answer(&ana, check.id, "t1", answer(&[0])).await), Some(Code::AnswerForeign));
        assert_eq!(
            code_of(check_answer(&ana, test.id, &test.questions[0].key, answer(&[0])).await),
            Some(Code::BadRequest)
        );
        assert_eq!(code_of(check_answer(&ana, check.id, "c1", Answer::default()).await), Some(Code::QuizUnanswered));
        assert_eq!(code_of(submit_attempt(&ana, check.id, given("c1", &[])).await), Some(Code::QuizUnanswered));
        assert_eq!(code_of(finish_lesson(&ana, "e", "check").await), Some(Code::BadRequest));
        assert_eq!(code_of(finish_lesson(&ana, "e", "nothing").await), Some(Code::NotFound));
        assert_eq!(code_of(start_attempt(&ana, "e", "lesson-1").await), Some(Code::BadRequest));
        assert_eq!(attempts::Entity::find().all(campus.db.read()).await.unwrap(), before);
        let row = only(&campus).await;
        assert_eq!((row.first_activity_at, row.last_activity_at), (None, None));
    })
    .await;
}

#[tokio::test]
async fn another_persons_attempt_does_not_exist() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        let check = attempt(&ana, "e", "check").await;
        let eva = learner(&campus, "eva").await;
        let unknown = AttemptId(campus.new_id());
        for id in [check.id, unknown] {
            assert_eq!(code_of(submit_attempt(&eva, id, right(&check)).await), Some(Code::NotFound));
            assert_eq!(code_of(check_answer(&eva, id, "c1", answer(&[0])).await), Some(Code::NotFound));
        }
        assert_eq!(code_of(submit_attempt(&visitor(&campus), check.id, right(&check)).await), Some(Code::SignInFirst));
        assert_eq!(code_of(activity(&eva, "e", "lesson-1").await), Some(Code::NotEnrolled));
        assert_eq!(code_of(outline(&visitor(&campus), "e").await), Some(Code::SignInFirst));
        assert_eq!(code_of(finish_lesson(&eva, "e", "lesson-1").await), Some(Code::NotEnrolled));
        assert_eq!(shown_attempt(&ana, "e", "check").await, check);
    })
    .await;
}

#[tokio::test]
async fn acts_count_only_while_the_edition_runs() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        let check = attempt(&ana, "e", "check").await;
        for (when, code) in
            [("2026-02-28T23:59:59Z", Code::EditionNotStarted), ("2026-04-01T00:00:00Z", Code::EditionEnded)]
        {
            support::clock(&campus).set(at(when));
            assert_eq!(code_of(finish_lesson(&ana, "e", "lesson-1").await), Some(code));
            assert_eq!(code_of(start_attempt(&ana, "e", "final-test").await), Some(code));
            assert_eq!(code_of(check_answer(&ana, check.id, "c1", answer(&[0])).await), Some(code));
            assert_eq!(code_of(submit_attempt(&ana, check.id, right(&check)).await), Some(code));
        }
        assert!(only(&campus).await.first_activity_at.is_none());
        assert_eq!(activity(&ana, "e", "lesson-1").await.unwrap().html, "text (en)", "reading stays possible");
    })
    .await;
}

#[tokio::test]
async fn switching_the_language_keeps_place_and_progress() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        let check = attempt(&ana, "e", "check").await;
        check_answer(&ana, check.id, "c1", answer(&[0])).await.unwrap();
        let spanish = Ctx { language: Language::Es, ..ana.clone() };
        let lesson = activity(&spanish, "e", "lesson-2").await.unwrap();
        assert_eq!(
            (lesson.title.as_str(), lesson.html.as_str(), lesson.outline.percent),
            ("lesson-2 (es)", "text (es)", 25)
        );
        assert_eq!((lesson.previous.unwrap().0.as_str(), lesson.next.unwrap().0.as_str()), ("lesson-1", "check"));
        let kept = shown_attempt(&spanish, "e", "check").await;
        assert_eq!(kept.id, check.id);
        assert!(kept.questions[0].options[0].chosen);
        assert_eq!(lesson.outline.resume.unwrap(), ("check".to_owned(), "check (es)".to_owned()));
        finish_lesson(&spanish, "e", "lesson-2").await.unwrap();
        assert_eq!(outline(&ana, "e").await.unwrap().percent, 50);
        assert_eq!(only(&campus).await.language, Language::En, "what was declared at enrolment stays");
    })
    .await;
}

#[tokio::test]
async fn feedback_comes_with_the_answer_and_no_earlier() {
    support::on_both(|campus| async move {
        let ana = ana(&campus).await;
        let check = attempt(&ana, "e", "check").await;
        assert!(
            check
                .questions
                .iter()
                .all(|q| q.right.is_none() && q.options.iter().all(|o| o.feedback.is_none() && !o.chosen))
        );
        let told = check_answer(&ana, check.id, "c2", answer(&[0, 1])).await.unwrap();
        assert!(!told.right);
        let said: Vec<_> = told.said.iter().map(|said| (said.right, said.text.as_str())).collect();
        assert_eq!(said, [(true, "feedback 0 (en)"), (false, "feedback 1 (en)")]);
        assert!(only(&campus).await.first_activity_at.is_some(), "an answer given is a learning act");
        check_answer(&ana, check.id, "c2", answer(&[0, 2])).await.unwrap();
        submit_attempt(&ana, check.id, Answers::from([("c1".to_owned(), answer(&[0]))])).await.unwrap();
        assert!(activity(&ana, "e", "check").await.unwrap().done, "what was checked before stands");

        let test = attempt(&ana, "e", "final-test").await;
        assert_eq!(test.questions.len(), 3);
        let wrong: Answers = test.questions.iter().map(|q| (q.key.clone(), answer(&[1]))).collect();
        submit_attempt(&ana, test.id, wrong).await.unwrap();
        let shown = activity(&ana, "e", "final-test").await.unwrap();
        assert_eq!((shown.kind, shown.done), (ActivityKind::FinalTest, false));
        let failed = shown.quiz.unwrap().attempt.unwrap();
        let right_options = |attempt: &domain::quiz::AttemptView| {
            attempt.questions.iter().filter(|q| q.options[0].feedback.is_some()).count()
        };
        assert_eq!(right_options(&failed), 0, "the bank keeps its answers until the test is passed");
        assert!(failed.questions.iter().all(|q| q.right == Some(false) && q.options[1].feedback.is_some()));
        let best = outline(&ana, "e").await.unwrap().remaining.pop().unwrap();
        assert_eq!(
            (best.remaining, best.titles["final-test"].as_str()),
            (
                Remaining::Quiz { key: "final-test".into(), best: Some(0), pass: 60, attempts_left: None },
                "final-test (en)"
            )
        );
        let second = attempt(&ana, "e", "final-test").await;
        submit_attempt(&ana, second.id, right(&second)).await.unwrap();
        assert_eq!(right_options(&shown_attempt(&ana, "e", "final-test").await), 3);
    })
    .await;
}

//! Answers to a quiz: kept as they are given, forged, and given twice at one moment. On both databases.
#![cfg(test)]

mod classroom;
mod exam;
mod support;

use classroom::{RUNNING, answer, at, attempt, learner, shown_attempt, visitor};
use domain::error::Code;
use domain::id::AttemptId;
use domain::quiz::Answers;
use exam::{all_right, ana, given, only, row, test_quiz, view};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::enrolment;
use services::entity::certificate;
use services::learning::{check_answer, save_answers, save_attempt, submit_attempt};
use support::refusals::code;

#[tokio::test]
async fn answers_are_kept_as_they_are_given() {
    support::on_both(|campus| async move {
        let (ana, _) = ana(&campus, test_quiz()).await;
        let open = attempt(&ana, "e", "test").await;
        assert!(only(&campus).await.first_activity_at.is_none());
        let saved = save_answers(&ana, open.id, given(&[("q1", "2"), ("n1", "12,")])).await.unwrap();
        assert_eq!((saved.at, saved.wrong), (at(RUNNING), Vec::new()));
        assert!(only(&campus).await.first_activity_at.is_some(), "an answer given is a learning act");
        // Half a number keeps nothing else from being saved, and the answer before it stands.
        let saved = save_answers(&ana, open.id, given(&[("q2", "0"), ("n1", "a dozen")])).await.unwrap();
        assert_eq!(saved.wrong, [("n1".to_owned(), Code::NumberInvalid)]);
        save_answers(&ana, open.id, given(&[("q1", "0")])).await.unwrap();
        let kept: Answers = serde_json::from_str(&row(&campus, open.id).await.answers).unwrap();
        assert_eq!(kept, given(&[("q1", "0"), ("q2", "0"), ("n1", "12,")]));
        // A second tab's whole form, with less in it, takes nothing back; an answer taken back on purpose is.
        save_attempt(&ana, open.id, given(&[("q3", "0"), ("n1", "")])).await.unwrap();
        save_answers(&ana, open.id, given(&[("q2", "")])).await.unwrap();
        let kept: Answers = serde_json::from_str(&row(&campus, open.id).await.answers).unwrap();
        assert_eq!(kept, given(&[("q1", "0"), ("q3", "0"), ("n1", "12,")]));
        assert_eq!(
            support::refusals::fields(save_attempt(&ana, open.id, given(&[("n1", "doce"), ("q2", "0")])).await),
            [("answers[n1]".to_owned(), Code::NumberInvalid)]
        );
        submit_attempt(&ana, open.id, Answers::new()).await.unwrap();
        let shown = shown_attempt(&ana, "e", "test").await;
        assert_eq!(shown.score.unwrap().right, 3);
        assert_eq!(code(save_answers(&ana, open.id, given(&[("q2", "0")])).await), Some(Code::AttemptClosed));
        assert_eq!(shown_attempt(&ana, "e", "test").await, shown);
    })
    .await;
}

#[tokio::test]
async fn forged_answers_and_other_peoples_attempts_change_nothing() {
    support::on_both(|campus| async move {
        let (ana, _) = ana(&campus, test_quiz()).await;
        let eva = learner(&campus, "eva").await;
        enrolment::enrol(&eva, "e").await.unwrap();
        let open = attempt(&ana, "e", "test").await;
        let before = row(&campus, open.id).await;
        for (pairs, refusal) in [
            (given(&[("q9", "0")]), Code::AnswerForeign),
            (given(&[("q1", "4")]), Code::AnswerForeign),
            (given(&[("q1", "-1")]), Code::AnswerForeign),
            (Answers::from([("q1".to_owned(), answer(&[0, 1]))]), Code::AnswerForeign),
            (Answers::from([("n1".to_owned(), answer(&[1, 2]))]), Code::AnswerForeign),
        ] {
            assert_eq!(code(save_answers(&ana, open.id, pairs.clone()).await), Some(refusal));
            assert_eq!(code(save_attempt(&ana, open.id, pairs.clone()).await), Some(refusal));
            assert_eq!(code(submit_attempt(&ana, open.id, pairs).await), Some(refusal));
        }
        assert_eq!(code(submit_attempt(&ana, open.id, given(&[("q1", "0"), ("n1", "x")])).await), Some(Code::Invalid));
        assert_eq!(code(submit_attempt(&ana, open.id, given(&[("n1", "  ")])).await), Some(Code::QuizUnanswered));
        assert_eq!(code(check_answer(&ana, open.id, "q1", answer(&[0])).await), Some(Code::BadRequest));
        for id in [open.id, AttemptId(campus.new_id())] {
            assert_eq!(code(save_answers(&eva, id, all_right()).await), Some(Code::NotFound));
            assert_eq!(code(save_attempt(&eva, id, all_right()).await), Some(Code::NotFound));
            assert_eq!(code(submit_attempt(&eva, id, all_right()).await), Some(Code::NotFound));
        }
        assert_eq!(code(save_answers(&visitor(&campus), open.id, all_right()).await), Some(Code::SignInFirst));
        assert_eq!(row(&campus, open.id).await, before);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_tabs_answer_one_attempt_and_it_counts_once() {
    support::on_both(|campus| async move {
        let (ana, _) = ana(&campus, test_quiz()).await;
        let open = attempt(&ana, "e", "test").await;
        let saves = [("q1", "0"), ("q2", "0"), ("q3", "0"), ("n1", "12.5")].map(|pair| {
            let ana = ana.clone();
            tokio::spawn(async move { save_answers(&ana, open.id, given(&[pair])).await.map(|_| ()) })
        });
        for save in saves {
            save.await.unwrap().unwrap();
        }
        let ends: Vec<_> = (0..6)
            .map(|n| {
                let ana = ana.clone();
                tokio::spawn(async move {
                    let answers = if n % 2 == 0 { Answers::new() } else { given(&[("q1", "0")]) };
                    submit_attempt(&ana, open.id, answers).await
                })
            })
            .collect();
        for end in ends {
            end.await.unwrap().unwrap();
        }
        let quiz = view(&ana).await;
        assert_eq!((quiz.past.len(), quiz.past[0].score.right), (1, 4), "no tab's answer was lost");
        assert_eq!(certificate::Entity::find().count(campus.db.read()).await.unwrap(), 1);
    })
    .await;
}

//! How a quiz is taken: attempts, time, saving, extensions, what is told and when. On both databases.
#![cfg(test)]

mod classroom;
mod exam;
mod support;

use std::collections::BTreeSet;

use chrono::Duration;
use classroom::{
    RUNNING, answer, at, attempt, content, content_of, learner, quiz_activity, right, shown_attempt, teaches, visitor,
};
use domain::completion::{Remaining, Rule};
use domain::course::{ActivityKind, CourseContent, Task};
use domain::error::Code;
use domain::id::ParticipationId;
use domain::quiz::{Answers, ExtensionForm, FeedbackTime, GRACE, GradeMethod, QuestionKind, Quiz};
use exam::{all_right, ana, given, only, row, set, test_quiz, view};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::enrolment;
use services::entity::{audit, certificate};
use services::learning::{
    activity, check_answer, close_expired, finish_lesson, grant_extension, outline, person_progress, review,
    save_answers, save_attempt, start_attempt, submit_attempt,
};
use support::refusals::code;

#[tokio::test]
async fn attempts_are_counted_spaced_and_extended_for_one_person() {
    support::on_both(|campus| async move {
        let (ana, edition) = ana(&campus, Quiz { attempts: Some(2), wait: Some(30), ..test_quiz() }).await;
        let clock = support::clock(&campus);
        let first = attempt(&ana, "e", "test").await;
        submit_attempt(&ana, first.id, given(&[("q1", "1")])).await.unwrap();
        assert_eq!(code(start_attempt(&ana, "e", "test").await), Some(Code::AttemptTooSoon));
        assert_eq!(
            (view(&ana).await.attempts_left, view(&ana).await.next_at),
            (Some(1), Some(at(RUNNING) + Duration::minutes(30)))
        );
        clock.advance(Duration::minutes(30));
        assert_eq!(view(&ana).await.next_at, None);
        let second = attempt(&ana, "e", "test").await;
        assert_ne!(first.id, second.id);
        submit_attempt(&ana, second.id, given(&[("q1", "1")])).await.unwrap();
        clock.advance(Duration::hours(5));
        assert_eq!(code(start_attempt(&ana, "e", "test").await), Some(Code::AttemptsUsed));

        let of = only(&campus).await.id;
        let form = ExtensionForm {
            activity: "test".into(),
            extra_attempts: "1".into(),
            reason: "a flood".into(),
            ..Default::default()
        };
        let teacher = learner(&campus, "tea").await;
        for (ctx, refusal) in
            [(visitor(&campus), Code::SignInFirst), (ana.clone(), Code::NotForYou), (teacher.clone(), Code::NotForYou)]
        {
            assert_eq!(code(grant_extension(&ctx, "e", of, form.clone()).await), Some(refusal));
            assert_eq!(code(person_progress(&ctx, "e", of).await), Some(refusal));
        }
        teaches(&teacher, edition).await;
        assert_eq!(
            support::refusals::fields(
                grant_extension(&teacher, "e", of, ExtensionForm { activity: "no".into(), ..form.clone() }).await
            ),
            [("activity".to_owned(), Code::ChoiceUnknown)]
        );
        let unknown = ParticipationId(campus.new_id());
        assert_eq!(code(grant_extension(&teacher, "e", unknown, form.clone()).await), Some(Code::NotFound));
        for _ in 0..2 {
            grant_extension(&teacher, "e", of, form.clone()).await.unwrap();
        }
        let seen = person_progress(&teacher, "e", of).await.unwrap().activities.remove(0);
        assert_eq!(
            (seen.attempts, seen.most_attempts, seen.reason.as_str(), seen.done),
            (2, Some(3), "a flood", false)
        );
        let trail = audit::Entity::find().filter(audit::Column::Action.eq("extension-granted"));
        assert_eq!(trail.count(campus.db.read()).await.unwrap(), 2);
        let remaining = outline(&ana, "e").await.unwrap().remaining.remove(0).remaining;
        assert!(matches!(remaining, Remaining::Quiz { attempts_left: Some(1), .. }), "{remaining:?}");
        let third = attempt(&ana, "e", "test").await;
        submit_attempt(&ana, third.id, all_right()).await.unwrap();
        assert_eq!(code(start_attempt(&ana, "e", "test").await), Some(Code::AttemptsUsed));
        assert!(activity(&ana, "e", "test").await.unwrap().done);
    })
    .await;
}

#[tokio::test]
async fn what_comes_after_the_time_does_not_count_and_what_was_saved_does() {
    support::on_both(|campus| async move {
        let (ana, _) = ana(&campus, Quiz { minutes: Some(20), ..test_quiz() }).await;
        let clock = support::clock(&campus);
        let open = attempt(&ana, "e", "test").await;
        let closes = at(RUNNING) + Duration::minutes(20);
        assert_eq!(open.closes_at, Some(closes));
        save_answers(&ana, open.id, given(&[("q1", "0"), ("q2", "0")])).await.unwrap();
        clock.set(closes + Duration::seconds(29));
        save_answers(&ana, open.id, given(&[("q2", "1")])).await.unwrap();
        clock.set(closes + GRACE);
        assert_eq!(code(save_answers(&ana, open.id, given(&[("q3", "0")])).await), Some(Code::AttemptOver));
        assert_eq!(code(save_attempt(&ana, open.id, given(&[("q3", "0")])).await), Some(Code::AttemptOver));
        assert!(shown_attempt(&ana, "e", "test").await.over);
        // Whatever a late form holds, a forgery too, the saved answers are what is graded.
        submit_attempt(&ana, open.id, given(&[("q2", "0"), ("q3", "0"), ("forged", "9")])).await.unwrap();
        let shown = shown_attempt(&ana, "e", "test").await;
        assert_eq!((shown.score.unwrap().right, shown.timed_out, shown.over), (1, true, false));
        let stored = row(&campus, open.id).await;
        assert_eq!(stored.submitted_at, Some(closes + GRACE), "dated by the end of its time, not by the visit");
        submit_attempt(&ana, open.id, all_right()).await.unwrap();
        assert_eq!(row(&campus, open.id).await, stored);
        let second = attempt(&ana, "e", "test").await;
        submit_attempt(&ana, second.id, all_right()).await.unwrap();
        let quiz = view(&ana).await;
        assert_eq!(quiz.past.iter().map(|one| one.timed_out).collect::<Vec<_>>(), [true, false]);
    })
    .await;
}

#[tokio::test]
async fn the_sweep_closes_completes_and_tells_the_learner_once() {
    support::on_both(|campus| async move {
        let timed = |content: CourseContent| {
            let mut content = content;
            for activity in content.modules.iter_mut().flat_map(|module| &mut module.activities) {
                if let (ActivityKind::FinalTest, Task::Quiz(quiz)) = (activity.kind, &mut activity.task) {
                    quiz.minutes = Some(10);
                }
            }
            content
        };
        let (ana, _) = set(&campus, timed(content()), Rule::full()).await;
        for lesson in ["lesson-1", "lesson-2"] {
            finish_lesson(&ana, "e", lesson).await.unwrap();
        }
        let check = attempt(&ana, "e", "check").await;
        submit_attempt(&ana, check.id, right(&check)).await.unwrap();
        let test = attempt(&ana, "e", "final-test").await;
        save_answers(&ana, test.id, right(&test)).await.unwrap();
        let clock = support::clock(&campus);
        clock.set(at(RUNNING) + Duration::minutes(10));
        assert_eq!(close_expired(&campus).await.unwrap(), 0, "the grace lasts");
        clock.advance(Duration::hours(3));
        assert_eq!(close_expired(&campus).await.unwrap(), 1);
        assert_eq!(close_expired(&campus).await.unwrap(), 0);
        let done = only(&campus).await;
        let ended = at(RUNNING) + Duration::minutes(10) + GRACE;
        assert_eq!((done.completed_at, done.completion_recorded_at), (Some(ended), Some(campus.now())));
        assert_eq!(done.last_activity_at, Some(at(RUNNING)), "closing is no act of the learner's");
        assert_eq!(certificate::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        let mails = support::mails(&campus).await;
        let certificates: Vec<_> = mails.iter().filter(|mail| mail.contains("/certificates/")).collect();
        assert_eq!(certificates.len(), 1);
        assert!(certificates[0].contains("ana@example.org"), "{}", certificates[0]);
        assert_eq!(outline(&ana, "e").await.unwrap().remaining.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_extension_moves_the_end_of_an_open_attempt_and_the_edition_caps_it() {
    support::on_both(|campus| async move {
        let (ana, edition) = ana(&campus, Quiz { minutes: Some(20), attempts: Some(3), ..test_quiz() }).await;
        let teacher = learner(&campus, "tea").await;
        teaches(&teacher, edition).await;
        let open = attempt(&ana, "e", "test").await;
        let form = ExtensionForm {
            activity: "test".into(),
            extra_minutes: "15".into(),
            reason: "slow line".into(),
            ..Default::default()
        };
        let of = only(&campus).await.id;
        grant_extension(&teacher, "e", of, form.clone()).await.unwrap();
        let clock = support::clock(&campus);
        clock.set(at(RUNNING) + Duration::minutes(34));
        save_answers(&ana, open.id, given(&[("q1", "0")])).await.unwrap();
        let quiz = view(&ana).await;
        assert_eq!((quiz.minutes, quiz.extension.minutes), (Some(35), 15));
        assert_eq!(quiz.attempt.unwrap().closes_at, Some(at(RUNNING) + Duration::minutes(35)));
        submit_attempt(&ana, open.id, Answers::new()).await.unwrap();

        let end = at("2026-04-01T00:00:00Z");
        clock.set(end - Duration::minutes(5));
        let last = attempt(&ana, "e", "test").await;
        assert_eq!(last.closes_at, Some(end), "no attempt outlives its edition");
        save_answers(&ana, last.id, all_right()).await.unwrap();
        clock.set(end + Duration::hours(2));
        assert_eq!(code(save_answers(&ana, last.id, given(&[("q1", "1")])).await), Some(Code::EditionEnded));
        assert_eq!(code(start_attempt(&ana, "e", "test").await), Some(Code::EditionEnded));
        assert_eq!(code(grant_extension(&teacher, "e", of, form).await), Some(Code::EditionEnded));
        assert_eq!(close_expired(&campus).await.unwrap(), 1, "what was saved in time counts, also after the end");
        assert_eq!(only(&campus).await.completed_at, Some(end + GRACE));
    })
    .await;
}

#[tokio::test]
async fn feedback_waits_for_the_due_date_and_for_nobody_elses() {
    support::on_both(|campus| async move {
        let quiz = Quiz { feedback: FeedbackTime::AfterDue, attempts: Some(1), ..test_quiz() };
        let mut test = quiz_activity("test", ActivityKind::Check, quiz);
        test.week = Some(2);
        let (ana, edition) = set(&campus, content_of(vec![test]), Rule::Checks).await;
        let due = at("2026-03-15T00:00:00Z");
        let open = attempt(&ana, "e", "test").await;
        assert_eq!(code(check_answer(&ana, open.id, "q1", answer(&[0])).await), Some(Code::BadRequest));
        submit_attempt(&ana, open.id, given(&[("q1", "1"), ("q2", "0")])).await.unwrap();
        let told = |view: &domain::quiz::QuizView| {
            let attempt = view.attempt.as_ref().unwrap();
            attempt.questions.iter().any(|question| {
                question.right.is_some()
                    || question.solution.is_some()
                    || question.options.iter().any(|option| option.feedback.is_some())
            })
        };
        let before = view(&ana).await;
        assert_eq!((told(&before), before.feedback_at, before.due_at), (false, Some(due), due));
        let teacher = learner(&campus, "tea").await;
        teaches(&teacher, edition).await;
        let form = ExtensionForm {
            activity: "test".into(),
            due_on: "2026-03-20".into(),
            reason: "travel".into(),
            ..Default::default()
        };
        let eva = learner(&campus, "eva").await;
        enrolment::enrol(&eva, "e").await.unwrap();
        let of_eva = enrolment::store::find_mine(campus.db.read(), eva.person().unwrap().person, edition)
            .await
            .unwrap()
            .unwrap()
            .participation
            .id;
        grant_extension(&teacher, "e", of_eva, form.clone()).await.unwrap();
        let late = ExtensionForm { due_on: "2026-04-01".into(), ..form };
        assert_eq!(
            support::refusals::fields(grant_extension(&teacher, "e", of_eva, late).await),
            [("due_on".to_owned(), Code::DateOutside)]
        );
        let hers = attempt(&eva, "e", "test").await;
        submit_attempt(&eva, hers.id, given(&[("q1", "0")])).await.unwrap();
        support::clock(&campus).set(due);
        assert!(told(&view(&ana).await) && view(&ana).await.feedback_at.is_none());
        assert!(!told(&view(&eva).await), "hers is due later");
        assert_eq!(view(&eva).await.due_at, at("2026-03-21T00:00:00Z"));
        let number = view(&ana).await.attempt.unwrap().questions.pop().unwrap();
        assert_eq!((number.right, number.solution.as_deref()), (Some(false), Some("12.5")));
    })
    .await;
}

#[tokio::test]
async fn options_are_shuffled_for_each_attempt_and_stay_so() {
    support::on_both(|campus| async move {
        let (ana, _) = ana(&campus, Quiz { shuffle: true, method: GradeMethod::Average, ..test_quiz() }).await;
        let mut orders = BTreeSet::new();
        for turn in 0..6 {
            let open = attempt(&ana, "e", "test").await;
            assert_eq!(shown_attempt(&ana, "e", "test").await, open, "a reload moves nothing");
            for question in open.questions.iter().filter(|question| question.kind == QuestionKind::Single) {
                let order: Vec<u8> = question.options.iter().map(|option| option.place).collect();
                assert_eq!(order.iter().copied().collect::<BTreeSet<_>>(), (0..4).collect());
                let by_place =
                    |option: &domain::quiz::OptionView| option.html == format!("option {} (en)", option.place);
                assert!(question.options.iter().all(by_place), "an answer names the option, not where it stands");
                orders.insert(order);
            }
            let answers = if turn == 0 { given(&[("q1", "0")]) } else { all_right() };
            submit_attempt(&ana, open.id, answers).await.unwrap();
        }
        assert!(orders.len() > 5, "{orders:?}");
        let quiz = view(&ana).await;
        assert_eq!((quiz.past.len(), quiz.grade.unwrap().percent()), (6, 87), "(25 + 5 × 100) / 6");
        let first = review(&ana, "e", "test", Some(1)).await.unwrap().quiz.unwrap();
        assert_eq!((first.attempt.unwrap().score.unwrap().right, first.open), (1, None));
        start_attempt(&ana, "e", "test").await.unwrap();
        let first = review(&ana, "e", "test", Some(1)).await.unwrap().quiz.unwrap();
        assert_eq!((first.attempt.unwrap().number, first.open), (1, Some(7)));
        let none = review(&ana, "e", "test", Some(99)).await.unwrap().quiz.unwrap();
        assert_eq!(none.attempt.unwrap().number, 7);
    })
    .await;
}

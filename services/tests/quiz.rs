//! How a quiz is taken: attempts, time, saving, extensions, what is told and when. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Duration;
use classroom::{
    RUNNING, answer, at, attempt, content, content_of, edition_of, learner, question, quiz, quiz_activity, right,
    shown_attempt, teaches, visitor,
};
use domain::completion::{Remaining, Rule};
use domain::course::{ActivityKind, CourseContent, Task};
use domain::error::Code;
use domain::id::{AttemptId, EditionId, ParticipationId};
use domain::quiz::{Answer, Answers, ExtensionForm, FeedbackTime, GRACE, GradeMethod, Number, QuestionKind, Quiz};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{attempt as attempts, audit, certificate, participation};
use services::learning::{
    activity, check_answer, close_expired, finish_lesson, grant_extension, outline, person_progress, review,
    save_answers, save_attempt, start_attempt, submit_attempt,
};
use services::{Campus, Ctx, enrolment};
use support::code;

/// A test of three single choices (option 0 is right) and a number (12.5, give or take 0.5), passed at 60.
fn test_quiz() -> Quiz {
    let mut questions: Vec<_> =
        (1..=3).map(|n| question(&format!("q{n}"), QuestionKind::Single, &[true, false, false, false])).collect();
    let mut number = question("n1", QuestionKind::Numeric, &[]);
    number.number = Some(Number { value: 12_500_000, tolerance: 500_000 });
    questions.push(number);
    quiz(60, None, questions)
}

/// A campus in March with the edition `e`, whose final test is this quiz, and Ana in it.
async fn ana(campus: &Arc<Campus>, quiz: Quiz) -> (Ctx, EditionId) {
    let test = quiz_activity("test", ActivityKind::FinalTest, quiz);
    set(campus, content_of(vec![test]), Rule::FinalTest).await
}

async fn set(campus: &Arc<Campus>, content: CourseContent, rule: Rule) -> (Ctx, EditionId) {
    support::clock(campus).set(at(RUNNING));
    let edition = edition_of(campus, "e", "course-e", None, &content, rule).await;
    let ana = learner(campus, "ana").await;
    enrolment::enrol(&ana, "e").await.unwrap();
    (ana, edition)
}

fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), Answer(vec![(*text).to_owned()]))).collect()
}

fn all_right() -> Answers {
    given(&[("q1", "0"), ("q2", "0"), ("q3", "0"), ("n1", "12,7")])
}

async fn only(campus: &Campus) -> participation::Model {
    participation::Entity::find().one(campus.db.read()).await.unwrap().unwrap()
}

async fn row(campus: &Campus, id: AttemptId) -> attempts::Model {
    attempts::Entity::find_by_id(id).one(campus.db.read()).await.unwrap().unwrap()
}

async fn view(ctx: &Ctx) -> domain::quiz::QuizView {
    activity(ctx, "e", "test").await.unwrap().quiz.unwrap()
}

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
            support::fields(
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
            support::fields(save_attempt(&ana, open.id, given(&[("n1", "doce"), ("q2", "0")])).await),
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
            support::fields(grant_extension(&teacher, "e", of_eva, late).await),
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

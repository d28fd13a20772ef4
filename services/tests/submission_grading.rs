//! Grading: lists, two graders at once, resubmissions, and the completion that a grade brings; on both databases.
#![cfg(test)]

mod classroom;
mod support;
mod tasks;

use std::sync::Arc;

use domain::completion::Rule;
use domain::error::Code;
use domain::id::{EditionId, SubmissionId};
use domain::submission::{GradingFilter, GradingQuery, Queue, SubmissionState};
use sea_orm::EntityTrait as _;
use services::entity::{audit, participation};
use services::submission::{Written, grade, list, take_back, work, write};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{clock, mails, on_both};
use tasks::{form, graded, hand_in, shown};

async fn room(campus: &Arc<Campus>, rule: Rule) -> (EditionId, Ctx, Ctx) {
    let edition = tasks::edition(campus, "e", rule).await;
    clock(campus).set(classroom::at(classroom::RUNNING));
    let ana = classroom::learner(campus, "ana").await;
    services::enrolment::enrol(&ana, "e").await.unwrap();
    let teacher = classroom::learner(campus, "ines").await;
    classroom::teaches(&teacher, edition).await;
    (edition, ana, teacher)
}

async fn completed(campus: &Campus, ctx: &Ctx) -> Option<(String, String)> {
    let all = participation::Entity::find().all(campus.db.read()).await.unwrap();
    let mine = all.into_iter().find(|row| row.person_id == ctx.person().unwrap().person).unwrap();
    Some((mine.completed_at?.to_rfc3339(), mine.completion_recorded_at?.to_rfc3339()))
}

fn asked(filter: GradingFilter, search: &str) -> GradingQuery {
    GradingQuery { search: search.into(), activity: String::new(), filter, anonymous: false, page: 1 }
}

#[tokio::test]
async fn under_the_mark_then_resubmitted_then_completed_by_the_submissions_date() {
    on_both(|campus| async move {
        let (_, ana, teacher) = room(&campus, graded()).await;
        let first = hand_in(&ana, "e", "A plan").await;
        assert_eq!(services::enrolment::taught(&teacher).await.unwrap()[0].waiting, 1);
        assert_eq!(tasks::grade(&teacher, "e", first, 2, 2).await, None);
        let view = shown(&ana, "e").await;
        assert!(!view.passed && view.current.is_none() && view.past.len() == 1);
        let past = &view.past[0];
        assert_eq!((past.grade.unwrap().percent(), past.comment.as_str()), (50, "A good beginning."));
        assert_eq!((past.judgement["actions"].points, past.judgement["actions"].comment.as_str()), (2, "Who does it?"));
        assert_eq!(completed(&campus, &ana).await, None);
        assert_eq!(code(take_back(&ana, "e", "plan").await), Some(Code::AlreadyGraded));

        clock(&campus).set(classroom::at("2026-03-30T08:00:00Z"));
        let second = hand_in(&ana, "e", "A better plan").await;
        assert_ne!(first, second);
        // The edition is over when it is graded: the grade counts all the same, by the day of the work.
        clock(&campus).set(classroom::at("2026-05-04T09:00:00Z"));
        tasks::grade(&teacher, "e", second, 4, 2).await;
        let view = shown(&ana, "e").await;
        assert!(view.passed && !view.open);
        assert_eq!(view.past.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(view.past[1].text, "A plan", "what was graded stays as it was");
        let at = ("2026-03-30T08:00:00+00:00".to_owned(), "2026-05-04T09:00:00+00:00".to_owned());
        assert_eq!(completed(&campus, &ana).await, Some(at.clone()));
        let outline = services::learning::outline(&ana, "e").await.unwrap();
        assert!(outline.certificate.is_some());

        let to_ana: Vec<String> =
            mails(&campus).await.into_iter().filter(|mail| mail.contains("ana@example.org")).collect();
        assert_eq!(to_ana.iter().filter(|mail| mail.contains("Your work was graded")).count(), 2);
        assert!(to_ana.iter().any(|mail| mail.contains("http://campus.test/en/learn/e/plan")));
        assert_eq!(to_ana.iter().filter(|mail| mail.contains("/certificates/")).count(), 1);
        let trail = audit::Entity::find().all(campus.db.read()).await.unwrap();
        assert_eq!(trail.iter().filter(|row| row.action == "submission-graded").count(), 2);

        // A correction takes no completion away.
        tasks::grade(&teacher, "e", second, 0, 0).await;
        assert_eq!(completed(&campus, &ana).await, Some(at));
    })
    .await;
}

#[tokio::test]
async fn the_last_requirement_dates_the_completion_whatever_the_order_of_grades() {
    on_both(|campus| async move {
        let rule = Rule::All(vec![Rule::Lessons, graded()]);
        let (_, ana, teacher) = room(&campus, rule).await;
        let id = hand_in(&ana, "e", "A plan").await;
        tasks::grade(&teacher, "e", id, 4, 4).await;
        assert_eq!(completed(&campus, &ana).await, None);
        clock(&campus).set(classroom::at("2026-03-12T10:00:00Z"));
        services::learning::finish_lesson(&ana, "e", "lesson").await.unwrap();
        clock(&campus).set(classroom::at("2026-03-13T10:00:00Z"));
        let filled = domain::worksheet::Filled::from([("problem".to_owned(), "A gap".to_owned())]);
        services::worksheet::save(&ana, "e", "sheet", filled, "", true).await.unwrap();
        let at = "2026-03-13T10:00:00+00:00".to_owned();
        assert_eq!(completed(&campus, &ana).await, Some((at.clone(), at)), "an act that is the last dates itself");

        // Two of three, by the date of the second: the survey given later was not needed.
        let rule = Rule::Some { least: 2, of: vec![Rule::Survey, graded(), Rule::Lessons] };
        tasks::edition(&campus, "two", rule).await;
        let eva = classroom::learner(&campus, "eva").await;
        services::enrolment::enrol(&eva, "two").await.unwrap();
        let id = hand_in(&eva, "two", "A plan").await;
        clock(&campus).set(classroom::at("2026-03-14T10:00:00Z"));
        services::learning::finish_lesson(&eva, "two", "lesson").await.unwrap();
        let filled = domain::worksheet::Filled::from([("problem".to_owned(), "A gap".to_owned())]);
        services::worksheet::save(&eva, "two", "sheet", filled, "", true).await.unwrap();
        clock(&campus).set(classroom::at("2026-03-20T10:00:00Z"));
        let staff = support::staff(&campus).await;
        tasks::grade(&staff, "two", id, 4, 4).await;
        let at = ("2026-03-14T10:00:00+00:00".to_owned(), "2026-03-20T10:00:00+00:00".to_owned());
        assert_eq!(completed(&campus, &eva).await, Some(at));
    })
    .await;
}

#[tokio::test]
async fn two_graders_never_overwrite_each_other_unknowingly() {
    on_both(|campus| async move {
        let (edition, ana, teacher) = room(&campus, graded()).await;
        let other = classroom::learner(&campus, "luz").await;
        classroom::teaches(&other, edition).await;
        let id = hand_in(&ana, "e", "A plan").await;
        let seen = work(&teacher, "e", id, &Queue::default()).await.unwrap();
        let (mine, theirs) = (form(&seen, 2, 2), form(&seen, 4, 4));
        let both = tokio::join!(grade(&teacher, "e", id, mine.clone()), grade(&other, "e", id, theirs.clone()));
        let refused = [both.0.err(), both.1.err()].map(|error| error.and_then(|error| error.code()));
        assert_eq!(refused.iter().flatten().collect::<Vec<_>>(), [&Code::ChangedMeanwhile], "one of the two is told");

        let first_won = refused[0].is_none();
        let (again, grader) = if first_won { (mine, &teacher) } else { (theirs, &other) };
        assert_eq!(grade(grader, "e", id, again).await.unwrap(), None, "the same click twice is no quarrel");
        let now = work(&teacher, "e", id, &Queue::default()).await.unwrap();
        assert_eq!(now.submission.revision, seen.submission.revision + 1);
        assert_eq!(now.graded_by.as_deref(), Some(if first_won { "ines Demo" } else { "luz Demo" }));
        // Having seen it, the second may decide otherwise.
        grade(&other, "e", id, form(&now, 0, 2)).await.unwrap();
        assert_eq!(work(&teacher, "e", id, &Queue::default()).await.unwrap().submission.grade.unwrap().percent(), 25);
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_is_not_graded_and_a_correction_can_undo_a_mark() {
    on_both(|campus| async move {
        let (_, ana, teacher) = room(&campus, Rule::All(vec![graded(), Rule::Survey])).await;
        let id = hand_in(&ana, "e", "A plan").await;
        let seen = work(&teacher, "e", id, &Queue::default()).await.unwrap();
        take_back(&ana, "e", "plan").await.unwrap();
        assert_eq!(code(grade(&teacher, "e", id, form(&seen, 4, 4)).await), Some(Code::ChangedMeanwhile));
        assert_eq!(
            code(work(&teacher, "e", id, &Queue::default()).await),
            Some(Code::NotFound),
            "a draft is its writer's alone"
        );
        let counts = list(&teacher, "e", asked(GradingFilter::All, "")).await.unwrap().counts;
        assert!(counts.iter().all(|(_, count)| *count == 0));

        hand_in(&ana, "e", "A plan").await;
        tasks::grade(&teacher, "e", id, 4, 4).await;
        let done = |outline: domain::learning::OutlineView| {
            outline.modules.iter().flat_map(|module| &module.items).find(|item| item.key == "plan").unwrap().done
        };
        assert!(done(services::learning::outline(&ana, "e").await.unwrap()));
        tasks::grade(&teacher, "e", id, 0, 2).await;
        assert!(!done(services::learning::outline(&ana, "e").await.unwrap()));
    })
    .await;
}

#[tokio::test]
async fn only_levels_of_the_rubric_by_those_who_teach_this_edition() {
    on_both(|campus| async move {
        let (_, ana, teacher) = room(&campus, graded()).await;
        let elsewhere = tasks::edition(&campus, "other", graded()).await;
        let stranger = classroom::learner(&campus, "omar").await;
        classroom::teaches(&stranger, elsewhere).await;
        let id = hand_in(&ana, "e", "A plan").await;
        let seen = work(&teacher, "e", id, &Queue::default()).await.unwrap();

        let mut wrong = form(&seen, 3, 4);
        wrong.points.remove("actions");
        let named = |key: &str, code| (format!("points-{key}"), code);
        assert_eq!(
            fields(grade(&teacher, "e", id, wrong).await),
            [named("diagnosis", Code::ChoiceUnknown), named("actions", Code::Required)]
        );
        let mut forged = form(&seen, 2, 4);
        forged.points.insert("bonus".into(), "100".into());
        assert_eq!(code(grade(&teacher, "e", id, forged).await), Some(Code::AnswerForeign));
        let long = services::submission::GradeForm { comment: "x".repeat(5_001), ..form(&seen, 2, 2) };
        assert_eq!(fields(grade(&teacher, "e", id, long).await), [("comment".to_owned(), Code::TooLong)]);

        for (who, expected) in
            [(&ana, Code::NotForYou), (&stranger, Code::NotForYou), (&classroom::visitor(&campus), Code::SignInFirst)]
        {
            assert_eq!(code(grade(who, "e", id, form(&seen, 4, 4)).await), Some(expected));
            assert_eq!(code(work(who, "e", id, &Queue::default()).await), Some(expected));
            assert_eq!(code(list(who, "e", asked(GradingFilter::All, "")).await), Some(expected));
        }
        // By the address of an edition that they do teach.
        assert_eq!(code(grade(&stranger, "other", id, form(&seen, 4, 4)).await), Some(Code::NotFound));
        assert_eq!(
            code(work(&teacher, "e", SubmissionId(campus.new_id()), &Queue::default()).await),
            Some(Code::NotFound)
        );
        assert_eq!(shown(&ana, "e").await.current.unwrap().state, SubmissionState::Submitted);
    })
    .await;
}

#[tokio::test]
async fn what_waits_longest_comes_first() {
    on_both(|campus| async move {
        let (_, ana, teacher) = room(&campus, graded()).await;
        let mut ids = vec![hand_in(&ana, "e", "A plan").await];
        for name in ["beto", "caro"] {
            clock(&campus).advance(chrono::Duration::hours(1));
            let who = classroom::learner(&campus, name).await;
            services::enrolment::enrol(&who, "e").await.unwrap();
            write(&who, "e", "plan", Written { text: "Only a draft".into(), ..Written::default() }).await.unwrap();
            ids.push(hand_in(&who, "e", "A plan").await);
        }
        let all =
            |view: domain::submission::GradingView| view.page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
        let view = list(&teacher, "e", asked(GradingFilter::Waiting, "")).await.unwrap();
        assert_eq!(view.activities, [("plan".to_owned(), "plan (en)".to_owned())]);
        assert_eq!(all(view), ids);
        assert_eq!(work(&teacher, "e", ids[0], &Queue::default()).await.unwrap().next, Some(ids[1]));
        assert_eq!(tasks::grade(&teacher, "e", ids[0], 4, 4).await, Some(ids[1]));
        assert_eq!(tasks::grade(&teacher, "e", ids[2], 4, 4).await, Some(ids[1]));
        let view = list(&teacher, "e", asked(GradingFilter::All, "")).await.unwrap();
        assert_eq!(view.counts, [(GradingFilter::Waiting, 1), (GradingFilter::Graded, 2), (GradingFilter::All, 3)]);
        assert_eq!(all(view), [ids[1], ids[2], ids[0]]);
        assert_eq!(all(list(&teacher, "e", asked(GradingFilter::All, "CARO")).await.unwrap()), [ids[2]]);
        assert_eq!(all(list(&teacher, "e", asked(GradingFilter::All, "beto@example")).await.unwrap()), [ids[1]]);
        let none = GradingQuery { activity: "other".into(), ..asked(GradingFilter::All, "") };
        assert!(list(&teacher, "e", none).await.unwrap().page.rows.is_empty());
    })
    .await;
}

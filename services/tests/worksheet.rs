//! Worksheets: kept as they were written, done when their learner says so; on both databases.
#![cfg(test)]

mod classroom;
mod support;
mod tasks;

use domain::completion::Rule;
use domain::error::Code;
use domain::worksheet::{Filled, WorksheetView};
use services::Ctx;
use services::worksheet::save;
use support::refusals::{code, fields};
use support::{clock, on_both};

fn filled(problem: &str, causes: &str) -> Filled {
    Filled::from([("problem".to_owned(), problem.to_owned()), ("causes".to_owned(), causes.to_owned())])
}

async fn sheet(ctx: &Ctx) -> (WorksheetView, bool) {
    let view = services::learning::activity(ctx, "e", "sheet").await.unwrap();
    (view.worksheet.unwrap(), view.done)
}

#[tokio::test]
async fn a_worksheet_is_kept_and_done_when_its_learner_says_so() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", Rule::Lessons).await;
        let ana = classroom::learner(&campus, "ana").await;
        services::enrolment::enrol(&ana, "e").await.unwrap();
        let (view, done) = sheet(&ana).await;
        assert!(!done && view.saved_at.is_none() && view.open);

        assert_eq!(save(&ana, "e", "sheet", filled("A gap", ""), &view.seen, false).await.unwrap(), None);
        let (view, done) = sheet(&ana).await;
        assert_eq!((view.fields[0].text.as_str(), done, view.saved_at), ("A gap", false, Some(campus.now())));
        let outline = services::learning::outline(&ana, "e").await.unwrap();
        assert!(outline.fresh, "what is kept for oneself is no learning act yet");

        // Another tab, made before that was saved.
        assert_eq!(code(save(&ana, "e", "sheet", filled("Other", ""), "", false).await), Some(Code::ChangedMeanwhile));
        save(&ana, "e", "sheet", filled("A gap", " "), "", false).await.unwrap();

        assert_eq!(code(save(&ana, "e", "sheet", filled("", " "), &view.seen, true).await), Some(Code::WorksheetEmpty));
        let long = filled(&"x".repeat(10_001), "");
        assert_eq!(
            fields(save(&ana, "e", "sheet", long, &view.seen, false).await),
            [("answers-problem".to_owned(), Code::TooLong)]
        );
        let next = save(&ana, "e", "sheet", filled("A gap", "Habits"), &view.seen, true).await.unwrap();
        assert_eq!(next.as_deref(), Some("plan"));
        assert!(sheet(&ana).await.1);

        // Filled in further after it was done; nothing is undone.
        let (view, _) = sheet(&ana).await;
        save(&ana, "e", "sheet", filled("", ""), &view.seen, false).await.unwrap();
        assert!(sheet(&ana).await.1);
    })
    .await;
}

#[tokio::test]
async fn it_is_its_learners_own_and_readable_after_the_end() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", Rule::Lessons).await;
        let ana = classroom::learner(&campus, "ana").await;
        let eva = classroom::learner(&campus, "eva").await;
        for who in [&ana, &eva] {
            services::enrolment::enrol(who, "e").await.unwrap();
        }
        save(&ana, "e", "sheet", filled("A gap", "Habits"), "", false).await.unwrap();
        assert_eq!(sheet(&eva).await.0.fields[0].text, "");
        let foreign = Filled::from([("other".to_owned(), "x".to_owned())]);
        assert_eq!(code(save(&ana, "e", "sheet", foreign, "", false).await), Some(Code::AnswerForeign));
        assert_eq!(code(save(&ana, "e", "lesson", Filled::new(), "", false).await), Some(Code::BadRequest));
        assert_eq!(code(services::learning::finish_lesson(&ana, "e", "sheet").await), Some(Code::BadRequest));
        assert_eq!(
            code(save(&classroom::visitor(&campus), "e", "sheet", Filled::new(), "", false).await),
            Some(Code::SignInFirst)
        );

        clock(&campus).set(classroom::at("2026-06-01T00:00:00Z"));
        let (view, _) = sheet(&ana).await;
        assert_eq!((view.fields[1].text.as_str(), view.open), ("Habits", false));
        assert_eq!(code(save(&ana, "e", "sheet", filled("", ""), &view.seen, false).await), Some(Code::EditionEnded));
    })
    .await;
}

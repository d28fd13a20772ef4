//! Assignments: drafts, handing in, files, taking back, handing in again; on both databases.
#![cfg(test)]

mod classroom;
mod support;
mod tasks;

use std::path::PathBuf;

use chrono::Duration;
use domain::course::FileKind;
use domain::error::Code;
use domain::id::{FileId, ParticipationId};
use domain::submission::SubmissionState;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use services::entity::{extension, participation, submission_file};
use services::submission::{Upload, Written, download, take_back, upload_limits, write};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{clock, on_both};
use tasks::{draft, graded, hand_in, pdf, shown};

/// The objects that lie in the campus's local folder.
fn objects(campus: &Campus) -> Vec<PathBuf> {
    let services::objects::FileSettings::Folder(folder) = &campus.settings.files else { panic!("a folder") };
    let Ok(found) = std::fs::read_dir(folder.join("submissions")) else { return Vec::new() };
    found.map(|entry| entry.unwrap().path()).collect()
}

async fn enrolled(campus: &std::sync::Arc<Campus>, name: &str) -> Ctx {
    let ctx = classroom::learner(campus, name).await;
    services::enrolment::enrol(&ctx, "e").await.unwrap();
    ctx
}

#[tokio::test]
async fn a_draft_is_kept_handed_in_once_and_taken_back_until_graded() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", graded()).await;
        let ana = enrolled(&campus, "ana").await;
        let before = shown(&ana, "e").await;
        assert!(before.open && !before.late && before.current.is_none());
        assert_eq!((before.pass, before.most, before.rubric.len()), (60, 8, 2));

        let first = draft(&ana, "e", "A plan\r\nin two lines").await;
        write(&ana, "e", "plan", first.clone()).await.unwrap();
        write(&ana, "e", "plan", first.clone()).await.unwrap();
        let current = shown(&ana, "e").await.current.unwrap();
        assert_eq!((current.number, current.revision, current.state), (1, 1, SubmissionState::Draft), "twice is once");
        assert_eq!(current.text, "A plan\nin two lines");

        let other_tab = Written { text: "Something else".into(), ..first };
        assert_eq!(code(write(&ana, "e", "plan", other_tab).await), Some(Code::ChangedMeanwhile));

        let id = hand_in(&ana, "e", "A better plan").await;
        let waiting = shown(&ana, "e").await.current.unwrap();
        assert_eq!((waiting.id, waiting.state), (id, SubmissionState::Submitted));
        assert!(
            services::learning::outline(&ana, "e").await.unwrap().remaining.iter().any(|one| {
                matches!(one.remaining, domain::completion::Remaining::Assignment { waiting: true, .. })
            })
        );
        let again = Written { text: "A better plan".into(), revision: 1, hand_in: true, ..Written::default() };
        write(&ana, "e", "plan", again).await.unwrap();
        assert_eq!(shown(&ana, "e").await.current.unwrap().revision, 2, "a second click changes nothing");
        let late_tab = Written { text: "From another tab".into(), revision: 1, ..Written::default() };
        assert_eq!(code(write(&ana, "e", "plan", late_tab).await), Some(Code::ChangedMeanwhile));

        take_back(&ana, "e", "plan").await.unwrap();
        take_back(&ana, "e", "plan").await.unwrap();
        let back = shown(&ana, "e").await.current.unwrap();
        assert_eq!((back.state, back.number, back.text.as_str()), (SubmissionState::Draft, 1, "A better plan"));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_handed_in_empty_late_or_by_strangers_unawares() {
    on_both(|campus| async move {
        let edition = tasks::edition(&campus, "e", graded()).await;
        let ana = enrolled(&campus, "ana").await;
        let empty = Written { hand_in: true, text: " \n ".into(), ..Written::default() };
        assert_eq!(fields(write(&ana, "e", "plan", empty).await), [("text".to_owned(), Code::SubmissionEmpty)]);
        let long = Written { text: "x".repeat(60_001), ..Written::default() };
        assert_eq!(fields(write(&ana, "e", "plan", long).await), [("text".to_owned(), Code::TooLong)]);
        assert_eq!(code(write(&ana, "e", "lesson", Written::default()).await), Some(Code::BadRequest));
        assert_eq!(code(take_back(&ana, "e", "plan").await), Some(Code::NotFound));

        let eva = classroom::learner(&campus, "eva").await;
        assert_eq!(code(write(&eva, "e", "plan", Written::default()).await), Some(Code::NotEnrolled));
        let visitor = classroom::visitor(&campus);
        assert_eq!(code(write(&visitor, "e", "plan", Written::default()).await), Some(Code::SignInFirst));

        // Due at the end of 14 March: taken and marked.
        clock(&campus).set(classroom::at("2026-03-15T00:00:00Z"));
        assert!(shown(&ana, "e").await.late);
        hand_in(&ana, "e", "Late, but here").await;
        assert!(shown(&ana, "e").await.current.unwrap().late);

        clock(&campus).set(classroom::at("2026-04-02T00:00:00Z"));
        assert_eq!(code(write(&ana, "e", "plan", Written::default()).await), Some(Code::EditionEnded));
        assert_eq!(code(take_back(&ana, "e", "plan").await), Some(Code::EditionEnded));
        assert_eq!(code(upload_limits(&ana, "e", "plan").await), Some(Code::EditionEnded));
        extend(&campus, edition, "2026-04-05T00:00:00Z").await;
        take_back(&ana, "e", "plan").await.unwrap();
        hand_in(&ana, "e", "With more days").await;
        assert!(!shown(&ana, "e").await.current.unwrap().late, "an extension moves the date");
        clock(&campus).advance(Duration::days(4));
        assert_eq!(code(take_back(&ana, "e", "plan").await), Some(Code::EditionEnded));
    })
    .await;
}

async fn extend(campus: &Campus, edition: domain::id::EditionId, until: &str) {
    let of = participation::Entity::find().all(campus.db.read()).await.unwrap();
    let of: ParticipationId = of.into_iter().find(|row| row.edition_id == edition).unwrap().id;
    let row = extension::ActiveModel {
        id: Set(campus.new_id()),
        participation_id: Set(of),
        activity: Set("plan".into()),
        extra_minutes: Set(0),
        extra_attempts: Set(0),
        due_at: Set(Some(classroom::at(until))),
        reason: Set("illness".into()),
        granted_by: Set(None),
        granted_at: Set(campus.now()),
    };
    extension::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
}

#[tokio::test]
async fn files_are_told_by_content_counted_and_kept_or_nothing_is() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", graded()).await;
        let ana = enrolled(&campus, "ana").await;
        let limits = upload_limits(&ana, "e", "plan").await.unwrap();
        assert_eq!((limits.files, limits.bytes), (2, 1024 * 1024));

        let with = |uploads| Written { text: "A plan".into(), uploads, ..Written::default() };
        let disguised = Upload { name: "plan.pdf".into(), bytes: b"MZ\x90\0".to_vec() };
        let wrong = vec![pdf("a.pdf", 2_000_000), disguised, pdf("b.docx", 40)];
        assert_eq!(
            fields(write(&ana, "e", "plan", with(wrong.clone())).await),
            [("files".to_owned(), Code::FilesTooMany)]
        );
        let named = |name: &str, code| (format!("files/{name}"), code);
        let refused = fields(write(&ana, "e", "plan", with(wrong[..2].to_vec())).await);
        assert_eq!(refused, [named("a.pdf", Code::FileTooLarge), named("plan.pdf", Code::FileKindWrong)]);
        let nothing = Upload { name: "../x.pdf".into(), bytes: Vec::new() };
        let refused = fields(write(&ana, "e", "plan", with(vec![nothing, wrong[2].clone()])).await);
        assert_eq!(refused[0].1, Code::FileEmpty);
        assert_eq!(refused[1], named("b.docx", Code::FileKindWrong));
        assert!(objects(&campus).is_empty() && shown(&ana, "e").await.current.is_none(), "nothing is kept in part");

        write(&ana, "e", "plan", with(vec![pdf("C:\\docs\\Mi plan.PDF", 900)])).await.unwrap();
        let current = shown(&ana, "e").await.current.unwrap();
        assert_eq!((current.files[0].name.as_str(), current.files[0].bytes), ("Mi plan.pdf", 900));
        assert_eq!(current.files[0].kind, FileKind::Pdf);
        let more = Written { uploads: vec![pdf("b.pdf", 40), pdf("c.pdf", 40)], revision: 1, ..Written::default() };
        assert_eq!(fields(write(&ana, "e", "plan", more).await), [("files".to_owned(), Code::FilesTooMany)]);
        assert_eq!(objects(&campus).len(), 1, "what was stored before the refusal is gone");

        // One goes, another comes, in one step.
        let swap = Written {
            uploads: vec![pdf("b.pdf", 40), pdf("c.pdf", 40)],
            remove: Some(current.files[0].id),
            revision: 1,
            hand_in: true,
            ..Written::default()
        };
        write(&ana, "e", "plan", swap).await.unwrap();
        assert_eq!(objects(&campus).len(), 2);
        assert_eq!(submission_file::Entity::find().all(campus.db.read()).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn files_go_to_their_owner_and_once_handed_in_to_those_who_teach() {
    on_both(|campus| async move {
        let edition = tasks::edition(&campus, "e", graded()).await;
        tasks::edition(&campus, "other", graded()).await;
        let ana = enrolled(&campus, "ana").await;
        let eva = enrolled(&campus, "eva").await;
        let teacher = classroom::learner(&campus, "ines").await;
        classroom::teaches(&teacher, edition).await;
        let staff = support::staff(&campus).await;
        let written = Written { uploads: vec![pdf("a.pdf", 40)], ..Written::default() };
        write(&ana, "e", "plan", written).await.unwrap();
        let file = shown(&ana, "e").await.current.unwrap().files[0].id;

        let got = download(&ana, "e", "plan", file).await.unwrap();
        assert_eq!((got.name.as_str(), got.kind, got.bytes.len()), ("a.pdf", FileKind::Pdf, 40));
        for other in [&eva, &teacher, &staff] {
            assert_eq!(code(download(other, "e", "plan", file).await), Some(Code::NotFound), "a draft is its writer's");
        }
        assert_eq!(code(download(&classroom::visitor(&campus), "e", "plan", file).await), Some(Code::SignInFirst));
        let revision = shown(&ana, "e").await.current.unwrap().revision;
        write(&ana, "e", "plan", Written { hand_in: true, revision, ..Written::default() }).await.unwrap();
        assert!(
            download(&teacher, "e", "plan", file).await.is_ok() && download(&staff, "e", "plan", file).await.is_ok()
        );
        assert_eq!(code(download(&eva, "e", "plan", file).await), Some(Code::NotFound));
        for (edition, key, id) in
            [("e", "plan", FileId(campus.new_id())), ("other", "plan", file), ("e", "sheet", file)]
        {
            assert_eq!(code(download(&ana, edition, key, id).await), Some(Code::NotFound), "a forged address");
        }
    })
    .await;
}

//! Files that are made aside: asked for, made by the worker, taken along by whoever asked, removed.
#![cfg(test)]

mod register;
mod support;

use chrono::Duration;
use domain::audit::AuditQuery;
use domain::error::Code;
use domain::export::{ExportForm, ExportRow, ExportState};
use futures_util::TryStreamExt as _;
use register::{edition, furnished, import};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use services::entity::{account_role, export};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{administrator, clock, on_both, signed_in, staff, staff_without_names, visitor};

fn asked(kind: &str) -> ExportForm {
    ExportForm { kind: kind.into(), ..ExportForm::default() }
}

async fn files(ctx: &Ctx) -> Vec<ExportRow> {
    services::export::list(ctx, 1).await.unwrap().rows
}

async fn all_made(campus: &std::sync::Arc<Campus>) {
    while services::export::run_due(campus).await.unwrap() {}
}

async fn taken(ctx: &Ctx, id: &str) -> String {
    let file = services::export::take(ctx, id).await.unwrap();
    let parts: Vec<Vec<u8>> = file.parts.try_collect().await.unwrap();
    let bytes = parts.concat();
    assert_eq!(bytes.len() as u64, file.bytes, "as many bytes as were announced");
    String::from_utf8(bytes).unwrap()
}

/// How often the trail tells of this act.
async fn told(campus: &std::sync::Arc<Campus>, action: &str) -> u32 {
    let admin = administrator(campus).await;
    let query = AuditQuery { action: action.into(), page: 1, ..AuditQuery::default() };
    services::audit::list(&admin, &query).await.unwrap().page.total
}

async fn taught(ctx: &Ctx) {
    edition(ctx, "pga", "pga-a", "workshop", ("2025-01-01", "2025-12-31")).await;
    let rows = "Ana,Demo,ana@example.org,woman,PY,oas,,,,2025-02-01,2025-03-01\n\
                Bo,Demo,bo@example.org,man,GT,,,,,2025-02-01,2025-03-02\n";
    import(ctx, "pga-a", rows).await;
}

#[tokio::test]
async fn every_participation_is_made_aside_in_parts_and_is_what_the_command_line_prints() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        services::generate::generate(&ctx, 5_200, 1, |_| ()).await.unwrap();
        let figures = staff_without_names(&campus).await;
        services::export::ask(&figures, &asked("participations")).await.unwrap();
        let waiting = files(&figures).await;
        assert_eq!(waiting[0].state, ExportState::Waiting);
        assert_eq!(
            code(services::export::take(&figures, &waiting[0].id).await.map(drop)),
            Some(Code::NotFound),
            "not yet"
        );
        all_made(&campus).await;
        let row = files(&figures).await.remove(0);
        assert_eq!((row.state, row.done, row.total), (ExportState::Ready, 5_200, 5_200));

        let mut printed = Vec::new();
        services::counting::export_participations(&ctx, &mut printed).await.unwrap();
        let text = taken(&figures, &row.id).await;
        assert!(text == String::from_utf8(printed).unwrap(), "the same rows in the same order");
        assert_eq!((told(&campus, "facts-exported").await, told(&campus, "file-taken").await), (2, 1));

        let other = staff(&campus).await;
        assert!(files(&other).await.is_empty(), "a file is its owner's");
        assert_eq!(code(services::export::take(&other, &row.id).await.map(drop)), Some(Code::NotFound));
        assert_eq!(code(services::export::remove(&other, &row.id).await), Some(Code::NotFound));
    })
    .await;
}

#[tokio::test]
async fn the_list_behind_a_figure_and_the_trail_are_files_too() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let admin = administrator(&campus).await;
        let list = ExportForm { indicator: "PGA-TRAINED".into(), year: "2025".into(), ..asked("members") };
        for form in [list.clone(), ExportForm { cell: "man".into(), ..list }, asked("trail")] {
            services::export::ask(&admin, &form).await.unwrap();
            clock(&campus).advance(Duration::seconds(1));
        }
        all_made(&campus).await;
        let rows = files(&admin).await;
        let names: Vec<String> = rows.iter().map(|row| row.ask.file_name()).collect();
        assert_eq!(names, ["audit.csv", "PGA-TRAINED-2025-man.csv", "PGA-TRAINED-2025.csv"]);
        let everybody = taken(&admin, &rows[2].id).await;
        let shown = services::indicator::members(&admin, "PGA-TRAINED", Some(2025), None, 1).await.unwrap();
        let pseudonyms: Vec<&str> = everybody.lines().skip(1).map(|line| &line[1..line.find("\",").unwrap()]).collect();
        assert_eq!(pseudonyms, shown.rows.iter().map(|row| row.pseudonym.as_str()).collect::<Vec<_>>());
        assert!(everybody.starts_with("\u{feff}\"person\",\"sex\"") && !everybody.contains("ana@example.org"));
        assert_eq!(taken(&admin, &rows[1].id).await.lines().count(), 2, "one man under the head");
        let trail = taken(&admin, &rows[0].id).await;
        assert_eq!(trail.lines().count() as u64, rows[0].total + 1);
        assert!(trail.contains("\"list-opened\",\"PGA-TRAINED\""), "{trail}");
    })
    .await;
}

#[tokio::test]
async fn nobody_asks_for_what_they_may_not_read() {
    on_both(|campus| async move {
        furnished(&campus).await;
        let learner = signed_in(&campus, "ana@example.org").await;
        let staff = staff(&campus).await;
        let ask = services::export::ask;
        assert_eq!(code(ask(&visitor(&campus), &asked("participations")).await), Some(Code::SignInFirst));
        assert_eq!(code(ask(&learner, &asked("participations")).await), Some(Code::NotForYou));
        assert_eq!(code(ask(&staff, &asked("trail")).await), Some(Code::NotForYou));
        let none = ExportForm { indicator: "NONE".into(), ..asked("members") };
        assert_eq!(code(ask(&staff, &none).await), Some(Code::NotFound));
        let wrong = ExportForm { year: "MMXX".into(), ..asked("people") };
        let expected = [("kind".into(), Code::ChoiceUnknown), ("year".into(), Code::NumberInvalid)];
        assert_eq!(fields(ask(&staff, &wrong).await), expected);
        for _ in 0..10 {
            ask(&staff, &asked("participations")).await.unwrap();
        }
        assert_eq!(code(ask(&staff, &asked("participations")).await), Some(Code::TooMany));

        // Who is no longer staff when it is made gets nothing.
        let held = account_role::Column::AccountId.eq(staff.person().unwrap().account);
        account_role::Entity::delete_many().filter(held).exec(campus.db.writer()).await.unwrap();
        all_made(&campus).await;
        let rows = export::Entity::find().all(campus.db.read()).await.unwrap();
        assert!(
            rows.iter().all(|row| row.state == ExportState::Failed && row.failure.as_deref() == Some("not-for-you"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_outlives_a_crash_and_goes_when_it_is_removed_or_old() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let staff = staff(&campus).await;
        services::export::ask(&staff, &asked("participations")).await.unwrap();
        // A worker took it up and was never heard of again.
        let crashed = export::ActiveModel {
            state: sea_orm::ActiveValue::Set(ExportState::Running),
            attempts: sea_orm::ActiveValue::Set(1),
            claimed_until: sea_orm::ActiveValue::Set(Some(campus.now() + Duration::minutes(5))),
            ..Default::default()
        };
        export::Entity::update_many().set(crashed).exec(campus.db.writer()).await.unwrap();
        assert!(!services::export::run_due(&campus).await.unwrap(), "it may still be at work");
        clock(&campus).advance(Duration::minutes(6));
        assert!(services::export::run_due(&campus).await.unwrap());
        let row = files(&staff).await.remove(0);
        assert_eq!((row.state, row.done), (ExportState::Ready, 2));

        services::export::ask(&staff, &asked("participations")).await.unwrap();
        let waiting = files(&staff).await.remove(0);
        services::export::remove(&staff, &waiting.id).await.unwrap();
        assert!(!services::export::run_due(&campus).await.unwrap(), "it is not made any more");

        clock(&campus).advance(Duration::days(6));
        assert_eq!(services::export::delete_expired(&campus).await.unwrap(), 0);
        assert_eq!(taken(&staff, &row.id).await.lines().count(), 3);
        clock(&campus).advance(Duration::days(1));
        assert_eq!(services::export::delete_expired(&campus).await.unwrap(), 1);
        assert!(files(&staff).await.is_empty());
        assert!(!campus.objects.has(&format!("exports/{}-2", row.id)).await.unwrap(), "nothing is left in the store");
    })
    .await;
}

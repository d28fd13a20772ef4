//! Importing rosters: all or nothing, and never twice.
#![cfg(test)]

mod register;
mod support;

use domain::id::PersonId;
use domain::language::Language;
use domain::person::Sex;
use register::{HEADER, edition, furnished, import, mistakes};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{audit, certificate, counting_revision, job, participation, person};
use services::{Campus, Ctx};
use support::{at, clock, on_both};

const DAYS: (&str, &str) = ("2025-03-01", "2025-06-30");

async fn workshop(campus: &std::sync::Arc<Campus>) -> Ctx {
    let ctx = furnished(campus).await;
    edition(&ctx, "sisdehm", "taller-2025", "workshop", DAYS).await;
    ctx
}

async fn only(ctx: &Ctx) -> participation::Model {
    participation::Entity::find().one(ctx.db.read()).await.unwrap().unwrap()
}

async fn revision(ctx: &Ctx) -> i64 {
    counting_revision::Entity::find().one(ctx.db.read()).await.unwrap().unwrap().revision
}

#[tokio::test]
async fn a_roster_makes_people_participations_and_certificates_but_no_mail() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let report = import(&ctx, "taller-2025", "Ana,Demo,ANA@Example.org,woman,PY,health,Ministerio,es,2025-03-01,2025-03-02,2025-03-04\nBea,Demo,bea@example.org,,,,,,,,\n").await;
        assert_eq!((report.rows, report.added, report.new_people, report.certificates), (2, 2, 2, 1));
        let ana = person::Entity::find().filter(person::Column::Email.eq("ana@example.org")).one(ctx.db.read()).await.unwrap().unwrap();
        assert_eq!((ana.given_name.as_str(), ana.sex), ("Ana", None), "what a row declares is not made a profile");
        let row = participation::Entity::find().filter(participation::Column::PersonId.eq(ana.id)).one(ctx.db.read()).await.unwrap().unwrap();
        assert_eq!((row.sex, row.country.as_deref(), row.personnel_kind.as_deref()), (Some(Sex::Woman), Some("PY"), Some("health")));
        assert_eq!(row.completed_at, Some(at(2025, 3, 4, 5)));
        assert_eq!(row.completion_recorded_at, Some(campus.now()), "when it was recorded is another field");
        assert_eq!(certificate::Entity::find().count(ctx.db.read()).await.unwrap(), 1);
        assert_eq!(job::Entity::find().count(ctx.db.read()).await.unwrap(), 0);
        assert_eq!(audit::Entity::find().filter(audit::Column::Action.eq("roster-imported")).count(ctx.db.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn importing_twice_adds_nothing_and_dates_nothing_again() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let rows = "Ana,Demo,ana@example.org,woman,PY,health,,es,,2025-03-02,2025-03-04\n";
        import(&ctx, "taller-2025", rows).await;
        let (before, counted) = (only(&ctx).await, revision(&ctx).await);
        clock(&campus).set(at(2026, 5, 1, 12));
        let again = import(&ctx, "taller-2025", rows).await;
        assert_eq!((again.added, again.filled, again.unchanged, again.new_people, again.certificates), (0, 0, 1, 0, 0));
        // Other dates and another sex for the same person are not taken either: what is recorded stays.
        let other =
            import(&ctx, "taller-2025", "Ana,Demo,Ana@example.org,man,GT,oas,,en,,2025-03-03,2025-05-05\n").await;
        assert_eq!((other.added, other.filled, other.unchanged), (0, 0, 1));
        assert_eq!((only(&ctx).await, revision(&ctx).await), (before, counted));
    })
    .await;
}

#[tokio::test]
async fn a_later_file_fills_what_was_empty() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        import(&ctx, "taller-2025", "Ana,Demo,ana@example.org,,,,,es,,2025-03-02,\n").await;
        let first = only(&ctx).await;
        let report = import(&ctx, "taller-2025", "Ana,Demo,ana@example.org,woman,,,,es,,2025-04-02,2025-05-04\n").await;
        assert_eq!((report.added, report.filled, report.certificates), (0, 1, 1));
        let row = only(&ctx).await;
        assert_eq!(
            (row.first_activity_at, row.completed_at, row.sex),
            (first.first_activity_at, Some(at(2025, 5, 4, 4)), Some(Sex::Woman))
        );
    })
    .await;
}

#[tokio::test]
async fn a_completion_before_what_is_recorded_is_a_mistake() {
    on_both(|campus| async move {
        let mut ctx = workshop(&campus).await;
        import(&ctx, "taller-2025", "Ana,Demo,ana@example.org,,,,,es,,2025-03-20,\n").await;
        ctx.language = Language::En;
        let found = mistakes(&ctx, "taller-2025", format!("{HEADER}Bea,Demo,bea@example.org,,,,,,,,\nAna,Demo,ana@example.org,,,,,,,,2025-03-10\n").as_bytes()).await;
        assert_eq!(found, ["line 3, column completed_at: is before the first activity that is already recorded for this person in the edition"]);
        assert_eq!(person::Entity::find().count(ctx.db.read()).await.unwrap(), 1, "nothing of the file was imported");
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_reports_the_same_and_changes_nothing() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let file = format!("{HEADER}Ana,Demo,ana@example.org,woman,PY,health,,es,,2025-03-02,2025-03-04\n");
        let before = revision(&ctx).await;
        let dry = services::roster::import(&ctx, file.as_bytes(), "taller-2025", true).await.unwrap();
        assert_eq!(person::Entity::find().count(ctx.db.read()).await.unwrap(), 0);
        assert_eq!(revision(&ctx).await, before);
        let wet = services::roster::import(&ctx, file.as_bytes(), "taller-2025", false).await.unwrap();
        assert_eq!(domain::roster::RosterReport { dry_run: false, ..dry }, wet);
    })
    .await;
}

#[tokio::test]
async fn every_bad_row_is_named_and_then_nothing_is_imported() {
    on_both(|campus| async move {
        let mut ctx = workshop(&campus).await;
        ctx.language = Language::En;
        let rows = "Ana,Demo,ana@example.org,woman,PY,health,\"Ministerio,\r\nsección 2\",es,,2025-03-02,2025-03-04\r\n\
                    Bea,Demo,bea@example.org,female,PY,health,,es,,2025-03-02,2025-03-04\r\n\
                    Caro,Demo,ana@EXAMPLE.org,,XX,,,,,,2099-01-01\r\n";
        let found = mistakes(&ctx, "taller-2025", format!("{}{rows}", HEADER.replace('\n', "\r\n")).as_bytes()).await;
        assert_eq!(
            found,
            [
                "line 4, column sex: must be woman, man, another or declined, or stay empty",
                "line 5, column country: is not an ISO country code of two letters, such as PY",
                "line 5, column completed_at: is in the future",
            ]
        );
        assert_eq!(person::Entity::find().count(ctx.db.read()).await.unwrap(), 0);
        let twice = format!("{HEADER}Ana,Demo,ana@example.org,,,,,,,,\n\nAna,Demo,ANA@example.org,,,,,,,,\n");
        assert_eq!(
            mistakes(&ctx, "taller-2025", twice.as_bytes()).await,
            ["line 4, column email: the same address is also in line 2; keep one of them"]
        );
        assert_eq!(
            mistakes(&ctx, "taller-2025", b"").await,
            ["line 1: the file is empty; its first line must name the columns"]
        );
        let latin = [HEADER.as_bytes(), b"Jos\xe9,Demo,jose@example.org,,,,,,,,\n"].concat();
        assert_eq!(
            mistakes(&ctx, "taller-2025", &latin).await,
            ["line 2: the file is not UTF-8; in the spreadsheet, save it as \"CSV UTF-8\""]
        );
        let unknown = services::roster::import(&ctx, HEADER.as_bytes(), "no-such", false).await.unwrap_err();
        assert_eq!(unknown.code(), Some(domain::error::Code::NotFound));
    })
    .await;
}

#[tokio::test]
async fn spreadsheets_may_write_a_mark_semicolons_and_their_own_line_ends() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let file = format!(
            "\u{feff}{HEADER}José,Núñez,jose@example.org,man,PY,health,\"Área «A, B»\",es,,2025-03-02,2025-03-04\n"
        )
        .replace('\n', "\r\n");
        assert_eq!(services::roster::import(&ctx, file.as_bytes(), "taller-2025", false).await.unwrap().added, 1);
        assert_eq!(only(&ctx).await.institution.as_deref(), Some("Área «A, B»"));
        let semicolons = HEADER.replace(',', ";") + "Ana;Demo;ana@example.org;;;;;;;;\n";
        assert_eq!(services::roster::import(&ctx, semicolons.as_bytes(), "taller-2025", false).await.unwrap().added, 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_with_an_account_is_recognised_also_through_a_link() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        import(&ctx, "taller-2025", "Ana,Demo,ana@work.example.org,,,,,es,,2025-03-02,\n").await;
        let ana = support::signed_in(&campus, "ana@example.org").await;
        let record = person::Entity::find()
            .filter(person::Column::Email.eq("ana@work.example.org"))
            .one(ctx.db.read())
            .await
            .unwrap()
            .unwrap();
        let link =
            |to: Option<PersonId>| person::ActiveModel { id: Set(record.id), linked_to: Set(to), ..Default::default() };
        person::Entity::update(link(Some(ana.person().unwrap().person))).exec(ctx.db.writer()).await.unwrap();
        // The other address of the same person: it is the same participation.
        let report = import(&ctx, "taller-2025", "Ana,Demo,ana@example.org,,,,,es,,,2025-03-09\n").await;
        assert_eq!((report.added, report.filled, report.new_people), (0, 1, 0));
        let both = format!("{HEADER}Ana,Demo,ana@example.org,,,,,,,,\nAna,Demo,ana@work.example.org,,,,,,,,\n");
        assert!(mistakes(&ctx, "taller-2025", both.as_bytes()).await[0].contains("line 2"));
    })
    .await;
}

#[tokio::test]
async fn rosters_are_for_staff() {
    on_both(|campus| async move {
        workshop(&campus).await;
        for (ctx, code) in [
            (support::visitor(&campus), domain::error::Code::SignInFirst),
            (support::signed_in(&campus, "ana@example.org").await, domain::error::Code::NotForYou),
        ] {
            let refused = services::roster::import(&ctx, HEADER.as_bytes(), "taller-2025", false).await.unwrap_err();
            assert_eq!(refused.code(), Some(code));
        }
    })
    .await;
}

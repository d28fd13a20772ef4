//! The plan's indicators: one figure on page, file and command line, and the list behind it.
#![cfg(test)]

mod register;
mod support;

use domain::counting::Window;
use domain::error::Code;
use domain::indicator::{Baseline, IndicatorRow, NoValue, TargetReading};
use domain::language::Language;
use domain::person::SexCell;
use domain::zone::REPORTING;
use register::{edition, edition_for, furnished, import};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::Ctx;
use services::entity::{audit, indicator};
use support::on_both;

async fn filled(campus: &std::sync::Arc<services::Campus>) -> Ctx {
    let ctx = furnished(campus).await;
    let year = ("2025-01-10", "2025-12-20");
    edition(&ctx, "sisdehm", "sisdehm-2025", "virtual-course", year).await;
    edition(&ctx, "sisdehm", "sisdehm-2026", "virtual-course", ("2026-01-10", "2026-12-20")).await;
    edition_for(&ctx, "pga", "pga-py", "transfer", year, "PY", "").await;
    edition_for(&ctx, "gender-equality", "medios", "workshop", year, "CO", "media").await;
    edition(&ctx, "pga", "pga-empty", "transfer", year).await;
    import(&ctx, "sisdehm-2025", "Ana,Demo,ana@example.org,,PY,health,,es,,2025-02-01,2025-05-01\nBea,Demo,bea@example.org,man,GT,,,es,,2025-02-02,\nCaro,Demo,caro@example.org,declined,,,,es,,,\n").await;
    import(&ctx, "sisdehm-2026", "Ana,Demo,ana@example.org,woman,PY,justice,,es,,2026-02-01,\n").await;
    import(&ctx, "pga-py", "Bea,Demo,bea@example.org,man,PY,,,es,,2025-03-01,2025-03-05\n").await;
    import(&ctx, "medios", "Dora,Demo,dora@example.org,another,CO,media,,es,,2025-04-01,\n").await;
    ctx
}

async fn row(ctx: &Ctx, code: &str, year: Option<i32>) -> IndicatorRow {
    services::indicator::list(ctx, year).await.unwrap().into_iter().find(|row| row.code == code).unwrap()
}

#[tokio::test]
async fn a_campus_starts_with_the_plans_sixteen_indicators_and_seeding_again_changes_nothing() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        services::indicator::seed(&ctx).await.unwrap();
        assert_eq!(indicator::Entity::find().count(ctx.db.read()).await.unwrap(), 16);
        let rows = services::indicator::list(&ctx, None).await.unwrap();
        assert_eq!((rows.len(), rows[0].code.as_str(), rows[15].code.as_str()), (16, "PGA-TRANSFER", "MESECVI-MEDIA"));
        let baseline = |code: &str| rows.iter().find(|row| row.code == code).unwrap().baseline;
        assert_eq!(baseline("OAS-PERSONNEL"), Baseline::ToBeDetermined);
        assert_eq!(baseline("PGA-TRAINED"), Baseline::Value(15));
        assert_eq!(baseline("MESECVI-TRAINED"), Baseline::NotStated);
    })
    .await;
}

#[tokio::test]
async fn participants_are_counted_by_sex_in_their_year() {
    on_both(|campus| async move {
        let ctx = filled(&campus).await;
        let past = row(&ctx, "SISDEHM-PARTICIPANTS", Some(2025)).await;
        let cells = past.persons.unwrap();
        assert_eq!((cells.man, cells.not_recorded, cells.total(), past.value), (1, 1, 2, Some(2)));
        assert_eq!(past.coverage.unwrap().text(Language::En), "50.0%");
        assert_eq!(
            (past.progress[0].window.as_str(), past.progress[0].value, past.progress[0].target),
            ("2025", Some(2), 100)
        );
        let plan = row(&ctx, "SISDEHM-PARTICIPANTS", None).await;
        assert_eq!((plan.persons.unwrap().total(), plan.participations.unwrap().total()), (2, 3));
        assert_eq!(plan.persons.unwrap().woman, 1, "the participation counted last decides");
        assert_eq!(
            (plan.progress[0].window.as_str(), plan.progress[0].value),
            ("2026", Some(1)),
            "the target is per year"
        );
    })
    .await;
}

#[tokio::test]
async fn both_readings_of_an_unsettled_target_are_shown() {
    on_both(|campus| async move {
        let ctx = filled(&campus).await;
        let trained = row(&ctx, "PGA-TRAINED", Some(2026)).await;
        assert_eq!(trained.value, Some(0));
        let read: Vec<_> = trained.progress.iter().map(|one| (one.reading, one.value, one.window.as_str())).collect();
        assert_eq!(read, [(TargetReading::New, Some(1), "plan"), (TargetReading::IncludingBaseline, Some(16), "plan")]);
    })
    .await;
}

#[tokio::test]
async fn editions_languages_and_what_comes_later() {
    on_both(|campus| async move {
        let ctx = filled(&campus).await;
        let transfers = row(&ctx, "PGA-TRANSFER", Some(2025)).await;
        assert_eq!(
            (transfers.value, transfers.persons.unwrap().man),
            (Some(1), 1),
            "an edition without participants does not count"
        );
        assert_eq!(row(&ctx, "PGA-TRANSFER", Some(2026)).await.value, Some(0));
        assert_eq!(row(&ctx, "MESECVI-MEDIA", Some(2025)).await.value, Some(1));
        let online = row(&ctx, "SISDEHM-ONLINE", None).await;
        assert_eq!((online.value, online.persons), (Some(2), None));
        assert_eq!(row(&ctx, "SISDEHM-ONLINE", Some(2025)).await.value, Some(0), "it was not published yet");
        let awareness = row(&ctx, "PARITY-AWARENESS", None).await;
        assert_eq!(
            (awareness.value, awareness.no_value, awareness.persons),
            (None, Some(NoValue::NobodyTested), Some(domain::counting::Cells::default()))
        );
        assert_eq!(row(&ctx, "SISDEHM-COUNTRIES", None).await.value, Some(0), "nothing is recorded yet");
    })
    .await;
}

#[tokio::test]
async fn the_page_of_an_indicator_explains_and_opens_its_number() {
    on_both(|campus| async move {
        let mut ctx = filled(&campus).await;
        ctx.language = Language::En;
        let view = services::indicator::indicator(&ctx, "SISDEHM-PARTICIPANTS", None, "", 1).await.unwrap();
        let years: Vec<_> = view.years.iter().map(|row| (row.year, row.value)).collect();
        assert_eq!(years, [(Some(2025), Some(2)), (Some(2026), Some(1)), (None, Some(2))]);
        let editions: Vec<_> =
            view.editions.rows.iter().map(|one| (one.code.as_str(), one.persons.total(), one.participations)).collect();
        assert_eq!(editions, [("sisdehm-2026", 1, 1), ("sisdehm-2025", 2, 2)]);
        assert_eq!((view.moved, view.version), (1, 1));
        let found =
            services::indicator::indicator(&ctx, "SISDEHM-PARTICIPANTS", None, " SISDEHM-2025 ", 9).await.unwrap();
        let codes: Vec<_> = found.editions.rows.iter().map(|one| one.code.as_str()).collect();
        assert_eq!((codes, found.editions.number), (vec!["sisdehm-2025"], 1), "a search, and the last page there is");
        assert_eq!(found.row.value, view.row.value, "looking for an edition changes no figure");
        assert!(view.definition.iter().any(|sentence| sentence == "Courses: SISDEHM."), "{:?}", view.definition);

        let staff = support::staff(&campus).await;
        let all = services::indicator::members(&staff, "SISDEHM-PARTICIPANTS", None, None, 1).await.unwrap();
        assert_eq!((all.total, all.rows.len()), (2, 2));
        let ana = &all.rows[0];
        assert_eq!(
            (ana.edition_code.as_str(), ana.cell, ana.moved, ana.participations),
            ("sisdehm-2026", SexCell::Woman, true, 2)
        );
        assert_eq!((ana.pseudonym.len(), ana.country.as_deref(), ana.personnel_kind.is_some()), (16, Some("PY"), true));
        let men = services::indicator::members(&staff, "SISDEHM-PARTICIPANTS", Some(2025), Some(SexCell::Man), 1)
            .await
            .unwrap();
        assert_eq!(men.total, 1);
        // Without the right to personal data the same list opens as far as the events, and nothing names anybody.
        let figures = support::staff_without_names(&campus).await;
        let listed = services::indicator::members(&figures, "SISDEHM-PARTICIPANTS", None, None, 1).await.unwrap();
        assert_eq!(listed.rows, all.rows);
        let id = ana.participation.clone().unwrap();
        let named = services::person::declaration(&staff, &id).await.unwrap();
        let nameless = services::person::declaration(&figures, &id).await.unwrap();
        assert_eq!((named.name.as_deref(), nameless.name.as_deref()), (Some("Ana Demo"), None));
        assert_eq!((&nameless.pseudonym, nameless.first_activity), (&ana.pseudonym, named.first_activity));
        let refused = [
            services::person::erase(&figures, &id, "Curious", true).await.unwrap_err().code(),
            services::duplicate::candidates(&figures, 1).await.unwrap_err().code(),
            services::edition::list(&figures, "", 1).await.unwrap_err().code(),
        ];
        assert_eq!(refused, [Some(Code::NotForYou); 3]);
        let opened =
            audit::Entity::find().filter(audit::Column::Action.eq("list-opened")).count(ctx.db.read()).await.unwrap();
        assert_eq!(opened, 3);
        let missing = services::indicator::indicator(&ctx, "NO-SUCH", None, "", 1).await.unwrap_err();
        assert_eq!(missing.code(), Some(Code::NotFound));
        for code in ["SISDEHM-ONLINE", "PARITY-AWARENESS", "INCARCERATION-WORKSHOPS", "SISDEHM-COUNTRIES"] {
            services::indicator::indicator(&ctx, code, None, "", 1).await.unwrap();
            assert_eq!(services::indicator::members(&staff, code, None, None, 1).await.unwrap().total, 0);
        }
    })
    .await;
}

#[tokio::test]
async fn the_file_and_the_command_line_show_the_pages_figures() {
    on_both(|campus| async move {
        let ctx = filled(&campus).await;
        let text = services::indicator::csv(&ctx, Some(2025)).await.unwrap();
        let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').expect("a byte order mark").as_bytes());
        let header = reader.headers().unwrap().clone();
        let place = |name: &str| header.iter().position(|column| column == name).unwrap();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let rows = services::indicator::list(&ctx, Some(2025)).await.unwrap();
        assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(&rows) {
            let report = services::indicator::count(&ctx, &row.code, Window::year(2025, REPORTING)).await.unwrap();
            assert_eq!((report.persons, report.participations), (row.persons, row.participations));
            let shown = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
            assert_eq!(record[place("value")], shown(row.value));
            assert_eq!(record[place("persons_total")], shown(row.persons.map(domain::counting::Cells::total)));
            for cell in SexCell::ALL {
                assert_eq!(
                    record[place(&format!("participations_{cell}"))],
                    shown(row.participations.map(|cells| cells.get(*cell)))
                );
            }
        }
        let oas = records.iter().find(|record| &record[0] == "OAS-PERSONNEL").unwrap();
        assert_eq!((&oas[place("baseline")], &oas[place("progress_including_baseline")]), ("to be determined", ""));
        let report = services::indicator::count(&ctx, "SISDEHM-ONLINE", Window::plan(REPORTING)).await.unwrap();
        assert_eq!((report.persons, report.value), (None, Some(Some(2))));
    })
    .await;
}

#[tokio::test]
async fn indicators_are_for_staff() {
    on_both(|campus| async move {
        filled(&campus).await;
        for (ctx, code) in [
            (support::visitor(&campus), Code::SignInFirst),
            (support::signed_in(&campus, "eva@example.org").await, Code::NotForYou),
        ] {
            assert_eq!(services::indicator::list(&ctx, None).await.unwrap_err().code(), Some(code));
            assert_eq!(
                services::indicator::indicator(&ctx, "PGA-TRAINED", None, "", 1).await.unwrap_err().code(),
                Some(code)
            );
            assert_eq!(
                services::indicator::members(&ctx, "PGA-TRAINED", None, None, 1).await.unwrap_err().code(),
                Some(code)
            );
            assert_eq!(services::indicator::csv(&ctx, None).await.unwrap_err().code(), Some(code));
            assert_eq!(
                services::indicator::count(&ctx, "PGA-TRAINED", Window::plan(REPORTING)).await.unwrap_err().code(),
                Some(code)
            );
        }
        assert!(services::indicator::list(&support::staff(&campus).await, None).await.is_ok());
    })
    .await;
}

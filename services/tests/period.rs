//! Closing a year, what comes after it, the ledger, and restating.
#![cfg(test)]

mod lists;
mod register;
mod support;

use domain::declaration::CorrectionForm;
use domain::error::Code;
use domain::language::Language;
use domain::period::{Cause, ClosingForm, NarrativeForm, Question};
use domain::person::Sex;
use register::{edition, furnished, import};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::Ctx;
use services::entity::{import_row, participation, person};
use services::jobs::Mail;
use support::refusals::{code, fields};
use support::{clock, on_both};

async fn taught(ctx: &Ctx) {
    edition(ctx, "pga", "pga-a", "workshop", ("2025-01-01", "2025-12-31")).await;
    let rows = "Ana,Demo,ana@example.org,woman,PY,oas,,,,2025-02-01,2025-03-01\n\
                Bo,Demo,bo@example.org,man,GT,,,,,2025-02-01,2025-03-02\n\
                Cleo,Demo,cleo@example.org,,GT,,,,,2025-02-01,2025-03-03\n\
                Dan,Demo,dan@example.org,man,GT,,,,,2025-02-01,\n";
    import(ctx, "pga-a", rows).await;
}

fn form(period: &str) -> ClosingForm {
    ClosingForm {
        period: period.into(),
        approver: "Executive Secretary".into(),
        read: "1".into(),
        ..ClosingForm::default()
    }
}

async fn close(ctx: &Ctx, period: &str) {
    services::period::close(ctx, &form(period)).await.unwrap();
}

async fn person_of(ctx: &Ctx, email: &str) -> person::Model {
    person::Entity::find().filter(person::Column::Email.eq(email)).one(ctx.db.read()).await.unwrap().unwrap()
}

/// Corrects what was declared for somebody's participation.
async fn correct_sex(ctx: &Ctx, email: &str, sex: Sex) {
    let person = person_of(ctx, email).await.id;
    let of = participation::Entity::find().filter(participation::Column::PersonId.eq(person));
    let row = of.one(ctx.db.read()).await.unwrap().unwrap();
    let form = CorrectionForm {
        participation: row.id.to_string(),
        sex: sex.to_string(),
        country: row.country.unwrap_or_default(),
        personnel_kind: row.personnel_kind.unwrap_or_default(),
        reason: "The list said otherwise".into(),
    };
    services::person::correct_declaration(ctx, &form).await.unwrap();
    let view = services::person::declaration(ctx, &row.id.to_string()).await.unwrap();
    assert_eq!(view.declared.sex, Some(sex));
}

#[tokio::test]
async fn a_year_is_closed_after_its_end_with_its_open_questions_read() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let view = services::period::view(&ctx, "2025").await.unwrap();
        assert!(!view.running && view.versions.is_empty());
        let pga = view.preview.iter().find(|row| row.code == "PGA-TRAINED").unwrap();
        assert_eq!((pga.figure.value, pga.to_date.value), (Some(3), Some(3)));
        assert!(view.questions.contains(&Question::UnknownSex { count: 1, of: 3 }), "{:?}", view.questions);
        assert!(view.questions.contains(&Question::StillGrading { editions: vec!["pga-a".into()] }));

        assert_eq!(code(services::period::close(&ctx, &form("2026")).await), Some(Code::PeriodRunning));
        assert_eq!(code(services::period::close(&ctx, &form("plan")).await), Some(Code::PeriodRunning));
        let unread = ClosingForm { read: String::new(), ..form("2025") };
        assert_eq!(fields(services::period::close(&ctx, &unread).await), [("read".to_owned(), Code::Required)]);
        assert_eq!(code(services::period::restate(&ctx, &form("2025")).await), Some(Code::PeriodOpen));
        close(&ctx, "2025").await;
        assert_eq!(code(services::period::close(&ctx, &form("2025")).await), Some(Code::PeriodClosed));
        let view = services::period::view(&ctx, "2025").await.unwrap();
        assert_eq!((view.versions.len(), view.ledger.len()), (1, 0), "nothing differs yet");
    })
    .await;
}

#[tokio::test]
async fn what_comes_after_a_closing_waits_in_the_ledger_and_changes_no_closed_figure() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        close(&ctx, "2025").await;
        let documents = |version: u32| {
            let ctx = &ctx;
            async move {
                let mut all = Vec::new();
                for name in ["report.es.html", "report.en.html", "report.es.pdf", "report.en.pdf"] {
                    all.push(services::period::document(ctx, "2025", version, name).await.unwrap());
                }
                all
            }
        };
        let published = documents(1).await;
        assert!(published[2].2.starts_with(b"%PDF-") && published[0].1 == "2025-v1-report.es.html");
        let frozen = services::period::snapshot(&ctx, "2025", 1).await.unwrap();

        clock(&campus).advance(chrono::Duration::days(1));
        correct_sex(&ctx, "bo@example.org", Sex::Woman).await;
        import(&ctx, "pga-a", "Eve,Demo,eve@example.org,woman,PY,,,,,2025-02-01,2025-11-01\n").await;
        let ana = person_of(&ctx, "ana@example.org").await;
        let cleo = person_of(&ctx, "cleo@example.org").await;
        let change = person::ActiveModel { id: Set(cleo.id), linked_to: Set(Some(ana.id)), ..Default::default() };
        person::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
        services::counting::bump_persons(ctx.db.writer(), &[cleo.id]).await.unwrap();

        let ledger = services::period::view(&ctx, "2025").await.unwrap().ledger;
        let pga = ledger.iter().find(|row| row.indicator == "PGA-TRAINED").unwrap();
        assert_eq!((pga.before.value, pga.after.value), (Some(3), Some(3)), "one came and two became one");
        let causes: Vec<_> = pga.causes.clone();
        assert!(causes.contains(&(Cause::LateData, 1)) && causes.contains(&(Cause::Linked, 1)), "{causes:?}");
        assert!(causes.iter().any(|(cause, count)| *cause == Cause::Declaration && *count == 2), "{causes:?}");
        assert_eq!(services::period::snapshot(&ctx, "2025", 1).await.unwrap(), frozen);
        assert_eq!(documents(1).await, published, "byte for byte");
        let waiting = services::period::list(&ctx).await.unwrap().into_iter().find(|row| row.label == "2025").unwrap();
        assert!(waiting.waiting > 0);

        let restated = ClosingForm { version: "1".into(), reason: "Corrections".into(), ..form("2025") };
        let unreasoned = ClosingForm { reason: String::new(), ..restated.clone() };
        assert_eq!(fields(services::period::restate(&ctx, &unreasoned).await), [("reason".to_owned(), Code::Required)]);
        services::period::restate(&ctx, &restated).await.unwrap();
        assert_eq!(code(services::period::restate(&ctx, &restated).await), Some(Code::ChangedMeanwhile));
        let view = services::period::view(&ctx, "2025").await.unwrap();
        assert_eq!((view.versions.len(), view.ledger.len()), (2, 0));
        let now = services::period::snapshot(&ctx, "2025", 2).await.unwrap();
        let of = |snapshot: &domain::period::Snapshot| {
            let one = snapshot.indicators.iter().find(|one| one.definition.code == "PGA-TRAINED").unwrap();
            one.figure.persons.unwrap()
        };
        assert_eq!((of(&frozen).man, of(&frozen).woman), (1, 1));
        assert_eq!((of(&now).man, of(&now).woman, of(&now).total()), (0, 2, 3));
        assert_eq!(documents(1).await, published, "the old version stays readable");
        assert_ne!(documents(2).await[0].2, published[0].2);
    })
    .await;
}

#[tokio::test]
async fn a_difference_can_be_reported_in_the_next_period_instead() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        close(&ctx, "2025").await;
        assert_eq!(
            code(services::period::report_next(&ctx, "2025", "PGA-TRAINED", "late").await),
            Some(Code::NotFound)
        );
        clock(&campus).advance(chrono::Duration::days(1));
        correct_sex(&ctx, "bo@example.org", Sex::Woman).await;
        assert_eq!(
            fields(services::period::report_next(&ctx, "2025", "PGA-TRAINED", "").await),
            [("reason".to_owned(), Code::ReasonMissing)]
        );
        services::period::report_next(&ctx, "2025", "PGA-TRAINED", "A corrected declaration").await.unwrap();
        let row = |ledger: Vec<domain::period::LedgerRow>| {
            ledger.into_iter().find(|row| row.indicator == "PGA-TRAINED").unwrap()
        };
        let ledger = services::period::view(&ctx, "2025").await.unwrap().ledger;
        assert_eq!(row(ledger).carried.as_deref(), Some("A corrected declaration"));
        correct_sex(&ctx, "cleo@example.org", Sex::Declined).await;
        let ledger = services::period::view(&ctx, "2025").await.unwrap().ledger;
        assert_eq!(row(ledger).carried, None, "a further difference waits again");
        services::period::report_next(&ctx, "2025", "PGA-TRAINED", "Both").await.unwrap();

        clock(&campus).set(support::at(2027, 1, 2, 12));
        close(&ctx, "2026").await;
        let next = services::period::snapshot(&ctx, "2026", 1).await.unwrap();
        assert_eq!(next.carried.len(), 1);
        assert_eq!((next.carried[0].year, next.carried[0].before.man, next.carried[0].after.man), (Some(2025), 1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_changed_profile_or_definition_changes_no_closed_figure() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let narrative = |revision: &str| NarrativeForm {
            period: "2025".into(),
            indicator: "PGA-TRAINED".into(),
            narrative_es: "Tres personas <b>formadas</b>.".into(),
            narrative_en: "Three people trained.".into(),
            revision: revision.into(),
        };
        services::period::save_narrative(&ctx, &narrative("0")).await.unwrap();
        assert_eq!(code(services::period::save_narrative(&ctx, &narrative("0")).await), Some(Code::ChangedMeanwhile));
        let half = NarrativeForm { narrative_en: String::new(), ..narrative("1") };
        assert_eq!(
            fields(services::period::save_narrative(&ctx, &half).await),
            [("narrative_en".to_owned(), Code::Required)]
        );
        close(&ctx, "2025").await;
        let before = services::period::document(&ctx, "2025", 1, "report.es.html").await.unwrap();
        let text = String::from_utf8(before.2.clone()).unwrap();
        assert!(text.contains("Tres personas &lt;b&gt;formadas&lt;/b&gt;."), "a narrative is text");
        assert!(text.contains("country PY") && text.contains("Executive Secretary"));

        let mut form = services::indicator::definition(&ctx, "PGA-TRAINED").await.unwrap().form;
        form.countries = vec!["PY".into()];
        form.reason = "Narrower".into();
        form.previewed = services::indicator::effect(&ctx, &form).await.unwrap().token;
        services::indicator::save(&ctx, &form).await.unwrap();
        let view = services::period::view(&ctx, "2025").await.unwrap();
        assert!(view.ledger.is_empty(), "the frozen definition counts on: {:?}", view.ledger);
        assert_eq!(services::period::document(&ctx, "2025", 1, "report.es.html").await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn erasing_a_person_leaves_every_figure_and_no_way_to_anybody() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        close(&ctx, "2025").await;
        let ana = person_of(&ctx, "ana@example.org").await;
        let of = participation::Entity::find().filter(participation::Column::PersonId.eq(ana.id));
        let row = of.one(ctx.db.read()).await.unwrap().unwrap();
        let before = services::indicator::count_all(&ctx, None).await.unwrap();
        let unsure = services::person::erase(&ctx, &row.id.to_string(), "", false).await;
        let names: Vec<String> = fields(unsure).into_iter().map(|(field, _)| field).collect();
        assert_eq!(names, ["reason", "sure"]);
        let letter = Mail::Claim { given_name: "Ana".into(), secret: "secret".into() };
        services::jobs::enqueue(ctx.db.writer(), &campus, "ana@example.org", Language::Es, letter).await.unwrap();
        services::person::erase(&ctx, &row.id.to_string(), "Asked for it", true).await.unwrap();
        for (table, rows) in lists::dump(&campus).await {
            assert!(!rows.iter().any(|row| row.contains("ana@example.org")), "{table} still knows her address");
        }
        let row_of_list = import_row::Entity::find().filter(import_row::Column::Email.eq("ana@example.org"));
        assert!(row_of_list.one(ctx.db.read()).await.unwrap().is_none());

        assert_eq!(services::indicator::count_all(&ctx, None).await.unwrap(), before);
        assert!(services::period::view(&ctx, "2025").await.unwrap().ledger.is_empty(), "no closed figure differs");
        let person = person::Entity::find_by_id(ana.id).one(ctx.db.read()).await.unwrap().unwrap();
        assert_eq!((person.given_name.as_str(), person.family_name.as_str(), person.email), ("—", "", None));
        let view = services::person::declaration(&ctx, &row.id.to_string()).await.unwrap();
        assert_eq!((view.name.as_deref(), view.declared.sex), (Some("—"), Some(Sex::Woman)), "the cells stay");
        let mut file = Vec::new();
        services::counting::export_participations(&ctx, &mut file).await.unwrap();
        assert!(!String::from_utf8(file).unwrap().contains("ana@example.org"));
    })
    .await;
}

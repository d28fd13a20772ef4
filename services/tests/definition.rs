//! What an indicator counts is changed with its effect seen first; facts with evidence; figures from before the platform.
#![cfg(test)]

mod register;
mod support;

use domain::error::Code;
use domain::evidence::EvidenceForm;
use domain::history::PastForm;
use domain::indicator::DefinitionForm;
use domain::plan::PlanForm;
use register::{edition, furnished, import};
use sea_orm::EntityTrait;
use services::Ctx;
use support::on_both;
use support::refusals::{code, fields};

/// A PGA course of 2024 with a woman from Paraguay, a man from Guatemala and one who only began.
async fn taught(ctx: &Ctx) {
    edition(ctx, "pga", "pga-a", "workshop", ("2024-01-01", "2024-12-31")).await;
    let rows = "Ana,Demo,ana@example.org,woman,PY,oas,,,,2024-02-01,2024-03-01\n\
                Bo,Demo,bo@example.org,man,GT,,,,,2024-02-01,2024-03-02\n\
                Cleo,Demo,cleo@example.org,,,,,,,2024-02-01,\n";
    import(ctx, "pga-a", rows).await;
}

async fn sheet(ctx: &Ctx, code: &str) -> DefinitionForm {
    services::indicator::definition(ctx, code).await.unwrap().form
}

async fn value(ctx: &Ctx, code: &str) -> Option<u32> {
    let rows = services::indicator::list(ctx, None).await.unwrap();
    rows.into_iter().find(|row| row.code == code).unwrap().value
}

#[tokio::test]
async fn a_definition_is_saved_only_once_its_effect_was_seen_and_keeps_its_history() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        assert_eq!(value(&ctx, "PGA-TRAINED").await, Some(2));
        let mut form = sheet(&ctx, "PGA-TRAINED").await;
        form.countries = vec!["PY".into()];
        form.reason = "Only Paraguay".into();
        assert_eq!(code(services::indicator::save(&ctx, &form).await), Some(Code::Preview));
        let effect = services::indicator::effect(&ctx, &form).await.unwrap();
        assert_eq!((effect.rows[0].before, effect.rows[0].after, effect.joined, effect.left), (Some(2), Some(1), 0, 1));
        assert!(effect.definition.iter().any(|sentence| sentence.contains("country PY")), "{:?}", effect.definition);
        assert_eq!(value(&ctx, "PGA-TRAINED").await, Some(2), "looking changes nothing");

        form.previewed = effect.token;
        let mut other = form.clone();
        other.countries.push("GT".into());
        assert_eq!(
            code(services::indicator::save(&ctx, &other).await),
            Some(Code::Preview),
            "another form was looked at"
        );
        services::indicator::save(&ctx, &form).await.unwrap();
        assert_eq!(value(&ctx, "PGA-TRAINED").await, Some(1));
        assert_eq!(code(services::indicator::save(&ctx, &form).await), Some(Code::ChangedMeanwhile));
        let history = services::indicator::definition(&ctx, "PGA-TRAINED").await.unwrap().history;
        let newest = &history[0];
        assert_eq!((newest.version, newest.reason.as_str()), (2, "Only Paraguay"));
        assert_eq!(newest.changes, [("countries".to_owned(), String::new(), "PY".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn a_new_indicator_and_one_that_retires() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let mut form = DefinitionForm {
            code: "PGA-BEGAN".into(),
            unit: "participations".into(),
            population: "participants".into(),
            reason: "New".into(),
            version: String::new(),
            ..sheet(&ctx, "PGA-TRAINED").await
        };
        form.previewed = services::indicator::effect(&ctx, &form).await.unwrap().token;
        services::indicator::save(&ctx, &form).await.unwrap();
        assert_eq!(value(&ctx, "PGA-BEGAN").await, Some(3));
        let again = DefinitionForm { target: "9".into(), ..form };
        let looked = services::indicator::effect(&ctx, &again).await.unwrap().token;
        let taken = services::indicator::save(&ctx, &DefinitionForm { previewed: looked, ..again }).await;
        assert_eq!(fields(taken), [("code".to_owned(), Code::CodeTaken)]);

        assert_eq!(
            fields(services::indicator::retire(&ctx, "PGA-BEGAN", " ", true).await),
            [("reason".to_owned(), Code::ReasonMissing)]
        );
        services::indicator::retire(&ctx, "PGA-BEGAN", "Not needed", true).await.unwrap();
        let rows = services::indicator::list(&ctx, None).await.unwrap();
        assert!(rows.iter().all(|row| row.code != "PGA-BEGAN"));
        assert!(
            services::indicator::indicator(&ctx, "PGA-BEGAN", None, "", 1).await.unwrap().retired,
            "it stays readable"
        );
        services::indicator::retire(&ctx, "PGA-BEGAN", "Needed after all", false).await.unwrap();
        assert_eq!(value(&ctx, "PGA-BEGAN").await, Some(3));
    })
    .await;
}

#[tokio::test]
async fn countries_are_counted_by_evidence_and_facts_can_be_taken_back() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        let fact = |country: &str, day: &str| EvidenceForm {
            indicator: "SISDEHM-COUNTRIES".into(),
            country: country.into(),
            happened_on: day.into(),
            what: "The statistics office publishes the indicators".into(),
            document: "Report, p. 4".into(),
            document_link: String::new(),
        };
        let blank = EvidenceForm { indicator: "SISDEHM-COUNTRIES".into(), ..EvidenceForm::default() };
        let wrong: Vec<String> =
            fields(services::evidence::record(&ctx, &blank).await).into_iter().map(|(field, _)| field).collect();
        assert_eq!(wrong, ["country", "happened_on", "what", "document"]);
        let people = EvidenceForm { indicator: "PGA-TRAINED".into(), ..fact("PY", "2024-01-01") };
        assert_eq!(code(services::evidence::record(&ctx, &people).await), Some(Code::NotFound));
        for (country, day) in [("PY", "2024-05-01"), ("PY", "2025-05-01"), ("GT", "2025-06-01")] {
            services::evidence::record(&ctx, &fact(country, day)).await.unwrap();
        }
        assert_eq!(value(&ctx, "SISDEHM-COUNTRIES").await, Some(2));
        let year = |year| {
            let ctx = &ctx;
            async move { services::indicator::indicator(ctx, "SISDEHM-COUNTRIES", Some(year), "", 1).await.unwrap() }
        };
        assert_eq!(
            (year(2024).await.row.value, year(2025).await.row.value, year(2023).await.row.value),
            (Some(1), Some(2), Some(0))
        );
        let said = year(2025).await.definition.join(" ");
        assert!(!said.contains("Todos los cursos") && !said.contains("Quien se formó"), "facts have no course: {said}");
        let guatemala = year(2025).await.evidence.into_iter().find(|row| row.country.as_deref() == Some("GT")).unwrap();
        services::evidence::withdraw(&ctx, &guatemala.id, "Wrong country").await.unwrap();
        assert_eq!(value(&ctx, "SISDEHM-COUNTRIES").await, Some(1));
        assert_eq!(year(2025).await.evidence.len(), 3, "what was taken back stays in the register");
    })
    .await;
}

const FILE: &str = "course,activity,year_from,year_to,language,editions,people_trained,audience,section,note\n\
    \"PGA methodology, first years\",transfer activity,2015,2016,es,3,27,Ministries,5.5,27 colleagues\n\
    SISDEHM validation,workshop,2015,2016,,6,225,authorities,5.2.1,'more than 225'\n\
    Basic workshop,workshop,2011,2012,,,80,staff,5.5,'about 80'\n";

#[tokio::test]
async fn the_past_is_shown_beside_a_figure_and_never_in_it() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        assert_eq!(services::history::import(&ctx, FILE, "The plan").await.unwrap(), 3);
        assert_eq!(services::history::import(&ctx, FILE, "The plan").await.unwrap(), 0, "twice adds nothing");
        let pga = services::indicator::indicator(&ctx, "PGA-TRAINED", None, "", 1).await.unwrap().row;
        assert_eq!(pga.value, Some(2));
        let past: Vec<_> = pga.past.iter().map(|note| (note.sign.as_str(), note.number, note.page.as_str())).collect();
        assert_eq!(past, [("", 27, "5.5")]);
        let workshops = services::indicator::indicator(&ctx, "SISDEHM-WORKSHOPS", None, "", 1).await.unwrap().row;
        assert_eq!(
            workshops.past.iter().map(|note| (note.sign.as_str(), note.number)).collect::<Vec<_>>(),
            [("≥ ", 225)]
        );
        let year = services::indicator::indicator(&ctx, "PGA-TRAINED", Some(2024), "", 1).await.unwrap().row;
        assert!(year.past.is_empty(), "it is no figure of 2024");

        let rows = services::history::view(&ctx, "first years", 1).await.unwrap().page.rows;
        assert_eq!(rows.len(), 1);
        assert_eq!(
            fields(services::history::replace(&ctx, &rows[0].id, "nowhere").await),
            [("edition".to_owned(), Code::ChoiceUnknown)]
        );
        services::history::replace(&ctx, &rows[0].id, "pga-a").await.unwrap();
        let pga = services::indicator::indicator(&ctx, "PGA-TRAINED", None, "", 1).await.unwrap().row;
        assert!(pga.past.is_empty() && pga.value == Some(2), "a roster replaces it and adds nothing");
    })
    .await;
}

#[tokio::test]
async fn a_malformed_file_of_the_past_adds_nothing_and_says_where() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        let wrong = FILE.replace(",80,", ",many,");
        let lines = services::history::read(&ctx, &wrong, "The plan").await.unwrap();
        assert_eq!(lines[2].line, 4);
        assert_eq!(lines[2].wrong, [("reported".to_owned(), Code::NumberInvalid)]);
        assert_eq!(code(services::history::import(&ctx, &wrong, "The plan").await), Some(Code::Flawed));
        for file in ["", "a,b\n1,2\n", "course,activity,year_from,people_trained\n"] {
            let refused = fields(services::history::read(&ctx, file, "The plan").await);
            assert_eq!(refused[0].0, "file", "{file:?}");
        }
        let ragged = format!("{FILE}SISDEHM,workshop,2015\n");
        assert_eq!(
            fields(services::history::read(&ctx, &ragged, "x").await),
            [("file".to_owned(), Code::FileUnreadable)]
        );
        // As a spreadsheet in Spanish writes it, and as a workbook.
        let semicolons =
            "\u{feff}course;activity;year_from;people_trained\r\n\"PGA; primeros años\";workshop;2015;27\r\n";
        let text = services::history::text_of(&ctx, semicolons.as_bytes()).unwrap();
        assert_eq!(text, "course,activity,year_from,people_trained\nPGA; primeros años,workshop,2015,27\n");
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, (name, value)) in
            (0_u16..).zip([("course", "PGA"), ("activity", "workshop"), ("year_from", "2015")])
        {
            sheet.write_string(0, column, name).unwrap();
            sheet.write_string(1, column, value).unwrap();
        }
        sheet.write_string(0, 3, "people_trained").unwrap();
        sheet.write_number(1, 3, 27).unwrap();
        let text = services::history::text_of(&ctx, &book.save_to_buffer().unwrap()).unwrap();
        let lines = services::history::read(&ctx, &text, "The plan").await.unwrap();
        assert_eq!(lines[0].figure.as_ref().unwrap().number, 27);
        assert_eq!(
            fields(services::history::text_of(&ctx, b"PK\x03\x04 no")),
            [("file".to_owned(), Code::FileUnreadable)]
        );
        let form = PastForm { title: "x".into(), ..PastForm::default() };
        assert!(fields(services::history::add(&ctx, &form).await).iter().any(|(field, _)| field == "document"));
        assert_eq!(services::entity::past_figure::Entity::find().all(ctx.db.read()).await.unwrap().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_plans_days_decide_what_its_figures_take_in() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let save = |opens: &str, ends: &str, limit: &str| PlanForm {
            opens_on: opens.into(),
            ends_on: ends.into(),
            hide_below: limit.into(),
        };
        services::plan::save(&ctx, &save("2016-01-01", "2023-12-31", "5")).await.unwrap();
        assert_eq!(value(&ctx, "PGA-TRAINED").await, Some(0), "it happened after the plan");
        let report = services::indicator::count(&ctx, "PGA-TRAINED", None).await.unwrap();
        assert_eq!(
            (report.window.label.as_str(), report.window.to.map(|day| day.to_string())),
            ("plan", Some("2023-12-31".into()))
        );
        services::plan::save(&ctx, &save("2016-01-01", "", "5")).await.unwrap();
        assert_eq!(value(&ctx, "PGA-TRAINED").await, Some(2));
        let reversed = services::plan::save(&ctx, &save("2016-01-01", "2015-01-01", "1")).await;
        assert_eq!(
            fields(reversed),
            [("ends_on".to_owned(), Code::DatesReversed), ("hide_below".to_owned(), Code::NumberInvalid)]
        );
    })
    .await;
}

//! Figures from the database equal an independent count of the files that filled it.
#![cfg(test)]

mod register;
mod support;

use std::collections::{BTreeMap, HashMap};

use domain::counting::{Cells, Window};
use domain::language::Language;
use domain::person::SexCell;
use domain::zone::REPORTING;
use proptest::prelude::Strategy;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use register::{HEADER, edition, furnished, import};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::Ctx;
use services::entity::{participation, person};
use support::{at, clock, on_both};

/// (edition, course, modality, rows of its roster)
const EDITIONS: [(&str, &str, &str, usize); 4] = [
    ("sisdehm-a", "sisdehm", "virtual-course", 10_000),
    ("sisdehm-b", "sisdehm", "virtual-course", 2_500),
    ("pga-a", "pga", "workshop", 1_500),
    ("igualdad-a", "gender-equality", "diploma", 1_000),
];

/// Rows of a roster, one line each: people of a common pool, so that they come again from edition to edition.
fn roster(rows: usize, seed: u8) -> String {
    let word = |words: &'static [&'static str]| proptest::sample::select(words);
    let day =
        || (2024_i32..2026, 1_u32..13, 1_u32..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let row = (
        word(&["woman", "woman", "man", "another", "declined", ""]),
        word(&["PY", "GT", "BB", ""]),
        word(&["oas", "health", "media", ""]),
        word(&["es", "en", ""]),
        proptest::option::weighted(0.8, (day(), proptest::option::weighted(0.7, day()))),
    );
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let mut text = String::from(HEADER);
    for n in 0..rows {
        let (sex, country, kind, language, acts) = row.new_tree(&mut runner).unwrap().current();
        let (first, completed) = acts.unwrap_or_default();
        let completed = completed.map(|completed| completed.max(first.clone())).unwrap_or_default();
        let person = n * 7 % 11_003 + usize::from(seed) * 13;
        text += &format!(
            "Persona {person},Demo,P{person}@example.org,{sex},{country},{kind},,{language},,{first},{completed}\n"
        );
    }
    text
}

fn cell(word: &str) -> SexCell {
    if word.is_empty() { SexCell::NotRecorded } else { word.parse().unwrap() }
}

/// Counts the files' text, knowing nothing of the product but the rules: (persons, participations).
fn naive(
    files: &[(usize, String)],
    courses: &[&str],
    modality: Option<&str>,
    kind: Option<&str>,
    date_column: usize,
    year: Option<&str>,
) -> (Cells, Cells) {
    let mut last: BTreeMap<String, (String, usize, SexCell)> = BTreeMap::new();
    let mut participations = Cells::default();
    for (file, text) in files {
        let (_, course, taught, _) = EDITIONS[*file];
        if !(courses.is_empty() || courses.contains(&course)) || modality.is_some_and(|modality| modality != taught) {
            continue;
        }
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            // A completion without an earlier act is the first act.
            let date = if date_column == 9 && fields[9].is_empty() { fields[10] } else { fields[date_column] };
            if date.is_empty()
                || year.is_some_and(|year| !date.starts_with(year))
                || kind.is_some_and(|kind| kind != fields[5])
            {
                continue;
            }
            participations.add(cell(fields[3]));
            let latest = (date.to_owned(), *file, cell(fields[3]));
            let person = fields[2].to_lowercase();
            if last.get(&person).is_none_or(|before| (&before.0, before.1) <= (&latest.0, latest.1)) {
                last.insert(person, latest);
            }
        }
    }
    let mut persons = Cells::default();
    last.values().for_each(|(_, _, cell)| persons.add(*cell));
    (persons, participations)
}

async fn figures(ctx: &Ctx, code: &str, window: Window) -> (Cells, Cells) {
    let report = services::indicator::count(ctx, code, window).await.unwrap();
    (report.persons.unwrap(), report.participations.unwrap())
}

async fn all_figures(ctx: &Ctx) -> Vec<domain::indicator::CountReport> {
    let mut all = Vec::new();
    for window in [Window::plan(REPORTING), Window::year(2024, REPORTING), Window::year(2025, REPORTING)] {
        for row in services::indicator::list(ctx, None).await.unwrap() {
            all.push(services::indicator::count(ctx, &row.code, window).await.unwrap());
        }
    }
    all
}

async fn import_all(ctx: &Ctx, files: &[(usize, String)]) -> u32 {
    let mut added = 0;
    for (file, text) in files {
        // Ties of dates are decided by when they were recorded, so every file has its own moment.
        clock(ctx).advance(chrono::Duration::minutes(1));
        added += services::roster::import(ctx, text.as_bytes(), EDITIONS[*file].0, false).await.unwrap().added;
    }
    added
}

#[tokio::test]
async fn counts_of_ten_thousand_people_equal_an_independent_count_of_the_files() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        for (code, course, modality, _) in EDITIONS {
            edition(&ctx, course, code, modality, ("2024-01-01", "2025-12-31")).await;
        }
        let files: Vec<(usize, String)> = EDITIONS
            .iter()
            .enumerate()
            .map(|(n, (_, _, _, rows))| (n, roster(*rows, u8::try_from(n).unwrap())))
            .collect();
        assert_eq!(import_all(&ctx, &files).await, 15_000);

        let mut annual = 0;
        for (window, year) in [
            (Window::plan(REPORTING), None),
            (Window::year(2024, REPORTING), Some("2024")),
            (Window::year(2025, REPORTING), Some("2025")),
            (Window::year(2023, REPORTING), Some("2023")),
        ] {
            let expected =
                |courses: &[&str], modality, kind, column| naive(&files, courses, modality, kind, column, year);
            let participants = figures(&ctx, "SISDEHM-PARTICIPANTS", window).await;
            assert_eq!(participants, expected(&["sisdehm"], Some("virtual-course"), None, 9), "{year:?}");
            assert_eq!(figures(&ctx, "PGA-TRAINED", window).await, expected(&["pga"], None, None, 10), "{year:?}");
            assert_eq!(
                figures(&ctx, "OAS-PERSONNEL", window).await,
                expected(&["gender-equality"], None, Some("oas"), 10),
                "{year:?}"
            );
            assert_eq!(figures(&ctx, "MESECVI-TRAINED", window).await, expected(&[], None, None, 10), "{year:?}");
            annual += if year.is_some() { participants.0.total() } else { 0 };
        }
        let plan = figures(&ctx, "SISDEHM-PARTICIPANTS", Window::plan(REPORTING)).await;
        assert!(plan.0.total() > 9_000 && plan.0.total() <= plan.1.total() && plan.0.total() <= annual);

        let before = all_figures(&ctx).await;
        assert_eq!(import_all(&ctx, &files).await, 0);
        assert_eq!(all_figures(&ctx).await, before, "importing twice adds nothing");

        participation::Entity::update_many()
            .col_expr(participation::Column::Language, Expr::value(Language::En))
            .exec(ctx.db.writer())
            .await
            .unwrap();
        services::counting::bump_all(ctx.db.writer()).await.unwrap();
        assert_eq!(all_figures(&ctx).await, before, "a learner's language changes no figure");
    })
    .await;
}

#[tokio::test]
async fn linking_and_unlinking_restores_every_figure() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        edition(&ctx, "sisdehm", "sisdehm-a", "virtual-course", ("2024-01-01", "2025-12-31")).await;
        edition(&ctx, "sisdehm", "sisdehm-b", "virtual-course", ("2024-01-01", "2025-12-31")).await;
        import(&ctx, "sisdehm-a", "Ana,Demo,ana@example.org,woman,,,,,,2024-02-01,\n").await;
        import(&ctx, "sisdehm-b", "Ana,Demo,ana2@example.org,,,,,,,2025-02-01,2025-03-01\n").await;
        let before = all_figures(&ctx).await;
        let of = |email: &'static str| person::Entity::find().filter(person::Column::Email.eq(email));
        let one = of("ana@example.org").one(ctx.db.read()).await.unwrap().unwrap().id;
        let other = of("ana2@example.org").one(ctx.db.read()).await.unwrap().unwrap().id;
        let mut persons = HashMap::new();
        for link in [Some(one), None] {
            let change = person::ActiveModel { id: Set(other), linked_to: Set(link), ..Default::default() };
            person::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
            services::counting::bump_all(ctx.db.writer()).await.unwrap();
            persons.insert(link, figures(&ctx, "SISDEHM-PARTICIPANTS", Window::plan(REPORTING)).await.0);
        }
        let linked = persons[&Some(one)];
        assert_eq!((linked.total(), linked.not_recorded), (1, 1), "the participation counted last decides");
        assert_eq!(all_figures(&ctx).await, before);
    })
    .await;
}

#[tokio::test]
async fn facts_are_read_again_only_when_something_that_counts_changed() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        edition(&ctx, "sisdehm", "sisdehm-a", "virtual-course", ("2024-01-01", "2025-12-31")).await;
        let facts = services::counting::facts(&ctx).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&facts, &services::counting::facts(&ctx).await.unwrap()));
        import(&ctx, "sisdehm-a", "Ana,Demo,ana@example.org,woman,,,,,,2024-02-01,\n").await;
        assert_eq!(services::counting::facts(&ctx).await.unwrap().all().len(), 1);
        clock(&campus).set(at(2026, 4, 1, 0));
        let dry = format!("{HEADER}Bea,Demo,bea@example.org,,,,,,,2024-02-01,\n");
        let facts = services::counting::facts(&ctx).await.unwrap();
        services::roster::import(&ctx, dry.as_bytes(), "sisdehm-a", true).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&facts, &services::counting::facts(&ctx).await.unwrap()));
    })
    .await;
}

//! Generated data: the engine is held against the plain model, indicator by indicator and year by year, while things change.
#![cfg(test)]

mod model;
mod register;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use domain::counting::Window;
use domain::error::Code;
use domain::indicator::CountReport;
use domain::person::Sex;
use domain::zone::REPORTING;
use model::{Model, PLAN};
use register::furnished;
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::Ctx;
use services::entity::{participation, person};
use support::on_both;
use support::refusals::{code, fields};

/// Every indicator in every year with data and in the plan equals the model.
async fn compare(ctx: &Ctx, when: &str) {
    let model = Model::read(ctx).await;
    let windows = model.years().into_iter().map(Some).chain([None]);
    for year in windows {
        let window = year.map_or_else(|| Window::plan(REPORTING), |year| Window::year(year, REPORTING));
        let all = services::indicator::count_all(ctx, window).await.unwrap();
        let by_code: BTreeMap<&str, &CountReport> =
            all.iter().map(|report| (report.indicator.as_str(), report)).collect();
        for (code, ..) in PLAN {
            let (report, expected) = (by_code[code], model.count(code, year));
            let at = format!("{code} in {year:?}, {when}");
            assert_eq!(report.persons, Some(expected.persons), "{at}");
            assert_eq!(report.participations, Some(expected.participations), "{at}");
            if expected.editions.is_some() {
                assert_eq!(report.value, Some(expected.editions), "{at}");
            }
            if let Some(gained) = expected.gained {
                let mean = report.gain.and_then(|gain| gain.all).map(|points| f64::from(points.0) / 10.0);
                let persons = f64::from(expected.persons.total());
                let plain = (persons > 0.0).then(|| gained as f64 / 100.0 / persons);
                let near = |one: f64, other: f64| (one - other).abs() <= 0.05 + 1e-9;
                assert!(
                    mean.zip(plain).map_or(mean.is_none() && plain.is_none(), |(one, other)| near(one, other)),
                    "{at}: {mean:?} {plain:?}"
                );
            }
        }
    }
}

async fn generated(ctx: &Ctx, participations: u32, seed: u64) {
    services::generate::generate(ctx, participations, seed, |_| ()).await.unwrap();
}

#[tokio::test]
async fn every_figure_of_generated_data_equals_the_model_whatever_happens_to_it() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        generated(&ctx, 3_000, 7).await;
        compare(&ctx, "as generated").await;
        let rows = participation::Entity::find().all(ctx.db.read()).await.unwrap();
        let people = person::Entity::find().all(ctx.db.read()).await.unwrap();

        // Late data: completions that are recorded now and happened then.
        let late: Vec<_> =
            rows.iter().filter(|row| row.first_activity_at.is_some() && row.completed_at.is_none()).take(40).collect();
        for row in &late {
            let at = row.first_activity_at.map(|at| at + Duration::days(3));
            let change = participation::ActiveModel {
                id: Set(row.id),
                completed_at: Set(at),
                completion_recorded_at: Set(Some(ctx.now())),
                ..Default::default()
            };
            participation::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
            services::counting::bump(ctx.db.writer(), &[row.edition_id]).await.unwrap();
        }
        compare(&ctx, "after late data").await;

        // Corrections of what was declared.
        for row in rows.iter().step_by(97) {
            let change = participation::ActiveModel {
                id: Set(row.id),
                sex: Set(Some(Sex::Another)),
                personnel_kind: Set(Some("oas".into())),
                ..Default::default()
            };
            participation::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
            services::counting::bump_persons(ctx.db.writer(), &[row.person_id]).await.unwrap();
        }
        compare(&ctx, "after corrections").await;

        // Records found to be one person, and taken apart again.
        let before = services::indicator::count_all(&ctx, Window::plan(REPORTING)).await.unwrap();
        let free: Vec<_> = people
            .iter()
            .filter(|row| row.linked_to.is_none() && !people.iter().any(|other| other.linked_to == Some(row.id)))
            .take(60)
            .collect();
        for link in [true, false] {
            for pair in free.chunks_exact(2) {
                let to = link.then_some(pair[1].id);
                let change = person::ActiveModel { id: Set(pair[0].id), linked_to: Set(to), ..Default::default() };
                person::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
                services::counting::bump_persons(ctx.db.writer(), &[pair[0].id, pair[1].id]).await.unwrap();
            }
            compare(&ctx, if link { "linked" } else { "taken apart" }).await;
        }
        assert_eq!(services::indicator::count_all(&ctx, Window::plan(REPORTING)).await.unwrap(), before);

        // Erasures: the identity goes and every figure stays.
        let before = services::indicator::count_all(&ctx, Window::plan(REPORTING)).await.unwrap();
        for row in rows.iter().step_by(211) {
            services::person::erase(&ctx, &row.id.to_string(), "Asked for it", true).await.unwrap();
        }
        compare(&ctx, "after erasures").await;
        assert_eq!(services::indicator::count_all(&ctx, Window::plan(REPORTING)).await.unwrap(), before);

        // Somebody who leaves no trace, and an edition more.
        let gone = rows
            .iter()
            .find(|row| row.completed_at.is_some() && people.iter().any(|one| one.id == row.person_id))
            .unwrap();
        services::entity::attempt::Entity::delete_many().exec(ctx.db.writer()).await.unwrap();
        participation::Entity::delete_by_id(gone.id).exec(ctx.db.writer()).await.unwrap();
        services::counting::bump_all(ctx.db.writer()).await.unwrap();
        compare(&ctx, "without the tests and one participation").await;
        generated(&ctx, 200, 8).await;
        compare(&ctx, "with more").await;
    })
    .await;
}

#[tokio::test]
async fn the_same_seed_gives_the_same_data_once() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        generated(&ctx, 1_000, 1).await;
        let again = services::generate::generate(&ctx, 1_000, 1, |_| ()).await;
        assert_eq!(code(again), Some(Code::AlreadyStarted));
        let none = services::generate::generate(&ctx, 0, 2, |_| ()).await;
        assert_eq!(fields(none), [("participations".to_owned(), Code::NumberInvalid)]);

        let mut file = Vec::new();
        assert_eq!(services::counting::export_participations(&ctx, &mut file).await.unwrap(), 1_000);
        let text = String::from_utf8(file).unwrap();
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        assert_eq!(
            rows[0].join(","),
            "person,edition,course,modality,language,sex,country,personnel_kind,first_activity_at,completed_at"
        );
        assert_eq!(rows.len(), 1_001);
        let distinct = |column: usize| rows[1..].iter().map(|row| row[column]).collect::<BTreeSet<_>>();
        let model = Model::read(&ctx).await;
        let persons: BTreeSet<_> = participation::Entity::find()
            .all(ctx.db.read())
            .await
            .unwrap()
            .iter()
            .map(|row| model.person(row.person_id))
            .collect();
        assert_eq!(distinct(0).len(), persons.len(), "one surrogate a person");
        assert!(persons.len() <= 400 && persons.len() > 350, "{}", persons.len());
        assert!(distinct(2).len() >= 3 && distinct(3).len() >= 3 && distinct(4).len() == 2 && distinct(5).len() == 5);
        assert!(model.years().len() >= 4, "several years");
        assert!(
            rows[1..].iter().all(|row| row[9].is_empty() || (!row[8].is_empty() && row[8] <= row[9])),
            "a completion follows an act"
        );
    })
    .await;
    let first = exported().await;
    assert_eq!(first, exported().await, "the same on another campus");
}

/// What the same seed gives on a campus of its own.
async fn exported() -> String {
    let files = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let out = files.clone();
    on_both(move |campus| {
        let out = out.clone();
        async move {
            let ctx = furnished(&campus).await;
            generated(&ctx, 500, 3).await;
            let mut file = Vec::new();
            services::counting::export_participations(&ctx, &mut file).await.unwrap();
            let mut lines: Vec<_> = String::from_utf8(file).unwrap().lines().map(str::to_owned).collect();
            lines.sort_unstable();
            out.lock().unwrap().push(lines.join("\n"));
        }
    })
    .await;
    let all: BTreeSet<String> = files.lock().unwrap().iter().cloned().collect();
    assert_eq!(all.len(), 1, "the same on both databases");
    all.into_iter().next().unwrap()
}

#[tokio::test]
async fn a_change_reads_only_its_edition_again() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        generated(&ctx, 1_000, 4).await;
        let facts = services::counting::facts(&ctx).await.unwrap();
        let row = participation::Entity::find().one(ctx.db.read()).await.unwrap().unwrap();
        // Of another edition, without telling: it must not be read.
        let other = participation::Entity::find()
            .all(ctx.db.read())
            .await
            .unwrap()
            .into_iter()
            .find(|other| other.edition_id != row.edition_id)
            .unwrap();
        for of in [&row, &other] {
            let change =
                participation::ActiveModel { id: Set(of.id), country: Set(Some("ZW".into())), ..Default::default() };
            participation::Entity::update(change).exec(ctx.db.writer()).await.unwrap();
        }
        services::counting::bump(ctx.db.writer(), &[row.edition_id]).await.unwrap();
        let fresh = services::counting::facts(&ctx).await.unwrap();
        let at = |facts: &domain::counting::Facts, id| {
            facts
                .all()
                .iter()
                .find(|fact| fact.participation == id)
                .and_then(|fact| facts.word(fact.country))
                .map(str::to_owned)
        };
        assert_eq!(at(&fresh, row.id).as_deref(), Some("ZW"));
        assert_ne!(at(&fresh, other.id).as_deref(), Some("ZW"));
        assert_eq!(fresh.all().len(), facts.all().len());
        assert!(
            facts.all().iter().all(|fact| facts.word(fact.country) != Some("ZW")),
            "readers of the old facts keep them"
        );
    })
    .await;
}

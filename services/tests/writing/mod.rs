//! Writing a course as the pages do, in sentences.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these sentences")]

use std::collections::HashMap;

use domain::draft::{NewCourse, PartKind};
use domain::language::Language;
use services::draft::{self, Edit};
use services::{Ctx, Error};

pub fn titles(es: &str, en: &str) -> Vec<(Language, String)> {
    vec![(Language::Es, es.to_owned()), (Language::En, en.to_owned())]
}

pub fn form(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Saves as the page does: what is seen now, and the form.
pub async fn save(ctx: &Ctx, item: &str, part: &str, pairs: &[(&str, &str)]) -> Result<String, Error> {
    let seen = draft::item(ctx, "water", item, (!part.is_empty()).then_some(part)).await?.seen;
    let edit = Edit { slug: "water".into(), item: item.into(), part: part.into(), seen, minor: false };
    draft::save(ctx, &edit, &form(pairs)).await
}

pub async fn begin(ctx: &Ctx) {
    let new = NewCourse {
        slug: "water".into(),
        title_es: "Agua y género".into(),
        title_en: "Water and gender".into(),
        learning_hours: "1".into(),
        languages: "es,en".into(),
    };
    assert_eq!(draft::create(ctx, &new).await.unwrap(), "water");
}

/// A whole course of one module in two languages, ready to be published.
pub async fn write_course(ctx: &Ctx) {
    begin(ctx).await;
    assert_eq!(
        draft::add_module(ctx, "water", &titles("Quién carga el agua", "Who carries water")).await.unwrap(),
        "quien-carga-el-agua"
    );
    let about = [
        ("t.es.title", "Agua y género"),
        ("t.es.short_title", "Agua"),
        ("t.es.summary", "Quién la busca."),
        ("t.es.audience", "Personal público."),
        ("t.es.objectives", "Reconocer la carga\r\n"),
        ("t.es.body", "Un curso **breve**."),
        ("t.en.title", "Water and gender"),
        ("t.en.short_title", "Water"),
        ("t.en.summary", "Who fetches it: the burden."),
        ("t.en.audience", "Public staff."),
        ("t.en.objectives", "Recognise the burden"),
        ("t.en.body", "A **short** course."),
        ("p0.s.key", "quien-carga-el-agua"),
        ("p0.t.es.title", "Quién carga el agua"),
        ("p0.t.en.title", "Who carries water"),
    ];
    save(ctx, "about", "", &about).await.unwrap();
    let lesson =
        draft::add_activity(ctx, "water", "quien-carga-el-agua", PartKind::Lesson, &titles("El camino", "The way"))
            .await
            .unwrap();
    assert_eq!(lesson, "el-camino");
    let text = [
        ("s.minutes", "50"),
        ("t.es.title", "El camino"),
        ("t.es.body", "## Lejos\n\nUna hora."),
        ("t.en.title", "The way"),
        ("t.en.body", "## Far\n\nOne hour."),
    ];
    save(ctx, &lesson, "", &text).await.unwrap();
    draft::change_outline(ctx, "water", "add:final-test").await.unwrap();
    draft::change_outline(ctx, "water", "add:quien-carga-el-agua-check").await.unwrap();
    for (item, number) in [("final-test", 3), ("quien-carga-el-agua-check", 2)] {
        for number in 0..number {
            let es = format!("¿Quién va? ({item} {number})");
            let question = [
                ("s.kind", "single"),
                ("s.objective", "1"),
                ("t.es.text", es.as_str()),
                ("t.en.text", "Who goes?"),
                ("p0.s.right", "1"),
                ("p0.t.es.text", "Ellas"),
                ("p0.t.en.text", "They do"),
                ("p0.t.es.feedback", "Así es."),
                ("p0.t.en.feedback", "That is so."),
                ("p1.t.es.text", "Nadie"),
                ("p1.t.en.text", "Nobody"),
                ("p1.t.es.feedback", "No."),
                ("p1.t.en.feedback", "No."),
                ("p2.t.es.text", ""),
            ];
            save(ctx, item, "new", &question).await.unwrap();
        }
    }
}

pub async fn publish(ctx: &Ctx) -> services::course::Imported {
    let view = draft::publish_view(ctx, "water").await.unwrap();
    assert!(view.flaws.is_empty(), "{:#?}", view.flaws);
    draft::publish(ctx, "water", &view.seen).await.unwrap()
}

pub async fn newest(ctx: &Ctx) -> std::sync::Arc<domain::course::CourseContent> {
    let latest = services::course::store::find_latest(ctx.db.read(), "water").await.unwrap().unwrap();
    ctx.contents.get(ctx.db.read(), latest.version).await.unwrap()
}

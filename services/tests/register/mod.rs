//! Editions and rosters for the tests of counting, indicators and rosters.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these sentences")]

use std::sync::Arc;

use domain::edition::EditionForm;
use domain::roster::RosterReport;
use services::{Campus, Ctx};

pub const HEADER: &str = "given_name,family_name,email,sex,country,personnel_kind,institution,language,enrolled_at,first_activity_at,completed_at\n";

/// The command line on a campus with the courses and indicators that every campus has.
pub async fn furnished(campus: &Arc<Campus>) -> Ctx {
    let ctx = Ctx::system(campus.clone());
    services::course::import_embedded(&ctx).await.unwrap();
    services::indicator::seed(&ctx).await.unwrap();
    ctx
}

/// An edition in Spanish and English; completion is recorded by roster.
pub async fn edition(ctx: &Ctx, course: &str, code: &str, modality: &str, days: (&str, &str)) {
    edition_for(ctx, course, code, modality, days, "", "").await;
}

/// The same, made for a country and a kind of personnel.
pub async fn edition_for(
    ctx: &Ctx,
    course: &str,
    code: &str,
    modality: &str,
    days: (&str, &str),
    country: &str,
    kind: &str,
) {
    let form = EditionForm {
        course: course.into(),
        code: code.into(),
        starts_on: days.0.into(),
        ends_on: days.1.into(),
        languages: vec!["es".into(), "en".into()],
        modality: modality.into(),
        completion: "recorded".into(),
        country: country.into(),
        personnel_kind: kind.into(),
        ..EditionForm::default()
    };
    services::edition::create(ctx, form).await.unwrap();
}

/// Imports these rows (without header).
pub async fn import(ctx: &Ctx, edition: &str, rows: &str) -> RosterReport {
    services::roster::import(ctx, format!("{HEADER}{rows}").as_bytes(), edition, false).await.unwrap()
}

/// What is wrong with a file.
pub async fn mistakes(ctx: &Ctx, edition: &str, file: &[u8]) -> Vec<String> {
    match services::roster::import(ctx, file, edition, false).await {
        Err(services::Error::Files(lines)) => lines,
        other => panic!("not refused by its rows: {other:?}"),
    }
}

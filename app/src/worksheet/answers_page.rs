//! `/learn/{edition}/{activity}/answers`: what was written into a worksheet, to read and to print, also after the end.

use domain::learning::ActivityView;
use leptos::prelude::*;
use leptos_meta::Title;

use super::is_filled;
use super::sheet::Answers;
use crate::learning::{Moment, api};
use crate::load::{load, refused};
use crate::request::{param, to};
use crate::t;

#[component]
pub fn WorksheetAnswersPage() -> impl IntoView {
    load(api::activity(param("edition"), param("activity"), None), |view| match view.worksheet.clone() {
        Some(sheet) => {
            let title = format!("{} · {}", view.title, view.outline.edition.title);
            let here = to(&format!("learn/{}/{}", view.outline.edition.code, view.key));
            let saved = sheet.saved_at.map(|at| saved(&view, at));
            let empty = (!is_filled(&sheet)).then(|| view! { <p class="hint">{t!("worksheet-nothing")}</p> });
            view! {
                <Title text=title />
                <div class="page page--reading">
                    <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")><ol><li><a href=here>{view.title.clone()}</a></li></ol></nav>
                    <p class="eyebrow">{view.outline.edition.title.clone()}</p>
                    <h1>{view.title.clone()}</h1>
                    {saved}
                    {empty}
                    <Answers sheet=sheet />
                </div>
            }
            .into_any()
        }
        None => refused(&domain::error::Code::NotFound.into()),
    })
}

fn saved(view: &ActivityView, at: chrono::DateTime<chrono::Utc>) -> impl IntoView + use<> {
    let zone = view.outline.edition.zone.clone();
    view! { <ul class="meta"><li>{t!("worksheet-saved")}" "<Moment at=at zone=zone /></li></ul> }
}

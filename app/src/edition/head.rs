//! The head of every page about one edition that somebody teaches: the way back, its name, its facts, its tabs.

use domain::edition::EditionCard;
use leptos::prelude::*;

use super::facts::EditionFacts;
use crate::enrolment::TeachTabs;
use crate::request::to;
use crate::t;

#[component]
pub fn TeachHead(edition: EditionCard, current: &'static str) -> impl IntoView {
    let code = edition.code.clone();
    view! {
        <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")><ol><li><a href=to("teach")>{t!("teach-title")}</a></li></ol></nav>
        <h1>{edition.title.clone()}</h1>
        <EditionFacts edition team=true />
        <TeachTabs edition=code current />
    }
}

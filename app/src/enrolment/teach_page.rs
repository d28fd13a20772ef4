//! `/teach`: an instructor's editions, by where they stand in time.

use domain::edition::Phase;
use domain::enrolment::TaughtEdition;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::EditionDates;
use crate::load::load;
use crate::request::to;
use crate::t;

#[component]
pub fn TeachPage() -> impl IntoView {
    load(api::taught(), |taught| {
        let body = if taught.is_empty() {
            view! { <div class="empty"><h2>{t!("teach-empty-title")}</h2><p>{t!("teach-empty")}</p><a class="button" href=to("help/instructor")>{t!("teach-empty-action")}</a></div> }.into_any()
        } else {
            [Phase::Running, Phase::Upcoming, Phase::Ended].map(|phase| phase_section(phase, &taught)).into_any()
        };
        view! {
            <Title text=t!("teach-title") />
            <div class="page page--wide">
                <h1>{t!("teach-title")}</h1>
                {body}
            </div>
        }
    })
}

fn phase_section(phase: Phase, taught: &[TaughtEdition]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = taught
        .iter()
        .filter(|one| one.edition.phase == phase)
        .cloned()
        .map(|one| view! { <TaughtRow taught=one /> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t!(&format!("teach-{phase}"))}</h2>
                {rows}
            </section>
        }
    })
}

#[component]
fn TaughtRow(taught: TaughtEdition) -> impl IntoView {
    let words = t!("teach-completed-of", completed = taught.completed, enrolled = taught.enrolled);
    let href = to(&format!("teach/{}", taught.edition.code));
    let waiting = (taught.waiting > 0).then(|| {
        let href = to(&format!("teach/{}/grading", taught.edition.code));
        view! { <li><a href=href><span class="badge badge--soon">{t!("teach-waiting", count = taught.waiting)}</span></a></li> }
    });
    view! {
        <article class="edition-row">
            <div>
                <h3><a href=href>{taught.edition.title.clone()}</a></h3>
                <ul class="meta">
                    <li><EditionDates edition=taught.edition /></li>
                    <li>{t!("teach-enrolled", count = taught.enrolled)}</li>
                    <li>{t!("teach-not-started", count = taught.not_started)}</li>
                    {waiting}
                </ul>
            </div>
            <div class="progress">
                <progress max=taught.enrolled.max(1).to_string() value=taught.completed.to_string() aria-label=t!("teach-completed-label")>{words.clone()}</progress>
                <span class="progress__label">{words}</span>
            </div>
        </article>
    }
}

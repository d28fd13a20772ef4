//! An edition's facts, the same wherever an edition is shown.

use domain::edition::{EditionCard, EditionState, Phase};
use leptos::prelude::*;

use super::zone::zone_words;
use crate::{format, t};

/// Where an edition stands in time, by a sign and in words.
#[component]
pub fn PhaseBadge(phase: Phase) -> impl IntoView {
    let class = match phase {
        Phase::Upcoming => "badge badge--soon",
        Phase::Running => "badge badge--open",
        Phase::Ended => "badge badge--ended",
    };
    view! { <span class=class>{t!(&format!("phase-{phase}"))}</span> }
}

/// Where an edition stands in the hands of its team.
#[component]
fn StateBadge(state: EditionState) -> impl IntoView {
    let class = match state {
        EditionState::Draft | EditionState::Grading => "badge badge--soon",
        EditionState::Open | EditionState::Running => "badge badge--open",
        EditionState::Closed => "badge badge--ended",
    };
    view! { <span class=class>{t!(&format!("state-{state}"))}</span> }
}

/// Both days and the zone that they are in.
#[component]
pub fn EditionDates(edition: EditionCard) -> impl IntoView {
    view! {
        <time datetime=edition.starts_on.to_string()>{format::date(edition.starts_on)}</time>
        " – "
        <time datetime=edition.ends_on.to_string()>{format::date(edition.ends_on)}</time>
        {format!(" ({})", zone_words(&edition.zone))}
    }
}

/// Phase, dates, languages and modality in one line; before them, for its team, where it stands.
#[component]
pub fn EditionFacts(edition: EditionCard, #[prop(optional)] team: bool) -> impl IntoView {
    let state = team.then(|| view! { <li><StateBadge state=edition.state /></li> });
    let languages = format::languages(&edition.languages);
    let modality = t!(&format!("modality-{}", edition.modality));
    view! {
        <ul class="meta">
            {state}
            <li><PhaseBadge phase=edition.phase /></li>
            <li><EditionDates edition=edition /></li>
            <li>{languages}</li>
            <li>{modality}</li>
        </ul>
    }
}

//! A learner's sessions in an edition: when, where, the way in, and whether they were there.

use domain::meeting::MeetingView;
use leptos::prelude::*;

use crate::edition::zone_words;
use crate::{format, t};

/// In order of time; those that are over say whether the learner came.
#[component]
pub fn Sessions(meetings: Vec<MeetingView>, zone: String) -> impl IntoView {
    let items = meetings.into_iter().map(|one| session(one, &zone)).collect_view();
    view! { <ul class="sessions">{items}</ul> }
}

fn session(one: MeetingView, zone: &str) -> impl IntoView + use<> {
    let when = format!("{} – {}", format::moment(one.starts_at, zone), format::hour(one.ends_at, zone));
    let place = one.place.map(|place| view! { <p class="meta">{place}</p> });
    let link = one
        .link
        .filter(|_| !one.over)
        .map(|link| view! { <p><a href=link rel="noopener noreferrer">{t!("meeting-join")}</a></p> });
    let state = match (one.attendance, one.over) {
        (Some(state), _) => {
            let class = if state.attended() { "badge badge--done" } else { "badge" };
            Some(view! { <span class=class>{t!(&format!("attendance-{state}"))}</span> }.into_any())
        }
        (None, true) => Some(view! { <span class="badge badge--ended">{t!("attendance-unknown")}</span> }.into_any()),
        (None, false) => None,
    };
    view! {
        <li>
            <p><strong>{one.title}</strong>" "{state}</p>
            <p class="meta"><time datetime=one.starts_at.to_rfc3339()>{when}</time>{format!(" ({})", zone_words(zone))}</p>
            {place}
            {link}
        </li>
    }
}

//! The newest announcements, on an edition's page.

use domain::message::Announcement;
use leptos::prelude::*;

use crate::list::Day;
use crate::t;

/// Nothing when there is none.
#[component]
pub fn Announcements(announcements: Vec<Announcement>) -> impl IntoView {
    (!announcements.is_empty()).then(|| {
        let rows = announcements
            .into_iter()
            .map(|one| {
                view! { <article><h3>{one.subject}</h3><p class="meta"><Day at=one.at /></p><div class="prose" inner_html=one.html></div></article> }
            })
            .collect_view();
        view! { <section aria-labelledby="announcements" class="stack"><h2 id="announcements">{t!("announcements")}</h2>{rows}</section> }
    })
}

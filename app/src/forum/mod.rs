//! Forums of editions and communities of courses: conversations, moderation, and what mail one gets of them.

pub mod api;
mod forum_page;
mod mail_page;
mod moderation;
mod post;
mod post_form;
mod queue_page;
mod settings;
mod thread_page;

pub use forum_page::{CommunityPage, EditionForumPage};
pub use mail_page::ForumMailPage;
pub use queue_page::{EditionQueuePage, StaffQueuePage};
pub use settings::ForumSettings;
pub use thread_page::{CommunityThreadPage, EditionThreadPage};

use domain::error::Code;
use domain::forum::{ForumAddress, ForumPlace, ForumRole, PersonCard};
use leptos::prelude::*;

use crate::form::FormState;
use crate::request::{param, to};
use crate::t;

/// The forum that an address below `/learn/{edition}` is of, as a text.
fn of_edition() -> String {
    ForumAddress::Edition(param("edition")).to_string()
}

/// The community that an address below `/community/{course}` is of, as a text.
fn of_course() -> String {
    ForumAddress::Course(param("course")).to_string()
}

/// The way back: the edition, or one's own page; then what stands above this page.
fn breadcrumb(place: &ForumPlace, within: bool) -> impl IntoView + use<> {
    let above = match &place.edition {
        Some(code) => view! { <li><a href=to(&format!("learn/{code}"))>{place.title.clone()}</a></li> }.into_any(),
        None => view! { <li><a href=to("home")>{t!("learning-my-campus")}</a></li> }.into_any(),
    };
    let forum = within.then(|| view! { <li><a href=to(&place.path)>{kind(place)}</a></li> });
    view! { <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")><ol>{above}{forum}</ol></nav> }
}

/// "Forum" or "Community of practice".
fn kind(place: &ForumPlace) -> String {
    if place.edition.is_some() { t!("forum-forum") } else { t!("forum-community") }
}

/// Who wrote something: the name, and what they allow beside it.
fn byline(author: &PersonCard) -> impl IntoView + use<> {
    let role = author.role.map(|role| {
        let words = match role {
            ForumRole::Instructor => t!("forum-role-instructor"),
            ForumRole::Team => t!("forum-role-team"),
        };
        view! { " "<span class="badge badge--role">{words}</span> }
    });
    let institution = author.institution.clone().map(|name| view! { <span class="byline__institution">{name}</span> });
    view! { <span class="byline"><strong>{author.name.clone()}</strong>{role}{institution}</span> }
}

/// The text of a form that came back only to be looked at.
fn previewed() -> Option<String> {
    use_context::<FormState>().filter(|state| state.error.code == Code::Preview)?.value("post_text")
}

/// The refused form of this doorway, if it was that.
fn refused(doorway: &str) -> Option<FormState> {
    use_context::<FormState>().filter(|state| state.doorway == doorway)
}

/// Why a form without fields of its own was refused; those with fields say it themselves.
fn notice() -> Option<AnyView> {
    let state = use_context::<FormState>()?;
    let small = ["follow_thread", "moderate_thread", "mark_answer", "show_post", "keep_post"];
    if !small.contains(&state.doorway.as_str()) {
        return None;
    }
    crate::form::refusal_notice().map(IntoAny::into_any)
}

/// An instant to the minute, in the forum's zone.
fn moment(at: chrono::DateTime<chrono::Utc>, zone: &str) -> impl IntoView + use<> {
    let zone = zone.parse().unwrap_or(domain::zone::REPORTING);
    let local = at.with_timezone(&zone);
    let words =
        t!("forum-moment", date = crate::format::date(local.date_naive()), time = local.format("%H:%M").to_string());
    view! { <time datetime=at.to_rfc3339()>{words}</time> }
}

//! `/teach/{edition}/messages/{message}`: one message, and how far it came with whom.

use domain::message::{DeliveryState, MessageView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::words::{segment_words, state_words};
use crate::edition::{TeachHead, zone_words};
use crate::form::refusal_notice;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn MessagePage() -> impl IntoView {
    load(api::message(param("edition"), param("message")), |view| {
        let code = view.edition.code.clone();
        let sent = (!query("sent").is_empty()).then(|| {
            let words = if view.row.sent { t!("message-on-its-way") } else { t!("message-kept") };
            view! { <div class="notice notice--success" role="status"><p>{words}</p></div> }
        });
        let (class, words) = state_words(&view.row);
        let zone = zone_words(&view.edition.zone);
        let when = format!("{} ({zone})", format::moment(view.row.send_at, &view.edition.zone));
        view! {
            <Title text=view.row.subject.clone() />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="messages" />
                {sent}
                {refusal_notice()}
                <p><a href=to(&format!("teach/{code}/messages"))>{t!("message-back")}</a></p>
                <h2>{view.row.subject.clone()}</h2>
                <ul class="meta"><li><span class=class>{words}</span></li><li>{when}</li><li>{segment_words(&view.row.segment, &[])}</li></ul>
                <div class="prose" inner_html=view.html.clone()></div>
                {cancel(&view)}
                {people(&view)}
            </div>
        }
    })
}

fn cancel(view: &MessageView) -> Option<impl IntoView + use<>> {
    (!view.row.sent && !view.row.cancelled).then(|| {
        view! {
            <form method="post" action="?do=cancel_message">
                <input type="hidden" name="edition" value=view.edition.code.clone() />
                <input type="hidden" name="message" value=view.row.id.to_string() />
                <button class="button button--quiet">{t!("message-cancel")}</button>
            </form>
        }
    })
}

fn people(view: &MessageView) -> Option<impl IntoView + use<>> {
    view.row.sent.then(|| {
        let counts: Vec<_> = view
            .row
            .counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(state, count)| view! { <li>{t!(&format!("delivery-{state}"))}" "<b>{format::number(*count)}</b></li> })
            .collect();
        let rows = view.people.iter().map(|(name, state)| person(name, *state)).collect_view();
        view! {
            <section aria-labelledby="people" class="stack">
                <h2 id="people">{t!("message-people")}</h2>
                <ul class="meta">{counts}</ul>
                <div class="table-wrap">
                    <table class="table">
                        <caption class="visually-hidden">{t!("message-people")}</caption>
                        <thead><tr><th scope="col">{t!("grid-name")}</th><th scope="col">{t!("message-state")}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

fn person(name: &str, state: DeliveryState) -> impl IntoView + use<> {
    let class = match state {
        DeliveryState::Delivered => "badge badge--done",
        DeliveryState::Waiting => "badge badge--open",
        DeliveryState::Failed | DeliveryState::NoAddress => "badge badge--soon",
    };
    let name = name.to_owned();
    view! { <tr><th scope="row">{name}</th><td data-label=t!("message-state")><span class=class>{t!(&format!("delivery-{state}"))}</span></td></tr> }
}

//! Writing a message: first who gets it and how it looks, then the button that sends it.

use domain::error::Code;
use domain::message::{MessageForm, MessagePreview, MessagesView, Segment};
use leptos::prelude::*;

use super::words::segment_words;
use crate::edition::zone_words;
use crate::form::{Form, FormState, Select, TextField};
use crate::request::query;
use crate::{format, t};

/// The form that was sent, where it only waits to be looked at: as a preview, or because its readers changed.
pub(super) fn looked_at() -> Option<MessageForm> {
    let state = use_context::<FormState>().filter(|state| state.doorway == "write_message")?;
    let again = matches!(state.error.code, Code::Preview | Code::ChangedMeanwhile);
    let value = |name: &str| state.value(name).unwrap_or_default();
    again.then(|| MessageForm {
        edition: value("edition"),
        segment: value("segment"),
        subject: value("subject"),
        body: value("body"),
        send_at: value("send_at"),
        previewed: String::new(),
    })
}

#[component]
pub(super) fn WriteForm(view: MessagesView, preview: Option<MessagePreview>) -> impl IntoView {
    let segments: Vec<(String, String)> = Segment::PLAIN
        .into_iter()
        .chain(view.assignments.iter().map(|(key, _)| Segment::Missing(key.clone())))
        .chain(chosen())
        .map(|segment| (segment.to_string(), segment_words(&segment, &view.assignments)))
        .collect();
    let zone = zone_words(&view.edition.zone);
    let token = preview.as_ref().filter(|preview| preview.count > 0).map(|preview| preview.token.clone());
    let shown = preview.map(shown);
    let code = view.edition.code;
    let send =
        token.map(|token| view! { <button class="button" name="previewed" value=token>{t!("message-send")}</button> });
    let look = if send.is_some() { "button button--quiet" } else { "button" };
    view! {
        <section aria-labelledby="write" class="stack">
            <h2 id="write">{t!("message-new")}</h2>
            <Form doorway="write_message">
                <input type="hidden" name="edition" value=code.clone() />
                <Select name="segment" options=segments.clone() value=query("segment") />
                <TextField name="subject" />
                <TextField name="body" rows=8 hint=t!("message-body-hint") />
                <TextField name="send_at" kind="datetime-local" hint=t!("message-when-hint", zone = &zone) optional=true />
                {shown}
                <p class="cluster">{send}<button class=look name="previewed" value="">{t!("message-look")}</button></p>
            </Form>
        </section>
    }
}

/// Those who were chosen on the roster, as the address or the form that came back says.
fn chosen() -> Option<Segment> {
    let typed = use_context::<FormState>().and_then(|state| state.value("segment"));
    let asked = typed.unwrap_or_else(|| query("segment"));
    asked.parse().ok().filter(|segment| matches!(segment, Segment::Chosen(_)))
}

/// Who gets it, by name up to a number, and how it looks.
fn shown(preview: MessagePreview) -> impl IntoView {
    let named = u32::try_from(preview.names.len()).unwrap_or(u32::MAX);
    let more = preview.count.saturating_sub(named);
    let more = (more > 0).then(|| view! { <p>{t!("message-more", count = more)}</p> });
    let without = (preview.without_address > 0)
        .then(|| view! { <p class="hint">{t!("message-without", count = preview.without_address)}</p> });
    let names = (!preview.names.is_empty()).then(|| {
        view! { <details><summary>{t!("message-names")}</summary><p>{preview.names.join(", ")}</p></details> }
    });
    view! {
        <section class="panel stack" aria-labelledby="preview">
            <h3 id="preview">{t!("message-preview", count = preview.count, shown = format::number(preview.count))}</h3>
            {names}
            {more}
            {without}
            <div class="prose" inner_html=preview.html></div>
        </section>
    }
}

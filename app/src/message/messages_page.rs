//! `/teach/{edition}/messages`: write to everybody or to some, and see what was sent.

use domain::edition::EditionState;
use domain::message::{DeliveryState, MessageForm, MessagePreview, MessageRow, MessagesView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::words::{segment_words, state_words};
use super::write_form::{WriteForm, looked_at};
use crate::edition::TeachHead;
use crate::error::AppError;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

type Shown = (MessagesView, Option<MessagePreview>);

async fn messages_and_preview(edition: String, form: Option<MessageForm>) -> Result<Shown, AppError> {
    let view = api::messages(edition).await?;
    let preview = match form {
        Some(form) => Some(api::preview_message(form).await?),
        None => None,
    };
    Ok((view, preview))
}

#[component]
pub fn MessagesPage() -> impl IntoView {
    load(messages_and_preview(param("edition"), looked_at()), |(view, preview)| {
        let cancelled = (!query("cancelled").is_empty()).then(
            || view! { <div class="notice notice--success" role="status"><p>{t!("message-cancelled-done")}</p></div> },
        );
        let list = if view.rows.is_empty() { view! { <p>{t!("messages-empty")}</p> }.into_any() } else { table(&view) };
        let open = view.edition.state != EditionState::Closed;
        let write = open.then(|| view! { <WriteForm view=view.clone() preview=preview /> });
        view! {
            <Title text=t!("messages-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="messages" />
                {cancelled}
                <div class="split split--even">
                    {write}
                    <section aria-labelledby="written" class="stack"><h2 id="written">{t!("messages-written")}</h2>{list}</section>
                </div>
            </div>
        }
    })
}

fn table(view: &MessagesView) -> AnyView {
    let rows = view.rows.iter().map(|row| line(view, row)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("messages-caption", count = u32::try_from(view.rows.len()).unwrap_or(u32::MAX))}</caption>
                <thead><tr><th scope="col">{t!("field-subject")}</th><th scope="col">{t!("message-when")}</th><th scope="col">{t!("message-state")}</th><th scope="col" class="num">{t!("delivery-delivered")}</th><th scope="col" class="num">{t!("delivery-failed")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(view: &MessagesView, row: &MessageRow) -> impl IntoView + use<> {
    let href = to(&format!("teach/{}/messages/{}", view.edition.code, row.id));
    let (class, words) = state_words(row);
    let count = |state: DeliveryState| row.counts.iter().find(|(of, _)| *of == state).map_or(0, |(_, count)| *count);
    view! {
        <tr>
            <th scope="row"><span><a href=href>{row.subject.clone()}</a><br /><span class="hint">{segment_words(&row.segment, &view.assignments)}</span></span></th>
            <td data-label=t!("message-when")>{format::moment(row.send_at, &view.edition.zone)}</td>
            <td data-label=t!("message-state")><span class=class>{words}</span></td>
            <td class="num" data-label=t!("delivery-delivered")>{format::number(count(DeliveryState::Delivered))}</td>
            <td class="num" data-label=t!("delivery-failed")>{format::number(count(DeliveryState::Failed))}</td>
        </tr>
    }
}

//! `/teach/{edition}/import/{import}/undo`: what would be taken back, what stays and why; then one button.

use domain::import::UndoView;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{api, breadcrumb, name_of};
use crate::form::{Form, refusal_notice};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn UndoPage() -> impl IntoView {
    let (code, id) = (param("edition"), param("import"));
    load(api::undo_preview(code.clone(), id.clone()), move |seen| {
        let title = t!("undo-title", name = name_of(&seen.summary));
        let back = to(&format!("teach/{code}/import/{id}"));
        view! {
            <Title text=title.clone() />
            <div class="page page--reading">
                {breadcrumb(&code, &seen.edition.title, true)}
                {refusal_notice()}
                <h1>{title}</h1>
                {what_goes(&seen)}
                {what_stays(&seen)}
                {act(&code, &id, &seen)}
                <p><a href=back>{t!("undo-back")}</a></p>
            </div>
        }
    })
}

fn rows(seen: &UndoView) -> u32 {
    seen.people + seen.participations + seen.filled
}

fn what_goes(seen: &UndoView) -> impl IntoView + use<> {
    if rows(seen) == 0 {
        return view! { <p class="lede">{t!("undo-nothing")}</p> }.into_any();
    }
    let lines = [
        ("undo-people", seen.people),
        ("undo-participations", seen.participations),
        ("undo-filled", seen.filled),
        ("undo-certificates", seen.certificates),
    ];
    let lines = lines.into_iter().filter(|(_, count)| *count > 0);
    let lines = lines.map(|(key, count)| view! { <li>{t!(key, count = count)}</li> }).collect_view();
    view! { <p class="lede">{t!("undo-lede")}</p><ul>{lines}</ul> }.into_any()
}

fn what_stays(seen: &UndoView) -> Option<impl IntoView + use<>> {
    let count = u32::try_from(seen.kept.len()).unwrap_or(u32::MAX);
    let rows = seen
        .kept
        .iter()
        .map(|(line, name, kept)| view! { <li>{t!("undo-row", line = *line, name = name)}" "{t!(&format!("kept-{kept}"))}</li> })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <div class="notice notice--warning">
                <p>{t!("undo-kept", count = count)}</p>
                <ul>{rows}</ul>
            </div>
        }
    })
}

fn act(code: &str, id: &str, seen: &UndoView) -> Option<impl IntoView + use<>> {
    let (code, id, kept) = (code.to_owned(), id.to_owned(), seen.kept.len().to_string());
    let words = if seen.kept.is_empty() { t!("undo-button") } else { t!("undo-button-others") };
    (rows(seen) > 0).then(|| {
        view! {
            <Form doorway="undo_import">
                <input type="hidden" name="edition" value=code />
                <input type="hidden" name="import" value=id />
                <input type="hidden" name="kept" value=kept />
                <button class="button button--danger">{words}</button>
            </Form>
        }
    })
}

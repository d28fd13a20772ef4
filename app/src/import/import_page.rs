//! `/teach/{edition}/import/{import}`: every row's fate, before anything is done and after.

use domain::import::{Fate, ImportState, ImportView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::rows::Rows;
use super::{api, breadcrumb, name_of, sums};
use crate::form::refusal_notice;
use crate::list::{Pager, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn ImportPage() -> impl IntoView {
    let (code, id) = (param("edition"), param("import"));
    let fate: Option<Fate> = query("fate").parse().ok();
    load(api::import(code.clone(), id.clone(), fate, page_number()), move |seen| {
        let name = name_of(&seen.summary);
        let title = t!(&format!("import-title-{}", seen.summary.state), name = &name);
        let body = if seen.problems.is_empty() { read(&code, &id, fate, seen.clone()) } else { unread(&code, &seen) };
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                {breadcrumb(&code, &seen.edition.title, true)}
                {refusal_notice()}
                <h1>{title}</h1>
                {body}
            </div>
        }
    })
}

/// The file as a whole could not be read.
fn unread(code: &str, seen: &ImportView) -> AnyView {
    let problems = seen.problems.iter().map(|problem| view! { <li>{problem.clone()}</li> }).collect_view();
    view! {
        <div class="notice notice--error" role="alert">
            <p>{t!("import-unread")}</p>
            <ul>{problems}</ul>
        </div>
        <p><a class="button" href=to(&format!("teach/{code}/import"))>{t!("import-again")}</a></p>
    }
    .into_any()
}

fn read(code: &str, id: &str, fate: Option<Fate>, seen: ImportView) -> AnyView {
    let path = to(&format!("teach/{code}/import/{id}"));
    let prepared = seen.summary.state == ImportState::Prepared;
    let (number, pages) = (seen.page.number, seen.page.pages());
    let asked = vec![("fate", fate.map(|fate| fate.to_string()).unwrap_or_default())];
    let left_out = left_out(&seen);
    let chosen = (query("chosen") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("import-chosen")}</p></div> });
    let notice = notice(code, &path, &seen);
    let chips = chips(&path, fate, &seen);
    let table = view! { <Rows rows=seen.page.clone() prepared=prepared /> };
    let pager = view! { <Pager number=number pages=pages path=path query=asked /> };
    let body = if prepared {
        let acts = acts(&seen, fate);
        view! {
            <form method="post" action="?do=confirm_import" class="import">
                <input type="hidden" name="edition" value=code.to_owned() />
                <input type="hidden" name="import" value=id.to_owned() />
                <input type="hidden" name="fate" value=fate.map(|fate| fate.to_string()).unwrap_or_default() />
                {table}
                {pager}
                {acts}
            </form>
        }
        .into_any()
    } else {
        view! { {table}{pager} }.into_any()
    };
    view! {
        {chosen}
        {notice}
        {left_out}
        {chips}
        {body}
    }
    .into_any()
}

/// What is so far: nothing, done, undone.
fn notice(code: &str, path: &str, seen: &ImportView) -> AnyView {
    let sums = sums(&seen.summary);
    match seen.summary.state {
        ImportState::Prepared => {
            let presence = t!(&format!("import-presence-{}", seen.presence), day = crate::format::day(seen.day));
            view! { <div class="notice notice--warning" role="status"><p><strong>{t!("import-nothing-yet")}</strong>" "{presence}</p></div> }
                .into_any()
        }
        ImportState::Done => {
            let people = to(&format!("teach/{code}/people"));
            let undo = format!("{path}/undo");
            view! {
                <div class="notice notice--success" role="status">
                    <p>{sums}</p>
                    <p class="cluster"><a href=people>{t!("import-to-people")}</a><a href=undo>{t!("import-to-undo")}</a></p>
                </div>
            }
            .into_any()
        }
        ImportState::Undone => view! { <div class="notice" role="status"><p>{sums}</p></div> }.into_any(),
    }
}

/// The columns that are not read, by the file's own names.
fn left_out(seen: &ImportView) -> Option<impl IntoView + use<>> {
    let names: Vec<String> =
        seen.columns.iter().filter(|(_, column)| column.is_none()).map(|(name, _)| name.clone()).collect();
    (!names.is_empty()).then(|| {
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        view! { <p class="hint">{t!("import-left-out", count = count, names = names.join(", "))}</p> }
    })
}

fn chips(path: &str, here: Option<Fate>, seen: &ImportView) -> impl IntoView + use<> {
    let total: u32 = seen.counts.iter().map(|(_, count)| count).sum();
    let all = std::iter::once((None, total));
    let fates = seen.counts.iter().filter(|(_, count)| *count > 0).map(|(fate, count)| (Some(*fate), *count));
    let chips = all
        .chain(fates)
        .map(|(fate, count)| {
            let word = fate.map(|fate| fate.to_string()).unwrap_or_default();
            let words = fate.map_or_else(|| t!("import-all"), |fate| t!(&format!("fate-{fate}")));
            let current = (fate == here).then_some("true");
            view! { <li><a class="chip" href=address(path, &[("fate", &word)]) aria-current=current>{words}" "{crate::format::number(count)}</a></li> }
        })
        .collect_view();
    view! { <div class="filters"><ul aria-label=t!("import-filters")>{chips}</ul></div> }
}

/// One main act: taking what can be taken.
fn acts(seen: &ImportView, fate: Option<Fate>) -> impl IntoView + use<> {
    let count = |wanted: Fate| seen.counts.iter().find(|(fate, _)| *fate == wanted).map_or(0, |(_, count)| *count);
    let (writes, flawed, duplicates) = (seen.writes(), count(Fate::Flawed), count(Fate::Duplicate));
    let offered = seen.page.rows.iter().any(|row| row.fate == Fate::Duplicate);
    let keep = (duplicates > 0 && offered).then(|| {
        view! { <button class="button button--quiet" formaction="?do=decide_import">{t!("import-keep-choices")}</button> }
    });
    let elsewhere = (duplicates > 0 && fate != Some(Fate::Duplicate))
        .then(|| view! { <p>{t!("import-duplicates", count = duplicates)}</p> });
    let warned = (flawed > 0).then(|| view! { <p>{t!("import-flawed", count = flawed)}</p> });
    let take = if writes > 0 {
        view! { <button class="button">{t!("import-confirm", count = writes)}</button> }.into_any()
    } else {
        view! { <p><strong>{t!("import-nothing-to-do")}</strong></p> }.into_any()
    };
    view! {
        <div class="panel stack">
            {warned}
            {elsewhere}
            <div class="cluster">
                {take}
                {keep}
                <button class="button button--quiet" formaction="?do=discard_import">{t!("import-discard")}</button>
            </div>
        </div>
    }
}

//! `/staff/editions/{code}/rule`: what another rule would mean for each person, before anything is written.

use domain::completion::{PreviewFilter, PreviewQuery, PreviewRow, RulePreview};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::rule_words::RuleWords;
use crate::form::{FormState, refusal_notice};
use crate::list::{Pager, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

/// The rule that is looked at: after a refusal the one that was sent, since a form's address carries no query.
fn asked_rule() -> String {
    let sent = use_context::<FormState>().filter(|state| state.doorway == "change_rule");
    sent.and_then(|state| state.value("rule")).unwrap_or_else(|| query("rule"))
}

#[component]
pub fn RulePreviewPage() -> impl IntoView {
    let asked = PreviewQuery {
        edition: param("code"),
        rule: asked_rule(),
        filter: query("filter").parse().ok(),
        page: page_number(),
    };
    load(api::preview_rule(asked), |preview| {
        let code = preview.edition.code.clone();
        view! {
            <Title text=t!("rule-preview-title") />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("new-edition-breadcrumb")>
                    <ol><li><a href=to("staff/editions")>{t!("editions-title")}</a></li><li><a href=to(&format!("staff/editions/{code}"))>{preview.edition.title.clone()}</a></li></ol>
                </nav>
                {refusal_notice()}
                <h1>{t!("rule-preview-title")}</h1>
                <p class="lede">{t!("rule-preview-lede")}</p>
                <div class="split split--even">
                    <section class="panel"><h2>{t!("rule-preview-old")}</h2><RuleWords rule=preview.old.clone() /></section>
                    <section class="panel"><h2>{t!("rule-preview-new")}</h2><RuleWords rule=preview.new.clone() /></section>
                </div>
                <section aria-labelledby="means">
                    <h2 id="means">{t!("rule-preview-means")}</h2>
                    <dl class="pairs pairs--rows">{counts(&preview)}</dl>
                </section>
                {confirm(&preview)}
                {people(preview)}
            </div>
        }
    })
}

fn counts(preview: &RulePreview) -> impl IntoView + use<> {
    preview
        .counts
        .iter()
        .map(|(filter, count)| {
            view! { <div><dt>{t!(&format!("rule-preview-{filter}"))}</dt><dd>{t!("rule-preview-people", count = *count)}</dd></div> }
        })
        .collect_view()
}

fn confirm(preview: &RulePreview) -> AnyView {
    let back = to(&format!("staff/editions/{}", preview.edition.code));
    if preview.old_text == preview.new_text {
        return view! { <div class="notice"><p>{t!("rule-preview-same-rule")}</p><p><a href=back>{t!("rule-preview-back")}</a></p></div> }.into_any();
    }
    view! {
        <form method="post" action="?do=change_rule" class="cluster">
            <input type="hidden" name="edition" value=preview.edition.code.clone() />
            <input type="hidden" name="was" value=preview.old_text.clone() />
            <input type="hidden" name="rule" value=preview.new_text.clone() />
            <button class="button">{t!("rule-preview-confirm")}</button>
            <a href=back>{t!("rule-preview-back")}</a>
        </form>
        <p class="hint">{t!("rule-preview-hint")}</p>
    }
    .into_any()
}

fn people(preview: RulePreview) -> impl IntoView {
    let path = to(&format!("staff/editions/{}/rule", preview.edition.code));
    let rule = preview.new_text.clone();
    let tabs = preview
        .counts
        .iter()
        .map(|(filter, count)| {
            let here = (*filter == preview.filter).then_some("page");
            let href = address(&path, &[("rule", &rule), ("filter", filter.as_str())]);
            view! { <li><a href=href aria-current=here>{t!(&format!("rule-tab-{filter}"))}" "<span class="count">{format::number(*count)}</span></a></li> }
        })
        .collect_view();
    let (number, pages, total) = (preview.page.number, preview.page.pages(), preview.page.total);
    let query = vec![("rule", rule.clone()), ("filter", preview.filter.to_string())];
    let body = if preview.page.rows.is_empty() {
        view! { <p>{t!("rule-preview-nobody")}</p> }.into_any()
    } else {
        table(preview.filter, preview.page.rows, total)
    };
    view! {
        <section aria-labelledby="who">
            <h2 id="who">{t!("rule-preview-who")}</h2>
            <nav class="tabs" aria-label=t!("rule-preview-who")><ul>{tabs}</ul></nav>
            {body}
            <Pager number=number pages=pages path=path query=query />
        </section>
    }
}

fn table(filter: PreviewFilter, rows: Vec<PreviewRow>, total: u32) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    <td class="num" data-label=t!("rule-preview-before")>{format::number(row.before)}</td>
                    <td class="num" data-label=t!("rule-preview-after")>{format::number(row.after)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!(&format!("rule-tab-{filter}"))}" · "{t!("rule-preview-people", count = total)}</caption>
                <thead><tr><th scope="col">{t!("roster-name")}</th><th scope="col" class="num">{t!("rule-preview-before")}</th><th scope="col" class="num">{t!("rule-preview-after")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

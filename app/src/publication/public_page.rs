//! `/{lang}/indicators`: the published figures, from closed years, with what is small hidden.

use domain::indicator::{Baseline, Measure};
use domain::person::SexCell;
use domain::publication::{PublicIndicator, PublicView, ShownRow};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::indicator::{ProgressBars, cell_words};
use crate::list::Day;
use crate::load::load;
use crate::request::{page_request, to};
use crate::{format, t};

#[component]
pub fn PublicIndicatorsPage() -> impl IntoView {
    load(api::published(), |view| {
        view! {
            <Title text=t!("public-title") />
            <div class="page page--wide">
                <header>
                    <h1>{t!("public-title")}</h1>
                    <p class="lede">{t!("public-lede")}</p>
                </header>
                {body(view)}
            </div>
        }
    })
}

fn body(view: PublicView) -> AnyView {
    let Some(newest) = view.newest else {
        return view! { <div class="empty"><h2>{t!("public-empty-title")}</h2><p>{t!("public-empty")}</p></div> }
            .into_any();
    };
    let closed = view.closed_at.map(|at| view! { <Day at=at /> });
    let cards = view.indicators.iter().map(|one| card(one, newest)).collect_view();
    let countries = countries(&view);
    view! {
        <div class="toolbar">
            <span>{t!("public-until", year = newest)}" "{closed}</span>
            <a class="button button--quiet button--small" href=to("indicators.csv") download="">{t!("indicators-csv")}</a>
        </div>
        <p class="hint">{t!("public-hidden-why", most = view.limit.saturating_sub(1))}</p>
        {cards}
        {countries}
    }
    .into_any()
}

fn baseline_words(baseline: Baseline) -> String {
    match baseline {
        Baseline::Value(value) => format::number(value),
        Baseline::ToBeDetermined => t!("indicator-to-be-determined"),
        Baseline::NotStated => t!("indicator-not-stated"),
    }
}

fn year_label(year: Option<i32>, newest: i32) -> String {
    year.map_or_else(|| t!("public-so-far", year = newest), |year| year.to_string())
}

fn card(one: &PublicIndicator, newest: i32) -> AnyView {
    let target = one.target.map_or_else(|| t!("indicator-no-target"), format::number);
    let past = one
        .past
        .iter()
        .map(|note| {
            let number = format!("{}{}", note.sign, format::number(note.number));
            view! { <p class="meta">{t!("public-past", number = number, title = &note.title)}</p> }
        })
        .collect_view();
    let embed = format!("{}/{}/embed", to("indicators"), one.code);
    let code = format!(
        "<iframe src=\"{}{embed}\" title=\"{}\" width=\"100%\" height=\"420\"></iframe>",
        page_request().public_url,
        one.name.replace('"', "&quot;")
    );
    view! {
        <article class="indicator indicator--public" id=one.code.clone()>
            <div>
                <p class="indicator__code">{one.code.clone()}" · "{one.section.clone()}</p>
                <h2><a href=format!("#{}", one.code)>{one.name.clone()}</a></h2>
                <p class="meta">{one.output.clone()}</p>
                <dl class="figures">
                    <div><dt>{t!("indicator-target")}</dt><dd>{target}</dd></div>
                    <div><dt>{t!("indicator-baseline")}</dt><dd>{baseline_words(one.baseline)}</dd></div>
                </dl>
                {past}
                <details><summary>{t!("public-embed")}</summary><pre class="code"><code>{code}</code></pre></details>
            </div>
            <div class="stack">
                <ProgressBars progress=one.progress.clone() />
                {table(one, newest)}
            </div>
        </article>
    }
    .into_any()
}

fn hidden_or(value: Option<u32>) -> AnyView {
    match value {
        Some(value) => format::number(value).into_any(),
        None => view! { <abbr title=t!("public-hidden")>"▪"</abbr> }.into_any(),
    }
}

fn table(one: &PublicIndicator, newest: i32) -> AnyView {
    let caption = t!("public-caption", indicator = &one.name);
    let Some(people) = &one.people else {
        let unit = if one.population == Measure::LearningGain {
            t!("indicator-gain")
        } else {
            t!(&format!("indicator-unit-{}", one.unit))
        };
        let rows = one
            .values
            .iter()
            .map(|(year, value)| {
                let value = value.map_or_else(|| t!("no-data"), format::number);
                view! { <tr><th scope="row">{year_label(*year, newest)}</th><td class="num" data-label=unit.clone()>{value}</td></tr> }
            })
            .collect_view();
        return view! {
            <div class="table-wrap"><table class="table"><caption class="visually-hidden">{caption}</caption>
                <thead><tr><th scope="col">{t!("indicator-year")}</th><th scope="col" class="num">{unit.clone()}</th></tr></thead>
                <tbody>{rows}</tbody></table></div>
        }
        .into_any();
    };
    let heads =
        SexCell::ALL.iter().map(|cell| view! { <th scope="col" class="num">{cell_words(*cell)}</th> }).collect_view();
    let rows = people.rows.iter().map(|row| line(row, newest)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table sexcells">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr><th scope="col">{t!("indicator-year")}</th>{heads}<th scope="col" class="num">{t!("indicator-persons")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(row: &ShownRow, newest: i32) -> impl IntoView + use<> {
    let cells = SexCell::ALL
        .iter()
        .map(|cell| view! { <td class="num" data-label=cell_words(*cell)>{hidden_or(row.cells.get(*cell))}</td> })
        .collect_view();
    let total = hidden_or(row.total);
    view! { <tr><th scope="row">{year_label(row.year, newest)}</th>{cells}<td class="num" data-label=t!("indicator-persons")>{total}</td></tr> }
}

fn countries(view: &PublicView) -> Option<AnyView> {
    let most = view.countries.iter().map(|(_, persons)| *persons).max()?;
    let bars = view
        .countries
        .iter()
        .map(|(code, persons)| {
            let name =
                code.as_ref().map_or_else(|| t!("public-other-countries"), |code| t!(&format!("country-{code}")));
            view! {
                <li>
                    <span>{name}</span>
                    <progress max=most.to_string() value=persons.to_string() aria-hidden="true"></progress>
                    <span class="num">{format::number(*persons)}</span>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section aria-labelledby="countries">
                <h2 id="countries">{t!("public-countries")}</h2>
                <figure class="stack"><ol class="trend trend--named">{bars}</ol><figcaption>{t!("public-countries-caption")}</figcaption></figure>
            </section>
        }
        .into_any(),
    )
}

/// One indicator as a page to stand inside another site's: its own style, no script.
#[must_use]
pub fn embed(one: &PublicIndicator, newest: i32, of: domain::language::Language) -> String {
    let words = |key: &str| crate::i18n::words(of, key, &[]);
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let window = |year: Option<i32>| year.map_or_else(|| format!("≤ {newest}"), |year| year.to_string());
    let cell = |value: Option<u32>| value.map_or_else(|| "▪".to_owned(), |value| value.to_string());
    let mut head = format!("<th scope=\"col\">{}</th>", escaped(&words("indicator-year")));
    let mut rows = String::new();
    match &one.people {
        Some(people) => {
            for cell in SexCell::ALL {
                head += &format!(
                    "<th scope=\"col\">{}</th>",
                    escaped(&words(&format!("indicator-cell-{}", cell.as_str().replace('_', "-"))))
                );
            }
            head += &format!("<th scope=\"col\">{}</th>", escaped(&words("indicator-persons")));
            for row in &people.rows {
                let cells: String =
                    SexCell::ALL.iter().map(|one| format!("<td>{}</td>", cell(row.cells.get(*one)))).collect();
                rows +=
                    &format!("<tr><th scope=\"row\">{}</th>{cells}<td>{}</td></tr>", window(row.year), cell(row.total));
            }
        }
        None => {
            head += &format!("<th scope=\"col\">{}</th>", escaped(&words(&format!("indicator-unit-{}", one.unit))));
            for (year, value) in &one.values {
                let value = value.map_or_else(|| "–".to_owned(), |value| value.to_string());
                rows += &format!("<tr><th scope=\"row\">{}</th><td>{value}</td></tr>", window(*year));
            }
        }
    }
    format!(
        "<!DOCTYPE html><html lang=\"{of}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{name}</title>\
         <style>body{{font:1rem/1.4 system-ui,sans-serif;margin:1rem;color:#221a2b;background:#fffdf9}}h1{{font-size:1.1rem}}table{{border-collapse:collapse;width:100%}}\
         th,td{{padding:.3rem .5rem;border-bottom:1px solid #e3d9ca;text-align:right}}th:first-child{{text-align:left}}a{{color:#371562}}div{{overflow-x:auto}}</style></head>\
         <body><main><h1>{name}</h1><div tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>\
         <p>▪ {hidden}</p><p><a href=\"/{of}/indicators#{code}\" target=\"_blank\" rel=\"noopener\">{source}</a></p></main></body></html>",
        name = escaped(&one.name),
        hidden = escaped(&words("public-hidden")),
        code = escaped(&one.code),
        source = escaped(&words("public-source")),
    )
}

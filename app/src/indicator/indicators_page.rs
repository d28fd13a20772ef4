//! `/staff/indicators`: every indicator of the plan against its target.

use domain::indicator::{IndicatorRow, Period};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::indicator_card::IndicatorCard;
use super::sex_bar::Legend;
use super::window::{YearSwitch, asked_year, in_year, year_words};
use crate::error::AppError;
use crate::layout::StaffTabs;
use crate::load::load;
use crate::request::to;
use crate::t;

/// How many years the switch offers beside the plan.
const YEARS: i32 = 5;

#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let year = asked_year();
    load(rows_and_years(year), move |(rows, years)| {
        let path = to("staff/indicators");
        let exports = [("csv", "csv"), ("xlsx", "xlsx"), ("json", "json"), ("sdmx", "sdmx.csv"), ("iati", "iati.xml")]
            .map(|(words, ending)| {
                let href = in_year(&to(&format!("staff/indicators.{ending}")), year);
                view! { <li><a href=href download="">{t!(&format!("indicators-{words}"))}</a></li> }
            })
            .collect_view();
        view! {
            <Title text=t!("indicators-title") />
            <div class="page page--wide">
                <StaffTabs here="indicators" />
                <h1>{t!("indicators-title")}</h1>
                <p class="lede">{t!("indicators-lede")}</p>
                <YearSwitch path=path years=years chosen=year />
                <div class="toolbar">
                    <span>{t!("indicators-window", window = year_words(year))}</span>
                    <details class="menu"><summary>{t!("indicators-download")}</summary><ul>{exports}</ul></details>
                    <a class="button button--quiet button--small" href=to("staff/indicators/new")>{t!("definition-new")}</a>
                </div>
                <details>
                    <summary>{t!("indicators-how")}</summary>
                    <p>{t!("indicators-how-persons")}</p>
                    <p>{t!("indicators-how-years")}</p>
                    <p>{t!("indicators-how-sex")}</p>
                </details>
                <Legend />
                {sections(rows, year)}
            </div>
        }
    })
}

/// The figures asked for, and the years that can be asked for: the current one, which the plan's table names, and those before.
async fn rows_and_years(year: Option<i32>) -> Result<(Vec<IndicatorRow>, Vec<i32>), AppError> {
    let plan = api::indicators(None).await?;
    let current = plan
        .iter()
        .filter(|row| row.period == Period::CalendarYear)
        .flat_map(|row| &row.progress)
        .filter_map(|progress| progress.window.parse::<i32>().ok())
        .max()
        .or(year);
    let mut years: Vec<i32> =
        current.map(|current| (0..YEARS).map(|back| current - back).collect()).unwrap_or_default();
    if let Some(year) = year
        && !years.contains(&year)
    {
        years.push(year);
    }
    let rows = if year.is_some() { api::indicators(year).await? } else { plan };
    Ok((rows, years))
}

/// The plan as a tree: objectives, the results under each, and the indicators of each result, in the plan's order.
fn sections(rows: Vec<IndicatorRow>, year: Option<i32>) -> AnyView {
    if rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("indicators-empty-title")}</h2><p>{t!("indicators-empty")}</p></div> }.into_any();
    }
    rows.chunk_by(|a, b| a.objective_number == b.objective_number)
        .filter_map(|objective| {
            let first = objective.first()?;
            let title = if first.objective.is_empty() { first.objective_number.clone() } else { first.objective.clone() };
            let outputs = objective
                .chunk_by(|a, b| a.section == b.section && a.output == b.output)
                .filter_map(|output| {
                    let first = output.first()?;
                    let cards = output.iter().cloned().map(|row| view! { <IndicatorCard row=row year=year /> }).collect_view();
                    Some(view! { <section class="tree__output"><p class="eyebrow">{first.section.clone()}</p><h3>{first.output.clone()}</h3>{cards}</section> })
                })
                .collect_view();
            Some(view! { <section class="tree__objective"><p class="eyebrow">{first.objective_number.clone()}</p><h2>{title}</h2>{outputs}</section> })
        })
        .collect_view()
        .into_any()
}

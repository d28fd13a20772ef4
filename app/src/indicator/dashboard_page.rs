//! `/staff/dashboard`: progress to the targets, the trend, where people are from, and how far they come.

use domain::counting::Cells;
use domain::dashboard::DashboardView;
use domain::indicator::IndicatorRow;
use domain::report::Stage;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::chart::SexChart;
use super::sex_bar::{Legend, SexBar};
use super::window::{YearSwitch, asked_year, in_year, year_words};
use super::words::{ProgressBars, Share};
use crate::layout::StaffTabs;
use crate::load::load;
use crate::request::to;
use crate::{format, t};

/// Countries that are drawn; all of them stand in the table of each indicator.
const COUNTRIES: usize = 15;

#[component]
pub fn DashboardPage() -> impl IntoView {
    let year = asked_year();
    load(api::dashboard(year), move |view| {
        let mut years: Vec<i32> = view.trend.iter().map(|year| year.year).collect();
        years.reverse();
        view! {
            <Title text=t!("dashboard-title") />
            <div class="page page--wide">
                <StaffTabs here="dashboard" />
                <h1>{t!("dashboard-title")}</h1>
                <p class="lede">{t!("dashboard-lede")}</p>
                <YearSwitch path=to("staff/dashboard") years=years chosen=year />
                <Legend />
                {body(view, year)}
            </div>
        }
    })
}

fn body(view: DashboardView, year: Option<i32>) -> AnyView {
    let total = view.trained.total();
    if total == 0 && view.trend.is_empty() {
        return view! { <div class="empty"><h2>{t!("dashboard-empty-title")}</h2><p>{t!("dashboard-empty")}</p></div> }
            .into_any();
    }
    let window = year_words(year);
    let cards = view.rows.iter().map(|row| progress(row, year)).collect_view();
    let trend: Vec<(String, Cells)> = view.trend.iter().map(|year| (year.year.to_string(), year.persons)).collect();
    let country =
        |code: &str| if code.is_empty() { t!("members-not-recorded") } else { t!(&format!("country-{code}")) };
    let countries: Vec<(String, Cells)> =
        view.countries.iter().take(COUNTRIES).map(|(code, cells)| (country(code), *cells)).collect();
    let stages: Vec<(String, Cells)> = Stage::ALL
        .iter()
        .filter_map(|stage| Some((t!(&format!("report-{stage}")), view.funnel.get(*stage)?)))
        .collect();
    view! {
        <section aria-labelledby="all" class="stack">
            <h2 id="all">{t!("dashboard-trained", window = &window)}</h2>
            <p class="figures figures--large"><strong>{format::number(total)}</strong></p>
            <SexBar cells=view.trained tall=true />
            <Share share=view.trained.women_share() coverage=view.trained.coverage() />
        </section>
        <div class="split split--even">
            <section aria-labelledby="trend"><h2 id="trend">{t!("dashboard-trend")}</h2><SexChart caption=t!("dashboard-trend-caption") head=t!("indicator-year") rows=trend /></section>
            <section aria-labelledby="funnel"><h2 id="funnel">{t!("dashboard-funnel")}</h2><SexChart caption=t!("dashboard-funnel-caption", window = &window) head=t!("dashboard-stage") rows=stages /></section>
        </div>
        <section aria-labelledby="countries"><h2 id="countries">{t!("dashboard-countries")}</h2><SexChart caption=t!("dashboard-countries-caption", window = &window) head=t!("axis-country") rows=countries /></section>
        <section aria-labelledby="progress" class="stack"><h2 id="progress">{t!("dashboard-progress")}</h2><ul class="dashboard">{cards}</ul></section>
    }
    .into_any()
}

fn progress(row: &IndicatorRow, year: Option<i32>) -> impl IntoView + use<> {
    let href = in_year(&to(&format!("staff/indicators/{}", row.code)), year);
    let bar =
        row.persons.filter(|_| row.population.is_number_of_people()).map(|cells| view! { <SexBar cells=cells /> });
    let value = row.value.map_or_else(|| t!("no-data"), format::number);
    view! {
        <li class="stack">
            <p><a href=href>{row.code.clone()}</a>" "<b>{value}</b></p>
            <p class="meta">{row.name.clone()}</p>
            {bar}
            <ProgressBars progress=row.progress.clone() />
        </li>
    }
}

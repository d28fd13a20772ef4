//! One indicator in the list of all.

use domain::indicator::IndicatorRow;
use leptos::prelude::*;

use super::gain_table::GainTable;
use super::sex_bar::{CellsTable, SexBar};
use super::window::{in_year, window_words};
use super::words::{Figures, ProgressBars, Share};
use crate::request::to;
use crate::{format, t};

#[component]
pub(super) fn IndicatorCard(row: IndicatorRow, year: Option<i32>) -> impl IntoView {
    let href = in_year(&to(&format!("staff/indicators/{}", row.code)), year);
    let share = row.share.zip(row.coverage).map(|(share, coverage)| view! { <Share share=share coverage=coverage /> });
    let split = row.persons.map(|persons| {
        if persons.total() == 0 {
            return view! { <p class="meta">{t!("indicator-nobody", window = window_words(&row.window))}</p> }.into_any();
        }
        if let Some(gains) = row.gain {
            let caption = t!("indicator-gain-caption", indicator = &row.name, window = window_words(&row.window));
            return view! { <GainTable gains=gains persons=persons caption=caption /> }.into_any();
        }
        let caption = t!("indicator-cells-caption", indicator = &row.name, window = window_words(&row.window));
        view! { <SexBar cells=persons /><CellsTable persons=persons participations=row.participations caption=caption />{share} }.into_any()
    });
    let past = row.past.first().map(|note| {
        let number = format!("{}{}", note.sign, format::number(note.number));
        view! { <p class="meta">{t!("past-short", number = number, count = u32::try_from(row.past.len()).unwrap_or(1))}</p> }
    });
    view! {
        <article class="indicator">
            <div>
                <p class="indicator__code">{row.code.clone()}</p>
                <h4><a href=href>{row.name.clone()}</a></h4>
                <Figures row=row.clone() />
            </div>
            <div class="stack">
                <ProgressBars progress=row.progress />
                {past}
                {split}
            </div>
        </article>
    }
}

//! Mean gains by sex, each beside the number of persons that it is the mean of.

use domain::counting::{Cells, Gains};
use domain::person::SexCell;
use leptos::prelude::*;

use super::sex_bar::cell_words;
use super::words::points;
use crate::{format, t};

#[component]
pub(crate) fn GainTable(gains: Gains, persons: Cells, caption: String) -> impl IntoView {
    let row = |head: String, gain, count: u32| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                <td class="num" data-label=t!("indicator-gain")>{points(gain)}</td>
                <td class="num" data-label=t!("indicator-persons")>{format::number(count)}</td>
            </tr>
        }
    };
    let rows =
        SexCell::ALL.iter().map(|cell| row(cell_words(*cell), gains.get(*cell), persons.get(*cell))).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("indicator-sex")}</th>
                        <th scope="col" class="num">{t!("indicator-gain")}</th>
                        <th scope="col" class="num">{t!("indicator-persons")}" (n)"</th>
                    </tr>
                </thead>
                <tbody>{rows}{row(t!("indicator-total"), gains.all, persons.total())}</tbody>
            </table>
        </div>
        <p class="hint">{t!("indicator-gain-hint")}</p>
    }
}

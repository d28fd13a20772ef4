//! What is done with people of a roster: the table to choose from, and the acts.

use domain::enrolment::{RosterAct, RosterRow};
use domain::page::Page;
use leptos::prelude::*;

use super::roster_page::RosterLinks;
use super::roster_table::RosterTable;
use crate::form::{Form, FormState, TextField};
use crate::t;

#[component]
pub(super) fn PeopleForm(links: RosterLinks, code: String, page: Page<RosterRow>, open: bool) -> impl IntoView {
    if !open {
        return view! { <RosterTable links=links page=page choose=false /> }.into_any();
    }
    // What was refused is shown with its fields.
    let refused = use_context::<FormState>().is_some_and(|state| state.doorway == "act_on_people");
    let filter = links.asked.filter;
    let mut kept = links.query(filter, links.asked.order);
    kept.push(("page", page.number.to_string()));
    let button = |act: RosterAct| {
        view! { <button class="button button--quiet" name="act" value=act.as_str()>{t!(&format!("roster-act-{act}"))}</button> }
    };
    let outcomes = [RosterAct::Withdraw, RosterAct::NoShow, RosterAct::Fail, RosterAct::Reinstate].map(button);
    let (write, complete) = (button(RosterAct::Write), button(RosterAct::Complete));
    view! {
        <Form doorway="act_on_people" class="form--wide" kept=kept.clone()>
            <input type="hidden" name="edition" value=code.clone() />
            <input type="hidden" name="filter" value=filter.as_str() />
            <RosterTable links=links.clone() page=page.clone() choose=true />
            <section class="panel stack" aria-labelledby="acts">
                <h2 id="acts">{t!("roster-acts")}</h2>
                <p class="cluster">{write}</p>
                <details open=refused>
                    <summary>{t!("roster-outcomes")}</summary>
                    <div class="stack">
                    <p class="hint">{t!("roster-outcomes-hint")}</p>
                    <TextField name="reason" rows=2 hint=t!("roster-reason-hint") optional=true />
                    <p class="cluster">{outcomes}</p>
                    <h3>{t!("roster-by-hand")}</h3>
                    <p class="hint">{t!("roster-by-hand-hint")}</p>
                    <TextField name="evidence" hint=t!("roster-evidence-hint") optional=true />
                    <TextField name="day" kind="date" hint=t!("roster-day-hint") optional=true />
                    <p class="cluster">{complete}</p>
                    </div>
                </details>
            </section>
        </Form>
    }
    .into_any()
}

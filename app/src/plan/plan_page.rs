//! `/staff/plan`: when the plan runs, and how small a number the public may see.

use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Form, TextField};
use crate::layout::StaffTabs;
use crate::load::load;
use crate::request::query;
use crate::t;

#[component]
pub fn PlanPage() -> impl IntoView {
    let saved = (query("saved") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("plan-saved")}</p></div> });
    load(api::plan(), move |plan| {
        view! {
            <Title text=t!("plan-title") />
            <div class="page page--form">
                <StaffTabs here="plan" />
                {saved}
                <h1>{t!("plan-title")}</h1>
                <p class="lede">{t!("plan-lede")}</p>
                <Form doorway="save_plan">
                    <TextField name="opens_on" kind="date" value=plan.opens_on.to_string() />
                    <TextField name="ends_on" kind="date" value=plan.ends_on.map(|day| day.to_string()).unwrap_or_default() hint=t!("plan-ends-hint") optional=true />
                    <TextField name="hide_below" kind="number" value=plan.hide_below.to_string() hint=t!("plan-hide-hint") />
                    <button class="button">{t!("plan-save")}</button>
                </Form>
            </div>
        }
    })
}

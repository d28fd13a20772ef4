//! One's own applications, on the learner's home.

use domain::application::MyApplication;
use leptos::prelude::*;

use crate::list::Day;
use crate::request::to;
use crate::t;

/// Nothing when there is none.
#[component]
pub fn MyApplications(applications: Vec<MyApplication>) -> impl IntoView {
    (!applications.is_empty()).then(|| {
        let rows = applications
            .into_iter()
            .map(|one| {
                let href = to(&format!("courses/{}/apply/{}", one.course, one.edition));
                view! {
                    <li>
                        <a href=href>{one.edition_title}</a>
                        <ul class="meta"><li>{t!(&format!("application-{}", one.state))}</li><li><Day at=one.applied_at /></li></ul>
                    </li>
                }
            })
            .collect_view();
        view! { <section aria-labelledby="applications"><h2 id="applications">{t!("home-applications")}</h2><ul class="stack">{rows}</ul></section> }
    })
}

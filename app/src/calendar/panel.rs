//! The link of one's calendar, to copy into a calendar program; a new one ends the old.

use leptos::prelude::*;

use crate::request::page_request;
use crate::t;

#[component]
pub fn CalendarPanel(
    /// The link's secret, if there is one.
    secret: Option<String>,
) -> impl IntoView {
    let inside = match secret {
        None => view! {
            <p>{t!("calendar-why")}</p>
            <form method="post" action="?do=make_calendar_link"><button class="button button--quiet">{t!("calendar-make")}</button></form>
        }
        .into_any(),
        Some(secret) => {
            let address = format!("{}/calendar/{secret}.ics", page_request().public_url);
            // Calendar programs register this scheme: one tap subscribes.
            let tap = address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
            view! {
                <p>{t!("calendar-have")}</p>
                <div class="field">
                    <label for="calendar-link">{t!("calendar-link")}</label>
                    <input class="input" id="calendar-link" type="text" readonly value=address aria-describedby="calendar-secret" />
                </div>
                <p class="hint" id="calendar-secret">{t!("calendar-secret")}</p>
                <p><a href=tap>{t!("calendar-open")}</a></p>
                <details>
                    <summary>{t!("calendar-change")}</summary>
                    <div class="stack">
                        <p>{t!("calendar-change-why")}</p>
                        <form method="post" action="?do=make_calendar_link"><button class="button button--quiet">{t!("calendar-make-new")}</button></form>
                        <form method="post" action="?do=end_calendar_link"><button class="button button--danger">{t!("calendar-end")}</button></form>
                    </div>
                </details>
            }
            .into_any()
        }
    };
    view! {
        <section class="stack" aria-labelledby="calendar">
            <h2 id="calendar" tabindex="-1">{t!("calendar-title")}</h2>
            {inside}
        </section>
    }
}

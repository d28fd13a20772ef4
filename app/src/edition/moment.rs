//! Moments with their hour, always with the zone that they are told in.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use domain::zone::local;
use leptos::prelude::*;

use super::zone::zone_words;
use crate::{format, t};

/// "5 April 2026, 14:30 (Lima time)".
#[component]
pub fn Moment(at: DateTime<Utc>, zone: String) -> impl IntoView {
    view! { <time datetime=at.to_rfc3339()>{moment_words(at, &zone)}</time> }
}

/// The last minute before `due`: a day that ends at midnight is named by itself and not by the next.
#[component]
pub fn Due(at: DateTime<Utc>, zone: String) -> impl IntoView {
    let ends_a_day = local(at, &zone).time() == NaiveTime::MIN;
    let last = if ends_a_day { at - Duration::minutes(1) } else { at };
    view! { <time datetime=at.to_rfc3339()>{moment_words(last, &zone)}</time> }
}

/// The words of a moment.
#[must_use]
pub fn moment_words(at: DateTime<Utc>, zone: &str) -> String {
    let there = local(at, zone);
    let time = there.format("%H:%M").to_string();
    t!("submission-moment", date = format::date(there.date()), time = time, zone = zone_words(zone))
}

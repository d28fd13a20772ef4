//! Moments with their hour: never without the zone that they are in.

use chrono::{DateTime, Duration, NaiveTime, Timelike, Utc};
use leptos::prelude::*;

use crate::edition::zone_words;
use crate::{format, t};

/// "3 March 2026, 14:32 (Lima time)".
pub(crate) fn moment(at: DateTime<Utc>, zone: &str) -> String {
    let local = domain::zone::local(at, zone);
    t!(
        "when-moment",
        date = format::date(local.date()),
        time = format!("{:02}:{:02}", local.hour(), local.minute()),
        zone = zone_words(zone)
    )
}

/// The last minute before a date is over: nobody reads "due on the 4th at 00:00" as the night of the 3rd.
pub(super) fn until(at: DateTime<Utc>, zone: &str) -> String {
    moment(at - Duration::minutes(1), zone)
}

/// A moment that machines read too.
#[component]
pub(crate) fn Moment(at: DateTime<Utc>, zone: String) -> impl IntoView {
    view! { <time datetime=at.to_rfc3339()>{moment(at, &zone)}</time> }
}

/// The last minute before `at`: a day that ends at midnight is named by itself and not by the next.
#[component]
pub(crate) fn Due(at: DateTime<Utc>, zone: String) -> impl IntoView {
    let ends_a_day = domain::zone::local(at, &zone).time() == NaiveTime::MIN;
    let last = if ends_a_day { at - Duration::minutes(1) } else { at };
    view! { <time datetime=at.to_rfc3339()>{moment(last, &zone)}</time> }
}

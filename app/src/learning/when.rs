//! Moments with their hour: never without the zone that they are in.

use chrono::{DateTime, Timelike, Utc};
use leptos::prelude::*;

use crate::edition::zone_words;
use crate::{format, t};

/// "3 March 2026, 14:32 (Lima time)".
pub(super) fn moment(at: DateTime<Utc>, zone: &str) -> String {
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
    moment(at - chrono::Duration::minutes(1), zone)
}

/// A moment that machines read too.
#[component]
pub(super) fn Moment(at: DateTime<Utc>, zone: String) -> impl IntoView {
    view! { <time datetime=at.to_rfc3339()>{moment(at, &zone)}</time> }
}

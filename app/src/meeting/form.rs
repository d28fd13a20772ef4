//! A session's form, for a new one and for one that is there.

use domain::edition::EditionCard;
use domain::meeting::MeetingRow;
use leptos::prelude::*;

use crate::edition::zone_words;
use crate::form::{Form, TextField};
use crate::format;
use crate::t;

#[component]
pub(super) fn MeetingFields(edition: EditionCard, #[prop(optional)] meeting: Option<MeetingRow>) -> impl IntoView {
    let zone = edition.zone.clone();
    let day = |one: &MeetingRow| domain::zone::local(one.starts_at, &zone).date().to_string();
    let value = |of: &dyn Fn(&MeetingRow) -> String| meeting.as_ref().map(of).unwrap_or_default();
    let (title, day) = (value(&|one| one.title.clone()), value(&day));
    let from = value(&|one| format::hour(one.starts_at, &zone));
    let until = value(&|one| format::hour(one.ends_at, &zone));
    let place = value(&|one| one.place.clone().unwrap_or_default());
    let link = value(&|one| one.link.clone().unwrap_or_default());
    let id = value(&|one| one.id.to_string());
    let words = if meeting.is_some() { t!("meeting-save") } else { t!("meeting-add") };
    view! {
        <Form doorway="save_meeting">
            <input type="hidden" name="edition" value=edition.code />
            <input type="hidden" name="meeting" value=id />
            <TextField name="title" value=title />
            <TextField name="day" kind="date" value=day />
            <TextField name="from" kind="time" value=from hint=t!("meeting-zone-hint", zone = zone_words(&zone)) />
            <TextField name="to" kind="time" value=until />
            <TextField name="place" value=place optional=true />
            <TextField name="link" kind="url" value=link hint=t!("meeting-link-hint") optional=true />
            <button class="button">{words}</button>
        </Form>
    }
}

//! The parts of an edition's form that a new one and a changed one share.

use domain::certificate::Certificates;
use domain::edition::{EditionForm, EnrolmentMode};
use domain::language::Language;
use leptos::prelude::*;

use super::zone::{ZONES, place};
use crate::form::{Choices, Options, Select, TextField, worded};
use crate::t;

/// The titles and the languages.
#[component]
pub(super) fn NameFields(form: EditionForm) -> impl IntoView {
    let languages: Options =
        Language::ALL.iter().map(|language| (language.to_string(), language.own_name().to_owned())).collect();
    view! {
        <TextField name="title_es" value=form.title_es hint=t!("new-edition-title-hint") optional=true />
        <TextField name="title_en" value=form.title_en hint=t!("new-edition-title-hint") optional=true />
        <Choices name="languages" options=languages chosen=form.languages several=true />
    }
}

/// The days, the zone, and where people meet.
#[component]
pub(super) fn WhenFields(form: EditionForm) -> impl IntoView {
    let zones: Options = ZONES.iter().map(|zone| ((*zone).to_owned(), place(zone))).collect();
    view! {
        <TextField name="starts_on" kind="date" value=form.starts_on />
        <TextField name="ends_on" kind="date" value=form.ends_on hint=t!("new-edition-ends-hint") />
        <Select name="zone" options=zones value=form.zone hint=t!("new-edition-zone-hint") />
        <TextField name="place" value=form.place hint=t!("new-edition-place-hint") optional=true />
        <TextField name="link" value=form.link hint=t!("new-edition-link-hint") optional=true />
    }
}

/// How people come in, and how many.
#[component]
pub(super) fn EnrolmentFields(form: EditionForm) -> impl IntoView {
    let issued = if form.certificates.is_empty() { Certificates::Completion.to_string() } else { form.certificates };
    let chosen = if form.enrolment.is_empty() { EnrolmentMode::Open.to_string() } else { form.enrolment };
    view! {
        <Choices name="enrolment" options=worded("enrolment", EnrolmentMode::ALL) chosen=vec![chosen] />
        <TextField name="seats" kind="number" value=form.seats hint=t!("new-edition-seats-hint") optional=true />
        <Choices name="certificates" options=worded("certificates", Certificates::ALL) chosen=vec![issued] hint=t!("certificates-hint") />
    }
}

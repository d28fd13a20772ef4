//! What is counted about a person, wherever it is asked: each question with its reason, none of which must be answered, and
//! the consent that they need.

use leptos::prelude::*;

use super::country_options;
use super::profile_page::{sex_options, with_none};
use crate::form::{Checkbox, Choices, Select, TextField};
use crate::t;

#[component]
pub fn DeclaredFields(
    /// (code, name) of the kinds of personnel.
    kinds: Vec<(String, String)>,
    /// Why sex is asked.
    sex: String,
    /// What is agreed to.
    consent: String,
) -> impl IntoView {
    view! {
        <Choices name="sex" options=with_none(sex_options()) chosen=vec![String::new()] hint=sex optional=true />
        <Select name="country" options=with_none(country_options()) hint=t!("person-country-why") optional=true />
        <Select name="personnel_kind" options=with_none(kinds) hint=t!("person-kind-why") optional=true />
        <TextField name="institution" hint=t!("person-institution-why") autocomplete="organization" optional=true />
        <Checkbox name="consent" hint=consent />
    }
}

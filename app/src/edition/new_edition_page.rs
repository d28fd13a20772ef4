//! `/staff/editions/new`: staff open an edition of a course.

use domain::edition::{EditionChoices, EnrolmentMode, Modality};
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::zone::{ZONES, place};
use crate::form::{Choices, Form, Select, TextField};
use crate::load::load;
use crate::person::country_options;
use crate::request::to;
use crate::t;

type Options = Vec<(String, String)>;

/// A closed list as options, with the words `<prefix>-<value>`.
fn worded<T: ToString>(prefix: &str, all: &[T]) -> Options {
    all.iter().map(ToString::to_string).map(|value| (value.clone(), t!(&format!("{prefix}-{value}")))).collect()
}

/// The same, with an empty answer first.
fn or_none(words: String, options: Options) -> Options {
    std::iter::once((String::new(), words)).chain(options).collect()
}

#[component]
pub fn NewEditionPage() -> impl IntoView {
    load(api::edition_choices(), |choices| {
        view! {
            <Title text=t!("new-edition-title") />
            <div class="page page--form">
                <nav class="breadcrumb" aria-label=t!("new-edition-breadcrumb")><ol><li><a href=to("staff/editions")>{t!("editions-title")}</a></li></ol></nav>
                <h1>{t!("new-edition-title")}</h1>
                <p class="lede">{t!("new-edition-lede")}</p>
                {form(choices)}
            </div>
        }
    })
}

fn form(choices: EditionChoices) -> AnyView {
    let kinds: Options = choices.kinds.into_iter().map(|kind| (kind.code, kind.name)).collect();
    let zones: Options = ZONES.iter().map(|zone| ((*zone).to_owned(), place(zone))).collect();
    let languages: Options =
        Language::ALL.iter().map(|language| (language.to_string(), language.own_name().to_owned())).collect();
    view! {
        <Form doorway="create_edition">
            <Select name="course" options=or_none(t!("new-edition-choose"), choices.courses) />
            <TextField name="code" hint=t!("new-edition-code-hint") autocomplete="off" />
            <TextField name="title_es" hint=t!("new-edition-title-hint") optional=true />
            <TextField name="title_en" hint=t!("new-edition-title-hint") optional=true />
            <TextField name="starts_on" kind="date" />
            <TextField name="ends_on" kind="date" hint=t!("new-edition-ends-hint") />
            <Select name="zone" options=zones hint=t!("new-edition-zone-hint") />
            <Choices name="languages" options=languages several=true />
            <Select name="modality" options=worded("modality", Modality::ALL) hint=t!("new-edition-modality-hint") />
            <TextField name="seats" kind="number" hint=t!("new-edition-seats-hint") optional=true />
            <Choices name="enrolment" options=worded("enrolment", EnrolmentMode::ALL) chosen=vec![EnrolmentMode::Open.to_string()] />
            <Select name="completion" options=or_none(t!("new-edition-course-rule"), worded("completion", &["full", "final-test", "recorded"])) hint=t!("new-edition-completion-hint") optional=true />
            <TextField name="rule_text" rows=4 hint=t!("new-edition-rule-hint") optional=true />
            <Select name="country" options=or_none(t!("new-edition-no-country"), country_options()) hint=t!("new-edition-country-hint") optional=true />
            <Select name="personnel_kind" options=or_none(t!("new-edition-any-kind"), kinds) hint=t!("new-edition-kind-hint") optional=true />
            <TextField name="instructors" rows=3 hint=t!("new-edition-instructors-hint") optional=true />
            <button class="button">{t!("new-edition-button")}</button>
        </Form>
    }
    .into_any()
}

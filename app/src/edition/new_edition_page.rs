//! `/staff/editions/new`: staff make an edition of a course.

use domain::edition::{EditionChoices, EditionForm, Modality};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::form_parts::{EnrolmentFields, NameFields, WhenFields};
use crate::form::{Choices, Form, Options, Part, Select, TextField, or_none, worded};
use crate::load::load;
use crate::person::country_options;
use crate::request::to;
use crate::t;

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
    let blank = EditionForm::default;
    view! {
        <Form doorway="create_edition">
            <Part title="new-edition-what">
                <Select name="course" options=or_none(t!("new-edition-choose"), choices.courses) />
                <TextField name="code" hint=t!("new-edition-code-hint") autocomplete="off" />
                <Select name="modality" options=worded("modality", Modality::ALL) hint=t!("new-edition-modality-hint") />
                <NameFields form=blank() />
            </Part>
            <Part title="new-edition-when"><WhenFields form=blank() /></Part>
            <Part title="new-edition-people">
                <EnrolmentFields form=blank() />
                <Select name="country" options=or_none(t!("new-edition-no-country"), country_options()) hint=t!("new-edition-country-hint") optional=true />
                <Select name="personnel_kind" options=or_none(t!("new-edition-any-kind"), kinds) hint=t!("new-edition-kind-hint") optional=true />
                <TextField name="instructors" rows=3 hint=t!("new-edition-instructors-hint") optional=true />
            </Part>
            <Part title="new-edition-completing">
                <Select name="completion" options=or_none(t!("new-edition-course-rule"), worded("completion", &["full", "final-test", "recorded"])) hint=t!("new-edition-completion-hint") optional=true />
                <TextField name="rule_text" rows=4 hint=t!("new-edition-rule-hint") optional=true />
            </Part>
            <Part title="new-edition-begin">
                <Choices name="state" options=worded("new-edition-as", &["draft", "open"]) chosen=vec!["draft".to_owned()] />
            </Part>
            <button class="button">{t!("new-edition-button")}</button>
        </Form>
    }
    .into_any()
}

//! `/staff/courses/new`: a course from nothing, or from the folder of one.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::words::language_words;
use super::{BRING_COURSE, api};
use crate::form::{Choices, Form, TextField, error_of};
use crate::load::load;
use crate::request::to;
use crate::t;

#[component]
pub fn NewCoursePage() -> impl IntoView {
    // Asks whether the reader may; the page itself needs nothing.
    load(api::drafted_courses(String::new(), 1), move |_| {
        let languages: Vec<(String, String)> =
            Language::ALL.iter().map(|language| (language.to_string(), language_words(*language))).collect();
        let all = Language::ALL.iter().map(ToString::to_string).collect::<Vec<_>>();
        view! {
            <Title text=t!("draft-new") />
            <div class="page page--form">
                <nav class="breadcrumb" aria-label=t!("draft-breadcrumb")><ol><li><a href=to("staff/courses")>{t!("draft-courses")}</a></li></ol></nav>
                <h1>{t!("draft-new")}</h1>
                <p class="lede">{t!("draft-new-lede")}</p>
                <Form doorway="create_course">
                    <TextField name="title_es" />
                    <TextField name="title_en" />
                    <Choices name="taught_in" options=languages.clone() chosen=all.clone() several=true />
                    <TextField name="learning_hours" kind="number" hint=t!("draft-hours-hint") />
                    <TextField name="slug" hint=t!("draft-slug-hint") optional=true />
                    <button class="button">{t!("draft-begin")}</button>
                </Form>
                <section class="stack" aria-labelledby="bring">
                    <h2 id="bring">{t!("draft-bring-title")}</h2>
                    <BringForm />
                </section>
            </div>
        }
    })
}

/// A zip of a course's folder.
#[component]
pub(super) fn BringForm() -> impl IntoView {
    view! {
        <form method="post" action=format!("?do={BRING_COURSE}") enctype="multipart/form-data" class="form" novalidate>
            <BringFields />
            <button class="button button--quiet">{t!("draft-bring")}</button>
        </form>
    }
}

#[component]
fn BringFields() -> impl IntoView {
    provide_context(crate::form::Doorway(BRING_COURSE));
    let summary = crate::form::summary_of(|field| (field.to_owned(), t!("draft-bring-file")));
    let error = error_of("file");
    let wrong = error.is_some();
    view! {
        {summary}
        <div class="field" class:field--error=wrong>
            <label for="file">{t!("draft-bring-file")}</label>
            <p class="hint" id="file-hint">{t!("draft-bring-hint")}</p>
            {error}
            <input class="input" type="file" id="file" name="file" accept=".zip" aria-describedby="file-hint" />
        </div>
    }
}

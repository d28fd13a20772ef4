//! `/teach/{edition}/settings`: what may be changed of an edition.

use domain::edition::{EditionForm, EditionState};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::form_parts::{EnrolmentFields, NameFields, WhenFields};
use super::head::TeachHead;
use crate::form::{Form, Part, TextField};
use crate::load::load;
use crate::request::{page_request, param, query, to};
use crate::t;

#[component]
pub fn EditionSettingsPage() -> impl IntoView {
    load(api::edition_settings(param("edition")), |settings| {
        let title = t!("settings-title", edition = &settings.edition.title);
        let saved = (!query("saved").is_empty())
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("settings-saved")}</p></div> });
        let body = if settings.edition.state == EditionState::Closed {
            view! { <div class="empty"><h2>{t!("settings-closed-title")}</h2><p>{t!("error-edition-closed")}</p></div> }
                .into_any()
        } else {
            form(settings.form)
        };
        view! {
            <Title text=title />
            <div class="page page--wide">
                <TeachHead edition=settings.edition current="settings" />
                {saved}
                <div class="page--form">{body}</div>
            </div>
        }
    })
}

fn form(form: EditionForm) -> AnyView {
    let (code, names, when, enrolment, team) = (form.code.clone(), form.clone(), form.clone(), form.clone(), form);
    view! {
        <Form doorway="save_edition">
            <input type="hidden" name="code" value=code.clone() />
            <Part title="new-edition-what"><NameFields form=names.clone() /></Part>
            <Part title="new-edition-when"><WhenFields form=when.clone() /></Part>
            <Part title="new-edition-people"><EnrolmentFields form=enrolment.clone() /><TeamFields form=team.clone() /></Part>
            <button class="button">{t!("settings-save")}</button>
        </Form>
    }
    .into_any()
}

/// Who teaches is for staff to say.
#[component]
fn TeamFields(form: EditionForm) -> impl IntoView {
    if !page_request().me.is_some_and(|me| me.staff || me.administrator) {
        return view! { <p class="hint">{t!("settings-by-staff")}</p> }.into_any();
    }
    let rule = to(&format!("staff/editions/{}", form.code));
    view! {
        <TextField name="instructors" rows=3 value=form.instructors hint=t!("new-edition-instructors-hint") optional=true />
        <p class="hint">{t!("settings-rule")}" "<a href=rule>{t!("settings-to-rule")}</a></p>
    }
    .into_any()
}

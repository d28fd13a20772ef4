//! `/invitation/{secret}`: the link of an invitation. One button: a mail program that opens the link accepts nothing.

use domain::application::InvitationView;
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::account::with_next;
use crate::edition::EditionFacts;
use crate::error::AppError;
use crate::form::{Form, refusal_notice};
use crate::load::load;
use crate::request::{page_request, param, set_status, to};
use crate::t;

#[component]
pub fn InvitationPage() -> impl IntoView {
    let secret = param("secret");
    load(looked_up(secret.clone()), move |found| match found {
        Some(invitation) => shown(secret, invitation),
        None => expired(),
    })
}

async fn looked_up(secret: String) -> Result<Option<InvitationView>, AppError> {
    match api::invitation(secret).await {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.code == Code::LinkExpired => Ok(None),
        Err(error) => Err(error),
    }
}

fn shown(secret: String, invitation: InvitationView) -> AnyView {
    let request = page_request();
    let action = if request.me.is_some() {
        view! {
            <Form doorway="accept_invitation">
                <input type="hidden" name="secret" value=secret />
                <button class="button">{t!("invitation-accept")}</button>
            </Form>
        }
        .into_any()
    } else {
        view! {
            <p><a class="button" href=with_next("register", &request.path)>{t!("course-register-to-enrol")}</a></p>
            <p class="hint">{t!("account-have-one")}" "<a href=with_next("sign-in", &request.path)>{t!("course-sign-in-to-enrol")}</a></p>
        }
        .into_any()
    };
    let course = to(&format!("courses/{}", invitation.edition.course));
    view! {
        <Title text=t!("invitation-title") />
        <div class="page page--form">
            {refusal_notice()}
            <h1>{t!("invitation-title")}</h1>
            <p class="lede">{t!("invitation-lede", edition = &invitation.edition.title)}</p>
            <EditionFacts edition=invitation.edition />
            <p><a href=course>{t!("apply-to-course")}</a></p>
            {action}
        </div>
    }
    .into_any()
}

fn expired() -> AnyView {
    set_status(crate::error::status(Code::LinkExpired));
    view! {
        <Title text=t!("account-expired-title") />
        <div class="page page--form empty">
            <h1>{t!("account-expired-title")}</h1>
            <p class="lede">{t!("invitation-expired")}</p>
            <p><a class="button" href=to("courses")>{t!("error-to-courses")}</a></p>
        </div>
    }
    .into_any()
}

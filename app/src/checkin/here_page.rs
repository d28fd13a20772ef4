//! `/here/{code}`: signing on one's own phone. Only the name is needed; each question says why it is asked.

use domain::checkin::HereView;
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::error::AppError;
use crate::form::{Choices, Doorway, Form, TextField, field_error};
use crate::load::{load, refused};
use crate::person::DeclaredFields;
use crate::request::{param, query, redirect, set_status, to};
use crate::t;

const SIGN: &str = "sign_checkin";

#[component]
pub fn HerePage() -> impl IntoView {
    let signed = query("signed") == "1";
    load(looked_up(param("code")), move |found| match found {
        // The thanks stay when the check-in has ended since.
        _ if signed => thanks(),
        Ok(seen) => sheet(seen),
        Err(error) if matches!(error.code, Code::CheckinUnknown | Code::CheckinEnded) => kindly(&error),
        Err(error) => refused(&error),
    })
}

async fn looked_up(code: String) -> Result<Result<HereView, AppError>, AppError> {
    Ok(api::here(code).await)
}

fn sheet(seen: HereView) -> AnyView {
    let kinds = seen.kinds.into_iter().map(|kind| (kind.code, kind.name)).collect();
    provide_context(Doorway(SIGN));
    let asked = field_error("on_the_list").is_some().then(|| {
        let options = vec![("yes".to_owned(), t!("here-it-is-me")), ("no".to_owned(), t!("here-another"))];
        view! { <Choices name="on_the_list" options=options hint=t!("here-on-the-list") /> }
    });
    view! {
        <Title text=t!("here-title") />
        <div class="page page--form">
            <p class="eyebrow">{seen.edition.title}</p>
            <h1>{t!("here-title")}</h1>
            <p class="lede">{t!("here-lede")}</p>
            <Form doorway=SIGN>
                <input type="hidden" name="code" value=seen.code />
                {asked}
                <TextField name="given_name" hint=t!("person-name-why") autocomplete="given-name" />
                <TextField name="family_name" autocomplete="family-name" />
                <TextField name="email" kind="email" hint=t!("here-email-why") autocomplete="email" optional=true />
                <h2>{t!("person-counted")}</h2>
                <p>{t!("person-consent-use")}" "{t!("person-consent-never")}" "<a href=to("privacy")>{t!("person-consent-more")}</a></p>
                <DeclaredFields kinds=kinds sex=t!("person-sex-why") consent=t!("here-consent") />
                <button class="button">{t!("here-sign")}</button>
            </Form>
        </div>
    }
    .into_any()
}

fn thanks() -> AnyView {
    let mail = (query("mail") == "1")
        .then(|| view! { <p>{t!("here-later")}" "<a href=to("register")>{t!("account-register-link")}</a></p> });
    view! {
        <Title text=t!("here-thanks-title") />
        <div class="page page--form empty">
            <h1>{t!("here-thanks-title")}</h1>
            <p class="lede" role="status">{t!("here-thanks")}</p>
            {mail}
            <p><a class="button" href=to("courses")>{t!("error-to-courses")}</a></p>
        </div>
    }
    .into_any()
}

/// A code that opens nothing: what may be the matter, and another try.
fn kindly(error: &AppError) -> AnyView {
    set_status(error.status());
    let ended = error.code == Code::CheckinEnded;
    let title = if ended { t!("here-ended-title") } else { t!("here-unknown-title") };
    view! {
        <Title text=title.clone() />
        <div class="page page--form">
            <h1>{title}</h1>
            <p class="lede">{t!(&format!("error-{}", error.code))}</p>
            {code_form(String::new())}
        </div>
    }
    .into_any()
}

/// `/here`: for those who type the code.
#[component]
pub fn FindCheckinPage() -> impl IntoView {
    let code = domain::checkin::tidy(&query("code"));
    if !code.is_empty() {
        redirect(&to(&format!("here/{code}")));
        return ().into_any();
    }
    view! {
        <Title text=t!("here-find-title") />
        <div class="page page--form">
            <h1>{t!("here-find-title")}</h1>
            <p class="lede">{t!("here-find-lede")}</p>
            {code_form(code)}
        </div>
    }
    .into_any()
}

fn code_form(code: String) -> impl IntoView {
    view! {
        <form method="get" action=to("here") class="form">
            <div class="field">
                <label for="code">{t!("field-code")}</label>
                <input class="input" id="code" name="code" value=code autocomplete="off" autocapitalize="characters" spellcheck="false" />
            </div>
            <button class="button">{t!("here-find")}</button>
        </form>
    }
}

//! `/verify/{code}`: whether a certificate is real, for whoever holds its code. `/verify?code=` and a form do as well.

use domain::certificate::{CertificateKind, CertificateView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::list::Day;
use crate::load::load;
use crate::request::{param, query, set_status, to};
use crate::{format, t};

#[component]
pub fn VerifyPage() -> impl IntoView {
    let code = Some(param("code")).filter(|code| !code.is_empty()).unwrap_or_else(|| query("code")).trim().to_owned();
    let answer = if code.is_empty() {
        view! { <p class="lede">{t!("verify-lede")}</p><CodeForm code=code /> }.into_any()
    } else {
        load(api::verify(code.clone()), move |found| match found {
            Some(certificate) => {
                view! { <Valid certificate=certificate /><p><a href=to("verify")>{t!("verify-another")}</a></p> }
                    .into_any()
            }
            None => view! { <Invalid code=code.clone() /><CodeForm code=code /> }.into_any(),
        })
    };
    view! {
        <Title text=t!("verify-title") />
        <div class="page page--form">
            <h1>{t!("verify-title")}</h1>
            {answer}
        </div>
    }
}

#[component]
fn CodeForm(code: String) -> impl IntoView {
    view! {
        <form method="get" action=to("verify") class="form">
            <div class="field">
                <label for="code">{t!("verify-code")}</label>
                <p class="hint" id="code-hint">{t!("verify-code-hint")}</p>
                <input class="input" id="code" name="code" value=code autocomplete="off" aria-describedby="code-hint" required />
            </div>
            <button class="button">{t!("verify-button")}</button>
        </form>
    }
}

#[component]
fn Valid(certificate: CertificateView) -> impl IntoView {
    let completed = certificate.kind == CertificateKind::Completion;
    let hours = completed.then(|| view! { <div><dt>{t!("certificate-hours")}</dt><dd>{certificate.hours}</dd></div> });
    let learnt = (completed && !certificate.objectives.is_empty()).then(|| {
        let items = certificate.objectives.into_iter().map(|objective| view! { <li>{objective}</li> }).collect_view();
        view! { <section><h2>{t!("verify-objectives")}</h2><ul class="checklist">{items}</ul></section> }
    });
    view! {
        <div class="verify verify--valid">
            <p class="verify__result">{t!("verify-valid")}</p>
            <p>{t!(&format!("verify-says-{}", certificate.kind))}</p>
            <dl class="pairs">
                <div><dt>{t!("verify-name")}</dt><dd>{certificate.name}</dd></div>
                <div><dt>{t!("verify-course")}</dt><dd>{certificate.course}</dd></div>
                <div><dt>{t!("certificate-edition")}</dt><dd>{certificate.edition}" ("{certificate.edition_code}")"</dd></div>
                <div><dt>{t!("certificate-dates")}</dt><dd>{format::dates(certificate.starts_on, certificate.ends_on)}</dd></div>
                <div><dt>{t!(&format!("certificate-date-{}", certificate.kind))}</dt><dd><Day at=certificate.completed_at /></dd></div>
                {hours}
                <div><dt>{t!("certificate-language")}</dt><dd>{t!(&format!("language-{}", certificate.language))}</dd></div>
                <div><dt>{t!("certificate-code")}</dt><dd><code>{certificate.code}</code></dd></div>
            </dl>
        </div>
        {learnt}
    }
}

#[component]
fn Invalid(code: String) -> impl IntoView {
    set_status(http::StatusCode::NOT_FOUND);
    view! {
        <div class="verify verify--invalid" role="alert">
            <p class="verify__result">{t!("verify-invalid")}</p>
            <p>{t!("verify-invalid-help", code = code)}</p>
        </div>
    }
}

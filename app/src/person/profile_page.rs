//! One's own profile: every question says why it is asked, and none but the name must be answered.

use domain::person::{ProfileView, Sex};
use leptos::prelude::*;
use leptos_meta::Title;

use super::password_form::PasswordForm;
use super::{api, country_options};
use crate::account::language_options;
use crate::form::{Checkbox, Choices, Form, Select, TextField};
use crate::forum::ForumSettings;
use crate::load::load;
use crate::request::{query, to};
use crate::t;

/// Name and language, what is counted under consent, the e-mail address, the password.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let data = async { Ok((api::profile().await?, crate::forum::api::forum_settings().await?)) };
    load(data, |(profile, forum)| {
        let notice = [("saved", "person-saved"), ("sent", "person-link-sent")]
            .into_iter()
            .filter(|(asked, _)| !query(asked).is_empty())
            .map(|(_, key)| view! { <div class="notice notice--success" role="status"><p>{t!(key)}</p></div> })
            .collect_view();
        let email = profile.email.clone();
        let verified = profile.email_verified;
        view! {
            <Title text=t!("person-title") />
            <div class="page page--form">
                <h1>{t!("person-title")}</h1>
                <p class="lede">{t!("person-lede")}</p>
                {notice}
                <ProfileFields profile />
                <ForumSettings me=forum />
                <Email email verified />
                <PasswordForm />
            </div>
        }
    })
}

#[component]
fn ProfileFields(profile: ProfileView) -> impl IntoView {
    let declared = profile.declared;
    let sex = declared.sex.map_or_else(String::new, |sex| sex.to_string());
    let kinds = profile.kinds.into_iter().map(|kind| (kind.code, kind.name)).collect();
    view! {
        <section aria-labelledby="about-me">
            <h2 id="about-me">{t!("person-about")}</h2>
            <Form doorway="save_profile">
                <TextField name="given_name" value=profile.given_name hint=t!("person-name-why") autocomplete="given-name" />
                <TextField name="family_name" value=profile.family_name autocomplete="family-name" />
                <Choices name="language" options=language_options() chosen=vec![profile.language.to_string()] hint=t!("person-language-why") />
                <h3>{t!("person-counted")}</h3>
                <p>{t!("person-counted-why")}</p>
                <Choices name="sex" options=with_none(sex_options()) chosen=vec![sex] hint=t!("person-sex-why") optional=true />
                <Select name="country" options=with_none(country_options()) value=declared.country.unwrap_or_default() hint=t!("person-country-why") optional=true />
                <Select name="personnel_kind" options=with_none(kinds) value=declared.personnel_kind.unwrap_or_default() hint=t!("person-kind-why") optional=true />
                <TextField name="institution" value=declared.institution.unwrap_or_default() hint=t!("person-institution-why") autocomplete="organization" optional=true />
                <Consent agreed=profile.consent.is_some() />
                <button class="button">{t!("person-save")}</button>
            </Form>
        </section>
    }
}

/// The consent text, version `domain::person::CONSENT_VERSION`. Changing what it means raises that number.
#[component]
fn Consent(agreed: bool) -> impl IntoView {
    view! {
        <div class="panel stack">
            <h3>{t!("person-consent-title")}</h3>
            <div class="prose">
                <p>{t!("person-consent-use")}</p>
                <p>{t!("person-consent-never")}</p>
                <p>{t!("person-consent-change")}" "<a href=to("privacy")>{t!("person-consent-more")}</a></p>
            </div>
            <Checkbox name="consent" checked=agreed hint=t!("person-consent-hint", version = domain::person::CONSENT_VERSION) />
        </div>
    }
}

/// The address, and the way to confirm it.
#[component]
fn Email(email: String, verified: bool) -> impl IntoView {
    let state = if verified {
        view! { <p><span class="badge badge--done">{t!("person-email-verified")}</span></p> }.into_any()
    } else {
        view! {
            <p>{t!("person-email-unverified")}</p>
            <Form doorway="resend_verification"><button class="button button--quiet">{t!("person-resend")}</button></Form>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="my-email">
            <h2 id="my-email">{t!("person-email-title")}</h2>
            <div class="stack">
                <p><strong>{email}</strong></p>
                {state}
                <p>{t!("claim-ask")}" "<a href=to("claim")>{t!("claim-title")}</a></p>
            </div>
        </section>
    }
}

pub(crate) fn sex_options() -> Vec<(String, String)> {
    Sex::ALL.iter().map(|sex| (sex.to_string(), t!(&format!("person-sex-{sex}")))).collect()
}

/// The same choices, after the one to leave the question unanswered.
pub(crate) fn with_none(options: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), t!("person-no-answer"))).chain(options).collect()
}

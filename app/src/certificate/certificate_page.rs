//! `/certificates/{code}`: the certificate, to look at, print and share.

use domain::certificate::{CertificateKind, CertificateView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{api, verify_address};
use crate::list::Day;
use crate::load::load;
use crate::request::{param, to};
use crate::{format, t};

#[component]
pub fn CertificatePage() -> impl IntoView {
    load(api::certificate(param("code")), |certificate| {
        view! {
            <Title text=t!("certificate-title", course = &certificate.course) />
            <div class="page page--wide page--certificate">
                <div class="toolbar no-print">
                    <h1 class="visually-hidden">{t!("certificate-title", course = &certificate.course)}</h1>
                    <span>{t!("certificate-print-hint")}</span>
                    <a href=to(&format!("verify/{}", certificate.code))>{t!("certificate-see-verification")}</a>
                    <a href=to(&format!("community/{}", certificate.course_slug))>{t!("forum-community-link")}</a>
                </div>
                <Sheet certificate=certificate />
            </div>
        }
    })
}

/// The printable sheet. Sex, country and kind of personnel are not on it, by design.
#[component]
fn Sheet(certificate: CertificateView) -> impl IntoView {
    let address = verify_address(&certificate);
    let shown = address.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let language = t!(&format!("language-{}", certificate.language));
    // The hours are those of the whole course.
    let hours = (certificate.kind == CertificateKind::Completion)
        .then(|| view! { <div><dt>{t!("certificate-hours")}</dt><dd>{certificate.hours}</dd></div> });
    view! {
        <article class="certificate">
            <header class="certificate__head">
                <img src="/logo.svg" alt="" width="72" height="72" />
                <p class="certificate__issuer">{t!("certificate-issuer")}<br />{t!("certificate-issuer-of")}</p>
            </header>
            <div class="certificate__body">
                <p>{t!("certificate-certifies")}</p>
                <p class="certificate__name">{certificate.name}</p>
                <p>{t!(&format!("certificate-says-{}", certificate.kind))}</p>
                <p class="certificate__course">{certificate.course}</p>
            </div>
            <dl class="certificate__facts">
                <div><dt>{t!("certificate-edition")}</dt><dd>{certificate.edition}</dd></div>
                <div><dt>{t!("certificate-dates")}</dt><dd>{format::dates(certificate.starts_on, certificate.ends_on)}</dd></div>
                {hours}
                <div><dt>{t!("certificate-language")}</dt><dd>{language}</dd></div>
                <div><dt>{t!(&format!("certificate-date-{}", certificate.kind))}</dt><dd><Day at=certificate.completed_at /></dd></div>
            </dl>
            <footer class="certificate__foot">
                <p>
                    {t!("certificate-code")}" "<code>{certificate.code}</code><br />
                    {t!("certificate-verify-at")}" "<a href=address>{shown}</a>
                </p>
            </footer>
        </article>
    }
}

//! Certificates: the sheet for their holder, and the page on which anybody checks one.

pub mod api;
mod certificate_page;
mod verify_page;

pub use certificate_page::CertificatePage;
pub use verify_page::VerifyPage;

use domain::certificate::CertificateView;

/// The code's address on the public page, with the campus's host where it is known: it has to work from paper.
fn verify_address(certificate: &CertificateView) -> String {
    let campus = crate::request::page_request().public_url;
    format!("{}{}", campus.trim_end_matches('/'), crate::request::to(&format!("verify/{}", certificate.code)))
}

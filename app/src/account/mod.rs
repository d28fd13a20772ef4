//! Accounts: getting one, signing in, and getting back in.

pub mod api;
mod forgot_page;
mod register_page;
mod reset_page;
mod sign_in_page;
mod verify_email_page;

pub use forgot_page::ForgotPage;
pub use register_page::RegisterPage;
pub(crate) use register_page::language_options;
pub use reset_page::ResetPage;
pub use sign_in_page::SignInPage;
pub use verify_email_page::VerifyEmailPage;

use domain::account::{LinkPurpose, safe_next};
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::error::AppError;
use crate::form::FormState;
use crate::list::address;
use crate::request::{page_request, query, set_status, to};
use crate::t;

/// Where the reader wants to go afterwards: from the address, or from the form that was refused.
fn next() -> String {
    let asked = Some(query("next")).filter(|next| !next.is_empty());
    let typed = || use_context::<FormState>().and_then(|state| state.value("next"));
    asked.or_else(typed).filter(|next| safe_next(next).is_some()).unwrap_or_default()
}

/// The address of another account page, with the same place to go to afterwards.
#[must_use]
pub fn with_next(rest: &str, next: &str) -> String {
    address(&to(rest), &[("next", next)])
}

/// A good message on top of a page.
fn success(words: String) -> impl IntoView {
    view! { <div class="notice notice--success" role="status"><p>{words}</p></div> }
}

/// What somebody sees who opens the sign-in or registration page while signed in; None for visitors.
fn already_in() -> Option<AnyView> {
    let me = page_request().me?;
    Some(
        view! {
            <div class="page page--form empty">
                <h1>{t!("account-already-title", name = me.given_name)}</h1>
                <p class="lede">{t!("account-already")}</p>
                <p><a class="button" href=to("home")>{t!("account-to-home")}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// Whether the link in a mail works still. That it does not is an answer, which the pages say in their own words.
async fn link_works(secret: String, purpose: LinkPurpose) -> Result<bool, AppError> {
    match api::check_link(secret, purpose).await {
        Ok(()) => Ok(true),
        Err(error) if error.code == Code::LinkExpired => Ok(false),
        Err(error) => Err(error),
    }
}

/// The page of a link that works no more: why, and where to ask for a new one.
fn expired(words: String, href: String, action: String) -> AnyView {
    set_status(crate::error::status(Code::LinkExpired));
    view! {
        <Title text=t!("account-expired-title") />
        <div class="page page--form empty">
            <h1>{t!("account-expired-title")}</h1>
            <p class="lede">{words}</p>
            <p><a class="button" href=href>{action}</a></p>
        </div>
    }
    .into_any()
}

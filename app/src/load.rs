//! A page's data: awaited while the page is rendered, with its error in words and in the status code.

use std::future::Future;

use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::error::AppError;
use crate::request::{page_request, redirect, set_status, to};
use crate::t;

/// Renders `show` with what `doorway` gives, or the reason why it gives nothing. A visitor is sent to sign in and comes back.
pub fn load<T, Doorway, Show, V>(doorway: Doorway, show: Show) -> AnyView
where
    T: Send + 'static,
    Doorway: Future<Output = Result<T, AppError>> + Send + 'static,
    Show: FnOnce(T) -> V + Send + 'static,
    V: IntoView + 'static,
{
    let page = async move {
        match doorway.await {
            Ok(data) => show(data).into_any(),
            Err(error) => refused(&error),
        }
    };
    view! { <Suspense>{Suspend::new(page)}</Suspense> }.into_any()
}

/// The page of an error: what happened, and what to do next.
pub fn refused(error: &AppError) -> AnyView {
    if error.code == Code::SignInFirst {
        let next = page_request().path;
        redirect(&format!("{}?next={next}", to("sign-in")));
        return ().into_any();
    }
    set_status(error.status());
    let request_id = page_request().request_id;
    let title = t!(&format!("error-{}-title", page_kind(error.code)));
    view! {
        <Title text=title.clone() />
        <div class="page page--reading empty">
            <h1>{title}</h1>
            <p class="lede">{t!(&format!("error-{}", error.code))}</p>
            {(error.code == Code::Internal).then(|| view! { <p class="hint">{t!("error-request-id", id = request_id)}</p> })}
            <p><a class="button" href=to("courses")>{t!("error-to-courses")}</a></p>
        </div>
    }
    .into_any()
}

/// Which heading an error's page has.
fn page_kind(code: Code) -> &'static str {
    match code {
        Code::NotFound => "not-found",
        Code::NotForYou | Code::NotEnrolled | Code::CommunityOnly => "not-for-you",
        Code::Internal | Code::Busy => "internal",
        _ => "other",
    }
}

//! The page for an address that leads nowhere.

use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::load::refused;
use crate::t;

/// Says so, with the status 404.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <Title text=t!("error-not-found-title") />
        {refused(&Code::NotFound.into())}
    }
}

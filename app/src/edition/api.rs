//! Doorways to the staff's register of editions.

use std::collections::BTreeMap;

use domain::completion::{PreviewQuery, RuleChange, RuleForm, RuleLine, RulePreview};
use domain::edition::{
    CloneForm, ClonePreview, EditionChoices, EditionForm, EditionOverview, EditionRow, EditionSettings, UpgradeView,
};
use domain::page::Page;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::list::address;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "editions")]
pub async fn editions(search: String, page: u32) -> Result<Page<EditionRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::list(&ctx, &search, page).await?)
}

// Named apart from the type that it returns.
#[server(name = OfferEditionChoices, endpoint = "edition_choices")]
pub async fn edition_choices() -> Result<EditionChoices, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::choices(&ctx).await?)
}

#[server(endpoint = "create_edition")]
pub async fn create_edition(#[server(flatten)] form: EditionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let code = services::edition::create(&ctx, form).await?;
    Ok(format!("/{}/teach/{code}?made=1", ctx.language))
}

// Named apart from the type that it returns.
#[server(name = ShowEditionOverview, endpoint = "edition_overview")]
pub async fn edition_overview(edition: String) -> Result<EditionOverview, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::overview(&ctx, &edition).await?)
}

#[server(endpoint = "change_edition_state")]
pub async fn change_edition_state(
    #[server(default)] edition: String,
    #[server(default)] was: String,
    #[server(default)] to: String,
    #[server(default)] reason: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::edition::change_state(&ctx, &edition, &was, &to, &reason).await?;
    Ok(format!("/{}/teach/{edition}?done={to}", ctx.language))
}

// Named apart from the type that it returns.
#[server(name = ShowEditionSettings, endpoint = "edition_settings")]
pub async fn edition_settings(edition: String) -> Result<EditionSettings, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::settings(&ctx, &edition).await?)
}

#[server(endpoint = "save_edition")]
pub async fn save_edition(#[server(flatten)] form: EditionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::edition::save_settings(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/settings?saved=1", ctx.language, form.code))
}

#[server(endpoint = "preview_clone")]
pub async fn preview_clone(form: CloneForm) -> Result<ClonePreview, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::preview_clone(&ctx, form).await?)
}

#[server(endpoint = "clone_edition")]
pub async fn clone_edition(#[server(flatten)] form: CloneForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let code = services::edition::clone(&ctx, &form).await?;
    Ok(format!("/{}/teach/{code}?made=1", ctx.language))
}

/// The rule of one edition, to be read out.
#[server(endpoint = "edition_rule")]
pub async fn edition_rule(edition: String) -> Result<RuleLine, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::rule(&ctx, &edition).await?)
}

/// The rules of a course's editions that are not over, by their codes.
#[server(endpoint = "edition_rules")]
pub async fn edition_rules(course: String) -> Result<BTreeMap<String, RuleLine>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::rules(&ctx, &course).await?)
}

#[server(endpoint = "edition_details")]
pub async fn edition_details(edition: String) -> Result<RuleChange, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::details(&ctx, &edition).await?)
}

/// Leads to the preview of the rule that the form chose.
#[server(endpoint = "choose_rule")]
pub async fn choose_rule(#[server(flatten)] form: RuleForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let rule = services::edition::choose_rule(&ctx, &form).await?;
    Ok(address(&format!("/{}/staff/editions/{}/rule", ctx.language, form.edition), &[("rule", &rule)]))
}

/// Leads to the preview of a rule that was written as text.
#[server(endpoint = "choose_rule_text")]
pub async fn choose_rule_text(
    #[server(default)] edition: String,
    #[server(default)] rule_text: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let rule = services::edition::choose_rule_text(&ctx, &edition, &rule_text).await?;
    Ok(address(&format!("/{}/staff/editions/{edition}/rule", ctx.language), &[("rule", &rule)]))
}

// Named apart from the use case's own type.
#[server(name = LookAtRule, endpoint = "preview_rule")]
pub async fn preview_rule(query: PreviewQuery) -> Result<RulePreview, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::preview_rule(&ctx, &query).await?)
}

#[server(endpoint = "edition_version")]
pub async fn edition_version(edition: String) -> Result<UpgradeView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::upgrade_view(&ctx, &edition).await?)
}

#[server(endpoint = "upgrade_edition")]
pub async fn upgrade_edition(
    #[server(default)] edition: String,
    #[server(default)] to: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let completed = services::edition::upgrade(&ctx, &edition, &to).await?;
    Ok(format!("/{}/teach/{edition}/version?done={completed}", ctx.language))
}

#[server(endpoint = "change_rule")]
pub async fn change_rule(
    #[server(default)] edition: String,
    #[server(default)] was: String,
    #[server(default)] rule: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let completed = services::edition::change_rule(&ctx, &edition, &was, &rule).await?;
    Ok(format!("/{}/staff/editions/{edition}?changed={completed}", ctx.language))
}

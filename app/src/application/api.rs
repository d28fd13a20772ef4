//! Doorways to applications, codes and invitations.

use domain::application::{
    Answers, ApplicationsQuery, ApplicationsView, ApplyView, InvitationView, MyApplication, QuestionForm, WaysForm,
    WaysView,
};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::list::address;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

// Named apart from the type that it returns.
#[server(name = ShowApply, endpoint = "apply_view")]
pub async fn apply_view(edition: String) -> Result<ApplyView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::application::apply_view(&ctx, &edition).await?)
}

#[server(endpoint = "apply")]
pub async fn apply(
    #[server(default)] edition: String,
    #[server(default)] course: String,
    #[server(default)] answers: Answers,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::apply(&ctx, &edition, &answers).await?;
    Ok(format!("/{}/courses/{course}/apply/{edition}?sent=1", ctx.language))
}

#[server(endpoint = "withdraw_application")]
pub async fn withdraw_application(
    #[server(default)] edition: String,
    #[server(default)] course: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::withdraw(&ctx, &edition).await?;
    Ok(format!("/{}/courses/{course}/apply/{edition}", ctx.language))
}

#[server(endpoint = "my_applications")]
pub async fn my_applications() -> Result<Vec<MyApplication>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::application::mine(&ctx).await?)
}

#[server(endpoint = "applications")]
pub async fn applications(edition: String, query: ApplicationsQuery) -> Result<ApplicationsView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::application::list(&ctx, &edition, &query).await?)
}

#[server(endpoint = "decide_applications")]
pub async fn decide_applications(
    #[server(default)] edition: String,
    #[server(default)] ids: Vec<String>,
    #[server(default)] decision: String,
    #[server(default)] reason: String,
    #[server(default)] tell: Option<String>,
    #[server(default)] filter: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let decision = decision.parse().map_err(|_| AppError::from(domain::error::Code::BadRequest))?;
    let decided = services::application::decide(&ctx, &edition, &ids, decision, &reason, tell.is_some()).await?;
    let counts = [decided.done, decided.waiting, decided.passed_over].map(|count| count.to_string());
    let query = [("filter", filter.as_str()), ("done", &counts[0]), ("waiting", &counts[1]), ("passed", &counts[2])];
    Ok(address(&format!("/{}/teach/{edition}/applications", ctx.language), &query))
}

// Named apart from the type that it returns.
#[server(name = ShowWaysIn, endpoint = "ways_in")]
pub async fn ways_in(edition: String) -> Result<WaysView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::application::ways(&ctx, &edition).await?)
}

#[server(endpoint = "save_ways_in")]
pub async fn save_ways_in(#[server(flatten)] form: WaysForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::save_ways(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/entry?saved=1", ctx.language, form.edition))
}

#[server(endpoint = "add_question")]
pub async fn add_question(#[server(flatten)] form: QuestionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::add_question(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/entry?saved=1#questions", ctx.language, form.edition))
}

#[server(endpoint = "remove_question")]
pub async fn remove_question(
    #[server(default)] edition: String,
    #[server(default)] key: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::remove_question(&ctx, &edition, &key).await?;
    Ok(format!("/{}/teach/{edition}/entry?saved=1#questions", ctx.language))
}

#[server(endpoint = "invite")]
pub async fn invite(#[server(default)] edition: String, #[server(default)] emails: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let count = services::application::invite(&ctx, &edition, &emails).await?;
    Ok(format!("/{}/teach/{edition}/entry?invited={count}#invitations", ctx.language))
}

#[server(endpoint = "enrol_with_code")]
pub async fn enrol_with_code(
    #[server(default)] edition: String,
    #[server(default)] join_code: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::application::enrol_with_code(&ctx, &edition, &join_code).await?;
    Ok(format!("/{}/learn/{edition}", ctx.language))
}

// Named apart from the use case's own type.
#[server(name = ShowInvitation, endpoint = "invitation")]
pub async fn invitation(secret: String) -> Result<InvitationView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::application::invitation(&ctx, &secret).await?)
}

#[server(endpoint = "accept_invitation")]
pub async fn accept_invitation(#[server(default)] secret: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let edition = services::application::accept_invitation(&ctx, &secret).await?;
    Ok(format!("/{}/learn/{edition}", ctx.language))
}

//! Doorways to learning: outlines, lessons, quizzes.

use std::collections::BTreeMap;

use domain::id::{AttemptId, ParticipationId};
use domain::language::Language;
use domain::learning::{ActivityView, GlossaryView, OutlineView, PackView, PersonView};
use domain::quiz::{Checked, ExtensionForm, Saved};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "outline")]
pub async fn outline(edition: String) -> Result<OutlineView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::outline(&ctx, &edition).await?)
}

#[server(endpoint = "activity")]
pub async fn activity(
    edition: String,
    key: String,
    /// Of a quiz: the number of the attempt to show.
    #[server(default)]
    attempt: Option<i32>,
) -> Result<ActivityView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::review(&ctx, &edition, &key, attempt).await?)
}

#[server(endpoint = "glossary")]
pub async fn glossary(edition: String, #[server(default)] search: String) -> Result<GlossaryView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::glossary(&ctx, &edition, &search).await?)
}

#[server(endpoint = "pack")]
pub async fn pack(edition: String, module: String) -> Result<PackView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::pack(&ctx, &edition, &module).await?)
}

#[server(endpoint = "finish_lesson")]
pub async fn finish_lesson(
    #[server(default)] edition: String,
    #[server(default)] key: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let next = services::learning::finish_lesson(&ctx, &edition, &key).await?;
    Ok(next.map_or_else(
        || format!("/{}/learn/{edition}", ctx.language),
        |next| format!("/{}/learn/{edition}/{next}", ctx.language),
    ))
}

#[server(endpoint = "start_attempt")]
pub async fn start_attempt(
    #[server(default)] edition: String,
    #[server(default)] key: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::learning::start_attempt(&ctx, &edition, &key).await?;
    Ok(format!("/{}/learn/{edition}/{key}", ctx.language))
}

/// Checks one answer of a knowledge check while its attempt is open; the island asks for it, in the page's language.
#[server(endpoint = "check_answer")]
pub async fn check_answer(
    attempt: AttemptId,
    question: String,
    #[server(default)] chosen: Vec<String>,
    language: Language,
) -> Result<Checked, AppError> {
    let mut ctx = request_ctx().await?;
    ctx.language = language;
    Ok(services::learning::check_answer(&ctx, attempt, &question, domain::quiz::Answer(chosen)).await?)
}

/// Keeps answers while they are given; the quiz's script calls it. The fields are those of the form.
#[server(endpoint = "save_answers")]
pub async fn save_answers(
    attempt: AttemptId,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<Saved, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::save_answers(&ctx, attempt, given(answers)).await?)
}

/// Keeps what the form holds, to go on later.
#[server(endpoint = "save_attempt")]
pub async fn save_attempt(
    attempt: AttemptId,
    #[server(default)] edition: String,
    #[server(default)] key: String,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::learning::save_attempt(&ctx, attempt, given(answers)).await?;
    Ok(format!("/{}/learn/{edition}/{key}?saved=1", ctx.language))
}

/// Submits an attempt. The form names its fields `answers[<question>][]`, or with a number where the order counts.
#[server(endpoint = "submit_attempt")]
pub async fn submit_attempt(
    attempt: AttemptId,
    #[server(default)] edition: String,
    #[server(default)] key: String,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::learning::submit_attempt(&ctx, attempt, given(answers)).await?;
    Ok(format!("/{}/learn/{edition}/{key}", ctx.language))
}

#[cfg(feature = "ssr")]
fn given(answers: BTreeMap<String, Vec<String>>) -> domain::quiz::Answers {
    answers.into_iter().map(|(question, chosen)| (question, domain::quiz::Answer(chosen))).collect()
}

/// One person's progress, for the edition's instructors.
#[server(endpoint = "person_progress")]
pub async fn person_progress(edition: String, participation: ParticipationId) -> Result<PersonView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::learning::person_progress(&ctx, &edition, participation).await?)
}

#[server(endpoint = "grant_extension")]
pub async fn grant_extension(
    edition: String,
    participation: ParticipationId,
    #[server(flatten)] form: ExtensionForm,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::learning::grant_extension(&ctx, &edition, participation, form).await?;
    Ok(format!("/{}/teach/{edition}/people/{participation}?granted=1", ctx.language))
}

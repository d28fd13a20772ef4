//! Doorways to sessions and attendance.

use domain::meeting::{MeetingForm, MeetingsView, MyMeetings, SheetForm, SheetView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::list::address;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// The reader's own sessions in an edition.
#[server(name = ListMyMeetings, endpoint = "my_meetings")]
pub async fn my_meetings(edition: String) -> Result<MyMeetings, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::meeting::mine(&ctx, &edition).await?)
}

#[server(endpoint = "meetings")]
pub async fn meetings(edition: String) -> Result<MeetingsView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::meeting::list(&ctx, &edition).await?)
}

#[server(endpoint = "save_meeting")]
pub async fn save_meeting(#[server(flatten)] form: MeetingForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::meeting::save(&ctx, &form).await?;
    let list = format!("/{}/teach/{}/attendance", ctx.language, form.edition);
    Ok(if form.meeting.is_empty() { format!("{list}?saved=1") } else { format!("{list}/{}?saved=1", form.meeting) })
}

#[server(endpoint = "remove_meeting")]
pub async fn remove_meeting(
    #[server(default)] edition: String,
    #[server(default)] meeting: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::meeting::remove(&ctx, &edition, &meeting).await?;
    Ok(format!("/{}/teach/{edition}/attendance?removed=1", ctx.language))
}

/// A session's sheet; page 0 is everybody at once.
#[server(endpoint = "sheet")]
pub async fn sheet(edition: String, meeting: String, search: String, page: u32) -> Result<SheetView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::meeting::sheet(&ctx, &edition, &meeting, &search, page).await?)
}

/// Keeps the marks of a sheet and goes to the part of it that was asked for: looking on loses nothing.
#[server(endpoint = "mark_attendance")]
pub async fn mark_attendance(#[server(flatten)] form: SheetForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::meeting::mark(&ctx, &form).await?;
    let path = format!("/{}/teach/{}/attendance/{}", ctx.language, form.edition, form.meeting);
    Ok(address(&path, &[("saved", "1"), ("search", &form.search), ("page", &form.go)]))
}

//! The figures in the forms that other systems read. Each is made from the same rows as the page.

mod iati;
mod sdmx;
mod workbook;

pub use iati::iati;
pub use sdmx::sdmx;
pub use workbook::xlsx;

use super::list;
use crate::ctx::Ctx;
use crate::error::Result;

/// Every indicator in a year, or with None in the plan's window, as JSON: the rows of the page.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn json(ctx: &Ctx, year: Option<i32>) -> Result<String> {
    let rows = list(ctx, year).await?;
    Ok(serde_json::to_string_pretty(&serde_json::json!({ "made_at": ctx.now(), "indicators": rows }))?)
}

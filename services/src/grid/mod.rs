//! An edition at a glance, for those who teach it: the grid of everybody by every activity, and the gradebook.
//!
//! The grid reads what the people on its page have done and of the others no more than their names, so that it costs the same
//! for fifty people as for five thousand. The gradebook's means and its order need everybody's grades, and nothing else.

mod book;
mod store;
mod table;
mod workbook;

pub use book::{gradebook, gradebook_xlsx};
pub use table::grid;

use domain::course::Activity;
use domain::grid::Column;

use crate::ctx::Ctx;
use crate::edition::taught;
use crate::error::Result;
use crate::learning::place::Place;

/// The edition, for those who teach it.
async fn enter(ctx: &Ctx, code: &str) -> Result<Place> {
    taught(ctx, code).await?;
    Place::by_code(ctx, code).await
}

fn column(place: &Place, (module, activity): (usize, &Activity)) -> Column {
    Column {
        key: activity.key.clone(),
        kind: activity.kind,
        title: activity.title.get(place.language).to_owned(),
        module: u32::try_from(module + 1).unwrap_or(u32::MAX),
        weight: activity.weight,
    }
}

fn matches(search: &str, person: &store::Named) -> bool {
    search.is_empty() || person.name().to_lowercase().contains(search)
}

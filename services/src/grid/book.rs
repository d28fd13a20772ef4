//! The gradebook: the grades of everybody, as each learner's own page of grades shows them.

use std::cmp::Ordering;

use domain::completion::final_grade;
use domain::course::Activity;
use domain::grid::{BookOrder, BookQuery, BookRow, BookView, Column, Cut, Means};
use domain::quiz::Grade;

use super::{column, enter, matches, store, workbook};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::error::Result;
use crate::learning::place::Place;

/// One page of the gradebook. A constant number of queries, however many people.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn gradebook(ctx: &Ctx, code: &str, query: BookQuery) -> Result<BookView> {
    let place = enter(ctx, code).await?;
    let (columns, mut rows) = read(ctx, &place, &query).await?;
    let means = Means::of(columns.len(), &rows);
    let cut = Cut::of(&mut rows, query.page);
    Ok(BookView { edition: place.card(ctx), columns, rows, means, cut })
}

/// The whole of it as a workbook, with its file's name.
///
/// # Errors
/// The same; or when the workbook cannot be written.
pub async fn gradebook_xlsx(ctx: &Ctx, code: &str) -> Result<(String, Vec<u8>)> {
    let place = enter(ctx, code).await?;
    let query = BookQuery { search: String::new(), order: BookOrder::Name, page: 1 };
    let (columns, rows) = read(ctx, &place, &query).await?;
    let means = Means::of(columns.len(), &rows);
    let bytes = workbook::write(place.language, &columns, &rows, &means)?;
    Ok((format!("{code}.xlsx"), bytes))
}

/// Everybody who matches the search, in the order that was asked for.
async fn read(ctx: &Ctx, place: &Place, query: &BookQuery) -> Result<(Vec<Column>, Vec<BookRow>)> {
    let db = ctx.db.read();
    let search = query.search.trim().to_lowercase();
    let mut people = store::list_named(db, place.edition.id).await?;
    people.retain(|person| matches(&search, person));
    let mut traces = enrolments::graded_traces(db, place.edition.id).await?;
    let graded: Vec<(usize, &Activity)> =
        place.content.activities().filter(|(_, activity)| activity.kind.is_graded()).collect();
    let mut rows = Vec::with_capacity(people.len());
    for person in people {
        let trace = traces.remove(&person.id).unwrap_or_default();
        let progress = trace.progress(&place.content, person.completed_at.is_some());
        rows.push(BookRow {
            participation: person.id,
            name: person.name(),
            grades: graded.iter().map(|(_, activity)| progress.grades.get(&activity.key).copied()).collect(),
            final_grade: final_grade(&place.content, &progress),
        });
    }
    if query.order == BookOrder::FinalGrade {
        rows.sort_by(|a, b| compare(b.final_grade, a.final_grade));
    }
    Ok((graded.into_iter().map(|one| column(place, one)).collect(), rows))
}

fn compare(a: Grade, b: Grade) -> Ordering {
    (u128::from(a.part) * u128::from(b.whole)).cmp(&(u128::from(b.part) * u128::from(a.whole)))
}

//! What was handed in in an edition, for those who grade it.

use std::collections::HashMap;

use domain::course::ActivityKind;
use domain::id::{EditionId, ParticipationId};
use domain::page::Page;
use domain::submission::{GradingFilter, GradingQuery, GradingRow, GradingView, SubmissionState, Who};
use sea_orm::ConnectionTrait;

use super::due_at;
use super::store::{self, HandedIn};
use crate::ctx::Ctx;
use crate::edition::taught;
use crate::enrolment::store as enrolments;
use crate::error::Result;
use crate::learning::place::Place;

/// The edition, for those who teach it.
pub(super) async fn enter(ctx: &Ctx, code: &str) -> Result<Place> {
    taught(ctx, code).await?;
    Place::by_code(ctx, code).await
}

/// What was handed in in an edition: what waits first, the oldest before the others; then the graded, the newest first.
/// A constant number of queries, however many there are.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn list(ctx: &Ctx, code: &str, query: GradingQuery) -> Result<GradingView> {
    let place = enter(ctx, code).await?;
    let db = ctx.db.read();
    let addresses = enrolments::list_addresses(db, place.edition.id).await?;
    let extensions = store::list_extensions(db, place.edition.id).await?;
    let search = query.search.trim().to_lowercase();
    let mut rows = store::list_handed_in(db, place.edition.id).await?;
    rows.retain(|row| query.activity.is_empty() || row.activity == query.activity);
    let numbers = if query.anonymous { numbers(db, place.edition.id).await? } else { HashMap::new() };
    rows.retain(|row| {
        if let Some(number) = hidden(row, &numbers) {
            return search.is_empty() || search == number.to_string();
        }
        let account = addresses.get(&row.person_id).or_else(|| row.linked_to.and_then(|id| addresses.get(&id)));
        let address = account.or(row.person_email.as_ref()).map_or("", String::as_str);
        search.is_empty()
            || name(&row.given_name, &row.family_name).to_lowercase().contains(&search)
            || address.contains(&search)
    });
    let counted = |filter: &GradingFilter| {
        (*filter, u32::try_from(rows.iter().filter(|row| stands(row, *filter)).count()).unwrap_or(u32::MAX))
    };
    let counts = GradingFilter::ALL.iter().map(counted).collect();
    let next = rows.iter().find(|row| row.state == SubmissionState::Submitted).map(|row| row.id);
    rows.retain(|row| stands(row, query.filter));
    let (mut waiting, mut graded): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.state == SubmissionState::Submitted);
    graded.reverse();
    waiting.append(&mut graded);
    let cut = Page::cut(waiting, query.page);
    let rows = cut.rows.into_iter().filter_map(|row| {
        let activity = place.content.find_activity(&row.activity)?;
        let extension = extensions.get(&(row.participation_id, row.activity.clone())).copied();
        let submitted_at = row.submitted_at?;
        let told = || Who::Name(name(&row.given_name, &row.family_name));
        Some(GradingRow {
            id: row.id,
            who: hidden(&row, &numbers).map_or_else(told, Who::Number),
            activity: activity.title.get(place.language).to_owned(),
            number: row.number,
            state: row.state,
            submitted_at,
            late: submitted_at >= due_at(&place.edition, activity, extension),
            grade: enrolments::points(row.grade_part, row.grade_whole),
        })
    });
    let page = Page { rows: rows.collect(), total: cut.total, number: cut.number };
    let activities = place.content.of_kind(ActivityKind::Assignment);
    let activities =
        activities.map(|activity| (activity.key.clone(), activity.title.get(place.language).to_owned())).collect();
    Ok(GradingView { edition: place.card(ctx), activities, counts, next, page })
}

fn stands(row: &HandedIn, filter: GradingFilter) -> bool {
    match filter {
        GradingFilter::All => true,
        GradingFilter::Waiting => row.state == SubmissionState::Submitted,
        GradingFilter::Graded => row.state == SubmissionState::Graded,
    }
}

/// The number of somebody whose name is hidden: of those who have one, while their work waits.
fn hidden(row: &HandedIn, numbers: &HashMap<ParticipationId, u32>) -> Option<u32> {
    numbers.get(&row.participation_id).copied().filter(|_| row.state == SubmissionState::Submitted)
}

/// A number for each participation of the edition, in the order in which they came: whoever comes later changes none.
pub(super) async fn numbers<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<ParticipationId, u32>> {
    let mut ids = store::list_participations(db, edition).await?;
    ids.sort_unstable();
    Ok(ids.into_iter().zip(1..).collect())
}

pub(super) fn name(given: &str, family: &str) -> String {
    format!("{given} {family}").trim().to_owned()
}

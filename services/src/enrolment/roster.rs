//! An edition's roster: who is where, and what remains for each. A constant number of queries, however many people.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use domain::completion::{Progress, percent};
use domain::enrolment::{Outcome, RosterFilter, RosterOrder, RosterQuery, RosterRow, RosterView, at_risk};
use domain::error::Code;
use domain::page::Page;

use super::store::{self, Enrolled};
use crate::ctx::Ctx;
use crate::entity::participation;
use crate::error::Result;
use crate::learning::{language_for, remaining_views};
use crate::policy;

/// Somebody on the roster, before what remains is put into words: that is done for the shown page only.
struct Row {
    who: Enrolled,
    name: String,
    email: String,
    progress: Progress,
    percent: u8,
    at_risk: bool,
}

impl Row {
    fn stands(&self, filter: RosterFilter) -> bool {
        let of = &self.who.participation;
        let outcome = of.outcome.filter(|_| of.completed_at.is_none());
        let left = outcome.is_some_and(Outcome::leaves);
        let under_way = of.completed_at.is_none() && outcome.is_none();
        match filter {
            RosterFilter::All => !left,
            RosterFilter::Completed => of.completed_at.is_some(),
            RosterFilter::NotStarted => under_way && of.first_activity_at.is_none(),
            RosterFilter::UnderWay => under_way && of.first_activity_at.is_some(),
            RosterFilter::AtRisk => under_way && self.at_risk,
            RosterFilter::Failed => outcome == Some(Outcome::Failed),
            RosterFilter::Left => left,
        }
    }
}

/// The roster of an edition, for its instructors and for staff.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn roster(ctx: &Ctx, code: &str, query: RosterQuery) -> Result<RosterView> {
    if ctx.actor == crate::ctx::Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let db = ctx.db.read();
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let _permit = policy::may_teach(db, ctx, edition.id).await?;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let people = store::list_everybody(db, edition.id).await?;
    let addresses = store::list_addresses(db, edition.id).await?;
    let mut traces = store::traces_of_edition(db, edition.id).await?;
    let address = |who: &Enrolled| {
        let account =
            addresses.get(&who.participation.person_id).or_else(|| who.linked_to.and_then(|id| addresses.get(&id)));
        account.or(who.person_email.as_ref()).cloned().unwrap_or_default()
    };
    let search = query.search.trim().to_lowercase();
    let dates = crate::edition::dates(&edition);
    let mut rows: Vec<Row> = people
        .into_iter()
        .map(|who| {
            let trace = traces.remove(&who.participation.id).unwrap_or_default();
            let progress = trace.progress(&content, who.participation.completed_at.is_some());
            let percent = percent(&content, &progress);
            let since = who.participation.last_activity_at.unwrap_or(who.participation.enrolled_at);
            Row {
                name: format!("{} {}", who.given_name, who.family_name).trim().to_owned(),
                email: address(&who),
                at_risk: at_risk(&dates, since, percent, ctx.now()),
                percent,
                progress,
                who,
            }
        })
        .filter(|row| search.is_empty() || row.name.to_lowercase().contains(&search) || row.email.contains(&search))
        .collect();
    let counted = |filter: &RosterFilter| {
        (*filter, u32::try_from(rows.iter().filter(|row| row.stands(*filter)).count()).unwrap_or(u32::MAX))
    };
    let counts = RosterFilter::ALL.iter().map(counted).collect();
    rows.retain(|row| row.stands(query.filter));
    sort(&mut rows, query.order);
    let cut = Page::cut(rows, query.page);
    let language = language_for(ctx, &edition);
    let page = Page {
        total: cut.total,
        number: cut.number,
        rows: cut
            .rows
            .into_iter()
            .map(|row| RosterRow {
                remaining: remaining_views(&content, &edition.completion, &row.progress, language),
                participation: row.who.participation.id,
                percent: row.percent,
                enrolled_at: row.who.participation.enrolled_at,
                last_activity_at: row.who.participation.last_activity_at,
                completed_at: row.who.participation.completed_at,
                at_risk: row.stands(RosterFilter::AtRisk),
                outcome: outcome(&row.who.participation),
                name: row.name,
                email: row.email,
            })
            .collect(),
    };
    let open = edition.state.check_changes().is_ok();
    let card = crate::edition::cards(db, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    Ok(RosterView { edition: card, open, counts, page })
}

/// How it ended without a completion.
pub(crate) fn outcome(of: &participation::Model) -> Option<(Outcome, DateTime<Utc>, String)> {
    let outcome = of.outcome.filter(|_| of.completed_at.is_none())?;
    Some((outcome, of.outcome_at?, of.outcome_reason.clone().unwrap_or_default()))
}

/// By family name; or the furthest, or the latest, first, and by name among equals.
fn sort(rows: &mut [Row], order: RosterOrder) {
    let by_name =
        |row: &Row| (row.who.family_name.to_lowercase(), row.who.given_name.to_lowercase(), row.who.participation.id);
    rows.sort_by_cached_key(by_name);
    match order {
        RosterOrder::Name => {}
        RosterOrder::Progress => {
            rows.sort_by_key(|row| Reverse((row.who.participation.completed_at.is_some(), row.percent)))
        }
        RosterOrder::LastActivity => rows.sort_by_key(|row| Reverse(row.who.participation.last_activity_at)),
    }
}

//! The grid: who stands where in each activity.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::completion::Progress;
use domain::course::Activity;
use domain::enrolment::{RosterFilter, RosterOrder};
use domain::grid::{Cell, Cut, GridQuery, GridRow, GridView, stands};
use domain::id::{ParticipationId, SubmissionId};
use sea_orm::ConnectionTrait;

use super::store::{self, Named};
use super::{column, enter, matches};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::error::Result;
use crate::learning::place::Place;

/// One page of the grid. A constant number of queries, however many people.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn grid(ctx: &Ctx, code: &str, query: GridQuery) -> Result<GridView> {
    let place = enter(ctx, code).await?;
    let db = ctx.db.read();
    let search = query.search.trim().to_lowercase();
    let mut people = store::list_named(db, place.edition.id).await?;
    people.retain(|person| matches(&search, person));
    let counted = |filter: &RosterFilter| {
        let count = people.iter().filter(|person| is_in(person, *filter)).count();
        (*filter, u32::try_from(count).unwrap_or(u32::MAX))
    };
    let counts = RosterFilter::PLAIN.iter().map(counted).collect();
    people.retain(|person| is_in(person, query.filter));
    sort(db, &place, &mut people, query.order).await?;
    let cut = Cut::of(&mut people, query.page);
    let shown: Vec<(usize, &Activity)> = place
        .content
        .activities()
        .filter(|(module, _)| {
            let key = place.content.modules.get(*module).map(|module| module.key.as_str());
            query.module.is_empty() || key == Some(query.module.as_str())
        })
        .collect();
    let rows = rows(ctx, &place, &shown, people).await?;
    let modules = place.content.modules.iter();
    Ok(GridView {
        edition: place.card(ctx),
        modules: modules.map(|module| (module.key.clone(), module.title.get(place.language).to_owned())).collect(),
        columns: shown.iter().map(|one| column(&place, *one)).collect(),
        counts,
        rows,
        cut,
    })
}

fn is_in(person: &Named, filter: RosterFilter) -> bool {
    match filter {
        RosterFilter::All => true,
        RosterFilter::Completed => person.completed_at.is_some(),
        RosterFilter::NotStarted => person.completed_at.is_none() && person.first_activity_at.is_none(),
        RosterFilter::UnderWay => person.completed_at.is_none() && person.first_activity_at.is_some(),
        RosterFilter::AtRisk | RosterFilter::Failed | RosterFilter::Left => false,
    }
}

/// They come by name; among equals they stay so.
async fn sort<C: ConnectionTrait>(db: &C, place: &Place, people: &mut [Named], order: RosterOrder) -> Result<()> {
    match order {
        RosterOrder::Name => {}
        RosterOrder::LastActivity => people.sort_by_key(|person| Reverse(person.last_activity_at)),
        RosterOrder::Progress => {
            let done = store::count_done(db, place.edition.id).await?;
            people.sort_by_key(|person| {
                Reverse((person.completed_at.is_some(), done.get(&person.id).copied().unwrap_or(0)))
            });
        }
    }
    Ok(())
}

/// What was read of the people on the page.
struct Read {
    traces: HashMap<ParticipationId, enrolments::Trace>,
    work: HashMap<(ParticipationId, String), SubmissionId>,
    extended: HashMap<(ParticipationId, String), DateTime<Utc>>,
}

async fn rows(ctx: &Ctx, place: &Place, shown: &[(usize, &Activity)], people: Vec<Named>) -> Result<Vec<GridRow>> {
    let db = ctx.db.read();
    let ids: Vec<ParticipationId> = people.iter().map(|person| person.id).collect();
    let mut read = Read {
        traces: enrolments::traces_of(db, &ids).await?,
        work: store::last_work(db, &ids).await?,
        extended: store::extended(db, &ids).await?,
    };
    let mut rows = Vec::with_capacity(people.len());
    for person in people {
        let completed = person.completed_at.is_some();
        let trace = read.traces.remove(&person.id).unwrap_or_default();
        let progress = trace.progress(&place.content, completed);
        let cells = shown.iter().map(|(_, activity)| cell(ctx, place, &read, &person, &progress, activity)).collect();
        rows.push(GridRow { participation: person.id, name: person.name(), completed, cells });
    }
    Ok(rows)
}

fn cell(ctx: &Ctx, place: &Place, read: &Read, person: &Named, progress: &Progress, activity: &Activity) -> Cell {
    let one = (person.id, activity.key.clone());
    let due = crate::edition::dates(&place.edition).due(activity.week);
    let due = read.extended.get(&one).copied().unwrap_or(due);
    Cell {
        state: stands(activity, progress, due, ctx.now()),
        percent: progress.grades.get(&activity.key).map(|grade| grade.percent()),
        work: read.work.get(&one).copied(),
    }
}

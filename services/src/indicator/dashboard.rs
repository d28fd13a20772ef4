//! The plan at a glance: progress, the trend of people trained, where they are from, and how far people come.

use domain::application::ApplicationState;
use domain::counting::{Cells, EditionCount, Window, funnel, split};
use domain::dashboard::{DashboardView, YearOfTrained};
use domain::indicator::{Axis, Indicator, Measure};
use domain::person::{Sex, SexCell};
use domain::token::ApiRight;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait as _};

use super::figures::Figures;
use crate::ctx::Ctx;
use crate::entity::{application, edition, person};
use crate::error::Result;
use crate::policy;

/// The dashboard of a year, or with None of the plan.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound` for a year that cannot be meant.
pub async fn dashboard(ctx: &Ctx, year: Option<i32>) -> Result<DashboardView> {
    use chrono::Datelike as _;
    policy::may_read(ctx, ApiRight::Figures)?;
    let rows = super::list(ctx, year).await?;
    let figures = Figures::load(ctx).await?;
    let window = figures.window(year)?;
    let any = Indicator { population: Measure::Completers, ..super::blank() };
    let current = &figures.current;
    let EditionCount { people, .. } = current.counted(&any, window).unwrap_or_default();
    let zone = ctx.settings.reporting_zone;
    let first = current.plan.opens_on.year();
    let trend: Vec<YearOfTrained> = (first..=figures.this_year())
        .map(|year| {
            let persons = current.fresh(&any, Window::year(year, zone)).persons.unwrap_or_default();
            YearOfTrained { year, persons }
        })
        .skip_while(|year| year.persons.total() == 0)
        .collect();
    let countries = split(&current.facts, &people, Axis::Country, &std::collections::HashMap::new());
    let mut countries: Vec<(String, Cells)> = countries.into_iter().map(|row| (row.key, row.persons)).collect();
    countries.sort_by_key(|(code, persons)| (code.is_empty(), std::cmp::Reverse(persons.total()), code.clone()));
    Ok(DashboardView {
        rows,
        trained: people.persons,
        trend,
        countries,
        funnel: funnel(&current.facts, window, applied(ctx, window).await?),
    })
}

/// Who applied for the editions that begin in the window, by what they declare today; None where nobody has.
async fn applied(ctx: &Ctx, window: Window) -> Result<Option<Cells>> {
    let mut begin = edition::Entity::find()
        .select_only()
        .column(edition::Column::Id)
        .filter(edition::Column::StartsOn.gte(window.first_day));
    if let Some(last) = window.last_day {
        begin = begin.filter(edition::Column::StartsOn.lte(last));
    }
    let who = application::Entity::find()
        .select_only()
        .column(application::Column::PersonId)
        .filter(application::Column::State.ne(ApplicationState::Withdrawn))
        .filter(application::Column::EditionId.in_subquery(begin.into_query()))
        .into_query();
    let sexes: Vec<Option<Sex>> = person::Entity::find()
        .select_only()
        .column(person::Column::Sex)
        .filter(person::Column::Id.in_subquery(who))
        .into_tuple()
        .all(ctx.db.read())
        .await?;
    if sexes.is_empty() {
        return Ok(None);
    }
    let mut cells = Cells::default();
    sexes.into_iter().for_each(|sex| cells.add(SexCell::from(sex)));
    Ok(Some(cells))
}

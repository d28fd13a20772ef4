//! The adjustments ledger: what differs today from what was published, by the definitions that were frozen.

use std::collections::HashMap;

use domain::counting::{Fact, Population};
use domain::error::{Code, Refusal};
use domain::id::{ParticipationId, PersonId};
use domain::indicator::Indicator;
use domain::period::{Cause, FrozenFigure, FrozenMember, LedgerRow, Snapshot, label, read_label};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::freeze::{PERIOD, frozen_figure, members_of, windows};
use super::{members, store};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::{adjustment, snapshot};
use crate::error::Result;
use crate::indicator::Figures;
use crate::policy;

/// The difference of each indicator of a closed period; those that do not differ are left out.
pub(super) async fn ledger(figures: &Figures<'_>, row: &snapshot::Model) -> Result<Vec<LedgerRow>> {
    let db = figures.ctx.db.read();
    let frozen: Snapshot = serde_json::from_str(&row.content)?;
    let span = windows(figures, frozen.year);
    let links = counting::store::load_links(db).await?;
    let decided = decisions(db, row).await?;
    // Everybody's facts by participation, made once for all indicators, and only when something differs.
    let mut places: Option<HashMap<ParticipationId, usize>> = None;
    let mut rows = Vec::new();
    for one in &frozen.indicators {
        let indicator = &one.definition;
        let counted = figures.current.counted(indicator, span.period);
        let today = frozen_figure(figures.fresh(indicator, span.period).await?, counted.as_ref());
        let before = match store::find_members(db, row.id, &indicator.code, PERIOD).await? {
            Some(bytes) => members::unpack(&bytes)?,
            None => Vec::new(),
        };
        let after = counted.as_ref().map(|counted| members_of(&figures.current, counted)).unwrap_or_default();
        let same = today == one.figure && same_members(&before, &after);
        if same {
            continue;
        }
        let facts = figures.current.facts.all();
        let places = places
            .get_or_insert_with(|| facts.iter().enumerate().map(|(place, fact)| (fact.participation, place)).collect());
        let fact = |id: ParticipationId| places.get(&id).and_then(|place| facts.get(*place));
        let population = counting::population(indicator);
        let causes =
            causes(&before, &after, &Seen { fact: &fact, links: &links, population, closed_at: row.closed_at });
        let newest = figures.current.find(&indicator.code);
        let carried = decided.get(&indicator.code).filter(|(after, _)| *after == today);
        rows.push(LedgerRow {
            indicator: indicator.code.clone(),
            name: indicator.name.get(figures.ctx.language).to_owned(),
            before: one.figure.clone(),
            after: today,
            causes,
            redefined: newest.is_none_or(|newest| newest.version != one.definition_version),
            carried: carried.map(|(_, reason)| reason.clone()),
        });
    }
    Ok(rows)
}

fn same_members(before: &[FrozenMember], after: &[FrozenMember]) -> bool {
    if before.len() != after.len() {
        return false;
    }
    let of: HashMap<PersonId, &FrozenMember> = before.iter().map(|member| (member.person, member)).collect();
    after.iter().all(|member| of.get(&member.person).is_some_and(|old| *old == member))
}

struct Seen<'a> {
    fact: &'a dyn Fn(ParticipationId) -> Option<&'a Fact>,
    links: &'a HashMap<PersonId, PersonId>,
    population: Population,
    closed_at: chrono::DateTime<chrono::Utc>,
}

impl Seen<'_> {
    /// Whether what is counted of a participation was recorded after the closing.
    fn is_late(&self, id: ParticipationId) -> bool {
        let recorded = (self.fact)(id).and_then(|fact| match self.population {
            Population::Participants => fact.first_activity_recorded_at,
            Population::Completers => fact.completion_recorded_at,
            Population::Tested => None,
        });
        recorded.is_some_and(|at| at > self.closed_at)
    }
}

/// Why members differ; each member that differs is named under one cause.
fn causes(before: &[FrozenMember], after: &[FrozenMember], seen: &Seen<'_>) -> Vec<(Cause, u32)> {
    let old: HashMap<PersonId, &FrozenMember> = before.iter().map(|member| (member.person, member)).collect();
    let new: HashMap<PersonId, &FrozenMember> = after.iter().map(|member| (member.person, member)).collect();
    let of_participation: HashMap<ParticipationId, PersonId> =
        before.iter().map(|member| (member.participation, member.person)).collect();
    let mut counts: std::collections::BTreeMap<Cause, u32> = std::collections::BTreeMap::new();
    for member in before {
        let cause = match new.get(&member.person) {
            Some(now) if *now == member => continue,
            Some(now) if now.cell != member.cell => Cause::Declaration,
            Some(now) if seen.is_late(now.participation) || now.participations > member.participations => {
                Cause::LateData
            }
            Some(_) => Cause::Correction,
            None if seen.links.contains_key(&member.person) => Cause::Linked,
            None if (seen.fact)(member.participation).is_none() => Cause::Removed,
            None => Cause::Correction,
        };
        *counts.entry(cause).or_default() += 1;
    }
    for member in after.iter().filter(|member| !old.contains_key(&member.person)) {
        let cause = if seen.is_late(member.participation) {
            Cause::LateData
        } else if of_participation.contains_key(&member.participation) {
            Cause::Linked
        } else {
            Cause::Correction
        };
        *counts.entry(cause).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The newest decision on each indicator of a version: today's figure as it was then, and the reason.
async fn decisions<C: ConnectionTrait>(
    db: &C,
    row: &snapshot::Model,
) -> Result<HashMap<String, (FrozenFigure, String)>> {
    let rows = adjustment::Entity::find()
        .filter(adjustment::Column::Period.eq(&row.period))
        .filter(adjustment::Column::Version.eq(row.version))
        .order_by_asc(adjustment::Column::DecidedAt)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let (_, after): (FrozenFigure, FrozenFigure) = serde_json::from_str(&row.difference)?;
            Ok((row.indicator, (after, row.reason)))
        })
        .collect()
}

/// Decides that an indicator's difference is reported in the next period that is closed.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `PeriodOpen`; `NotFound` where nothing differs; `Invalid` naming `reason`.
pub async fn report_next(ctx: &Ctx, period: &str, indicator: &str, reason: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let year = read_label(period)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Code::ReasonMissing).into());
    }
    let row = store::find_newest(ctx.db.read(), &label(year)).await?.ok_or(Code::PeriodOpen)?;
    let figures = Figures::load(ctx).await?;
    let found =
        ledger(&figures, &row).await?.into_iter().find(|one| one.indicator == indicator).ok_or(Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let decided = adjustment::ActiveModel {
        id: Set(ctx.new_id()),
        period: Set(row.period.clone()),
        indicator: Set(found.indicator.clone()),
        version: Set(row.version),
        difference: Set(serde_json::to_string(&(&found.before, &found.after))?),
        reason: Set(reason.to_owned()),
        decided_at: Set(ctx.now()),
        decided_by: Set(ctx.account()),
        reported_in: Set(None),
    };
    // A later decision on the same difference takes the place of the one before, unless that was already reported.
    adjustment::Entity::delete_many()
        .filter(adjustment::Column::Period.eq(&row.period))
        .filter(adjustment::Column::Indicator.eq(&found.indicator))
        .filter(adjustment::Column::ReportedIn.is_null())
        .exec(&tx)
        .await?;
    adjustment::Entity::insert(decided).exec_without_returning(&tx).await?;
    let entry = Entry::AdjustmentCarried { period, indicator, reason };
    audit::record(&tx, ctx, period, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// The definitions of a closed period, for its next version.
pub(super) fn definitions(frozen: &Snapshot) -> Vec<counting::Definition> {
    let definition = |one: &domain::period::FrozenIndicator| counting::Definition {
        version: one.definition_version,
        indicator: Indicator { retired: false, ..one.definition.clone() },
    };
    frozen.indicators.iter().map(definition).collect()
}

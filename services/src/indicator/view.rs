//! An indicator's own page, and the list behind its number.

use std::cmp::Reverse;

use chrono::Datelike;
use domain::counting::{Cells, Count, EditionCount, Facts, Gains, Member, Population, Window, by_edition};
use domain::error::Code;
use domain::indicator::{EditionShare, Indicator, IndicatorView, Measure, MemberRow, YearRow};
use domain::page::Page;
use domain::person::SexCell;
use domain::token::ApiRight;

use super::figures::Figures;
use super::{has_people, splits, store, words};
use crate::audit::{self, Entry};
use crate::counting::{self, Figure};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::export::{Sheet, Sink};
use crate::policy;

/// The same in every language.
const MEMBER_COLUMNS: [&str; 9] = [
    "person",
    "sex",
    "edition",
    "edition_title",
    "country",
    "personnel_kind",
    "counted_at",
    "participations",
    "declared_differently",
];

/// An indicator: what it counts in words, its figure in a year or in the plan, every year, and page `page` of the editions that it
/// comes from and whose title or code holds `search`.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn indicator(ctx: &Ctx, code: &str, year: Option<i32>, search: &str, page: u32) -> Result<IndicatorView> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let figures = Figures::load(ctx).await?;
    let definition = figures.current.find(code).ok_or(Code::NotFound)?;
    let indicator = &definition.indicator;
    let window = figures.window(year)?;
    let counted = figures.current.counted(indicator, window);
    let (facts, population) = (&figures.current.facts, counting::population(indicator));
    let mut editions =
        counted.as_ref().map(|counted| shares(ctx, facts, &counted.people, population)).unwrap_or_default();
    let search = search.trim().to_lowercase();
    editions.retain(|one| one.title.to_lowercase().contains(&search) || one.code.to_lowercase().contains(&search));
    let moved =
        counted.as_ref().map_or(0, |counted| counted.people.members.iter().filter(|member| member.moved).count());
    let names = figures.names().await?;
    let splits = counted
        .as_ref()
        .map(|counted| splits::splits(&figures.current, indicator, &counted.people, &names))
        .unwrap_or_default();
    let recorded = indicator.population == Measure::RecordedByStaff;
    Ok(IndicatorView {
        row: figures.row(indicator, window).await?,
        definition: words::definition(indicator, &names),
        version: definition.version,
        years: years(&figures, indicator).await?,
        editions: Page::cut(editions, page),
        moved: u32::try_from(moved).unwrap_or(u32::MAX),
        splits,
        evidence: if recorded { crate::evidence::list(ctx, code).await? } else { Vec::new() },
        retired: indicator.retired,
    })
}

/// The persons behind a figure without their names, one row each, newest first: the same pass that made the number.
/// Opening it is written to the audit trail.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn members(
    ctx: &Ctx,
    code: &str,
    year: Option<i32>,
    cell: Option<SexCell>,
    page: u32,
) -> Result<Page<MemberRow>> {
    policy::may_read(ctx, ApiRight::Members)?;
    let figures = Figures::load(ctx).await?;
    let page = Page::cut(listed(&figures, code, year, cell)?, page);
    let kinds = store::kinds(ctx.db.read()).await?;
    let rows = page.rows.iter().filter_map(|member| row(ctx, &figures.current.facts, member, &kinds)).collect();

    let tx = ctx.db.begin_write().await?;
    audit::record(&tx, ctx, code, Entry::ListOpened { indicator: code, rows: page.total.into() }).await?;
    tx.commit().await?;
    Ok(Page { rows, total: page.total, number: page.number })
}

/// The same list, whole, as a file. Making it is written to the audit trail.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`; when the file fails.
pub(crate) async fn write_members(
    ctx: &Ctx,
    code: &str,
    year: Option<i32>,
    cell: Option<SexCell>,
    sink: &mut impl Sink,
) -> Result<()> {
    policy::may_staff(ctx)?;
    let figures = Figures::load(ctx).await?;
    let members = listed(&figures, code, year, cell)?;
    sink.expect(members.len() as u64);
    let kinds = store::kinds(ctx.db.read()).await?;
    let mut file = Sheet::new(sink);
    file.head(MEMBER_COLUMNS)?;
    for member in members.iter().filter_map(|member| row(ctx, &figures.current.facts, member, &kinds)) {
        file.row([
            member.pseudonym,
            member.cell.to_string(),
            member.edition_code,
            member.edition_title,
            member.country.unwrap_or_default(),
            member.personnel_kind.unwrap_or_default(),
            member.counted_at.to_rfc3339(),
            member.participations.to_string(),
            member.moved.to_string(),
        ])
        .await?;
    }
    let rows = file.finish().await?;
    let tx = ctx.db.begin_write().await?;
    audit::record(&tx, ctx, code, Entry::ListOpened { indicator: code, rows }).await?;
    tx.commit().await?;
    Ok(())
}

/// The persons behind a figure, newest first.
fn listed(figures: &Figures<'_>, code: &str, year: Option<i32>, cell: Option<SexCell>) -> Result<Vec<Member>> {
    let indicator = &figures.current.find(code).ok_or(Code::NotFound)?.indicator;
    let EditionCount { people, .. } = figures.current.counted(indicator, figures.window(year)?).unwrap_or_default();
    let mut listed: Vec<Member> =
        people.members.into_iter().filter(|member| cell.is_none_or(|cell| member.cell == cell)).collect();
    listed.sort_by_key(|member| Reverse(member.order()));
    Ok(listed)
}

type Kinds = std::collections::HashMap<String, crate::entity::personnel_kind::Model>;

fn row(ctx: &Ctx, facts: &Facts, member: &Member, kinds: &Kinds) -> Option<MemberRow> {
    let fact = facts.all().get(member.fact as usize)?;
    let edition = facts.edition(fact)?;
    let kind = facts.word(fact.personnel_kind).map(|code| words::kind(kinds, code, ctx.language));
    Some(MemberRow {
        pseudonym: crate::person::surrogate(facts.person(fact)?),
        participation: policy::may_staff(ctx).is_ok().then(|| fact.participation.to_string()),
        edition_code: edition.code.clone(),
        edition_title: edition.title.get(ctx.language).to_owned(),
        cell: member.cell,
        country: facts.word(fact.country).map(str::to_owned),
        personnel_kind: kind,
        counted_at: member.at,
        participations: member.participations,
        moved: member.moved,
    })
}

fn shares(ctx: &Ctx, facts: &Facts, count: &Count, population: Population) -> Vec<EditionShare> {
    let share = |(place, part): (u32, Count)| {
        let edition = facts.editions().get(place as usize)?;
        Some(EditionShare {
            code: edition.code.clone(),
            title: edition.title.get(ctx.language).to_owned(),
            course: edition.course.clone(),
            modality: edition.modality,
            starts_on: edition.starts_on,
            persons: part.persons,
            participations: part.participations.total(),
            gain: (population == Population::Tested).then(|| Gains::of(facts, &part.members)),
        })
    };
    let mut shares: Vec<EditionShare> = by_edition(facts, count, population).into_iter().filter_map(share).collect();
    shares.sort_by(|one, other| other.starts_on.cmp(&one.starts_on).then_with(|| one.code.cmp(&other.code)));
    shares
}

/// From the first year with data to the current one, then the plan.
async fn years(figures: &Figures<'_>, indicator: &Indicator) -> Result<Vec<YearRow>> {
    let zone = figures.ctx.settings.reporting_zone;
    let plan = figures.plan_window();
    let this_year = figures.this_year();
    let mut rows = Vec::new();
    if let Some(first) = first_year(figures, indicator) {
        for year in first.max(plan.first_day.year())..=this_year {
            rows.push(year_row(Some(year), figures.figure(indicator, Window::year(year, zone)).await?));
        }
    }
    rows.push(year_row(None, figures.figure(indicator, plan).await?));
    Ok(rows)
}

fn year_row(year: Option<i32>, figure: Figure) -> YearRow {
    let Figure { value, persons, participations, gain } = figure;
    let (share, coverage) = (persons.map(Cells::women_share), persons.map(Cells::coverage));
    YearRow { year, value, gain, persons, participations, share, coverage }
}

fn first_year(figures: &Figures<'_>, indicator: &Indicator) -> Option<i32> {
    let zone = figures.ctx.settings.reporting_zone;
    if indicator.population == Measure::LanguageVersions {
        let wanted = |course: &String| indicator.scope.courses.is_empty() || indicator.scope.courses.contains(course);
        return figures
            .published
            .iter()
            .filter(|one| wanted(&one.course))
            .map(|one| one.at.with_timezone(&zone).year())
            .min();
    }
    if indicator.population == Measure::RecordedByStaff {
        let facts = figures.current.evidence.iter().filter(|fact| fact.indicator == indicator.code);
        return facts.map(|fact| fact.happened_on.year()).min();
    }
    if !has_people(indicator.population) {
        return None;
    }
    let facts = &figures.current.facts;
    let EditionCount { editions, people } = figures.current.counted(indicator, figures.plan_window())?;
    if indicator.population == Measure::Editions {
        return editions
            .iter()
            .filter_map(|place| facts.editions().get(*place as usize))
            .map(|edition| edition.starts_on.year())
            .min();
    }
    let dated = people.counted.iter().filter_map(|place| facts.all().get(*place as usize));
    let at = match counting::population(indicator) {
        Population::Participants => dated.filter_map(|fact| fact.first_activity_at).min(),
        Population::Completers => dated.filter_map(|fact| fact.completed_at).min(),
        Population::Tested => dated.filter_map(|fact| facts.gain(fact)).map(|gain| gain.at).min(),
    };
    Some(at?.with_timezone(&zone).year())
}

//! What is frozen when a period is closed: every reported figure with its members, by the definition that holds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::counting::{EditionCount, Scope, SplitRow, Window, by_edition, split};
use domain::indicator::{Axis, Indicator, Measure, Period, Unit};
use domain::language::{Language, Words};
use domain::period::{Carried, FrozenEdition, FrozenFigure, FrozenIndicator, FrozenMember, Question, Snapshot, label};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::narrative;
use crate::counting::{self, Current, Definition, Figure};
use crate::entity::{adjustment, evidence, personnel_kind};
use crate::error::Result;
use crate::indicator::Figures;

/// A frozen period before it has a version, an approver and a moment; and its members by indicator and span.
pub(super) struct Frozen {
    pub snapshot: Snapshot,
    pub members: Vec<(String, &'static str, Vec<FrozenMember>)>,
    /// The decisions of earlier years that are reported here.
    pub carried: Vec<Uuid>,
}

/// The span of the period itself, and of the plan up to its end.
pub(super) const PERIOD: &str = "period";
const TO_DATE: &str = "to-date";

pub(super) struct Windows {
    pub period: Window,
    pub to_date: Window,
}

pub(super) fn windows(figures: &Figures<'_>, year: Option<i32>) -> Windows {
    let zone = figures.ctx.settings.reporting_zone;
    let plan = figures.plan_window();
    match year {
        None => Windows { period: plan, to_date: plan },
        Some(year) => {
            let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default();
            let last = figures.current.plan.ends_on.map_or(last, |ends| ends.min(last));
            Windows { period: Window::year(year, zone), to_date: Window::between(plan.first_day, last, zone) }
        }
    }
}

pub(super) fn frozen_figure(figure: Figure, counted: Option<&EditionCount>) -> FrozenFigure {
    let moved = counted.map_or(0, |counted| counted.people.members.iter().filter(|member| member.moved).count());
    FrozenFigure {
        value: figure.value,
        persons: figure.persons,
        participations: figure.participations,
        gain: figure.gain,
        moved: u32::try_from(moved).unwrap_or(u32::MAX),
    }
}

pub(super) fn members_of(current: &Current, counted: &EditionCount) -> Vec<FrozenMember> {
    let facts = &current.facts;
    let member = |member: &domain::counting::Member| {
        let fact = facts.all().get(member.fact as usize)?;
        Some(FrozenMember {
            person: facts.person(fact)?,
            participation: fact.participation,
            cell: member.cell,
            at: member.at,
            participations: member.participations,
        })
    };
    counted.people.members.iter().filter_map(member).collect()
}

pub(super) async fn freeze(
    figures: &Figures<'_>,
    year: Option<i32>,
    definitions: &[Definition],
    questions: Vec<Question>,
) -> Result<Frozen> {
    let db = figures.ctx.db.read();
    let span = windows(figures, year);
    let words = narrative::load(db, &label(year)).await?;
    let kinds: Vec<personnel_kind::Model> = personnel_kind::Entity::find().all(db).await?;
    let mut members = Vec::new();
    let mut indicators = Vec::with_capacity(definitions.len());
    for Definition { version, indicator } in definitions {
        let counted = figures.current.counted(indicator, span.period);
        let to_date = figures.current.counted(indicator, span.to_date);
        if let Some(counted) = &counted {
            members.push((indicator.code.clone(), PERIOD, members_of(&figures.current, counted)));
        }
        if let Some(to_date) = &to_date {
            members.push((indicator.code.clone(), TO_DATE, members_of(&figures.current, to_date)));
        }
        let figure = frozen_figure(figures.fresh(indicator, span.period).await?, counted.as_ref());
        let reached = figures.fresh(indicator, span.to_date).await?;
        let held =
            if indicator.period == Period::Plan { reached } else { figures.fresh(indicator, span.period).await? };
        let own = if indicator.period == Period::Plan { "plan".to_owned() } else { label(year) };
        let said = words.get(&indicator.code);
        indicators.push(FrozenIndicator {
            progress: indicator.progress(held.held(), &own),
            definition_version: *version,
            figure,
            to_date: frozen_figure(reached, to_date.as_ref()),
            splits: counted.as_ref().map(|counted| splits(figures, indicator, counted, &kinds)).unwrap_or_default(),
            editions: counted
                .as_ref()
                .map(|counted| editions(&figures.current, indicator, counted))
                .unwrap_or_default(),
            past: figures.past(indicator, span.period),
            evidence: recorded(figures, indicator, span.period).await?,
            narrative: said.map(|said| Words::es_en(&said.es, &said.en)).unwrap_or_default(),
            narrative_by: said.and_then(|said| said.by.clone()),
            definition: indicator.clone(),
        });
    }
    let everybody = |population| {
        let any = Indicator { population, scope: Scope::default(), ..blank(definitions) };
        let counted = figures.current.counted(&any, span.period);
        frozen_figure(figures.current.fresh(&any, span.period), counted.as_ref())
    };
    let (carried_here, carried) = carried(figures, year).await?;
    let (es, en) = (figures.course_titles(Language::Es).await?, figures.course_titles(Language::En).await?);
    let course = |(slug, es): (String, String)| {
        let en = en.get(&slug).cloned().unwrap_or_else(|| es.clone());
        (slug, Words::es_en(es, en))
    };
    // In one order, so that the same figures are the same bytes.
    let courses: BTreeMap<String, Words> = es.into_iter().map(course).collect();
    let snapshot = Snapshot {
        year,
        from: span.period.first_day,
        to: span.period.last_day,
        version: 0,
        closed_at: figures.ctx.now(),
        closed_by: None,
        approver: String::new(),
        reason: String::new(),
        zone: figures.ctx.settings.reporting_zone.name().to_owned(),
        plan: figures.current.plan,
        indicators,
        trained: everybody(Measure::Completers),
        took_part: everybody(Measure::Participants),
        trained_by_country: by_country(figures, span.to_date),
        kind_names: kinds.into_iter().map(|kind| (kind.code, Words::es_en(kind.name_es, kind.name_en))).collect(),
        course_names: courses.into_iter().collect(),
        questions,
        carried,
    };
    Ok(Frozen { snapshot, members, carried: carried_here })
}

fn by_country(figures: &Figures<'_>, window: Window) -> Vec<SplitRow> {
    let any = Indicator { population: Measure::Completers, ..crate::indicator::blank() };
    let counted = figures.current.counted(&any, window).unwrap_or_default();
    split(&figures.current.facts, &counted.people, Axis::Country, &std::collections::HashMap::new())
}

/// A definition to count everybody by.
fn blank(definitions: &[Definition]) -> Indicator {
    let any = definitions.first().map(|definition| definition.indicator.clone());
    Indicator { unit: Unit::Persons, ..any.unwrap_or_else(crate::indicator::blank) }
}

fn splits(
    figures: &Figures<'_>,
    indicator: &Indicator,
    counted: &EditionCount,
    kinds: &[personnel_kind::Model],
) -> Vec<(Axis, Vec<SplitRow>)> {
    let types = kinds.iter().filter_map(|kind| Some((kind.code.clone(), kind.institution_type.clone()?))).collect();
    let mut axes: Vec<Axis> = indicator.disaggregation.iter().copied().filter(|axis| *axis != Axis::Sex).collect();
    for axis in [Axis::Country, Axis::PersonnelKind, Axis::Modality, Axis::Language, Axis::InstitutionType] {
        if !axes.contains(&axis) {
            axes.push(axis);
        }
    }
    axes.into_iter().map(|axis| (axis, split(&figures.current.facts, &counted.people, axis, &types))).collect()
}

fn editions(current: &Current, indicator: &Indicator, counted: &EditionCount) -> Vec<FrozenEdition> {
    let parts = by_edition(&current.facts, &counted.people, counting::population(indicator));
    let edition = |(place, part): (u32, domain::counting::Count)| {
        let edition = current.facts.editions().get(place as usize)?;
        Some(FrozenEdition {
            code: edition.code.clone(),
            title: edition.title.clone(),
            starts_on: edition.starts_on,
            persons: part.persons,
            participations: part.participations.total(),
        })
    };
    let mut editions: Vec<FrozenEdition> = parts.into_iter().filter_map(edition).collect();
    editions.sort_by(|one, other| (one.starts_on, &one.code).cmp(&(other.starts_on, &other.code)));
    editions
}

async fn recorded(
    figures: &Figures<'_>,
    indicator: &Indicator,
    window: Window,
) -> Result<Vec<(Option<String>, NaiveDate, String, String)>> {
    if indicator.population != Measure::RecordedByStaff {
        return Ok(Vec::new());
    }
    let mut rows: Vec<_> = evidence::Entity::find()
        .filter(evidence::Column::Indicator.eq(&indicator.code))
        .filter(evidence::Column::WithdrawnAt.is_null())
        .all(figures.ctx.db.read())
        .await?
        .into_iter()
        .filter(|row| window.holds_day(row.happened_on))
        .map(|row| (row.country, row.happened_on, row.what, row.document))
        .collect();
    rows.sort_by(|one, other| (one.1, &one.0).cmp(&(other.1, &other.0)));
    Ok(rows)
}

/// What earlier closed years report in this one: the decisions' ids, and what is said of them.
async fn carried(figures: &Figures<'_>, year: Option<i32>) -> Result<(Vec<Uuid>, Vec<Carried>)> {
    let (mut ids, mut carried) = (Vec::new(), Vec::new());
    // The plan as a whole is counted anew and has nothing to carry.
    let Some(year) = year else { return Ok((ids, carried)) };
    for row in adjustment::Entity::find().all(figures.ctx.db.read()).await? {
        let earlier = row.period.parse::<i32>().ok().filter(|of| *of < year);
        if earlier.is_none() || row.reported_in.is_some_and(|reported| reported != year) {
            continue;
        }
        let (before, after): (FrozenFigure, FrozenFigure) = serde_json::from_str(&row.difference)?;
        let cells = |figure: &FrozenFigure| figure.persons.unwrap_or_default();
        ids.push(row.id);
        carried.push(Carried {
            year: earlier,
            indicator: row.indicator,
            before: cells(&before),
            after: cells(&after),
            reason: row.reason,
        });
    }
    carried.sort_by(|one, other| (one.year, &one.indicator).cmp(&(other.year, &other.indicator)));
    Ok((ids, carried))
}

/// What is open about a period that is to be closed.
pub(super) async fn questions(figures: &Figures<'_>, year: Option<i32>) -> Result<Vec<Question>> {
    let db = figures.ctx.db.read();
    let span = windows(figures, year);
    let mut questions = Vec::new();
    let duplicates = crate::duplicate::count_open(db).await?;
    if duplicates > 0 {
        questions.push(Question::Duplicates { count: duplicates });
    }
    let any = Indicator { population: Measure::Completers, ..crate::indicator::blank() };
    let trained = figures.current.fresh(&any, span.period).persons.unwrap_or_default();
    let unknown = trained.total() - trained.declared();
    if unknown > 0 {
        questions.push(Question::UnknownSex { count: unknown, of: trained.total() });
    }
    let editions = crate::edition::unfinished(db, span.period.first_day, span.period.last_day).await?;
    if !editions.is_empty() {
        questions.push(Question::StillGrading { editions });
    }
    let words = narrative::load(db, &label(year)).await?;
    let silent: Vec<String> = figures
        .current
        .reported()
        .map(|definition| definition.indicator.code.clone())
        .filter(|code| !words.contains_key(code))
        .collect();
    if !silent.is_empty() {
        questions.push(Question::NoNarrative { indicators: silent });
    }
    Ok(questions)
}

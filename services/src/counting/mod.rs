//! The facts behind every figure, kept in memory.
//!
//! What is cached: the facts of all participations for the newest counting revision, the newest definition of each
//! indicator, and the figures already counted from them (a few hundred bytes each). One small query a request asks for the
//! revision; every writer that changes what is counted raises it in its own transaction and names the editions that it
//! touched (`bump`), so no figure is ever older than the last commit, and only those editions are read again. Nothing
//! expires by time.

mod csv;
mod rows;
pub(crate) mod store;

pub use csv::export_participations;
pub(crate) use csv::write_participations;
pub use rows::{FactRow, FactRows, participations};

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use domain::counting::{Cells, EditionCount, Facts, Gains, Population, Window, count, count_editions};
use domain::history::PastFigure;
use domain::id::{EditionId, PersonId};
use domain::indicator::{Indicator, Measure, Unit};
use domain::plan::Plan;
use sea_orm::ConnectionTrait;

use crate::ctx::Campus;
use crate::error::Result;
use crate::evidence::EvidenceFact;

/// Figures kept at most; a campus shows some twenty indicators in some ten windows.
const FIGURES: usize = 1_000;

/// The newest version of an indicator's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    pub version: u32,
    pub indicator: Indicator,
}

/// A figure without its list: what tables show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    /// In the indicator's unit.
    pub value: Option<u32>,
    pub persons: Option<Cells>,
    pub participations: Option<Cells>,
    /// Of a learning gain, whose `persons` are those with both tests.
    pub gain: Option<Gains>,
}

impl Figure {
    /// What is held against a target: the value; of a gain its whole points, and 0 where points were lost.
    #[must_use]
    pub fn held(self) -> Option<u32> {
        let points = self.gain.and_then(|gain| gain.all).map(|points| u32::try_from(points.0 / 10).unwrap_or(0));
        self.value.or(points)
    }
}

/// Everything that counts, as of one revision.
#[derive(Debug)]
pub struct Current {
    revision: i64,
    pub facts: Arc<Facts>,
    /// In the plan's order, those that are retired too.
    pub definitions: Vec<Definition>,
    pub plan: Plan,
    /// What staff recorded, and what was reported before the platform.
    pub evidence: Vec<EvidenceFact>,
    pub past: Vec<PastFigure>,
    figures: Mutex<HashMap<(String, Window), Figure>>,
}

/// The newest facts. See the module's words.
#[derive(Debug, Default)]
pub struct FactsCache {
    // Held while loading, so that many readers of a stale cache load it once.
    current: tokio::sync::Mutex<Option<Arc<Current>>>,
}

/// Raises the counting revision for what changed in these editions: a participation, or what counting knows of the edition.
/// With none, something else changed that figures depend on (a definition). The last statement before the commit of whatever
/// changes what is counted: on PostgreSQL it locks the one row until then.
///
/// # Errors
/// When the database fails; the change then falls with it.
pub async fn bump<C: ConnectionTrait>(tx: &C, editions: &[EditionId]) -> Result<()> {
    store::raise_revision(tx, false).await?;
    store::mark(tx, editions).await
}

/// The same for the editions that any of these records takes part in: what they declare, or whom they stand for, changed.
///
/// # Errors
/// When the database fails; the change then falls with it.
pub async fn bump_persons<C: ConnectionTrait>(tx: &C, persons: &[PersonId]) -> Result<()> {
    bump(tx, &store::list_editions_of(tx, persons).await?).await
}

/// The same for everything.
///
/// # Errors
/// When the database fails; the change then falls with it.
pub async fn bump_all<C: ConnectionTrait>(tx: &C) -> Result<()> {
    store::raise_revision(tx, true).await
}

/// Every participation, as compact facts.
///
/// # Errors
/// When the database fails.
pub async fn facts(campus: &Campus) -> Result<Arc<Facts>> {
    Ok(current(campus).await?.facts.clone())
}

/// Facts and definitions of the newest revision.
///
/// # Errors
/// When the database fails.
pub async fn current(campus: &Campus) -> Result<Arc<Current>> {
    let newest = store::revision(campus.db.read()).await?;
    let mut cached = campus.facts.current.lock().await;
    if let Some(current) = cached.as_ref().filter(|current| current.revision >= newest.number) {
        return Ok(current.clone());
    }
    let tx = campus.db.begin_read().await?;
    let newest = store::revision(&tx).await?;
    // The old facts go first: two generations at once would double the memory.
    let facts = match cached.take() {
        Some(old) if old.revision >= newest.whole => refreshed(&tx, old).await?,
        _ => store::load_facts(&tx).await?,
    };
    let definitions = store::list_definitions(&tx).await?;
    let plan = crate::plan::load(&tx).await?;
    let (evidence, past) = (crate::evidence::load(&tx).await?, crate::history::load(&tx).await?);
    tx.commit().await?;
    let current = Arc::new(Current {
        revision: newest.number,
        facts: Arc::new(facts),
        definitions,
        plan,
        evidence,
        past,
        figures: Mutex::default(),
    });
    *cached = Some(current.clone());
    Ok(current)
}

/// The facts with the editions that changed since read again. They are copied only while another request still reads them.
async fn refreshed<C: ConnectionTrait>(tx: &C, old: Arc<Current>) -> Result<Facts> {
    let changed = store::list_changed(tx, old.revision).await?;
    let facts = Arc::try_unwrap(old).map_or_else(|shared| shared.facts.clone(), |own| own.facts);
    let mut facts = Arc::unwrap_or_clone(facts);
    store::refresh(tx, &mut facts, &changed).await?;
    Ok(facts)
}

impl Current {
    /// The newest definition with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.indicator.code == code)
    }

    /// The definitions that are reported.
    pub fn reported(&self) -> impl Iterator<Item = &Definition> {
        self.definitions.iter().filter(|definition| !definition.indicator.retired)
    }

    /// The figure of an indicator by its newest definition, counted once a revision. Without value for language versions,
    /// which are read elsewhere.
    #[must_use]
    pub fn figure(&self, indicator: &Indicator, window: Window) -> Figure {
        let key = (indicator.code.clone(), window);
        if let Some(figure) = self.figures.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return *figure;
        }
        let figure = self.fresh(indicator, window);
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        if figures.len() >= FIGURES {
            figures.clear();
        }
        figures.insert(key, figure);
        figure
    }

    /// The same by a definition that may not be the campus's own, and that is counted each time.
    #[must_use]
    pub fn fresh(&self, indicator: &Indicator, window: Window) -> Figure {
        if indicator.population == Measure::RecordedByStaff {
            return Figure { value: Some(self.recorded(indicator, window)), ..Figure::default() };
        }
        self.counted(indicator, window).map_or_else(Figure::default, |counted| self.figure_of(indicator, &counted))
    }

    /// What a count, or a part of one, gives for this indicator.
    #[must_use]
    pub fn figure_of(&self, indicator: &Indicator, counted: &EditionCount) -> Figure {
        let people = &counted.people;
        let value = match (indicator.population, indicator.unit) {
            (Measure::Editions, _) => Some(u32::try_from(counted.editions.len()).unwrap_or(u32::MAX)),
            (Measure::LearningGain, _) => None,
            (_, Unit::Participations) => Some(people.participations.total()),
            _ => Some(people.persons.total()),
        };
        let gain = (indicator.population == Measure::LearningGain).then(|| Gains::of(&self.facts, &people.members));
        Figure { value, persons: Some(people.persons), participations: Some(people.participations), gain }
    }

    /// What staff recorded in the window: different countries where those are counted, else every fact.
    fn recorded(&self, indicator: &Indicator, window: Window) -> u32 {
        let facts = self.evidence.iter().filter(|fact| {
            let countries = &indicator.scope.countries;
            fact.indicator == indicator.code
                && window.holds_day(fact.happened_on)
                && (countries.is_empty() || fact.country.as_ref().is_some_and(|code| countries.contains(code)))
        });
        let count = if indicator.unit == Unit::Countries {
            facts.filter_map(|fact| fact.country.as_deref()).collect::<HashSet<_>>().len()
        } else {
            facts.count()
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The figure with its list, from one pass; None where neither people nor editions are counted.
    #[must_use]
    pub fn counted(&self, indicator: &Indicator, window: Window) -> Option<EditionCount> {
        match (indicator.population, indicator.population.people()) {
            (_, Some(population)) => {
                let people = count(&self.facts, &indicator.scope, population, window);
                Some(EditionCount { editions: Vec::new(), people })
            }
            (Measure::Editions, None) => Some(count_editions(&self.facts, &indicator.scope, window)),
            _ => None,
        }
    }
}

/// By which moment an indicator's people are dated; the participants of editions by their first act.
#[must_use]
pub fn population(indicator: &Indicator) -> Population {
    indicator.population.people().unwrap_or(Population::Participants)
}

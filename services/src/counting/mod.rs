//! The facts behind every figure, kept in memory.
//!
//! What is cached: the facts of all participations for the newest counting revision, the newest definition of each
//! indicator, and the figures already counted from them (a few hundred bytes each). One small query a request asks for the
//! revision; every writer that changes what is counted raises it in its own transaction (`bump`), so no figure is ever older
//! than the last commit. Nothing expires by time.

pub(crate) mod store;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::counting::{Cells, EditionCount, Facts, Gains, Population, Window, count, count_editions};
use domain::indicator::{Indicator, Measure};
use sea_orm::ConnectionTrait;

use crate::ctx::Campus;
use crate::error::Result;

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
    /// In the plan's order.
    pub definitions: Vec<Definition>,
    figures: Mutex<HashMap<(String, Window), Figure>>,
}

/// The newest facts. See the module's words.
#[derive(Debug, Default)]
pub struct FactsCache {
    // Held while loading, so that many readers of a stale cache load it once.
    current: tokio::sync::Mutex<Option<Arc<Current>>>,
}

/// Raises the counting revision. The last statement before the commit of whatever changes what is counted: on PostgreSQL it
/// locks the one row until then.
///
/// # Errors
/// When the database fails; the change then falls with it.
pub async fn bump<C: ConnectionTrait>(tx: &C) -> Result<()> {
    store::raise_revision(tx).await
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
    let revision = store::revision(campus.db.read()).await?;
    let mut cached = campus.facts.current.lock().await;
    if let Some(current) = cached.as_ref().filter(|current| current.revision >= revision) {
        return Ok(current.clone());
    }
    // The old facts go first: two generations at once would double the memory.
    *cached = None;
    let tx = campus.db.begin_read().await?;
    let revision = store::revision(&tx).await?;
    let facts = Arc::new(store::load_facts(&tx).await?);
    let definitions = store::list_definitions(&tx).await?;
    tx.commit().await?;
    let current = Arc::new(Current { revision, facts, definitions, figures: Mutex::default() });
    *cached = Some(current.clone());
    Ok(current)
}

impl Current {
    /// The newest definition with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.indicator.code == code)
    }

    /// The figure of an indicator over people or editions, counted once a revision. Without value for everything else.
    #[must_use]
    pub fn figure(&self, indicator: &Indicator, window: Window) -> Figure {
        let key = (indicator.code.clone(), window);
        if let Some(figure) = self.figures.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return *figure;
        }
        let Some(counted) = self.counted(indicator, window) else { return Figure::default() };
        let people = counted.people;
        let value = match indicator.population {
            Measure::Editions => Some(u32::try_from(counted.editions.len()).unwrap_or(u32::MAX)),
            Measure::LearningGain => None,
            _ => Some(people.persons.total()),
        };
        let gain = (indicator.population == Measure::LearningGain).then(|| Gains::of(&self.facts, &people.members));
        let figure = Figure { value, persons: Some(people.persons), participations: Some(people.participations), gain };
        let mut figures = self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        if figures.len() >= FIGURES {
            figures.clear();
        }
        figures.insert(key, figure);
        figure
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

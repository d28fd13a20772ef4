//! A count split by something else than sex: every person in one row, by the participation that decides.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Cells, Count, Fact, Facts};
use crate::indicator::Axis;

/// One row of a split. The rows' persons add up to the count's, and so do their participations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitRow {
    /// A code (`PY`, `health`, `workshop`, `en+es`, a course's slug); empty for "not recorded".
    pub key: String,
    pub persons: Cells,
    pub participations: Cells,
}

/// Splits a count along `axis`, the rows in the order of their codes. A split by sex has one row, whose cells are the count's.
///
/// The language is what the edition is offered in and never what a learner reads in, so that a learner who switches moves no
/// figure. `types` gives the type of institution of each kind of personnel; only that axis reads it.
#[must_use]
pub fn split(facts: &Facts, count: &Count, axis: Axis, types: &HashMap<String, String>) -> Vec<SplitRow> {
    let mut rows: HashMap<u32, (Cells, Cells)> = HashMap::new();
    for member in &count.members {
        let Some(fact) = facts.all().get(member.fact as usize) else { continue };
        rows.entry(place(fact, axis)).or_default().0.add(member.cell);
    }
    for fact in count.counted.iter().filter_map(|place| facts.all().get(*place as usize)) {
        rows.entry(place(fact, axis)).or_default().1.add(fact.cell);
    }
    // Editions of one modality, language or course come together only here, so that the passes above compare numbers.
    let mut named: BTreeMap<String, (Cells, Cells)> = BTreeMap::new();
    for (place, (persons, participations)) in rows {
        let row = named.entry(word(facts, place, axis, types)).or_default();
        row.0 += persons;
        row.1 += participations;
    }
    named.into_iter().map(|(key, (persons, participations))| SplitRow { key, persons, participations }).collect()
}

fn place(fact: &Fact, axis: Axis) -> u32 {
    match axis {
        Axis::Sex => 0,
        Axis::Country => u32::from(fact.country),
        Axis::PersonnelKind | Axis::InstitutionType => u32::from(fact.personnel_kind),
        Axis::Language | Axis::Modality | Axis::Course => fact.edition,
    }
}

fn word(facts: &Facts, place: u32, axis: Axis, types: &HashMap<String, String>) -> String {
    let interned = || u16::try_from(place).ok().and_then(|place| facts.word(place)).unwrap_or_default();
    let edition = || facts.editions().get(place as usize);
    match axis {
        Axis::Sex => String::new(),
        Axis::Country | Axis::PersonnelKind => interned().to_owned(),
        Axis::InstitutionType => types.get(interned()).cloned().unwrap_or_default(),
        Axis::Modality => edition().map(|edition| edition.modality.to_string()).unwrap_or_default(),
        Axis::Course => edition().map(|edition| edition.course.clone()).unwrap_or_default(),
        Axis::Language => edition().map(|edition| edition.languages_word()).unwrap_or_default(),
    }
}

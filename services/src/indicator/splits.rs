//! A figure split by everything that is known beside sex, with the names of its codes.

use std::collections::HashMap;

use domain::counting::{Count, SplitRow, split};
use domain::edition::Modality;
use domain::indicator::{Axis, Indicator, SplitView};
use domain::language::Language;
use domain::person::InstitutionType;

use super::words::{self, Names};
use crate::counting::Current;

/// The axes that are shown, those that the definition asks for first. A scope of one course is not split by course.
pub(super) fn splits(current: &Current, indicator: &Indicator, count: &Count, names: &Names) -> Vec<SplitView> {
    let mut axes: Vec<Axis> = indicator.disaggregation.iter().copied().filter(|axis| *axis != Axis::Sex).collect();
    for axis in Axis::ALL.iter().copied().filter(|axis| *axis != Axis::Sex) {
        let one_course = axis == Axis::Course && indicator.scope.courses.len() == 1;
        if !axes.contains(&axis) && !one_course {
            axes.push(axis);
        }
    }
    let types: HashMap<String, String> =
        names.kinds.iter().filter_map(|(code, kind)| Some((code.clone(), kind.institution_type.clone()?))).collect();
    axes.into_iter().map(|axis| view(axis, split(&current.facts, count, axis, &types), names)).collect()
}

fn view(axis: Axis, rows: Vec<SplitRow>, names: &Names) -> SplitView {
    let mut rows: Vec<(String, SplitRow)> = rows.into_iter().map(|row| (name(axis, &row.key, names), row)).collect();
    // Most persons first; what is not recorded comes last.
    rows.sort_by_key(|(name, row)| (row.key.is_empty(), std::cmp::Reverse(row.persons.total()), name.clone()));
    SplitView { axis, rows }
}

fn name(axis: Axis, key: &str, names: &Names) -> String {
    match axis {
        Axis::PersonnelKind if !key.is_empty() => words::kind(&names.kinds, key, names.language),
        Axis::Course => names.courses.get(key).cloned().unwrap_or_else(|| key.to_owned()),
        Axis::Modality => key
            .parse::<Modality>()
            .map_or_else(|_| key.to_owned(), |modality| words::modality_name(modality, names.language).to_owned()),
        Axis::Language => {
            let own =
                |code: &str| code.parse::<Language>().map_or_else(|_| code.to_owned(), |one| one.own_name().to_owned());
            key.split('+').map(own).collect::<Vec<_>>().join(" + ")
        }
        Axis::InstitutionType => key
            .parse::<InstitutionType>()
            .map_or_else(|_| key.to_owned(), |kind| words::institution_name(kind, names.language).to_owned()),
        Axis::Sex | Axis::Country | Axis::PersonnelKind => key.to_owned(),
    }
}

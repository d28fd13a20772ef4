//! The definitions that are impossible, however well each field is typed.

use super::{Axis, Baseline, Indicator, Measure, SexSplit, TargetReading, Unit};
use crate::edition::Modality;
use crate::error::{Code, Refusal, Wrong};

/// Whether a figure of this measure can be a number of this unit.
#[must_use]
pub const fn fits(measure: Measure, unit: Unit) -> bool {
    match measure {
        Measure::Participants | Measure::Completers => matches!(unit, Unit::Persons | Unit::Participations),
        Measure::Editions => matches!(unit, Unit::Activities | Unit::Workshops),
        Measure::LanguageVersions => matches!(unit, Unit::LanguageVersions),
        Measure::LearningGain => matches!(unit, Unit::PercentagePoints),
        Measure::RecordedByStaff => matches!(unit, Unit::Countries | Unit::Activities | Unit::Workshops),
    }
}

/// What cannot hold together, by the field that the reader would change.
pub(super) fn possible(indicator: &Indicator) -> Result<(), Refusal> {
    let mut wrong = Wrong::default();
    let mut impossible = |field: &str, is: bool| {
        if is {
            wrong.note(field, Code::DefinitionImpossible);
        }
    };
    let scope = &indicator.scope;
    impossible("unit", !fits(indicator.population, indicator.unit));
    let workshops = scope.modalities.is_empty() || scope.modalities.contains(&Modality::Workshop);
    impossible("modalities", indicator.unit == Unit::Workshops && !workshops);
    let content = indicator.population == Measure::LanguageVersions;
    impossible("countries", content && !scope.countries.is_empty());
    impossible("personnel_kinds", content && !scope.personnel_kinds.is_empty());
    impossible("modalities", content && !scope.modalities.is_empty());
    let sexless = matches!(indicator.population, Measure::LanguageVersions | Measure::RecordedByStaff);
    impossible("disaggregation", sexless && indicator.disaggregation.contains(&Axis::Sex));
    impossible("target_women", !indicator.target_split.is_empty() && sexless);
    let over = |split: SexSplit, whole: Option<u32>| whole.is_some_and(|whole| split.sum() > whole);
    impossible("target_women", over(indicator.target_split, indicator.target));
    impossible("target", indicator.target.is_none() && !indicator.target_split.is_empty());
    impossible("target", indicator.target == Some(0));
    impossible(
        "target",
        indicator.unit == Unit::PercentagePoints && indicator.target.is_some_and(|target| target > 100),
    );
    impossible("baseline_women", over(indicator.baseline_split, indicator.baseline.value()));
    let none = indicator.baseline == Baseline::NotStated;
    impossible("target_reading", indicator.target_reading == TargetReading::IncludingBaseline && none);
    wrong.done()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::form::{DefinitionForm, Known};
    use super::*;

    fn known() -> Known {
        Known { courses: vec!["pga".into()], kinds: vec!["oas".into()] }
    }

    fn form() -> DefinitionForm {
        DefinitionForm {
            code: "pga-new".into(),
            section: "3.1.1".into(),
            name_es: "Formadas".into(),
            name_en: "Trained".into(),
            output_es: "Resultado".into(),
            output_en: "Result".into(),
            unit: "persons".into(),
            population: "completers".into(),
            period: "plan".into(),
            target: "75".into(),
            comparator: "at-least".into(),
            target_reading: "new".into(),
            baseline_kind: "value".into(),
            baseline: "15".into(),
            courses: vec!["pga".into()],
            reason: "first".into(),
            ..DefinitionForm::default()
        }
    }

    #[track_caller]
    fn refused(change: impl Fn(&mut DefinitionForm)) -> Vec<(String, Code)> {
        let mut form = form();
        change(&mut form);
        form.indicator(&known()).unwrap_err().fields
    }

    #[test]
    fn a_definition_survives_its_form() {
        let mut form = form();
        form.milestones = "2024: 20\n2025 30".into();
        form.target_women = "50".into();
        let indicator = form.indicator(&known()).unwrap();
        assert_eq!(indicator.code, "PGA-NEW");
        assert_eq!(indicator.milestones, BTreeMap::from([(2024, 20), (2025, 30)]));
        let again = DefinitionForm { reason: "again".into(), ..DefinitionForm::of(&indicator, 1) };
        assert_eq!(again.indicator(&known()).unwrap(), indicator);
    }

    #[test]
    fn a_target_needs_its_unit_and_a_change_its_reason() {
        assert_eq!(refused(|form| form.unit.clear()), [("unit".to_owned(), Code::Required)]);
        assert_eq!(refused(|form| form.reason.clear()), [("reason".to_owned(), Code::Required)]);
    }

    #[test]
    fn what_cannot_hold_together_is_named_by_its_field() {
        let impossible = |field: &str| vec![(field.to_owned(), Code::DefinitionImpossible)];
        assert_eq!(refused(|form| form.unit = "countries".into()), impossible("unit"));
        assert_eq!(refused(|form| form.target_women = "80".into()), impossible("target_women"));
        assert_eq!(refused(|form| form.baseline_men = "16".into()), impossible("baseline_women"));
        let workshops = refused(|form| {
            form.population = "editions".into();
            form.unit = "workshops".into();
            form.modalities = vec!["virtual-course".into()];
        });
        assert_eq!(workshops, impossible("modalities"));
        let unstated = refused(|form| {
            form.baseline_kind = "not-stated".into();
            form.target_reading = "including-baseline".into();
        });
        assert_eq!(unstated, impossible("target_reading"));
    }

    #[test]
    fn what_the_campus_does_not_know_is_refused() {
        let unknown = |field: &str| vec![(field.to_owned(), Code::ChoiceUnknown)];
        assert_eq!(refused(|form| form.courses = vec!["pirates".into()]), unknown("courses"));
        assert_eq!(refused(|form| form.countries = vec!["XX".into()]), unknown("countries"));
        assert_eq!(refused(|form| form.personnel_kinds = vec!["pirate".into()]), unknown("personnel_kinds"));
        assert_eq!(
            refused(|form| form.milestones = "soon: many".into()),
            [("milestones".to_owned(), Code::YearsUnreadable)]
        );
        assert_eq!(refused(|form| form.target = "-3".into()), [("target".to_owned(), Code::NumberInvalid)]);
    }
}

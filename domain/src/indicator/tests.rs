use super::*;
use crate::counting::Cells;

fn indicator(baseline: Baseline, reading: TargetReading) -> Indicator {
    Indicator {
        code: "PGA-TRAINED".into(),
        section: "3.1.1".into(),
        name: Words::es_en("Formadas", "Trained"),
        objective: Words::default(),
        output: Words::default(),
        unit: Unit::Persons,
        population: Measure::Completers,
        scope: Scope::default(),
        disaggregation: vec![Axis::Sex],
        period: Period::Plan,
        baseline,
        baseline_split: SexSplit::default(),
        baseline_on: None,
        baseline_source: String::new(),
        target: Some(75),
        target_split: SexSplit::default(),
        milestones: BTreeMap::new(),
        comparator: Comparator::AtLeast,
        target_reading: reading,
        source: Words::default(),
        responsible: String::new(),
        note: Words::default(),
        retired: false,
    }
}

#[test]
fn an_unsettled_target_shows_both_readings() {
    let progress = indicator(Baseline::Value(15), TargetReading::Unsettled).progress(Some(60), "plan");
    let read: Vec<_> = progress.iter().map(|one| (one.reading, one.value, one.reached)).collect();
    assert_eq!(read, [(TargetReading::New, Some(60), false), (TargetReading::IncludingBaseline, Some(75), true)]);
}

#[test]
fn a_baseline_to_be_determined_is_never_zero() {
    let indicator = indicator(Baseline::ToBeDetermined, TargetReading::Unsettled);
    let progress = indicator.progress(Some(75), "plan");
    assert_eq!((progress[0].value, progress[0].reached), (Some(75), true));
    assert_eq!((progress[1].value, progress[1].ratio, progress[1].reached), (None, None, false));
    assert_eq!(serde_json::to_string(&Baseline::ToBeDetermined).unwrap(), "\"to be determined\"");
}

#[test]
fn without_target_or_value_there_is_no_progress() {
    let mut indicator = indicator(Baseline::Value(0), TargetReading::New);
    assert!(indicator.progress(None, "plan").is_empty());
    indicator.target = None;
    assert!(indicator.progress(Some(3), "plan").is_empty());
}

#[test]
fn a_definition_survives_being_stored() {
    for baseline in [Baseline::Value(0), Baseline::ToBeDetermined, Baseline::NotStated] {
        let indicator = indicator(baseline, TargetReading::New);
        let json = serde_json::to_string(&indicator).unwrap();
        assert_eq!(serde_json::from_str::<Indicator>(&json).unwrap(), indicator);
    }
}

fn report(value: Option<Option<u32>>) -> CountReport {
    let zone = crate::zone::REPORTING;
    CountReport {
        indicator: "X".into(),
        window: crate::counting::Window::year(2026, zone).into(),
        unit: Unit::Persons,
        population: Measure::Participants,
        persons: Some(Cells::default()),
        participations: Some(Cells::default()),
        baseline: Baseline::ToBeDetermined,
        target: None,
        value,
        gain: None,
    }
}

#[test]
fn a_report_keeps_its_order_of_fields() {
    let cells = r#"{"woman":0,"man":0,"another":0,"declined":0,"not_recorded":0,"total":0}"#;
    let expected = format!(
        r#"{{"indicator":"X","window":{{"from":"2026-01-01","to":"2026-12-31","label":"2026"}},"unit":"persons","population":"participants","persons":{cells},"participations":{cells},"baseline":"to be determined","target":null}}"#
    );
    assert_eq!(serde_json::to_string(&report(None)).unwrap(), expected);
}

#[test]
fn no_value_yet_is_null_and_counting_people_has_no_such_field() {
    for value in [None, Some(None), Some(Some(4))] {
        let json = serde_json::to_string(&report(value)).unwrap();
        assert_eq!(serde_json::from_str::<CountReport>(&json).unwrap().value, value, "{json}");
    }
    assert!(serde_json::to_string(&report(Some(None))).unwrap().ends_with(r#""target":null,"value":null}"#));
}

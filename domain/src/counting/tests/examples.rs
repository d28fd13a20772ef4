//! Single cases, each a sentence of counting.md.

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn the_last_participation_decides_and_the_move_is_flagged() {
    let row = |edition, sex, first: &str| Row {
        person: 1,
        edition,
        sex,
        country: None,
        kind: None,
        first: Some(at(first)),
        completed: None,
        recorded_after: 0,
    };
    let rows = [
        row(0, Some(Sex::Woman), "2024-05-01T00:00:00Z"),
        row(1, None, "2024-03-01T00:00:00Z"),
        row(2, Some(Sex::Another), "2023-03-01T00:00:00Z"),
    ];
    let facts = facts_of(&rows);
    let of = |window| count(&facts, &Scope::default(), Population::Participants, window);
    let (year, before, plan) =
        (of(Window::year(2024, REPORTING)), of(Window::year(2023, REPORTING)), of(Window::plan(REPORTING)));
    assert_eq!((year.persons.woman, year.participations.not_recorded), (1, 1));
    assert!(year.members[0].moved);
    assert_eq!((before.persons.another, before.members[0].moved), (1, false));
    assert_eq!((plan.persons.total(), plan.persons.woman, plan.participations.total()), (1, 1, 3));
}

#[test]
fn the_year_turns_at_midnight_in_washington() {
    let row = |person, first: &str| Row {
        person,
        edition: 0,
        sex: None,
        country: None,
        kind: None,
        first: Some(at(first)),
        completed: None,
        recorded_after: 0,
    };
    let facts = facts_of(&[row(1, "2024-01-01T04:59:59Z"), row(2, "2024-01-01T05:00:00Z")]);
    let of = |year| {
        count(&facts, &Scope::default(), Population::Participants, Window::year(year, REPORTING)).persons.total()
    };
    assert_eq!((of(2023), of(2024)), (1, 1));
}

#[test]
fn enrolling_alone_counts_nowhere() {
    let facts = facts_of(&[Row {
        person: 1,
        edition: 0,
        sex: Some(Sex::Woman),
        country: None,
        kind: None,
        first: None,
        completed: None,
        recorded_after: 0,
    }]);
    for population in Population::ALL {
        assert_eq!(count(&facts, &Scope::default(), *population, Window::plan(REPORTING)), Count::default());
    }
    assert!(count_editions(&facts, &Scope::default(), Window::plan(REPORTING)).editions.is_empty());
}

#[test]
fn the_share_is_of_those_who_declared_and_rounds_once() {
    let cells = Cells { woman: 2, man: 1, another: 0, declined: 3, not_recorded: 2 };
    assert_eq!(cells.women_share(), Ratio { part: 2, whole: 3 });
    assert_eq!(cells.coverage(), Ratio { part: 3, whole: 8 });
    assert_eq!(cells.women_share().text(Language::Es), "66,7\u{a0}%");
    assert_eq!(cells.coverage().text(Language::En), "37.5%");
    assert_eq!(Cells::default().women_share().text(Language::En), "–");
    assert_eq!((Ratio { part: 99, whole: 100 }.bar(), Ratio { part: 150, whole: 100 }.bar()), (99, 100));
}

#[test]
fn cells_are_written_with_their_total() {
    let cells = Cells { woman: 1, man: 2, another: 3, declined: 4, not_recorded: 5 };
    let json = serde_json::to_string(&cells).unwrap();
    assert_eq!(json, r#"{"woman":1,"man":2,"another":3,"declined":4,"not_recorded":5,"total":15}"#);
    assert_eq!(serde_json::from_str::<Cells>(&json).unwrap(), cells);
}

#[test]
fn windows_name_themselves() {
    let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    assert_eq!(Window::year(2026, REPORTING).label(), "2026");
    assert_eq!(Window::plan(REPORTING).label(), "plan");
    let quarter = Window::between(day(1, 1), day(3, 31), REPORTING);
    assert_eq!(quarter.label(), "2026-01-01/2026-03-31");
    assert!(quarter.holds(at("2026-04-01T03:59:59Z")) && !quarter.holds(at("2026-04-01T04:00:00Z")));
}

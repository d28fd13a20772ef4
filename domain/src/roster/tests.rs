use chrono::{TimeZone, Utc};

use super::*;
use crate::zone::REPORTING;

const FIRST_LINE: &str = "given_name,family_name,email,sex,country,personnel_kind,institution,language,enrolled_at,first_activity_at,completed_at";

fn header() -> Header {
    Header::read(FIRST_LINE.split(',')).unwrap()
}

fn read(line: &str) -> Result<Entry, Vec<Mistake>> {
    let kinds = ["health".to_owned(), "oas".to_owned()];
    let rules = Rules {
        now: Utc.with_ymd_and_hms(2026, 6, 15, 12, 0, 0).unwrap(),
        zone: REPORTING,
        kinds: &kinds,
        language: Language::Es,
        starts_at: Utc.with_ymd_and_hms(2026, 3, 1, 5, 0, 0).unwrap(),
    };
    rules.read(&header(), 7, &line.split(',').collect::<Vec<_>>())
}

fn wrong(line: &str) -> Vec<(String, Reason)> {
    read(line).unwrap_err().into_iter().map(|mistake| (mistake.column.unwrap_or_default(), mistake.reason)).collect()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_full_row_is_read_in_the_reporting_zone() {
    let entry = read(
        "Ana,Demo,ANA@Example.org,woman,py,health,Ministerio,en,2026-03-01,2026-03-02T10:00,2026-04-01T09:30:00-03:00",
    )
    .unwrap();
    assert_eq!(entry.email, "ana@example.org");
    assert_eq!(entry.declared.country.as_deref(), Some("PY"));
    assert_eq!(entry.language, Language::En);
    assert_eq!(entry.enrolled_at, utc("2026-03-01T05:00:00Z"));
    assert_eq!(entry.first_activity_at, Some(utc("2026-03-02T15:00:00Z")));
    assert_eq!(entry.completed_at, Some(utc("2026-04-01T12:30:00Z")));
}

#[test]
fn a_completion_alone_is_the_first_act_too() {
    let entry = read("Ana,Demo,ana@example.org,,,,,,,,2026-04-01").unwrap();
    assert_eq!(entry.declared, Declared::default());
    assert_eq!(entry.first_activity_at, entry.completed_at);
    assert_eq!(Some(entry.enrolled_at), entry.completed_at);
    assert_eq!(read("Ana,Demo,ana@example.org,,,,,,,,").unwrap().enrolled_at, utc("2026-03-01T05:00:00Z"));
}

#[test]
fn every_mistake_of_a_row_is_named() {
    let found = wrong("Ana,,ana-at-example,f,XX,pirate,,fr,31/12/2025,2026-05-02,2026-05-01");
    let columns: Vec<_> = found.iter().map(|(column, _)| column.as_str()).collect();
    assert_eq!(
        columns,
        ["family_name", "email", "sex", "country", "personnel_kind", "language", "enrolled_at", "completed_at"]
    );
    assert_eq!(found[7].1, Reason::CompletedBeforeFirst);
}

#[test]
fn the_future_is_refused_but_today_is_not() {
    assert_eq!(
        wrong("Ana,Demo,ana@example.org,,,,,,,,2026-06-15T12:00:01Z"),
        [("completed_at".into(), Reason::InFuture)]
    );
    assert_eq!(wrong("Ana,Demo,ana@example.org,,,,,,,2026-06-17,"), [("first_activity_at".into(), Reason::InFuture)]);
    assert!(read("Ana,Demo,ana@example.org,,,,,,,,2026-06-15").is_ok());
    assert!(read("Ana,Demo,ana@example.org,,,,,,,,2026-06-15T12:00:00Z").is_ok());
}

#[test]
fn a_row_of_another_width_is_named_as_a_whole() {
    assert_eq!(wrong("Ana,Demo,ana@example.org"), [(String::new(), Reason::Width(3, 11))]);
}

#[test]
fn columns_may_stand_in_any_order_but_all_must_be_there_once() {
    let mut names: Vec<&str> = FIRST_LINE.split(',').collect();
    names.reverse();
    assert!(Header::read(names.iter().copied()).is_ok());
    names[0] = "email";
    names.push("nationality");
    let found: Vec<_> =
        Header::read(names.iter().copied()).unwrap_err().into_iter().map(|mistake| mistake.reason).collect();
    assert_eq!(found, [Reason::ColumnTwice, Reason::ColumnUnknown, Reason::ColumnMissing]);
}

#[test]
fn an_address_in_two_rows_names_both_lines() {
    let entry = |line| Entry { line, ..read("Ana,Demo,ana@example.org,,,,,,,,").unwrap() };
    let mistakes = find_repeated(&[entry(2), entry(9)]);
    assert_eq!(
        mistakes[0].words(Language::En),
        "line 9, column email: the same address is also in line 2; keep one of them"
    );
    assert!(mistakes[0].words(Language::Es).starts_with("línea 9, columna email: "));
}

#[test]
fn a_wall_clocks_time_that_spring_skips_is_the_first_that_exists() {
    let entry = read("Ana,Demo,ana@example.org,,,,,,,2026-03-08 02:30,").unwrap();
    assert_eq!(entry.first_activity_at, Some(utc("2026-03-08T07:30:00Z")));
}

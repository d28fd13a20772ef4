//! The demo campus's editions, over three years up to today.

use chrono::{Datelike, Duration, NaiveDate};
use domain::edition::Modality;
use domain::language::Language::{En, Es};

use super::plan::{Learner, Plan};
use crate::ctx::Ctx;

/// The editions, seen from today.
pub(super) fn plan(ctx: &Ctx) -> Vec<Plan> {
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    let mut all = sisdehm(today);
    all.extend(pga(today));
    all.extend(gender_equality(today));
    all
}

/// Some days of the year before `back` years.
fn days(today: NaiveDate, back: i32, from: (u32, u32), length: i64) -> (NaiveDate, NaiveDate) {
    let start = NaiveDate::from_ymd_opt(today.year() - back, from.0, from.1).unwrap_or(today);
    (start, start + Duration::days(length))
}

/// Days around today.
fn around(today: NaiveDate, from: i64, to: i64) -> (NaiveDate, NaiveDate) {
    (today + Duration::days(from), today + Duration::days(to))
}

fn sisdehm(today: NaiveDate) -> Vec<Plan> {
    let (year, recent) = (today.year(), around(today, -60, -58));
    let course = |back: i32, days, people| {
        let titles = (format!("SISDEHM {}", year - back), format!("SISDEHM {}", year - back));
        Plan::new(
            "sisdehm",
            format!("sisdehm-{}", year - back),
            (&titles.0, &titles.1),
            Modality::VirtualCourse,
            days,
            people,
        )
        .by_rule()
    };
    let workshop = |code: String, es: &str, en: &str, days, people| {
        Plan::new("sisdehm", code, (es, en), Modality::Workshop, days, people)
    };
    vec![
        course(2, days(today, 2, (3, 11), 110), 70),
        course(1, days(today, 1, (3, 10), 112), 85).offered_in(&[Es, En]),
        course(0, around(today, -45, 75), 64).offered_in(&[Es, En]).open(120).with_learner(Learner::HalfWay),
        workshop(
            format!("taller-sisdehm-gt-{}", year - 2),
            "Taller SISDEHM en Guatemala",
            "SISDEHM workshop in Guatemala",
            days(today, 2, (8, 20), 2),
            28,
        )
        .of("GT"),
        workshop(
            format!("sisdehm-workshop-bb-{}", year - 1),
            "Taller SISDEHM en Barbados",
            "SISDEHM workshop in Barbados",
            days(today, 1, (9, 16), 2),
            25,
        )
        .of("BB")
        .offered_in(&[En]),
        workshop(
            format!("taller-sisdehm-py-{}", recent.0.year()),
            "Taller SISDEHM en Paraguay",
            "SISDEHM workshop in Paraguay",
            recent,
            22,
        )
        .of("PY"),
    ]
}

fn pga(today: NaiveDate) -> Vec<Plan> {
    let (year, recent, next) = (today.year(), around(today, -80, -70), around(today, 40, 110));
    let transfer = |code: String, es: &str, en: &str, days, people| {
        Plan::new("pga", code, (es, en), Modality::Transfer, days, people)
    };
    vec![
        transfer(
            format!("pga-transferencia-gt-{}", year - 2),
            "Transferencia del PGA en Guatemala",
            "PGA transfer in Guatemala",
            days(today, 2, (5, 6), 40),
            18,
        )
        .of("GT"),
        transfer(
            format!("pga-transferencia-py-{}", year - 1),
            "Transferencia del PGA en Paraguay",
            "PGA transfer in Paraguay",
            days(today, 1, (4, 8), 40),
            20,
        )
        .of("PY"),
        transfer(
            format!("pga-transferencia-do-{}", recent.0.year()),
            "Transferencia del PGA en República Dominicana",
            "PGA transfer in the Dominican Republic",
            recent,
            16,
        )
        .of("DO"),
        Plan::new(
            "pga",
            format!("pga-diplomado-{}", year - 1),
            ("Diplomado PGA", "PGA diploma"),
            Modality::Diploma,
            days(today, 1, (2, 12), 150),
            35,
        ),
        Plan::new(
            "pga",
            format!("pga-{year}"),
            (&format!("PGA {year}"), &format!("PGA {year}")),
            Modality::VirtualCourse,
            around(today, -25, 95),
            30,
        )
        .by_rule()
        .offered_in(&[Es, En])
        .open(60),
        Plan::new(
            "pga",
            format!("pga-proxima-{}", next.0.year()),
            ("PGA, próxima edición", "PGA, next edition"),
            Modality::VirtualCourse,
            next,
            12,
        )
        .by_rule()
        .offered_in(&[Es, En])
        .open(40),
    ]
}

/// The edition of a crowd: the course with the most activities, so that the longest lists can be looked at and timed.
pub(super) fn crowd(ctx: &Ctx, people: usize) -> Plan {
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    let titles = ("Igualdad de género, muchas personas", "Gender Equality, a crowd");
    let days = around(today, -60, 60);
    Plan::new("gender-equality", "multitud".to_owned(), titles, Modality::VirtualCourse, days, people)
        .by_rule()
        .offered_in(&[Es, En])
        .taught()
}

fn gender_equality(today: NaiveDate) -> Vec<Plan> {
    let year = today.year();
    let course = |code: String, es: &str, en: &str, modality, days, people| {
        Plan::new("gender-equality", code, (es, en), modality, days, people)
    };
    vec![
        course(
            format!("igualdad-{}", year - 2),
            "Igualdad de género",
            "Gender Equality",
            Modality::VirtualCourse,
            days(today, 2, (4, 1), 120),
            60,
        ),
        course(
            format!("igualdad-diplomado-{}", year - 1),
            "Diplomado en igualdad de género",
            "Gender Equality diploma",
            Modality::Diploma,
            days(today, 1, (3, 3), 160),
            65,
        )
        .offered_in(&[Es, En])
        .with_learner(Learner::Completed),
        course(
            format!("igualdad-oea-{}", year - 1),
            "Igualdad de género para personal de la OEA",
            "Gender Equality for OAS personnel",
            Modality::Workshop,
            days(today, 1, (10, 7), 3),
            30,
        )
        .of_kind("oas")
        .offered_in(&[Es, En]),
        course(
            format!("igualdad-medios-{}", year - 1),
            "Taller para periodistas",
            "Workshop for journalists",
            Modality::Workshop,
            days(today, 1, (6, 4), 1),
            22,
        )
        .of("CO")
        .of_kind("media"),
        course(
            format!("igualdad-en-linea-{year}"),
            "Igualdad de género en línea",
            "Gender Equality online",
            Modality::VirtualCourse,
            around(today, -35, 85),
            36,
        )
        .by_rule()
        .offered_in(&[Es, En])
        .open(80),
        course(
            format!("igualdad-{year}"),
            "Igualdad de género, cupo completo",
            "Gender Equality, full",
            Modality::VirtualCourse,
            around(today, -20, 50),
            30,
        )
        .open(30),
    ]
}

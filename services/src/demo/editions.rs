//! The demo campus's editions, over three years up to today.

use chrono::{Datelike, Duration, NaiveDate};
use domain::completion::CompletionKind;
use domain::edition::{EnrolmentMode, Modality};
use domain::error::Code;
use domain::id::{CourseVersionId, EditionId};
use domain::language::Language::{self, En, Es};
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use super::Accounts;
use super::chance::Chance;
use crate::ctx::Ctx;
use crate::entity::{edition, edition_instructor};
use crate::error::Result;
use crate::roster::insert_all;

/// An edition to be made, and how many take part in it.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub course: &'static str,
    pub code: String,
    title_es: String,
    title_en: String,
    pub modality: Modality,
    pub languages: &'static [Language],
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    seats: Option<i32>,
    enrolment: EnrolmentMode,
    pub completion: CompletionKind,
    pub country: Option<&'static str>,
    pub personnel_kind: Option<&'static str>,
    pub people: usize,
    taught: bool,
    pub learner: Learner,
}

/// What the demo learner does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Learner {
    Absent,
    HalfWay,
    Completed,
}

/// The edition once it is stored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub id: EditionId,
    pub version: CourseVersionId,
}

impl Plan {
    fn new(
        course: &'static str,
        code: String,
        titles: (&str, &str),
        modality: Modality,
        days: (NaiveDate, NaiveDate),
        people: usize,
    ) -> Self {
        let (starts_on, ends_on) = days;
        Self {
            course,
            code,
            title_es: format!("{} (demostración)", titles.0),
            title_en: format!("{} (demo)", titles.1),
            modality,
            languages: &[Es],
            starts_on,
            ends_on,
            seats: None,
            enrolment: EnrolmentMode::Closed,
            completion: CompletionKind::Recorded,
            country: None,
            personnel_kind: None,
            people,
            taught: false,
            learner: Learner::Absent,
        }
    }

    fn open(mut self, seats: i32) -> Self {
        self.enrolment = EnrolmentMode::Open;
        self.seats = Some(seats);
        self.taught = true;
        self
    }

    fn of(mut self, country: &'static str) -> Self {
        self.country = Some(country);
        self
    }

    fn of_kind(mut self, kind: &'static str) -> Self {
        self.personnel_kind = Some(kind);
        self
    }

    fn offered_in(mut self, languages: &'static [Language]) -> Self {
        self.languages = languages;
        self
    }

    fn by_rule(mut self) -> Self {
        self.completion = CompletionKind::Full;
        self
    }

    fn with_learner(mut self, learner: Learner) -> Self {
        self.learner = learner;
        self
    }
}

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
            format!("pga-proxima-{}", next.0.year()),
            ("PGA, próxima edición", "PGA, next edition"),
            Modality::VirtualCourse,
            next,
            12,
        )
        .offered_in(&[Es, En])
        .open(40),
    ]
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

/// Stores an edition of its course's newest version.
pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    chance: &mut Chance,
    plan: &Plan,
    accounts: Accounts,
) -> Result<Placed> {
    let latest = crate::course::store::find_latest(tx, plan.course).await?.ok_or(Code::NotFound)?;
    let id = EditionId(chance.id());
    let languages: Vec<&str> = plan.languages.iter().map(|language| language.as_str()).collect();
    let row = edition::ActiveModel {
        id: Set(id),
        course_id: Set(latest.course.id),
        course_version_id: Set(latest.version),
        code: Set(plan.code.clone()),
        title_es: Set(plan.title_es.clone()),
        title_en: Set(plan.title_en.clone()),
        modality: Set(plan.modality),
        languages: Set(languages.join(",")),
        starts_on: Set(plan.starts_on),
        ends_on: Set(plan.ends_on),
        zone: Set(ctx.settings.reporting_zone.name().to_owned()),
        seats: Set(plan.seats),
        enrolment: Set(plan.enrolment),
        completion: Set(plan.completion),
        country: Set(plan.country.map(str::to_owned)),
        personnel_kind: Set(plan.personnel_kind.map(str::to_owned)),
        created_at: Set(ctx.now()),
    };
    insert_all(tx, vec![row]).await?;
    let teaching = edition_instructor::ActiveModel {
        id: Set(chance.id()),
        edition_id: Set(id),
        account_id: Set(accounts.instructor),
    };
    insert_all(tx, if plan.taught { vec![teaching] } else { Vec::new() }).await?;
    Ok(Placed { id, version: latest.version })
}

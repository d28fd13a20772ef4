//! Generated editions of the built-in courses, and of the plan's other courses, of which only an outline is made.

use chrono::{Duration, NaiveDate};
use domain::application::WaitingRule;
use domain::certificate::Certificates;
use domain::completion::Rule;
use domain::course::CourseContent;
use domain::edition::{EditionState, EnrolmentMode, Modality};
use domain::error::Code;
use domain::id::{CourseId, CourseVersionId, EditionId};
use domain::language::{Language, Words};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{YEARS, day};
use crate::course::store as courses;
use crate::ctx::{Ctx, digest};
use crate::demo::{Chance, weights};
use crate::entity::{course, course_version, edition};
use crate::error::Result;

/// Slug, weight, and whether its workshops measure what they add.
const COURSES: [(usize, (&str, bool)); 7] = [
    (30, ("sisdehm", false)),
    (18, ("pga", false)),
    (26, ("gender-equality", false)),
    (10, ("parity-toolkit", true)),
    (8, ("political-violence", true)),
    (5, ("women-political-leadership", false)),
    (3, ("women-drug-policy", false)),
];

/// A course to draw editions of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taught {
    slug: &'static str,
    tested: bool,
    id: CourseId,
    version: CourseVersionId,
}

/// An edition, with what is drawn from it.
#[derive(Debug, Clone)]
pub(super) struct Generated {
    pub id: EditionId,
    course: Taught,
    code: String,
    pub modality: Modality,
    pub language: Language,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub country: Option<&'static str>,
    pub personnel_kind: Option<&'static str>,
    /// Its people are tested before and after.
    pub tested: bool,
}

/// The courses by weight; those that the campus lacks are made as outlines.
pub(super) async fn courses<C: ConnectionTrait>(tx: &C, ctx: &Ctx) -> Result<Vec<(usize, Taught)>> {
    let mut all = Vec::new();
    for (weight, (slug, tested)) in COURSES {
        if courses::find_by_slug(tx, slug).await?.is_none() {
            insert_outline(tx, ctx, slug).await?;
        }
        let latest = courses::find_latest(tx, slug).await?.ok_or(Code::NotFound)?;
        all.push((weight, Taught { slug, tested, id: latest.course.id, version: latest.version }));
    }
    Ok(all)
}

async fn insert_outline<C: ConnectionTrait>(tx: &C, ctx: &Ctx, slug: &str) -> Result<()> {
    let words = |es: &str, en: &str| Words::es_en(format!("{slug} ({es})"), format!("{slug} ({en})"));
    let title = words("datos generados", "generated data");
    let content = CourseContent {
        hours: 8,
        languages: vec![Language::Es, Language::En],
        completion: Rule::Recorded,
        title: title.clone(),
        short_title: title.clone(),
        summary: title.clone(),
        audience: title.clone(),
        description: title,
        objectives: std::collections::BTreeMap::default(),
        modules: Vec::new(),
        glossary: Vec::new(),
    };
    let id = CourseId(ctx.new_id());
    let row = course::ActiveModel { id: Set(id), slug: Set(slug.to_owned()), created_at: Set(ctx.now()) };
    course::Entity::insert(row).exec_without_returning(tx).await?;
    let content = serde_json::to_string(&content)?;
    let row = course_version::ActiveModel {
        id: Set(CourseVersionId(ctx.new_id())),
        course_id: Set(id),
        number: Set(1),
        digest: Set(digest(&content)),
        content: Set(content),
        imported_at: Set(ctx.now()),
    };
    course_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

impl Generated {
    pub fn invent(chance: &mut Chance, courses: &[(usize, Taught)], code: &str) -> Result<Self> {
        let course = chance.weighted(courses).ok_or(Code::NotFound)?;
        let modality = match course.slug {
            "sisdehm" | "gender-equality" => {
                chance.weighted(&[(60, Modality::VirtualCourse), (30, Modality::Workshop), (10, Modality::Diploma)])
            }
            "pga" => chance.weighted(&[
                (45, Modality::VirtualCourse),
                (30, Modality::Transfer),
                (15, Modality::Workshop),
                (10, Modality::Diploma),
            ]),
            _ => Some(Modality::Workshop),
        }
        .unwrap_or(Modality::Workshop);
        let years = usize::try_from(YEARS.end() - YEARS.start() + 1).unwrap_or(1);
        let year = YEARS.start() + i32::try_from(chance.below(years)).unwrap_or_default();
        let starts_on = day(year, 1, 1) + days(chance.below(365));
        let length = match modality {
            Modality::VirtualCourse => 40 + chance.below(70),
            Modality::Diploma => 90 + chance.below(60),
            Modality::Transfer => 10 + chance.below(30),
            Modality::Workshop => chance.below(4),
        };
        let in_one_country = modality != Modality::VirtualCourse && chance.percent(70);
        let kind = match chance.below(20) {
            0 => Some("media"),
            1 | 2 => Some("oas"),
            _ => None,
        };
        Ok(Self {
            id: EditionId(chance.id()),
            course,
            code: code.to_owned(),
            modality,
            language: if chance.percent(72) { Language::Es } else { Language::En },
            starts_on,
            ends_on: starts_on + days(length),
            country: if in_one_country { chance.weighted(weights::COUNTRIES) } else { None },
            personnel_kind: kind,
            tested: course.tested,
        })
    }

    pub async fn insert<C: ConnectionTrait>(&self, tx: &C, ctx: &Ctx) -> Result<()> {
        let row = edition::ActiveModel {
            id: Set(self.id),
            course_id: Set(self.course.id),
            course_version_id: Set(self.course.version),
            code: Set(self.code.clone()),
            title_es: Set(format!("{} (datos generados)", self.code)),
            title_en: Set(format!("{} (generated data)", self.code)),
            modality: Set(self.modality),
            languages: Set(self.language.as_str().to_owned()),
            starts_on: Set(self.starts_on),
            ends_on: Set(self.ends_on),
            zone: Set(ctx.settings.reporting_zone.name().to_owned()),
            seats: Set(None),
            enrolment: Set(EnrolmentMode::Closed),
            state: Set(EditionState::Closed),
            place: Set(None),
            link: Set(None),
            questions: Set("[]".to_owned()),
            waiting_rule: Set(serde_json::to_string(&WaitingRule::Team)?),
            join_code: Set(None),
            certificates: Set(Certificates::Completion),
            completion: Set(Rule::Recorded),
            country: Set(self.country.map(str::to_owned)),
            personnel_kind: Set(self.personnel_kind.map(str::to_owned)),
            created_at: Set(ctx.now()),
        };
        edition::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(())
    }
}

fn days(count: usize) -> Duration {
    Duration::days(i64::try_from(count).unwrap_or_default())
}

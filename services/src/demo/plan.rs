//! An edition of the demo campus: how it is described, and how it is stored.

use chrono::NaiveDate;
use domain::application::WaitingRule;
use domain::completion::Rule;
use domain::edition::{EditionState, EnrolmentMode, Modality};
use domain::error::Code;
use domain::id::{CourseVersionId, EditionId};
use domain::language::Language::{self, Es};
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
    /// By the course's own rule; otherwise completions are recorded.
    pub by_rule: bool,
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
    pub(super) fn new(
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
            by_rule: false,
            country: None,
            personnel_kind: None,
            people,
            taught: false,
            learner: Learner::Absent,
        }
    }

    pub(super) fn open(mut self, seats: i32) -> Self {
        self.enrolment = EnrolmentMode::Open;
        self.seats = Some(seats);
        self.taught = true;
        self
    }

    pub(super) fn taught(mut self) -> Self {
        self.taught = true;
        self
    }

    pub(super) fn of(mut self, country: &'static str) -> Self {
        self.country = Some(country);
        self
    }

    pub(super) fn of_kind(mut self, kind: &'static str) -> Self {
        self.personnel_kind = Some(kind);
        self
    }

    pub(super) fn offered_in(mut self, languages: &'static [Language]) -> Self {
        self.languages = languages;
        self
    }

    pub(super) fn by_rule(mut self) -> Self {
        self.by_rule = true;
        self
    }

    pub(super) fn with_learner(mut self, learner: Learner) -> Self {
        self.learner = learner;
        self
    }
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
    let completion =
        if plan.by_rule { ctx.contents.get(tx, latest.version).await?.completion.clone() } else { Rule::Recorded };
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
        state: Set(EditionState::Open),
        place: Set(None),
        link: Set(None),
        questions: Set("[]".to_owned()),
        waiting_rule: Set(serde_json::to_string(&WaitingRule::Team)?),
        join_code: Set(None),
        certificates: Set(domain::certificate::Certificates::Completion),
        completion: Set(completion),
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

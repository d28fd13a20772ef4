//! Applications: asking for a seat, the team's queue, the waiting list that fills itself, codes and invitations.
//!
//! Whoever gives a seat locks the edition's row first, so that the seats that are counted stay counted.

mod queue;
mod seats;
pub(crate) mod store;
mod team;
mod ways_in;

use domain::application::{Answer, Answers, ApplicationState, ApplyView, MyApplication, Question};
use domain::edition::{EditionState, EnrolmentMode, Phase};
use domain::error::{Code, Refusal};
use domain::id::ApplicationId;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait, IntoActiveModel as _};

pub use queue::{decide, list};
pub(crate) use seats::seat_freed;
pub use team::{add_question, invite, remove_question, save_ways, ways};
pub use ways_in::{accept_invitation, enrol_with_code, invitation};

use crate::ctx::Ctx;
use crate::edition::{card_of, dates, title};
use crate::enrolment::store as enrolments;
use crate::entity::{application, edition};
use crate::error::Result;
use crate::learning::language_for;
use crate::policy;

/// The edition's own questions.
fn questions(edition: &edition::Model) -> Result<Vec<Question>> {
    Ok(serde_json::from_str(&edition.questions)?)
}

/// The page where the person who asks applies, and sees what became of it, or enters the edition's code.
///
/// # Errors
/// `SignInFirst`, `NotFound`, or when the database fails.
pub async fn apply_view(ctx: &Ctx, code: &str) -> Result<ApplyView> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let mine = store::find_of(db, edition.id, permit.person().person).await?;
    let asks = matches!(edition.enrolment, EnrolmentMode::Application | EnrolmentMode::Code);
    if mine.is_none() && (edition.state == EditionState::Draft || !asks) {
        return Err(Code::NotFound.into());
    }
    let questions = questions(&edition)?;
    let card = card_of(ctx, edition.clone()).await?;
    let mine = mine.map(|mine| shown(ctx, &mine, &edition, &card.course)).transpose()?;
    Ok(ApplyView { edition: card, questions, mine })
}

fn shown(ctx: &Ctx, mine: &application::Model, edition: &edition::Model, course: &str) -> Result<MyApplication> {
    Ok(MyApplication {
        edition: edition.code.clone(),
        edition_title: title(edition, ctx.language).to_owned(),
        course: course.to_owned(),
        state: mine.state,
        applied_at: mine.applied_at,
        reason: mine.reason.clone(),
        answers: serde_json::from_str(&mine.answers)?,
    })
}

/// The applications of the person who asks that have not led to a seat. Three queries.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn mine(ctx: &Ctx) -> Result<Vec<MyApplication>> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let mut all = store::list_of_person(db, permit.person().person).await?;
    all.retain(|one| one.state != ApplicationState::Accepted);
    let ids: Vec<_> = all.iter().map(|one| one.edition_id).collect();
    let editions = crate::edition::store::list_by_ids(db, &ids).await?;
    let courses = crate::course::store::slugs(db, editions.iter().map(|one| one.course_id).collect()).await?;
    let mut shown_ones = Vec::with_capacity(all.len());
    for one in &all {
        let Some(edition) = editions.iter().find(|edition| edition.id == one.edition_id) else { continue };
        let course = courses.get(&edition.course_id).map_or("", String::as_str);
        shown_ones.push(shown(ctx, one, edition, course)?);
    }
    Ok(shown_ones)
}

/// Applies for a seat.
///
/// # Errors
/// `Invalid` naming each wrong answer; `EnrolmentClosed`, `EditionEnded`; `AlreadyApplied` unless it was withdrawn;
/// `SignInFirst`, `NotFound`.
pub async fn apply(ctx: &Ctx, code: &str, given: &Answers) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let me = permit.person().person;
    let tx = ctx.db.begin_write().await?;
    let edition = crate::edition::lock_by_code(&tx, code).await?;
    if enrolments::find_mine(&tx, me, edition.id).await?.is_some() {
        return Ok(());
    }
    if dates(&edition).phase(ctx.now()) == Phase::Ended {
        return Err(Code::EditionEnded.into());
    }
    if edition.state != EditionState::Open || edition.enrolment != EnrolmentMode::Application {
        return Err(Code::EnrolmentClosed.into());
    }
    let answers = serde_json::to_string(&read(&questions(&edition)?, given, ctx)?)?;
    let old = store::find_of(&tx, edition.id, me).await?;
    if old.as_ref().is_some_and(|old| old.state != ApplicationState::Withdrawn) {
        return Err(Code::AlreadyApplied.into());
    }
    let row = application::Model {
        id: old.as_ref().map_or_else(|| ApplicationId(ctx.new_id()), |old| old.id),
        edition_id: edition.id,
        person_id: me,
        state: ApplicationState::Applied,
        answers,
        language: language_for(ctx, &edition),
        applied_at: ctx.now(),
        decided_at: None,
        decided_by: None,
        reason: None,
    };
    match old {
        Some(_) => application::Entity::update(row.into_active_model().reset_all()).exec(&tx).await.map(|_| ())?,
        None => application::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await.map(|_| ())?,
    }
    tx.commit().await?;
    Ok(())
}

fn read(questions: &[Question], given: &Answers, ctx: &Ctx) -> std::result::Result<Vec<Answer>, Refusal> {
    let (mut answers, mut wrong) = (Vec::new(), Vec::new());
    for question in questions {
        match question.read(given, ctx.language) {
            Ok(answer) => answers.extend(answer),
            Err(code) => wrong.push((format!("answer:{}", question.key), code)),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(Refusal { code: Code::Invalid, fields: wrong }) }
}

/// Takes one's own application back.
///
/// # Errors
/// `StepImpossible` once it was decided; `SignInFirst`, `NotFound`.
pub async fn withdraw(ctx: &Ctx, code: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let edition = crate::edition::lock_by_code(&tx, code).await?;
    let mine = store::find_of(&tx, edition.id, permit.person().person).await?.ok_or(Code::NotFound)?;
    if !mine.state.is_open() {
        return Err(Code::StepImpossible.into());
    }
    let mut row = mine.into_active_model();
    row.state = Set(ApplicationState::Withdrawn);
    application::Entity::update(row).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}

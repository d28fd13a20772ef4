//! An edition in the hands of its team: where it stands, what may be changed of it, and the way from one state to the next.

use domain::application::ApplicationState;
use domain::certificate::Certificates;
use domain::completion::RuleLine;
use domain::edition::{EditionForm, EditionOverview, EditionSettings, EditionState};
use domain::error::Code;
use domain::id::EditionId;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter, QuerySelect,
};

use super::{card_of, dates, instructors, languages, set_instructors, store};
use crate::audit::{self, Entry};
use crate::ctx::{Actor, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::edition;
use crate::error::Result;
use crate::learning::language_for;
use crate::{counting, policy};

/// The edition, for its instructors and for staff.
///
/// # Errors
/// `SignInFirst`, also where there is no such edition; `NotFound`, `NotForYou`.
pub async fn taught(ctx: &Ctx, code: &str) -> Result<edition::Model> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let db = ctx.db.read();
    let edition = store::get_by_code(db, code.trim()).await?;
    policy::may_teach(db, ctx, edition.id).await?;
    Ok(edition)
}

/// The same, for an act that records or changes something.
///
/// # Errors
/// Those of [`taught`]; `EditionClosed`.
pub async fn to_change(ctx: &Ctx, code: &str) -> Result<edition::Model> {
    let edition = taught(ctx, code).await?;
    edition.state.check_changes()?;
    Ok(edition)
}

/// The edition's own page.
///
/// # Errors
/// Those of [`taught`].
pub async fn overview(ctx: &Ctx, code: &str) -> Result<EditionOverview> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let version = crate::course::store::version_number(db, edition.course_version_id).await?;
    let kind = match &edition.personnel_kind {
        Some(code) => crate::person::list_kinds(db, ctx.language).await?.into_iter().find(|kind| kind.code == *code),
        None => None,
    };
    let numbers = enrolments::numbers(db, &[edition.id]).await?.pop();
    let to_grade = crate::submission::store::count_waiting(db, &[edition.id]).await?.remove(&edition.id);
    let whole = |number: i64| u32::try_from(number).unwrap_or_default();
    let staff = policy::may_staff(ctx).is_ok();
    let enrolled = numbers.map_or(0, |row| whole(row.enrolled));
    // What would be refused is not offered.
    let next = edition.state.next().iter().copied().filter(|to| match (edition.state, to) {
        (EditionState::Closed, _) => staff,
        (_, EditionState::Draft) => enrolled == 0,
        _ => true,
    });
    Ok(EditionOverview {
        course_title: content.title.get(ctx.language).to_owned(),
        version: u32::try_from(version).unwrap_or_default(),
        place: edition.place.clone(),
        link: edition.link.clone(),
        country: edition.country.clone(),
        personnel_kind: kind.map(|kind| kind.name),
        instructors: store::instructor_names(db, edition.id).await?,
        rule: RuleLine::of(&edition.completion, &content, language_for(ctx, &edition)),
        enrolled,
        not_started: numbers.map_or(0, |row| whole(row.enrolled - row.started)),
        completed: numbers.map_or(0, |row| whole(row.completed)),
        to_grade: to_grade.unwrap_or_default(),
        applications: crate::application::store::count(db, edition.id, ApplicationState::Applied).await?,
        next: next.collect(),
        staff,
        edition: card_of(ctx, edition).await?,
    })
}

/// What may be changed of it, as the form shows it.
///
/// # Errors
/// Those of [`taught`].
pub async fn settings(ctx: &Ctx, code: &str) -> Result<EditionSettings> {
    let edition = taught(ctx, code).await?;
    let form = EditionForm {
        code: edition.code.clone(),
        title_es: edition.title_es.clone(),
        title_en: edition.title_en.clone(),
        starts_on: edition.starts_on.to_string(),
        ends_on: edition.ends_on.to_string(),
        zone: edition.zone.clone(),
        languages: languages(&edition).iter().map(ToString::to_string).collect(),
        seats: edition.seats.map(|seats| seats.to_string()).unwrap_or_default(),
        enrolment: edition.enrolment.to_string(),
        place: edition.place.clone().unwrap_or_default(),
        link: edition.link.clone().unwrap_or_default(),
        instructors: store::instructor_emails(ctx.db.read(), edition.id).await?.join("\n"),
        certificates: edition.certificates.to_string(),
        ..EditionForm::default()
    };
    Ok(EditionSettings { form, edition: card_of(ctx, edition).await? })
}

/// Changes what may be changed. Staff say who teaches; what an instructor's form says of it is passed over.
///
/// # Errors
/// `Invalid` naming each wrong field; those of [`to_change`].
pub async fn save_settings(ctx: &Ctx, form: &EditionForm) -> Result<()> {
    let edition = to_change(ctx, &form.code).await?;
    let content = ctx.contents.get(ctx.db.read(), edition.course_version_id).await?;
    let new = form.settings(&content)?;
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    edition.state.check_changes()?;
    if policy::may_staff(ctx).is_ok() {
        let accounts = instructors(&tx, &new.instructors).await?;
        set_instructors(&tx, ctx, edition.id, accounts).await?;
    }
    let code = edition.code.clone();
    let mut row = edition.into_active_model();
    row.title_es = Set(new.title_es);
    row.title_en = Set(new.title_en);
    row.starts_on = Set(new.dates.starts_on);
    row.ends_on = Set(new.dates.ends_on);
    row.zone = Set(new.dates.zone.name().to_owned());
    let codes: Vec<&str> = new.languages.iter().map(|language| language.as_str()).collect();
    row.languages = Set(codes.join(","));
    row.seats = Set(new.seats);
    row.enrolment = Set(new.enrolment);
    row.place = Set(new.place);
    row.link = Set(new.link);
    row.certificates = Set(new.certificates);
    let id = row.update(&tx).await?.id;
    // There may be more seats than before.
    crate::application::seat_freed(&tx, ctx, id).await?;
    audit::record(&tx, ctx, &code, Entry::EditionChanged { edition: &code }).await?;
    // Where a year's figures list an edition, its title and days stand beside them.
    counting::bump(&tx, &[id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an edition from the state that its page showed to another.
///
/// # Errors
/// `ChangedMeanwhile` when it is elsewhere by now; those of `EditionState::step`; those of [`taught`].
pub async fn change_state(ctx: &Ctx, code: &str, was: &str, to: &str, reason: &str) -> Result<()> {
    let edition = taught(ctx, code).await?;
    let (Ok(was), Ok(to)) = (was.parse::<EditionState>(), to.parse::<EditionState>()) else {
        return Err(Code::BadRequest.into());
    };
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    if edition.state != was {
        return Err(Code::ChangedMeanwhile.into());
    }
    let people =
        enrolments::taken(&tx, edition.id).await? > 0 || crate::application::store::any(&tx, edition.id).await?;
    was.step(to, people, policy::may_staff(ctx).is_ok(), reason)?;
    let row = edition::ActiveModel { id: Set(edition.id), state: Set(to), ..Default::default() };
    edition::Entity::update(row).exec(&tx).await?;
    if to == EditionState::Closed && edition.certificates == Certificates::Both {
        crate::certificate::issue_participations(&tx, ctx, &edition).await?;
    }
    let entry =
        Entry::EditionMoved { edition: &edition.code, from: was.as_str(), to: to.as_str(), reason: reason.trim() };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Reads an edition and keeps other acts on it waiting until the transaction ends.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub(crate) async fn lock<C: ConnectionTrait>(tx: &C, id: EditionId) -> Result<edition::Model> {
    let row = edition::Entity::find().filter(edition::Column::Id.eq(id)).lock(LockType::NoKeyUpdate).one(tx).await?;
    row.ok_or_else(|| Code::NotFound.into())
}

/// The same, by its code: everybody who wants a seat waits here for the one before, so that the seats that are counted
/// afterwards stay counted.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub(crate) async fn lock_by_code<C: ConnectionTrait>(tx: &C, code: &str) -> Result<edition::Model> {
    let row =
        edition::Entity::find().filter(edition::Column::Code.eq(code)).lock(LockType::NoKeyUpdate).one(tx).await?;
    row.ok_or_else(|| Code::NotFound.into())
}

/// Whether learning acts of an edition count now: by its state and by its days.
///
/// # Errors
/// `EditionNotStarted` or `EditionEnded`.
pub fn open_for_learning(ctx: &Ctx, edition: &edition::Model) -> std::result::Result<(), domain::error::Refusal> {
    edition.state.open_for_learning()?;
    dates(edition).open_for_learning(ctx.now())
}

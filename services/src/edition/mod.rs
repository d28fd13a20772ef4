//! Editions: staff open a running of a course; everybody sees its dates and seats.

mod clone;
mod rule;
pub mod store;
mod team;
mod upgrade;

use std::collections::HashMap;

use domain::application::WaitingRule;
use domain::edition::{Dates, EditionCard, EditionChoices, EditionForm, EditionRow, NewEdition};
use domain::error::{Code, Refusal};
use domain::id::{AccountId, CourseId, CourseVersionId, EditionId};
use domain::language::Language;
use domain::page::Page;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr,
};

pub use clone::{clone, preview as preview_clone};
pub use rule::{change_rule, choose_rule, choose_rule_text, details, preview_rule, read_rule, rule, rules};
pub use team::{change_state, open_for_learning, overview, save_settings, settings, taught, to_change};
pub(crate) use team::{lock, lock_by_code};
pub use upgrade::{upgrade, upgrade_view};

use crate::audit::{self, Entry};
use crate::course::{search, store as courses};
use crate::ctx::Ctx;
use crate::entity::{account, edition, edition_instructor};
use crate::error::{Error, Result};
use crate::{person, policy};

/// Opens an edition of a course's latest content and gives its code.
///
/// # Errors
/// `Invalid` naming each wrong field (`course`, `instructors` without an account); `CodeTaken`; `SignInFirst` or `NotForYou`.
pub async fn create(ctx: &Ctx, mut form: EditionForm) -> Result<String> {
    policy::may_see_people(ctx)?;
    if !form.rule_text.trim().is_empty() {
        form.completion = read_rule(&form.rule_text, "rule_text")?.to_string();
    }
    let tx = ctx.db.begin_write().await?;
    let slug = form.course.trim();
    let code = if slug.is_empty() { Code::Required } else { Code::ChoiceUnknown };
    let latest = courses::find_latest(&tx, slug).await?.ok_or_else(|| Refusal::field("course", code))?;
    let content = ctx.contents.get(&tx, latest.version).await?;
    let kinds = person::kind_codes(&tx).await?;
    let new = form.checked(&content, &kinds)?;
    let instructors = instructors(&tx, &new.settings.instructors).await?;
    if store::find_by_code(&tx, &new.code).await?.is_some() {
        return Err(taken());
    }
    let code = new.code.clone();
    insert(&tx, ctx, (latest.course.id, latest.version), new, instructors).await?;
    audit::record(&tx, ctx, &code, Entry::EditionMade { edition: &code }).await?;
    tx.commit().await?;
    Ok(code)
}

fn taken() -> Error {
    Refusal { code: Code::CodeTaken, fields: vec![("code".to_owned(), Code::CodeTaken)] }.into()
}

async fn instructors<C: ConnectionTrait>(tx: &C, emails: &[String]) -> Result<Vec<AccountId>> {
    if emails.is_empty() {
        return Ok(Vec::new());
    }
    let found = account::Entity::find().filter(account::Column::Email.is_in(emails.iter().cloned())).all(tx).await?;
    if emails.iter().any(|email| !found.iter().any(|account| account.email == *email)) {
        return Err(Refusal::field("instructors", Code::ChoiceUnknown).into());
    }
    Ok(found.into_iter().map(|account| account.id).collect())
}

async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    (course, version): (CourseId, CourseVersionId),
    new: NewEdition,
    instructors: Vec<AccountId>,
) -> Result<()> {
    let id = EditionId(ctx.new_id());
    let settings = new.settings;
    let codes: Vec<&str> = settings.languages.iter().map(|language| language.as_str()).collect();
    let row = edition::ActiveModel {
        id: Set(id),
        course_id: Set(course),
        course_version_id: Set(version),
        code: Set(new.code),
        title_es: Set(settings.title_es),
        title_en: Set(settings.title_en),
        modality: Set(new.modality),
        languages: Set(codes.join(",")),
        starts_on: Set(settings.dates.starts_on),
        ends_on: Set(settings.dates.ends_on),
        zone: Set(settings.dates.zone.name().to_owned()),
        seats: Set(settings.seats),
        enrolment: Set(settings.enrolment),
        completion: Set(new.completion),
        country: Set(new.country),
        personnel_kind: Set(new.personnel_kind),
        state: Set(new.state),
        place: Set(settings.place),
        link: Set(settings.link),
        certificates: Set(settings.certificates),
        questions: Set("[]".to_owned()),
        waiting_rule: Set(serde_json::to_string(&WaitingRule::Team)?),
        join_code: Set(None),
        created_at: Set(ctx.now()),
    };
    // Two people may open the same code at one moment; the index then decides, and the second is told the same.
    edition::Entity::insert(row).exec_without_returning(tx).await.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => taken(),
        _ => error.into(),
    })?;
    set_instructors(tx, ctx, id, instructors).await
}

/// Says who teaches an edition; nobody else does.
async fn set_instructors<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: EditionId,
    accounts: Vec<AccountId>,
) -> Result<()> {
    let of = edition_instructor::Column::EditionId.eq(edition);
    edition_instructor::Entity::delete_many().filter(of).exec(tx).await?;
    let rows = accounts.into_iter().map(|account| edition_instructor::ActiveModel {
        id: Set(ctx.new_id()),
        edition_id: Set(edition),
        account_id: Set(account),
    });
    crate::roster::insert_all(tx, rows.collect()).await
}

/// The staff's register: editions whose code or title holds every word of `search`, the newest first.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub async fn list(ctx: &Ctx, search: &str, page: u32) -> Result<Page<EditionRow>> {
    policy::may_see_people(ctx)?;
    let db = ctx.db.read();
    let all = store::list(db).await?;
    let found =
        all.into_iter().filter(|row| search::matches(search, &[&row.code, &row.title_es, &row.title_en])).collect();
    let Page { rows, total, number } = Page::cut(found, page);
    let ids: Vec<EditionId> = rows.iter().map(|row| row.id).collect();
    let numbers = store::numbers(db, &ids).await?;
    let slugs = slugs(db, &rows).await?;
    let rows = rows
        .iter()
        .map(|row| {
            let (enrolled, completed) = numbers.get(&row.id).copied().unwrap_or_default();
            let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
            EditionRow {
                card: card(ctx, row, &slugs, enrolled),
                enrolled: count(enrolled),
                completed: count(completed),
            }
        })
        .collect();
    Ok(Page { rows, total, number })
}

/// What the form of a new edition offers.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub async fn choices(ctx: &Ctx) -> Result<EditionChoices> {
    policy::may_see_people(ctx)?;
    let db = ctx.db.read();
    let courses = crate::course::titles(ctx).await?;
    Ok(EditionChoices { courses, kinds: person::list_kinds(db, ctx.language).await? })
}

/// The edition's days, in its own zone.
#[must_use]
pub fn dates(edition: &edition::Model) -> Dates {
    let zone = edition.zone.parse().unwrap_or(domain::zone::REPORTING);
    Dates { starts_on: edition.starts_on, ends_on: edition.ends_on, zone }
}

/// The languages that the edition offers.
#[must_use]
pub fn languages(edition: &edition::Model) -> Vec<Language> {
    edition.languages.split(',').filter_map(|code| code.parse().ok()).collect()
}

/// The edition's title in `language`, or in the other one when it has none there.
#[must_use]
pub fn title(edition: &edition::Model, language: Language) -> &str {
    let (own, other) = match language {
        Language::Es => (&edition.title_es, &edition.title_en),
        Language::En => (&edition.title_en, &edition.title_es),
    };
    if own.is_empty() { other } else { own }
}

/// Editions as lists show them, in the order in which they came; seats are counted only where there is a limit.
///
/// # Errors
/// When the database fails.
pub async fn cards<C: ConnectionTrait>(db: &C, ctx: &Ctx, editions: Vec<edition::Model>) -> Result<Vec<EditionCard>> {
    let limited: Vec<EditionId> =
        editions.iter().filter(|edition| edition.seats.is_some()).map(|edition| edition.id).collect();
    let numbers = store::numbers(db, &limited).await?;
    let slugs = slugs(db, &editions).await?;
    Ok(editions
        .iter()
        .map(|edition| card(ctx, edition, &slugs, numbers.get(&edition.id).map_or(0, |(taken, _)| *taken)))
        .collect())
}

/// One edition's card.
///
/// # Errors
/// When the database fails.
pub(crate) async fn card_of(ctx: &Ctx, edition: edition::Model) -> Result<EditionCard> {
    let cards = cards(ctx.db.read(), ctx, vec![edition]).await?;
    cards.into_iter().next().ok_or_else(|| Code::NotFound.into())
}

async fn slugs<C: ConnectionTrait>(db: &C, editions: &[edition::Model]) -> Result<HashMap<CourseId, String>> {
    let mut ids: Vec<CourseId> = editions.iter().map(|edition| edition.course_id).collect();
    ids.sort();
    ids.dedup();
    courses::slugs(db, ids).await
}

fn card(ctx: &Ctx, edition: &edition::Model, slugs: &HashMap<CourseId, String>, taken: i64) -> EditionCard {
    let taken = i32::try_from(taken).unwrap_or(i32::MAX);
    EditionCard {
        code: edition.code.clone(),
        course: slugs.get(&edition.course_id).cloned().unwrap_or_default(),
        title: title(edition, ctx.language).to_owned(),
        modality: edition.modality,
        languages: languages(edition),
        starts_on: edition.starts_on,
        ends_on: edition.ends_on,
        zone: edition.zone.clone(),
        phase: dates(edition).phase(ctx.now()),
        state: edition.state,
        enrolment: edition.enrolment,
        seats: edition.seats,
        seats_left: edition.seats.map(|seats| seats.saturating_sub(taken).max(0)),
    }
}

/// Codes of the editions that ended in these days and are not closed.
///
/// # Errors
/// When the database fails.
pub(crate) async fn unfinished<C: ConnectionTrait>(
    db: &C,
    from: chrono::NaiveDate,
    to: Option<chrono::NaiveDate>,
) -> Result<Vec<String>> {
    let mut ended = edition::Entity::find()
        .select_only()
        .column(edition::Column::Code)
        .filter(edition::Column::EndsOn.gte(from))
        .filter(edition::Column::State.ne(domain::edition::EditionState::Closed));
    if let Some(to) = to {
        ended = ended.filter(edition::Column::EndsOn.lte(to));
    }
    Ok(ended.order_by_asc(edition::Column::Code).into_tuple().all(db).await?)
}

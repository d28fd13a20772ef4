//! Signing: somebody in the room says who they are. The same person twice counts once.

use domain::checkin::{SignForm, Signing};
use domain::enrolment::Source;
use domain::error::{Code, Refusal};
use domain::id::{ConsentId, ParticipationId, PersonId};
use domain::meeting::AttendanceState;
use domain::person::CONSENT_VERSION;
use domain::roster::words::name_key;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, SqlErr};

use super::{find, store};
use crate::account::Attempt;
use crate::counting;
use crate::ctx::{Ctx, digest};
use crate::entity::{attendance, checkin, checkin_signature, consent, edition, participation, person};
use crate::error::{Error, Result};
use crate::learning::language_for;
use crate::roster::lock_edition;

/// Signs the open check-in of `form.code`. `device` is the secret of the phone's cookie; empty where it keeps none.
///
/// The person is the one whom the address names; else whoever signed by the same name from the same phone; else, when they say
/// so, the one of that name on the edition's list; else somebody new.
///
/// # Errors
/// `CheckinUnknown`, `CheckinEnded`, `TooMany`; `Invalid` naming each wrong field, and `on_the_list` (`SameName`) when
/// somebody of that name is on the list and the form does not say yet whether it is them.
pub async fn sign(ctx: &Ctx, device: &str, form: &SignForm) -> Result<()> {
    let (checkin, edition) = find(ctx, &form.code).await?;
    let device = if device.is_empty() { String::new() } else { digest(device) };
    let kinds = crate::person::kind_codes(ctx.db.read()).await?;
    let signing = form.checked(&kinds)?;
    // A phone without cookies is known by what it sends.
    let who =
        if device.is_empty() { format!("{} {}", signing.given_name, signing.family_name) } else { device.clone() };
    ctx.limits.check(Attempt::CheckinSign, ctx, &who)?;
    match write(ctx, &checkin, &edition, &device, &signing, form.on_the_list.trim()).await {
        // Somebody signed with the same address at the same moment, on another edition's wall.
        Err(Error::Database(error)) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            write(ctx, &checkin, &edition, &device, &signing, form.on_the_list.trim()).await
        }
        other => other,
    }
}

async fn write(
    ctx: &Ctx,
    checkin: &checkin::Model,
    edition: &edition::Model,
    device: &str,
    signing: &Signing,
    on_the_list: &str,
) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    // One after the other: two taps on one phone are one person.
    lock_edition(&tx, ctx, edition.id).await?;
    let found = match who(&tx, edition, device, signing, on_the_list).await? {
        Who::There(row) => Some(*row),
        Who::Known(person) => Some(add(&tx, ctx, edition, person, signing).await?),
        Who::New => None,
    };
    let row = match found {
        Some(row) => row,
        None => {
            let person = add_person(&tx, ctx, signing).await?;
            add(&tx, ctx, edition, person, signing).await?
        }
    };
    let signed = sign_once(&tx, ctx, checkin, row.id, device).await?;
    if signed {
        act(&tx, ctx, &row, signing).await?;
        attend(&tx, ctx, checkin, edition, row.id).await?;
        crate::enrolment::showed_up(&tx, row).await?;
        counting::bump(&tx, &[edition.id]).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whom somebody is who signs.
enum Who {
    /// In the edition.
    There(Box<participation::Model>),
    /// Known to the campus.
    Known(PersonId),
    New,
}

async fn who<C: ConnectionTrait>(
    tx: &C,
    edition: &edition::Model,
    device: &str,
    signing: &Signing,
    on_the_list: &str,
) -> Result<Who> {
    let key = name_key(&signing.given_name, &signing.family_name);
    let same_name = |person: &person::Model| name_key(&person.given_name, &person.family_name) == key;
    if !signing.email.is_empty() {
        let record = person::Entity::find().filter(person::Column::Email.eq(signing.email.as_str())).one(tx).await?;
        if let Some(record) = record {
            return by_record(tx, edition, record.id).await;
        }
    }
    if !device.is_empty() {
        let signed = store::list_by_device(tx, edition.id, device).await?;
        // The same phone and name: the same person, unless it was an address of somebody else that was given before.
        let again = signed
            .into_iter()
            .find(|(_, person)| same_name(person) && (signing.email.is_empty() || person.email.is_none()));
        if let Some((row, record)) = again {
            if !signing.email.is_empty() {
                keep_address(tx, record.id, &signing.email).await?;
            }
            return Ok(Who::There(Box::new(row)));
        }
    }
    let mut listed = store::list_nameless(tx, edition.id).await?;
    listed.retain(|(_, person)| same_name(person));
    let mut free = Vec::new();
    for (row, record) in listed {
        if !store::has_signed(tx, row.id).await? {
            free.push((row, record));
        }
    }
    match (free.pop(), on_the_list) {
        (None, _) | (Some(_), "no") => Ok(Who::New),
        (Some((row, record)), "yes") => {
            if !signing.email.is_empty() {
                keep_address(tx, record.id, &signing.email).await?;
            }
            Ok(Who::There(Box::new(row)))
        }
        (Some(_), _) => Err(Refusal::field("on_the_list", Code::SameName).into()),
    }
}

async fn by_record<C: ConnectionTrait>(tx: &C, edition: &edition::Model, record: PersonId) -> Result<Who> {
    let persons = crate::person::store::person_ids(tx, record).await?;
    Ok(match crate::enrolment::store::find(tx, &persons, edition.id).await? {
        Some(row) => Who::There(Box::new(row)),
        None => Who::Known(record),
    })
}

/// The address by which the person can find the record later.
async fn keep_address<C: ConnectionTrait>(tx: &C, record: PersonId, email: &str) -> Result<()> {
    let row = person::ActiveModel { id: Set(record), email: Set(Some(email.to_owned())), ..Default::default() };
    person::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// A person without an account. What they declare belongs to the participation; that they agreed is kept with the person.
async fn add_person<C: ConnectionTrait>(tx: &C, ctx: &Ctx, signing: &Signing) -> Result<PersonId> {
    let id = PersonId(ctx.new_id());
    let row = person::ActiveModel {
        id: Set(id),
        given_name: Set(signing.given_name.clone()),
        family_name: Set(signing.family_name.clone()),
        email: Set((!signing.email.is_empty()).then(|| signing.email.clone())),
        created_at: Set(ctx.now()),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(tx).await?;
    if signing.declared != domain::person::Declared::default() {
        let row = consent::ActiveModel {
            id: Set(ConsentId(ctx.new_id())),
            person_id: Set(id),
            version: Set(i32::from(CONSENT_VERSION)),
            given_at: Set(ctx.now()),
        };
        consent::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(id)
}

async fn add<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    person: PersonId,
    signing: &Signing,
) -> Result<participation::Model> {
    let now = ctx.now();
    let declared = signing.declared.clone();
    let row = participation::ActiveModel {
        id: Set(ParticipationId(ctx.new_id())),
        person_id: Set(person),
        edition_id: Set(edition.id),
        source: Set(Source::Checkin),
        language: Set(language_for(ctx, edition)),
        sex: Set(declared.sex),
        country: Set(declared.country),
        personnel_kind: Set(declared.personnel_kind),
        institution: Set(declared.institution),
        enrolled_at: Set(now),
        created_at: Set(now),
        ..Default::default()
    };
    let id = row.id.clone().take();
    participation::Entity::insert(row).exec_without_returning(tx).await?;
    let found = participation::Entity::find().filter(participation::Column::Id.eq(id)).one(tx).await?;
    found.ok_or_else(|| Code::Internal.into())
}

/// Says whether this is the first signature of the participation in this check-in.
async fn sign_once<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    checkin: &checkin::Model,
    participation: ParticipationId,
    device: &str,
) -> Result<bool> {
    let row = checkin_signature::ActiveModel {
        id: Set(ctx.new_id()),
        checkin_id: Set(checkin.id),
        participation_id: Set(participation),
        device: Set(device.to_owned()),
        signed_at: Set(ctx.now()),
    };
    let signed = checkin_signature::Entity::insert(row)
        .on_conflict_do_nothing_on([checkin_signature::Column::CheckinId, checkin_signature::Column::ParticipationId])
        .exec_without_returning(tx)
        .await?;
    Ok(matches!(signed, sea_orm::TryInsertResult::Inserted(1..)))
}

/// Attendance is a learning act: it dates the first one, and blank cells take what is declared now.
async fn act<C: ConnectionTrait>(tx: &C, ctx: &Ctx, row: &participation::Model, signing: &Signing) -> Result<()> {
    let now = Some(ctx.now());
    let mut change = participation::ActiveModel { id: Set(row.id), last_activity_at: Set(now), ..Default::default() };
    if row.first_activity_at.is_none() {
        change.first_activity_at = Set(now);
        change.first_activity_recorded_at = Set(now);
    }
    let declared = signing.declared.clone();
    if row.sex.is_none() {
        change.sex = Set(declared.sex);
    }
    if row.country.is_none() {
        change.country = Set(declared.country);
    }
    if row.personnel_kind.is_none() {
        change.personnel_kind = Set(declared.personnel_kind);
    }
    if row.institution.is_none() {
        change.institution = Set(declared.institution);
    }
    participation::Entity::update(change).exec(tx).await?;
    Ok(())
}

/// Present at the session that the check-in belongs to, unless somebody recorded otherwise; it may be what remained.
async fn attend<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    checkin: &checkin::Model,
    edition: &edition::Model,
    participation: ParticipationId,
) -> Result<()> {
    let Some(meeting) = checkin.meeting_id else { return Ok(()) };
    let row = attendance::ActiveModel {
        id: Set(ctx.new_id()),
        meeting_id: Set(meeting),
        participation_id: Set(participation),
        state: Set(AttendanceState::Present),
        recorded_by: Set(None),
        recorded_at: Set(ctx.now()),
    };
    attendance::Entity::insert(row)
        .on_conflict_do_nothing_on([attendance::Column::MeetingId, attendance::Column::ParticipationId])
        .exec_without_returning(tx)
        .await?;
    let content = ctx.contents.get(tx, edition.course_version_id).await?;
    let row = crate::enrolment::store::lock(tx, participation).await?;
    let language = row.language;
    crate::enrolment::complete_if_met(tx, ctx, edition, &content, &row, language).await?;
    Ok(())
}

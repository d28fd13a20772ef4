//! Cloning: the same edition, some weeks later, as a draft without people.

use chrono_tz::Tz;
use domain::edition::{CloneForm, ClonePreview, CloneSession, EditionState, shifted};
use domain::error::{Code, Refusal};
use domain::id::{EditionId, MeetingId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{card_of, dates, store, taken, taught};
use crate::audit::{self, Entry};
use crate::course::store as courses;
use crate::ctx::Ctx;
use crate::entity::{edition, edition_instructor, meeting};
use crate::error::Result;
use crate::roster::insert_all;

/// Weeks that are proposed: the same weekdays a year later.
const A_YEAR: u32 = 52;

/// What a clone would be. With an empty code a form is proposed.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`.
pub async fn preview(ctx: &Ctx, mut form: CloneForm) -> Result<ClonePreview> {
    let edition = taught(ctx, &form.edition).await?;
    let db = ctx.db.read();
    let asked = !(form.code.trim().is_empty() && form.weeks.trim().is_empty());
    if !asked {
        form = CloneForm { code: format!("{}-2", edition.code), weeks: A_YEAR.to_string(), ..form };
    }
    let checked = form.checked();
    let mut wrong = checked.as_ref().err().map(|refusal| refusal.fields.clone()).unwrap_or_default();
    let weeks = checked.as_ref().map_or(A_YEAR, |new| new.weeks);
    if let Ok(new) = &checked
        && asked
        && store::find_by_code(db, &new.code).await?.is_some()
    {
        wrong.push(("code".to_owned(), Code::CodeTaken));
    }
    let zone = dates(&edition).zone;
    let sessions = crate::meeting::store::list_of(db, &[edition.id]).await?;
    let number = |number: i32| u32::try_from(number).unwrap_or_default();
    let newest = courses::newest(db, edition.course_id).await?.ok_or(Code::NotFound)?;
    let content = ctx.contents.get(db, newest.id).await?;
    let later = dates(&edition).later(weeks);
    Ok(ClonePreview {
        form,
        wrong,
        starts_on: later.starts_on,
        ends_on: later.ends_on,
        sessions: sessions
            .into_iter()
            .map(|one| CloneSession {
                will_be: shifted(one.starts_at, zone, weeks),
                was: one.starts_at,
                title: one.title,
            })
            .collect(),
        version: number(courses::version_number(db, edition.course_version_id).await?),
        newest: number(newest.number),
        rule_misfits: !edition.completion.fits(&content),
        instructors: store::instructor_names(db, edition.id).await?,
        edition: card_of(ctx, edition).await?,
    })
}

/// Makes the clone, a draft, and gives its code.
///
/// # Errors
/// `Invalid` naming each wrong field; `RuleImpossible` when the newest version lacks what the rule asks for; `CodeTaken`;
/// `SignInFirst`, `NotFound`, `NotForYou`.
pub async fn clone(ctx: &Ctx, form: &CloneForm) -> Result<String> {
    let source = taught(ctx, &form.edition).await?;
    let new = form.checked()?;
    let tx = ctx.db.begin_write().await?;
    if store::find_by_code(&tx, &new.code).await?.is_some() {
        return Err(taken());
    }
    let version = if new.newest {
        let newest = courses::newest(&tx, source.course_id).await?.ok_or(Code::NotFound)?;
        let content = ctx.contents.get(&tx, newest.id).await?;
        if !source.completion.fits(&content) {
            return Err(Refusal::field("newest", Code::RuleImpossible).into());
        }
        newest.id
    } else {
        source.course_version_id
    };
    let id = EditionId(ctx.new_id());
    let later = dates(&source).later(new.weeks);
    let from = source.code.clone();
    let row = edition::Model {
        id,
        code: new.code.clone(),
        course_version_id: version,
        starts_on: later.starts_on,
        ends_on: later.ends_on,
        state: EditionState::Draft,
        created_at: ctx.now(),
        ..source.clone()
    };
    insert_all(&tx, vec![edition::ActiveModel::from(row)]).await?;
    copy_team(&tx, ctx, source.id, id).await?;
    copy_sessions(&tx, ctx, (source.id, id), later.zone, new.weeks).await?;
    audit::record(&tx, ctx, &new.code, Entry::EditionCloned { edition: &new.code, from: &from }).await?;
    tx.commit().await?;
    Ok(new.code)
}

async fn copy_team<C: ConnectionTrait>(tx: &C, ctx: &Ctx, from: EditionId, to: EditionId) -> Result<()> {
    let team =
        edition_instructor::Entity::find().filter(edition_instructor::Column::EditionId.eq(from)).all(tx).await?;
    let rows = team.into_iter().map(|one| edition_instructor::ActiveModel {
        id: Set(ctx.new_id()),
        edition_id: Set(to),
        account_id: Set(one.account_id),
    });
    insert_all(tx, rows.collect()).await
}

async fn copy_sessions<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    (from, to): (EditionId, EditionId),
    zone: Tz,
    weeks: u32,
) -> Result<()> {
    let sessions = crate::meeting::store::list_of(tx, &[from]).await?;
    let rows = sessions.into_iter().map(|one| {
        let starts_at = shifted(one.starts_at, zone, weeks);
        meeting::ActiveModel::from(meeting::Model {
            id: MeetingId(ctx.new_id()),
            edition_id: to,
            starts_at,
            ends_at: starts_at + (one.ends_at - one.starts_at),
            created_at: ctx.now(),
            changed_at: None,
            reminded_at: None,
            ..one
        })
    });
    insert_all(tx, rows.collect()).await
}

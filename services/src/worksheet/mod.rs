//! Worksheets: what a learner wrote into the fields, kept after the edition's end too.

use domain::course::Activity;
use domain::error::Code;
use domain::id::ParticipationId;
use domain::worksheet::{FieldView, Filled, WorksheetView, check};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _, QueryFilter};

use crate::ctx::{Ctx, digest};
use crate::enrolment::store as enrolments;
use crate::entity::{participation, worksheet};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::{enter, record_act};

/// The worksheet of `activity` with what was written; None where it is none.
pub(crate) async fn view(
    ctx: &Ctx,
    place: &Place,
    activity: &Activity,
    of: &participation::Model,
) -> Result<Option<WorksheetView>> {
    let Some(fields) = activity.worksheet() else { return Ok(None) };
    let stored = find(ctx.db.read(), of.id, &activity.key).await?;
    let mut filled: Filled = stored.as_ref().map_or(Ok(Filled::new()), |row| serde_json::from_str(&row.answers))?;
    let fields = fields.iter().map(|field| FieldView {
        key: field.key.clone(),
        label: field.label.get(place.language).to_owned(),
        hint: field.hint.get(place.language).to_owned(),
        rows: field.rows,
        text: filled.remove(&field.key).unwrap_or_default(),
    });
    Ok(Some(WorksheetView {
        fields: fields.collect(),
        seen: seen(stored.as_ref()),
        saved_at: stored.map(|row| row.saved_at),
        open: place.open(ctx).is_ok(),
    }))
}

async fn find<C: ConnectionTrait>(db: &C, of: ParticipationId, key: &str) -> Result<Option<worksheet::Model>> {
    let found = worksheet::Entity::find()
        .filter(worksheet::Column::ParticipationId.eq(of))
        .filter(worksheet::Column::Activity.eq(key))
        .one(db)
        .await?;
    Ok(found)
}

/// Names what is stored, by its content: two forms made from the same words do not quarrel.
fn seen(stored: Option<&worksheet::Model>) -> String {
    stored.map(|row| digest(&row.answers).chars().take(16).collect()).unwrap_or_default()
}

/// Keeps what was written; with `done`, the worksheet counts like a lesson that was read, and the next activity's key is given.
/// `seen_by_form` names what was stored when the form was made.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `BadRequest` for what is no worksheet, `EditionNotStarted`, `EditionEnded`;
/// `AnswerForeign`, `Invalid` naming `answers-<key>`, `WorksheetEmpty`; `ChangedMeanwhile` when another tab saved other words.
pub async fn save(
    ctx: &Ctx,
    code: &str,
    key: &str,
    typed: Filled,
    seen_by_form: &str,
    done: bool,
) -> Result<Option<String>> {
    let (place, mine) = enter(ctx, code).await?;
    let fields = place.activity(key)?.worksheet().ok_or(Code::BadRequest)?;
    place.open(ctx)?;
    let filled = check(fields, &typed, done)?;
    let answers = serde_json::to_string(&filled)?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    let stored = find(&tx, participation.id, key).await?;
    let same = stored.as_ref().is_some_and(|row| row.answers == answers);
    if !same && seen(stored.as_ref()) != seen_by_form {
        return Err(Code::ChangedMeanwhile.into());
    }
    write(&tx, ctx, &participation, key, answers, stored).await?;
    if done {
        enrolments::mark_done(&tx, ctx, participation.id, key).await?;
        record_act(&tx, ctx, &place, participation, key).await?;
    }
    tx.commit().await?;
    let (_, next) = place.content.neighbours(key);
    Ok(next.filter(|_| done).map(|activity| activity.key.clone()))
}

async fn write<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    of: &participation::Model,
    key: &str,
    answers: String,
    stored: Option<worksheet::Model>,
) -> Result<()> {
    match stored {
        Some(row) => {
            let mut row = row.into_active_model();
            row.answers = Set(answers);
            row.saved_at = Set(ctx.now());
            worksheet::Entity::update(row).exec(tx).await?;
        }
        None => {
            let row = worksheet::Model {
                id: ctx.new_id(),
                participation_id: of.id,
                activity: key.to_owned(),
                answers,
                saved_at: ctx.now(),
            };
            worksheet::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

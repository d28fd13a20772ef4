//! One participation behind a figure: what was declared for it, what it is counted by, and its correction by staff. A
//! correction changes the current figures; closed ones stay, and the difference waits in the ledger.

use std::collections::HashMap;

use domain::declaration::{CorrectionForm, DeclarationView, RecordedAct};
use domain::error::Code;
use domain::id::ParticipationId;
use domain::meeting::AttendanceState;
use domain::person::Declared;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{kind, store, surrogate};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::{activity_done, attempt, attendance, edition, meeting, participation, submission};
use crate::error::Result;
use crate::policy;

/// The participation with its events, without a name for those who may not see the people of its country. Opening it is written to the audit trail.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn declaration(ctx: &Ctx, id: &str) -> Result<DeclarationView> {
    policy::may_staff(ctx)?;
    let id: ParticipationId = id.parse().map_err(|_| Code::NotFound)?;
    let db = ctx.db.read();
    let row = participation::Entity::find_by_id(id).one(db).await?.ok_or(Code::NotFound)?;
    let edition = edition::Entity::find_by_id(row.edition_id).one(db).await?.ok_or(Code::NotFound)?;
    let person = store::get(db, row.person_id).await?;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let titles: HashMap<&str, &str> =
        content.activities().map(|(_, activity)| (activity.key.as_str(), activity.title.get(ctx.language))).collect();
    let title = |key: &str| titles.get(key).copied().unwrap_or(key).to_owned();
    let mut acts = Vec::new();
    let done = activity_done::Entity::find().filter(activity_done::Column::ParticipationId.eq(id)).all(db).await?;
    acts.extend(done.into_iter().map(|one| RecordedAct { title: title(&one.activity), at: one.done_at }));
    let attempts = attempt::Entity::find().filter(attempt::Column::ParticipationId.eq(id)).all(db).await?;
    acts.extend(attempts.into_iter().filter_map(|one| {
        let score = one.right.zip(one.asked).map(|(right, asked)| format!(" ({right}/{asked})")).unwrap_or_default();
        Some(RecordedAct { title: format!("{}{score}", title(&one.activity)), at: one.submitted_at? })
    }));
    let works = submission::Entity::find().filter(submission::Column::ParticipationId.eq(id)).all(db).await?;
    acts.extend(works.into_iter().filter_map(|one| {
        let grade = one.grade_part.zip(one.grade_whole).map(|(part, whole)| format!(" ({part}/{whole})"));
        Some(RecordedAct {
            title: format!("{}{}", title(&one.activity), grade.unwrap_or_default()),
            at: one.submitted_at?,
        })
    }));
    let marks = attendance::Entity::find().filter(attendance::Column::ParticipationId.eq(id)).all(db).await?;
    let came: Vec<_> =
        marks.into_iter().filter(|mark| AttendanceState::attended(mark.state)).map(|mark| mark.meeting_id).collect();
    let sessions = meeting::Entity::find().filter(meeting::Column::Id.is_in(came)).all(db).await?;
    acts.extend(sessions.into_iter().map(|one| RecordedAct { title: one.title, at: one.starts_at }));
    acts.sort_by(|one, other| (one.at, &one.title).cmp(&(other.at, &other.title)));
    let kinds = kind::list_with(db, ctx.language, row.personnel_kind.as_deref()).await?;
    let person_of = super::canonical(db, row.person_id).await?;

    let tx = ctx.db.begin_write().await?;
    audit::record(&tx, ctx, &id.to_string(), Entry::ParticipationOpened { edition: &edition.code }).await?;
    tx.commit().await?;
    Ok(DeclarationView {
        participation: id.to_string(),
        pseudonym: surrogate(person_of),
        name: policy::may_see_people_of(ctx, row.country.as_deref())
            .is_ok()
            .then(|| format!("{} {}", person.given_name, person.family_name).trim().to_owned()),
        everywhere: policy::may_see_people(ctx).is_ok(),
        edition_title: crate::edition::title(&edition, ctx.language).to_owned(),
        rule: edition.completion.to_string(),
        edition_code: edition.code,
        declared: declared_for(&row),
        first_activity: row.first_activity_at.map(|at| (at, row.first_activity_recorded_at)),
        completion: row.completed_at.map(|at| (at, row.completion_recorded_at)),
        acts,
        kinds: kinds.into_iter().map(|kind| (kind.code, kind.name)).collect(),
    })
}

fn declared_for(row: &participation::Model) -> Declared {
    Declared {
        sex: row.sex,
        country: row.country.clone(),
        personnel_kind: row.personnel_kind.clone(),
        institution: row.institution.clone(),
    }
}

/// Corrects what was declared for one participation: a wrong row of a list, a slip of a hand. The profile stays the person's own.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming each wrong field.
pub async fn correct_declaration(ctx: &Ctx, form: &CorrectionForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let id: ParticipationId = form.participation.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let row = crate::enrolment::store::lock(&tx, id).await?;
    policy::may_see_people_of(ctx, row.country.as_deref())?;
    let mut kinds = kind::kind_codes(&tx).await?;
    kinds.extend(row.personnel_kind.clone());
    let (new, reason) = form.check(&kinds)?;
    let before = declared_for(&row);
    let after = Declared { institution: before.institution.clone(), ..new };
    if before == after {
        return Ok(());
    }
    let change = participation::ActiveModel {
        id: Set(id),
        sex: Set(after.sex),
        country: Set(after.country.clone()),
        personnel_kind: Set(after.personnel_kind.clone()),
        ..Default::default()
    };
    change.update(&tx).await?;
    let words = |of: &Declared| {
        let sex = of.sex.map_or("", |sex| sex.as_str());
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        format!("sex={sex}; country={}; personnel_kind={}", text(&of.country), text(&of.personnel_kind))
    };
    let (before, after) = (words(&before), words(&after));
    let entry = Entry::DeclarationCorrected { before: &before, after: &after, reason: &reason };
    audit::record(&tx, ctx, &id.to_string(), entry).await?;
    counting::bump(&tx, &[row.edition_id]).await?;
    tx.commit().await?;
    Ok(())
}

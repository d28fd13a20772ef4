//! Queries about grades that were given: their history, the comments and files that came with them, and who gave them.

use std::collections::HashMap;

use domain::error::Code;
use domain::id::{AccountId, EditionId, PersonId, SubmissionId};
use domain::submission::SubmissionState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use super::store::to_participation;
use crate::entity::{account, grade_change, participation, person, submission, submission_file};
use crate::error::Result;

/// How many graded submissions the comments to use again are read from.
const READ: u64 = 300;

/// Every grade that a submission was given, the newest first.
pub(super) async fn list_changes<C: ConnectionTrait>(db: &C, id: SubmissionId) -> Result<Vec<grade_change::Model>> {
    let all = grade_change::Entity::find()
        .filter(grade_change::Column::SubmissionId.eq(id))
        .order_by_desc(grade_change::Column::GradedAt)
        .order_by_desc(grade_change::Column::Id)
        .all(db)
        .await?;
    Ok(all)
}

/// What was said of the submissions of `edition` that were graded last for `activity`: points with comments as stored, and
/// that on the whole.
pub(super) async fn list_comments<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    activity: &str,
    but: SubmissionId,
) -> Result<Vec<(String, String)>> {
    let rows = submission::Entity::find()
        .select_only()
        .columns([submission::Column::Points, submission::Column::Comment])
        .join(JoinType::InnerJoin, to_participation())
        .filter(participation::Column::EditionId.eq(edition))
        .filter(submission::Column::Activity.eq(activity))
        .filter(submission::Column::State.eq(SubmissionState::Graded))
        .filter(submission::Column::Id.ne(but))
        .order_by_desc(submission::Column::GradedAt)
        .limit(READ)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

/// The names of the people behind these accounts.
pub(super) async fn names_of<C: ConnectionTrait>(
    db: &C,
    accounts: Vec<AccountId>,
) -> Result<HashMap<AccountId, String>> {
    if accounts.is_empty() {
        return Ok(HashMap::new());
    }
    let to_person: RelationDef =
        account::Entity::belongs_to(person::Entity).from(account::Column::PersonId).to(person::Column::Id).into();
    let rows: Vec<(AccountId, String, String)> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .join(JoinType::InnerJoin, to_person)
        .filter(account::Column::Id.is_in(accounts))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, given, family)| (id, format!("{given} {family}").trim().to_owned())).collect())
}

/// Given and family name.
pub(super) async fn get_name<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<(String, String)> {
    let found = person::Entity::find_by_id(id).one(db).await?.ok_or(Code::NotFound)?;
    Ok((found.given_name, found.family_name))
}

/// What was sent back with a submission's grade.
pub(super) async fn list_feedback<C: ConnectionTrait>(db: &C, id: SubmissionId) -> Result<Vec<submission_file::Model>> {
    let all = submission_file::Entity::find()
        .filter(submission_file::Column::SubmissionId.eq(id))
        .filter(submission_file::Column::Feedback.eq(true))
        .all(db)
        .await?;
    Ok(all)
}

/// Forgets what was sent back.
pub(super) async fn delete_feedback<C: ConnectionTrait>(tx: &C, id: SubmissionId) -> Result<()> {
    submission_file::Entity::delete_many()
        .filter(submission_file::Column::SubmissionId.eq(id))
        .filter(submission_file::Column::Feedback.eq(true))
        .exec(tx)
        .await?;
    Ok(())
}

//! Erasing a person: the identity goes and the count stays (counting rule 8). What remains of each record is its random id,
//! which stands for nobody, and of each participation the cells and moments that figures are counted from.

use chrono::{DateTime, Utc};
use domain::error::{Code, Refusal};
use domain::id::{AccountId, JobId, ParticipationId, PersonId, SubmissionId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::store;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{
    account, account_link, account_role, application, calendar_link, certificate, consent, duplicate, forum_profile,
    import_row, invitation, job, participation, person, session, submission, submission_file, worksheet,
};
use crate::error::Result;
use crate::policy;

/// Erases the person whom a participation is of: every record that was found to be theirs, with its accounts. It cannot be
/// taken back. Files that were handed in go with it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming `reason`, or `sure` unless it was said twice; `StepImpossible` for
/// one's own record, and for whoever holds a role or teaches.
pub async fn erase(ctx: &Ctx, of: &str, reason: &str, sure: bool) -> Result<()> {
    policy::may_see_people(ctx)?;
    let mut wrong = domain::error::Wrong::default();
    let reason = wrong.text("reason", reason, 500);
    if !sure {
        wrong.note("sure", Code::Required);
    }
    wrong.done()?;
    let id: ParticipationId = of.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let row = participation::Entity::find_by_id(id).one(&tx).await?.ok_or(Code::NotFound)?;
    let records = store::person_ids(&tx, row.person_id).await?;
    let accounts: Vec<AccountId> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::PersonId.is_in(records.iter().copied()))
        .into_tuple()
        .all(&tx)
        .await?;
    if ctx.account().is_some_and(|mine| accounts.contains(&mine)) || holds_an_office(&tx, &accounts).await? {
        return Err(Refusal::from(Code::StepImpossible).into());
    }
    forget_accounts(&tx, &accounts).await?;
    let files = forget_records(&tx, ctx.now(), &records).await?;
    let entry = Entry::PersonErased { records: records.len(), reason: &reason };
    audit::record(&tx, ctx, &row.person_id.to_string(), entry).await?;
    // No figure changes: the cells and moments are what they were.
    tx.commit().await?;
    crate::submission::delete_all(ctx, files).await;
    Ok(())
}

/// Whether any of these accounts holds a role or teaches: that ends first, so that no edition loses its team in silence.
async fn holds_an_office<C: ConnectionTrait>(tx: &C, accounts: &[AccountId]) -> Result<bool> {
    let role = account_role::Entity::find().filter(account_role::Column::AccountId.is_in(accounts.iter().copied()));
    let teaches = crate::entity::edition_instructor::Entity::find()
        .filter(crate::entity::edition_instructor::Column::AccountId.is_in(accounts.iter().copied()));
    Ok(role.one(tx).await?.is_some() || teaches.one(tx).await?.is_some())
}

/// Nobody signs in to them again, and nothing leads from them to anybody.
async fn forget_accounts<C: ConnectionTrait>(tx: &C, accounts: &[AccountId]) -> Result<()> {
    let these = || accounts.iter().copied();
    session::Entity::delete_many().filter(session::Column::AccountId.is_in(these())).exec(tx).await?;
    account_link::Entity::delete_many().filter(account_link::Column::AccountId.is_in(these())).exec(tx).await?;
    calendar_link::Entity::delete_many().filter(calendar_link::Column::AccountId.is_in(these())).exec(tx).await?;
    crate::entity::claim::Entity::delete_many()
        .filter(crate::entity::claim::Column::AccountId.is_in(these()))
        .exec(tx)
        .await?;
    forum_profile::Entity::update_many()
        .col_expr(forum_profile::Column::Chosen, Expr::value(Option::<String>::None))
        .filter(forum_profile::Column::AccountId.is_in(these()))
        .exec(tx)
        .await?;
    for id in accounts {
        let row = account::ActiveModel {
            id: Set(*id),
            // Unique, and no address of anybody's.
            email: Set(format!("{id}@erased.invalid")),
            email_verified_at: Set(None),
            password_hash: Set("erased".to_owned()),
            ..Default::default()
        };
        account::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// Letters to these addresses that still wait are not sent; of those that were, nothing is kept anyway.
async fn forget_letters<C: ConnectionTrait>(tx: &C, now: DateTime<Utc>, emails: &[String]) -> Result<()> {
    for email in emails {
        let waiting: Vec<(JobId, String)> = job::Entity::find()
            .select_only()
            .columns([job::Column::Id, job::Column::Payload])
            .filter(job::Column::DoneAt.is_null())
            .filter(job::Column::Payload.contains(email))
            .into_tuple()
            .all(tx)
            .await?;
        // The database takes `_` for any letter.
        let theirs = waiting.into_iter().filter(|(_, payload)| payload.contains(email.as_str())).map(|(id, _)| id);
        job::Entity::update_many()
            .col_expr(job::Column::Payload, Expr::value("{}"))
            .col_expr(job::Column::DoneAt, Expr::value(now))
            .filter(job::Column::Id.is_in(theirs))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Empties the records, and gives the keys of the files that nothing leads to any more.
async fn forget_records<C: ConnectionTrait>(tx: &C, now: DateTime<Utc>, records: &[PersonId]) -> Result<Vec<String>> {
    let these = || records.iter().copied();
    let emails: Vec<Option<String>> = person::Entity::find()
        .select_only()
        .column(person::Column::Email)
        .filter(person::Column::Id.is_in(these()))
        .into_tuple()
        .all(tx)
        .await?;
    let parts: Vec<ParticipationId> = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::PersonId.is_in(these()))
        .into_tuple()
        .all(tx)
        .await?;
    certificate::Entity::delete_many()
        .filter(certificate::Column::ParticipationId.is_in(parts.iter().copied()))
        .exec(tx)
        .await?;
    worksheet::Entity::delete_many()
        .filter(worksheet::Column::ParticipationId.is_in(parts.iter().copied()))
        .exec(tx)
        .await?;
    let works: Vec<SubmissionId> = submission::Entity::find()
        .select_only()
        .column(submission::Column::Id)
        .filter(submission::Column::ParticipationId.is_in(parts.iter().copied()))
        .into_tuple()
        .all(tx)
        .await?;
    let handed_in = || submission_file::Column::SubmissionId.is_in(works.iter().copied());
    let files: Vec<String> = submission_file::Entity::find()
        .select_only()
        .column(submission_file::Column::Object)
        .filter(handed_in())
        .into_tuple()
        .all(tx)
        .await?;
    submission_file::Entity::delete_many().filter(handed_in()).exec(tx).await?;
    submission::Entity::update_many()
        .col_expr(submission::Column::Text, Expr::value(""))
        .col_expr(submission::Column::Comment, Expr::value(""))
        .filter(submission::Column::ParticipationId.is_in(parts.iter().copied()))
        .exec(tx)
        .await?;
    consent::Entity::delete_many().filter(consent::Column::PersonId.is_in(these())).exec(tx).await?;
    application::Entity::update_many()
        .col_expr(application::Column::Answers, Expr::value("{}"))
        .filter(application::Column::PersonId.is_in(these()))
        .exec(tx)
        .await?;
    duplicate::Entity::delete_many()
        .filter(
            Condition::any().add(duplicate::Column::One.is_in(these())).add(duplicate::Column::Other.is_in(these())),
        )
        .exec(tx)
        .await?;
    let emails: Vec<String> = emails.into_iter().flatten().collect();
    // A row of a list is theirs by its address, or by the participation that came of it.
    let of_list = parts
        .iter()
        .map(|id| import_row::Column::Outcome.contains(id.to_string()))
        .fold(Condition::any().add(import_row::Column::Email.is_in(&emails)), Condition::add);
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Name, Expr::value(""))
        .col_expr(import_row::Column::Email, Expr::value(""))
        .col_expr(import_row::Column::Entry, Expr::value(Option::<String>::None))
        .filter(of_list)
        .exec(tx)
        .await?;
    invitation::Entity::delete_many().filter(invitation::Column::Email.is_in(&emails)).exec(tx).await?;
    forget_letters(tx, now, &emails).await?;
    participation::Entity::update_many()
        .col_expr(participation::Column::Institution, Expr::value(Option::<String>::None))
        .filter(participation::Column::PersonId.is_in(these()))
        .exec(tx)
        .await?;
    for id in records {
        let row = person::ActiveModel {
            id: Set(*id),
            given_name: Set(domain::person::ERASED_NAME.to_owned()),
            family_name: Set(String::new()),
            email: Set(None),
            sex: Set(None),
            country: Set(None),
            personnel_kind: Set(None),
            institution: Set(None),
            ..Default::default()
        };
        person::Entity::update(row).exec(tx).await?;
    }
    Ok(files)
}

//! One person of a workshop's list, typed in a form: an import of one row, so that it is judged and taken back as any other.

use std::collections::{HashMap, HashSet};

use domain::checkin::optional_email;
use domain::enrolment::Source;
use domain::error::{Code, Refusal, Wrong};
use domain::id::ImportId;
use domain::import::{CandidateView, Decision, Fate, ImportState, Origin, PersonForm};
use domain::roster::{Entry, Presence};
use sea_orm::{ActiveValue::Set, EntityTrait, SqlErr};

use super::{may_complete, prepare, store, view};
use crate::audit;
use crate::counting;
use crate::ctx::Ctx;
use crate::edition::{taught, to_change};
use crate::entity::{edition, import};
use crate::error::{Error, Result};
use crate::roster::{Line, Plan, Taken, insert_all, judge_all, lock_edition};

/// What became of a typed person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    New,
    /// They were in the edition, and something empty was filled in.
    Filled,
    /// They were in the edition, as they are.
    There,
}

/// Adds one person to the edition.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming each wrong field, and `same_person` (`SameName`) when somebody of
/// that name is known and the form does not say yet whether it is them.
pub async fn add(ctx: &Ctx, code: &str, form: &PersonForm) -> Result<Added> {
    let edition = to_change(ctx, code).await?;
    let line = read(ctx, &edition, form).await?;
    match write(ctx, &edition, form, line).await {
        Err(Error::Database(error)) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Code::ChangedMeanwhile.into())
        }
        other => other,
    }
}

/// The form as a row that is right, or what is wrong with it.
async fn read(ctx: &Ctx, edition: &edition::Model, form: &PersonForm) -> Result<Line> {
    let mut wrong = Wrong::default();
    let email = optional_email(&form.email, &mut wrong);
    let presence = match form.presence.trim() {
        "" => Some(Presence::Enrolled),
        text => wrong.parse("presence", text, Code::ChoiceUnknown),
    };
    if presence == Some(Presence::Completed) && !may_complete(ctx, edition) {
        wrong.note("presence", Code::NotForYou);
    }
    let kinds = crate::person::kind_codes(ctx.db.read()).await?;
    let declared = form.profile().declared(&kinds);
    let mut fields = declared.as_ref().err().map(|refusal| refusal.fields.clone()).unwrap_or_default();
    fields.extend(wrong.done().err().map(|refusal| refusal.fields).unwrap_or_default());
    let presence = presence.unwrap_or(Presence::Enrolled);
    let terms = match prepare::terms(ctx.db.read(), ctx, edition, presence, &form.day).await {
        Ok(terms) => Some(terms),
        Err(Error::Refused(refusal)) => {
            fields.extend(refusal.fields);
            None
        }
        Err(other) => return Err(other),
    };
    let (Some(terms), Ok(declared), true) = (terms, declared, fields.is_empty()) else {
        return Err(Refusal { code: Code::Invalid, fields }.into());
    };
    let first_activity_at = (presence != Presence::Enrolled).then_some(terms.day);
    let entry = Entry {
        line: 1,
        given_name: form.given_name.trim().to_owned(),
        family_name: form.family_name.trim().to_owned(),
        email: email.clone(),
        declared,
        language: terms.language,
        enrolled_at: first_activity_at.unwrap_or_else(|| ctx.now()),
        first_activity_at,
        completed_at: (presence == Presence::Completed).then_some(terms.day),
    };
    let name = format!("{} {}", entry.given_name, entry.family_name);
    Ok(Line { line: 1, name, email, entry: Some(entry), mistakes: Vec::new() })
}

async fn write(ctx: &Ctx, edition: &edition::Model, form: &PersonForm, line: Line) -> Result<Added> {
    let tx = ctx.db.begin_write().await?;
    lock_edition(&tx, ctx, edition.id).await?;
    let lines = [line];
    let known = prepare::known(&tx, ctx, edition, &lines).await?;
    let judged = judge_all(&lines, &known);
    let ([line], [judged]) = (&lines[..], &judged[..]) else { return Err(Code::Internal.into()) };
    let added = match judged.fate {
        // What is recorded contradicts the day that was typed.
        Fate::Flawed => return Err(Refusal::field("day", Code::DatesReversed).into()),
        Fate::Duplicate if form.same_person.trim().is_empty() => {
            return Err(Refusal::field("same_person", Code::SameName).into());
        }
        Fate::There => return Ok(Added::There),
        Fate::Fill => Added::Filled,
        Fate::New | Fate::Match | Fate::Duplicate => Added::New,
    };
    let decision = Decision::read(&form.same_person);
    let taken = [Taken { judged, entry: line.entry.as_ref(), decision }];
    let plan = Plan::make(ctx, edition.id, Source::Roster, &taken, &known);
    let report = plan.report(&edition.code, 1, false);
    let outcomes = plan.write(&tx).await?;
    let id = ImportId(ctx.new_id());
    let row = import::ActiveModel {
        state: Set(ImportState::Done),
        confirmed_at: Set(Some(ctx.now())),
        origin: Set(Origin::Typed),
        name: Set(line.name.clone()),
        ..prepare::blank(ctx, edition, id, &report)
    };
    import::Entity::insert(row).exec_without_returning(&tx).await?;
    let rows = outcomes.iter().map(|outcome| store::first(ctx, id, line, judged, outcome));
    insert_all(&tx, rows.collect::<Result<Vec<_>>>()?).await?;
    let (added_rows, changed) = (report.added as usize, report.filled as usize);
    let entry = audit::Entry::RosterImported { edition: &edition.code, rows: 1, added: added_rows, changed };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(added)
}

/// People whom a typed name may mean, as whoever asks may see them.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn namesakes(ctx: &Ctx, code: &str, given_name: &str, family_name: &str) -> Result<Vec<CandidateView>> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let known = crate::roster::Known::load(db, ctx, edition.id, &[], true).await?;
    let found = known.namesakes(&domain::roster::words::name_key(given_name, family_name));
    let mut views: HashMap<_, _> =
        view::list_candidates(db, &edition, found.iter().copied().collect::<HashSet<_>>()).await?;
    Ok(found.iter().filter_map(|id| views.remove(id)).collect())
}

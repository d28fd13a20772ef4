//! The closing report of an edition. Its numbers come from the facts that every indicator is counted from.

mod paper;
mod words;
mod workbook;

use domain::application::ApplicationState;
use domain::course::SurveyKind;
use domain::edition::EnrolmentMode;
use domain::error::Code;
use domain::meeting::AttendanceState;
use domain::person::SexCell;
use domain::report::{Applicant, Narrative, Numbers, ReportView, SessionRow};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::edition::{card_of, lock, taught, to_change};
use crate::entity::{edition, narrative};
use crate::error::Result;

/// The report. A constant number of queries, however many people.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, or when the database fails.
pub async fn report(ctx: &Ctx, code: &str) -> Result<ReportView> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let facts = counting::facts(ctx).await?;
    let applicants = applicants(db, &edition).await?;
    let counts = crate::meeting::store::counts(db, edition.id).await?;
    let sessions = crate::meeting::store::list_of(db, &[edition.id]).await?;
    let said = crate::survey::results(ctx, code).await?;
    let kinds = crate::person::list_all_kinds(db, ctx.language).await?;
    let written = find(db, &edition).await?;
    let saved_by = match written.as_ref().and_then(|written| written.saved_by) {
        Some(account) => crate::person::store::name_of(db, account).await?,
        None => None,
    };
    Ok(ReportView {
        numbers: Numbers::of(&facts, edition.id, applicants.as_deref()),
        kind_names: kinds.into_iter().map(|kind| (kind.code, kind.name)).collect(),
        sessions: sessions
            .into_iter()
            .map(|one| {
                let of = counts.get(&one.id);
                let count = |state: &AttendanceState| (*state, of.and_then(|all| all.get(state)).copied().unwrap_or(0));
                SessionRow {
                    counts: AttendanceState::ALL.iter().map(count).collect(),
                    title: one.title,
                    starts_at: one.starts_at,
                }
            })
            .collect(),
        answers: said.shown,
        satisfaction: said.questions.into_iter().filter(|one| one.question.kind == SurveyKind::Scale).collect(),
        saved_at: written.as_ref().map(|written| written.saved_at),
        saved_by,
        narrative: written.map_or_else(
            || Narrative { edition: edition.code.clone(), ..Narrative::default() },
            |written| Narrative {
                edition: edition.code.clone(),
                happened: written.happened,
                learned: written.learned,
                advice: written.advice,
                revision: written.revision,
            },
        ),
        edition: card_of(ctx, edition).await?,
    })
}

/// The same on paper, as a tagged PDF, with its file's name.
///
/// # Errors
/// The same; or when it cannot be set.
pub async fn report_pdf(ctx: &Ctx, code: &str) -> Result<(String, Vec<u8>)> {
    let view = report(ctx, code).await?;
    let (language, now, country) = (ctx.language, ctx.now(), ctx.settings.country_names);
    let bytes = crate::course::import::blocking(move || paper::write(language, &view, now, country)).await?;
    Ok((format!("{code}-report.pdf"), bytes))
}

/// The same as a workbook, with its file's name.
///
/// # Errors
/// The same; or when the workbook cannot be written.
pub async fn report_xlsx(ctx: &Ctx, code: &str) -> Result<(String, Vec<u8>)> {
    let view = report(ctx, code).await?;
    Ok((format!("{code}-report.xlsx"), workbook::write(ctx.language, &view, ctx.settings.country_names)?))
}

/// Who applied, with what they declare; None where nobody can apply and nobody has.
async fn applicants<C: ConnectionTrait>(db: &C, edition: &edition::Model) -> Result<Option<Vec<Applicant>>> {
    let all = crate::application::store::list(db, edition.id).await?;
    if all.is_empty() && edition.enrolment != EnrolmentMode::Application {
        return Ok(None);
    }
    let stands = all.into_iter().filter(|one| one.application.state != ApplicationState::Withdrawn);
    let applicant = |one: crate::application::store::Applied| Applicant {
        cell: SexCell::from(one.sex),
        country: one.country,
        personnel_kind: one.personnel_kind,
    };
    Ok(Some(stands.map(applicant).collect()))
}

async fn find<C: ConnectionTrait>(db: &C, edition: &edition::Model) -> Result<Option<narrative::Model>> {
    Ok(narrative::Entity::find().filter(narrative::Column::EditionId.eq(edition.id)).one(db).await?)
}

/// Saves what happened, in words.
///
/// # Errors
/// `Invalid` naming each part that is too long; `ChangedMeanwhile` when somebody else saved since the form was made;
/// `SignInFirst`, `NotFound`, `NotForYou`, `EditionClosed`.
pub async fn save_narrative(ctx: &Ctx, form: &Narrative) -> Result<()> {
    form.check()?;
    let edition = to_change(ctx, &form.edition).await?;
    let tx = ctx.db.begin_write().await?;
    lock(&tx, edition.id).await?;
    let old = find(&tx, &edition).await?;
    if old.as_ref().map_or(0, |old| old.revision) != form.revision {
        return Err(Code::ChangedMeanwhile.into());
    }
    let text = |text: &str| Set(text.trim().to_owned());
    let row = narrative::ActiveModel {
        id: Set(old.as_ref().map_or_else(|| ctx.new_id(), |old| old.id)),
        edition_id: Set(edition.id),
        happened: text(&form.happened),
        learned: text(&form.learned),
        advice: text(&form.advice),
        revision: Set(form.revision + 1),
        saved_at: Set(ctx.now()),
        saved_by: Set(ctx.person().ok().map(|person| person.account)),
    };
    if old.is_some() {
        row.update(&tx).await?;
    } else {
        narrative::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    audit::record(&tx, ctx, &edition.code, Entry::NarrativeSaved { edition: &edition.code }).await?;
    tx.commit().await?;
    Ok(())
}

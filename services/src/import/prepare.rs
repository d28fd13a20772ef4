//! Reading a list and storing what would become of it.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use domain::enrolment::Source;
use domain::error::{Code, Refusal};
use domain::id::ImportId;
use domain::import::{Decision, ImportState, Origin};
use domain::quiz::fold;
use domain::roster::words::KINDS;
use domain::roster::{Mistake, Presence, RosterReport};
use domain::zone::start_of_day;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{may_complete, of_edition, store};
use crate::ctx::Ctx;
use crate::edition::{taught, to_change};
use crate::entity::{edition, import, personnel_kind};
use crate::error::{Error, Result};
use crate::roster::{Judged, Known, Line, Plan, Reading, Taken, Terms, insert_all, judge_all, lock_edition, read};

/// Most bytes of a file: about a hundred thousand rows.
const MOST: usize = 20 * 1024 * 1024;
/// How long a dry run waits to be confirmed.
const WAITS: Duration = Duration::days(7);

/// A list that somebody brings.
#[derive(Debug, Clone)]
pub struct Upload {
    pub file_name: String,
    pub bytes: Vec<u8>,
    /// What the list says of people whose row gives no dates.
    pub presence: Presence,
    /// The day on which they attended or completed, ISO; empty for the edition's last day, or today before it.
    pub day: String,
}

/// A dry run that was stored, and what confirming it would do.
#[derive(Debug, Clone)]
pub struct Draft {
    pub id: ImportId,
    pub report: RosterReport,
}

/// Reads a list and stores every row's fate. Nothing else is written.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `FileTooLarge`; `Invalid` naming `file` or `day`.
pub async fn prepare(ctx: &Ctx, code: &str, upload: Upload) -> Result<Draft> {
    let edition = to_change(ctx, code).await?;
    if upload.bytes.len() > MOST {
        return Err(Code::FileTooLarge.into());
    }
    let terms = terms(ctx.db.read(), ctx, &edition, upload.presence, &upload.day).await?;
    let day = terms.day;
    // Unpacking and reading a large file takes the while of many requests.
    let bytes = upload.bytes;
    let reading = tokio::task::spawn_blocking(move || read(&bytes, &terms))
        .await
        .map_err(|error| Error::other("reading a list", error))?;
    let tx = ctx.db.begin_write().await?;
    store::sweep(&tx, ctx.now() - WAITS).await?;
    lock_edition(&tx, ctx, edition.id).await?;
    let (judged, report) = judge(&tx, ctx, &edition, &reading.lines).await?;
    let id = ImportId(ctx.new_id());
    let flawed = judged.iter().filter(|one| !one.mistakes.is_empty()).count();
    let row = import::ActiveModel {
        name: Set(upload.file_name.chars().filter(|c| !c.is_control()).take(200).collect()),
        presence: Set(upload.presence),
        day: Set(day),
        columns: Set(serde_json::to_string(&reading.columns)?),
        problems: Set(serde_json::to_string(&reading.problems)?),
        flawed: Set(i32::try_from(flawed).unwrap_or(i32::MAX)),
        ..blank(ctx, &edition, id, &report)
    };
    import::Entity::insert(row).exec_without_returning(&tx).await?;
    let rows = reading.lines.iter().zip(&judged).map(|(line, judged)| store::row(ctx, id, line, judged));
    insert_all(&tx, rows.collect::<Result<Vec<_>>>()?).await?;
    tx.commit().await?;
    Ok(Draft { id, report })
}

/// An import's row, prepared.
pub(super) fn blank(ctx: &Ctx, edition: &edition::Model, id: ImportId, report: &RosterReport) -> import::ActiveModel {
    let count = |number: u32| Set(i32::try_from(number).unwrap_or(i32::MAX));
    import::ActiveModel {
        id: Set(id),
        edition_id: Set(edition.id),
        state: Set(ImportState::Prepared),
        origin: Set(Origin::File),
        name: Set(String::new()),
        presence: Set(Presence::Enrolled),
        day: Set(ctx.now()),
        columns: Set("[]".to_owned()),
        problems: Set("[]".to_owned()),
        made_by: Set(ctx.account()),
        made_at: Set(ctx.now()),
        confirmed_at: Set(None),
        undone_at: Set(None),
        undone_by: Set(None),
        rows: count(report.rows),
        flawed: Set(0),
        added: count(report.added),
        filled: count(report.filled),
        unchanged: count(report.unchanged),
        new_people: count(report.new_people),
        certificates: count(report.certificates),
        kept: Set(0),
    }
}

/// Every line's fate as of now, and what taking them would do when possible duplicates stay apart.
async fn judge<C: ConnectionTrait>(
    db: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    lines: &[Line],
) -> Result<(Vec<Judged>, RosterReport)> {
    let known = known(db, ctx, edition, lines).await?;
    let judged = judge_all(lines, &known);
    let rows: Vec<Taken<'_>> = lines
        .iter()
        .zip(&judged)
        .map(|(line, judged)| Taken { judged, entry: line.entry.as_ref(), decision: Decision::Apart })
        .collect();
    let plan = Plan::make(ctx, edition.id, Source::Roster, &rows, &known);
    let report = plan.report(&edition.code, lines.len(), true);
    Ok((judged, report))
}

/// What the campus knows about the people of these lines.
pub(super) async fn known<C: ConnectionTrait>(
    db: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    lines: &[Line],
) -> Result<Known> {
    let entries = lines.iter().filter_map(|line| line.entry.as_ref());
    let emails: Vec<&str> = entries.map(|entry| entry.email.as_str()).filter(|email| !email.is_empty()).collect();
    Known::load(db, ctx, edition.id, &emails, true).await
}

/// What lists of this edition are read with.
pub(super) async fn terms<C: ConnectionTrait>(
    db: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    presence: Presence,
    day: &str,
) -> Result<Terms> {
    let zone = ctx.settings.reporting_zone;
    let day = match day.trim() {
        "" => default_day(ctx, edition),
        text => {
            let day: NaiveDate = text.parse().map_err(|_| Refusal::field("day", Code::DateInvalid))?;
            // Today is today as long as it is today somewhere on earth.
            if day > (ctx.now() + Duration::hours(14)).date_naive() {
                return Err(Refusal::field("day", Code::DateInvalid).into());
            }
            day
        }
    };
    let kinds = personnel_kind::Entity::find().filter(personnel_kind::Column::RetiredAt.is_null()).all(db).await?;
    Ok(Terms {
        now: ctx.now(),
        zone,
        kind_names: kind_names(&kinds),
        kinds: kinds.into_iter().map(|kind| kind.code).collect(),
        language: crate::edition::languages(edition).first().copied().unwrap_or(ctx.language),
        starts_at: start_of_day(edition.starts_on, zone),
        presence,
        day: start_of_day(day, zone),
        completions: may_complete(ctx, edition),
    })
}

/// The edition's last day, or today before it.
pub(super) fn default_day(ctx: &Ctx, edition: &edition::Model) -> NaiveDate {
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    edition.ends_on.min(today)
}

fn kind_names(kinds: &[personnel_kind::Model]) -> HashMap<String, String> {
    let own =
        kinds.iter().flat_map(|kind| [&kind.name_es, &kind.name_en, &kind.code].map(|name| (fold(name), &kind.code)));
    let of_code = |code: &str| kinds.iter().find(|kind| kind.code == code).map(|kind| &kind.code);
    let others = KINDS.iter().filter_map(|(code, names)| Some((of_code(code)?, names)));
    let others = others.flat_map(|(code, names)| names.iter().map(move |name| (fold(name), code)));
    // What staff named a kind comes last, and so wins.
    others.chain(own).map(|(name, code)| (name, code.clone())).collect()
}

/// What is wrong with a prepared list, in the order of its lines.
///
/// # Errors
/// When the database fails.
pub async fn mistakes(ctx: &Ctx, id: ImportId) -> Result<Vec<Mistake>> {
    let Some(import) = store::find(ctx.db.read(), id).await? else { return Ok(Vec::new()) };
    let problems: Vec<Mistake> = serde_json::from_str(&import.problems)?;
    if import.flawed == 0 || !problems.is_empty() {
        return Ok(problems);
    }
    let rows = store::list_rows(ctx.db.read(), id).await?;
    let lines = rows.into_iter().map(|row| Line { mistakes: row.judged.mistakes, ..row.line }).collect();
    Ok(Reading { lines, ..Reading::default() }.mistakes())
}

/// Forgets a dry run.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ImportOver` once it was confirmed.
pub async fn discard(ctx: &Ctx, code: &str, id: ImportId) -> Result<()> {
    let edition = taught(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    if of_edition(&tx, &edition, id).await?.state != ImportState::Prepared {
        return Err(Code::ImportOver.into());
    }
    store::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(())
}

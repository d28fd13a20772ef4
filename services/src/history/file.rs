//! Files of figures from before the platform, CSV or the first sheet of a workbook: `course,activity,year_from,year_to,language,editions,people_trained,audience,
//! section,note`, and any of the form's own names beside them.

use std::collections::HashMap;

use domain::error::{Code, Refusal};
use domain::history::{PastFigure, PastForm, PastLine};
use domain::roster::Reason;

use super::{codes, insert, known};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::policy;
use crate::roster::sheet::{Rows, rows};

/// Most rows of a file.
const ROWS: usize = 2_000;

/// A file that somebody brings, CSV or a workbook, as the text that the form shows and sends again.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming `file` for what is no table.
pub fn text_of(ctx: &Ctx, bytes: &[u8]) -> Result<String> {
    policy::may_staff(ctx)?;
    let broken = |error: csv::Error| Error::other("a file of figures as text", error);
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for (_, row) in table(bytes)? {
        writer.write_record(&row).map_err(broken)?;
    }
    let text = writer.into_inner().map_err(|error| Error::other("a file of figures as text", error.into_error()))?;
    String::from_utf8(text).map_err(|error| Error::other("a file of figures as text", error))
}

/// The rows of a file, with their lines.
fn table(bytes: &[u8]) -> Result<Rows> {
    rows(bytes).map_err(|mistake| {
        let code = match mistake.reason {
            Reason::Empty => Code::FileEmpty,
            Reason::TooManyRows(_) => Code::FileTooLarge,
            _ => Code::FileUnreadable,
        };
        Refusal::field("file", code).into()
    })
}

/// Reads a file and says of each row what would be added or what is wrong; changes nothing. `document` names the document
/// that the rows without one are from.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming `file` for a file without the columns that name, date and number a figure.
pub async fn read(ctx: &Ctx, text: &str, document: &str) -> Result<Vec<PastLine>> {
    policy::may_staff(ctx)?;
    let known = known(ctx).await?;
    let there = super::load(ctx.db.read()).await?;
    let (courses, kinds) = (codes(&known.courses), codes(&known.kinds));
    let mut lines: Vec<PastLine> = Vec::new();
    for (line, form) in forms(text, document, &known.courses)? {
        let read = form.figure(&courses, &kinds);
        let known = |figure: &PastFigure| {
            there.contains(figure) || lines.iter().any(|before| before.figure.as_ref() == Some(figure))
        };
        let line = match read {
            Ok(figure) => PastLine { line, known: known(&figure), figure: Some(figure), wrong: Vec::new() },
            Err(refusal) => PastLine { line, figure: None, wrong: refusal.fields, known: false },
        };
        lines.push(line);
    }
    if lines.is_empty() {
        return Err(Refusal::field("file", Code::FileEmpty).into());
    }
    Ok(lines)
}

/// Looks at a file, or once its reader has seen it adds its rows.
///
/// # Errors
/// As `import`; `Preview` where it was only looked at and can be added.
pub async fn bring(ctx: &Ctx, text: &str, document: &str, seen: bool) -> Result<u32> {
    read(ctx, text, document).await?;
    if seen { import(ctx, text, document).await } else { Err(Code::Preview.into()) }
}

/// Adds the rows of a file that are not there yet; nothing when any row is wrong. Gives how many were added.
///
/// # Errors
/// As `read`; `Flawed` when a row is wrong.
pub async fn import(ctx: &Ctx, text: &str, document: &str) -> Result<u32> {
    let lines = read(ctx, text, document).await?;
    if lines.iter().any(|line| !line.wrong.is_empty()) {
        return Err(Code::Flawed.into());
    }
    let tx = ctx.db.begin_write().await?;
    let mut added = 0;
    for line in lines.iter().filter(|line| !line.known) {
        if let Some(figure) = &line.figure {
            insert(&tx, ctx, figure).await?;
            added += 1;
        }
    }
    audit::record(&tx, ctx, "history", Entry::HistoryImported { document, rows: lines.len(), added }).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(added)
}

/// The rows as forms, each with its line.
fn forms(text: &str, document: &str, courses: &[(String, String)]) -> Result<Vec<(u32, PastForm)>> {
    let unreadable = || Refusal::field("file", Code::FileUnreadable);
    let mut rows = table(text.as_bytes())?.into_iter();
    let (_, head) = rows.next().ok_or_else(unreadable)?;
    let names: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    let has = |wanted: &[&str]| wanted.iter().any(|name| names.iter().any(|one| one == name));
    let whole = has(&["course", "title"]) && has(&["activity", "modality"]) && has(&["year_from"]);
    if !whole || !has(&["people_trained", "number"]) {
        return Err(unreadable().into());
    }
    let mut forms = Vec::new();
    for (line, record) in rows {
        // A row of another length has a comma too many or too few: its fields would stand under the wrong names.
        if record.len() != names.len() {
            return Err(unreadable().into());
        }
        let row: HashMap<&str, &str> =
            names.iter().map(String::as_str).zip(record.iter().map(|text| text.trim())).collect();
        let first = |names: &[&str]| {
            names.iter().filter_map(|name| row.get(name)).find(|text| !text.is_empty()).map_or("", |text| *text)
        };
        let title = first(&["title", "course"]);
        let own = |text: &str| text.to_owned();
        let own_document = first(&["document"]);
        forms.push((
            line,
            PastForm {
                title: own(title),
                course: match first(&["course_slug"]) {
                    "" => course(title, courses),
                    slug => own(slug),
                },
                modality: own(first(&["modality", "activity"])),
                year_from: own(first(&["year_from"])),
                year_to: own(first(&["year_to", "year_from"])),
                language: own(first(&["language"])),
                editions: own(first(&["editions"])),
                unit: own(first(&["unit"])),
                qualifier: own(first(&["qualifier"])),
                reported: own(first(&["number", "people_trained"])),
                woman: own(first(&["woman", "women"])),
                man: own(first(&["man", "men"])),
                another: own(first(&["another"])),
                declined: own(first(&["declined"])),
                not_recorded: own(first(&["not_recorded"])),
                audience: own(first(&["audience"])),
                personnel_kind: own(first(&["personnel_kind"])),
                document: own(if own_document.is_empty() { document } else { own_document }),
                page: own(first(&["page", "section"])),
                note: own(first(&["note"])),
            },
        ));
        if forms.len() > ROWS {
            return Err(Refusal::field("file", Code::FileTooLarge).into());
        }
    }
    Ok(forms)
}

/// The slug of the course that a title names: one whose slug, in words, stands in it. Empty where none does; staff can say it
/// in the column `course_slug`.
fn course(title: &str, courses: &[(String, String)]) -> String {
    let title = title.to_lowercase();
    let named = courses.iter().filter(|(slug, _)| title.contains(&slug.replace('-', " ")));
    named.max_by_key(|(slug, _)| slug.len()).map(|(slug, _)| slug.clone()).unwrap_or_default()
}

//! Files of figures from before the platform: `course,activity,year_from,year_to,language,editions,people_trained,audience,
//! section,note`, and any of the form's own names beside them.

use std::collections::HashMap;

use domain::error::{Code, Refusal};
use domain::history::{PastFigure, PastForm, PastLine};

use super::{codes, insert, known};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// Most rows of a file.
const ROWS: usize = 2_000;

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
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().map_err(|_| unreadable())?.iter().map(str::to_lowercase).collect();
    let has = |wanted: &[&str]| wanted.iter().any(|name| names.iter().any(|one| one == name));
    let whole = has(&["course", "title"]) && has(&["activity", "modality"]) && has(&["year_from"]);
    if !whole || !has(&["people_trained", "number"]) {
        return Err(unreadable().into());
    }
    let mut forms = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| unreadable())?;
        let line = record.position().map_or(0, csv::Position::line);
        let row: HashMap<&str, &str> = names.iter().map(String::as_str).zip(record.iter()).collect();
        let first = |names: &[&str]| {
            names.iter().filter_map(|name| row.get(name)).find(|text| !text.is_empty()).map_or("", |text| *text)
        };
        let title = first(&["title", "course"]);
        let own = |text: &str| text.to_owned();
        let own_document = first(&["document"]);
        forms.push((
            u32::try_from(line).unwrap_or(u32::MAX),
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

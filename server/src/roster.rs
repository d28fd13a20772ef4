//! `campus roster import`: the same dry run as in the browser, as a table of text, and the same import.

use std::path::Path;

use domain::id::ImportId;
use domain::import::{Fate, ImportRowView, ImportView};
use domain::roster::RosterReport;
use services::Ctx;
use services::import::{Upload, confirm, discard, mistakes, prepare, view};

use crate::cli::RosterCommand;
use crate::commands::{Answer, refused};
use crate::print::out;

/// Reads, shows and takes a list.
///
/// # Errors
/// Every row that is wrong; nothing is imported then, unless the others were asked for.
pub async fn run(ctx: &Ctx, command: RosterCommand) -> Answer {
    let RosterCommand::Import { file, edition, presence, day, without_flawed, dry_run } = command;
    let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let file_name = Path::new(&file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let upload = Upload { file_name, bytes, presence, day };
    let draft = prepare(ctx, &edition, upload).await.map_err(|error| refused(&error))?;
    let wrong = mistakes(ctx, draft.id).await.map_err(|error| refused(&error))?;
    let flawed = !wrong.is_empty();
    show(ctx, &edition, draft.id, dry_run).await?;
    let stop = dry_run || flawed && !without_flawed;
    if stop {
        discard(ctx, &edition, draft.id).await.map_err(|error| refused(&error))?;
    } else {
        confirm(ctx, &edition, draft.id).await.map_err(|error| refused(&error))?;
    }
    let lines: Vec<String> = wrong.iter().map(|mistake| mistake.words(ctx.language)).collect();
    if flawed && !without_flawed {
        return Err(lines.join("\n").into());
    }
    for line in lines {
        crate::print::err(&line);
    }
    out(&RosterReport { dry_run, ..draft.report }.to_string());
    Ok(())
}

/// The rows that need eyes; in a dry run all of them.
async fn show(ctx: &Ctx, edition: &str, id: ImportId, all: bool) -> Answer {
    let fates: &[Option<Fate>] = if all { &[None] } else { &[Some(Fate::Flawed), Some(Fate::Duplicate)] };
    let mut rows = Vec::new();
    for fate in fates {
        for page in 1.. {
            let seen = view(ctx, edition, id, *fate, page).await.map_err(|error| refused(&error))?;
            if page == 1 && rows.is_empty() {
                left_out(&seen);
            }
            let last = page >= seen.page.pages();
            rows.extend(seen.page.rows);
            if last {
                break;
            }
        }
    }
    if !rows.is_empty() {
        out(&format!("{:>5}  {:<9}  name", "row", "fate"));
    }
    rows.iter().for_each(|row| out(&line(row)));
    Ok(())
}

fn left_out(seen: &ImportView) {
    let left = seen.columns.iter().filter(|(_, column)| column.is_none()).map(|(name, _)| name.as_str());
    let left: Vec<&str> = left.collect();
    if !left.is_empty() {
        out(&format!("columns left out: {}", left.join(", ")));
    }
}

fn line(row: &ImportRowView) -> String {
    let fate = row.fate.as_str();
    let notes = match row.fate {
        Fate::Flawed => row.mistakes.join("; "),
        Fate::Duplicate => {
            let people: Vec<String> = row.candidates.iter().map(|one| format!("{} {}", one.name, one.email)).collect();
            format!("kept apart from: {}", people.join(", "))
        }
        _ => String::new(),
    };
    format!("{:>5}  {fate:<9}  {}  {notes}", row.line, row.name).trim_end().to_owned()
}

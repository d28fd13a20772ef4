//! Reading XLSX, and the template that people fill in.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use domain::language::Language;
use domain::person::CodeName;
use domain::roster::{Mistake, Reason};
use rust_xlsxwriter::{DataValidation, Format, Workbook, XlsxError};

use super::sheet::{COLUMNS, ROWS, Rows, too_many};
use super::template::{COLUMNS as HEADS, guide, heads, sex_words};
use crate::error::{Error, Result};

/// Most bytes that an archive may unpack to: a small file can hold gigabytes of zeros.
const UNPACKED: u64 = 64 * 1024 * 1024;

fn not_a_sheet() -> Mistake {
    Mistake { line: 1, column: None, reason: Reason::NotASheet }
}

/// The rows of the first sheet. Cells are read one after the other, so that one far away in the sheet costs nothing.
pub(super) fn rows(bytes: &[u8]) -> std::result::Result<Rows, Mistake> {
    check_unpacked(bytes).ok_or_else(not_a_sheet)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| not_a_sheet())?;
    let first = book.sheet_names().first().cloned().ok_or_else(not_a_sheet)?;
    let mut reader = book.worksheet_cells_reader(&first).map_err(|_| not_a_sheet())?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(|_| not_a_sheet())? {
        let (row, column) = cell.get_position();
        let (Ok(column), text) = (usize::try_from(column), text(cell.get_value())) else { continue };
        if column >= COLUMNS || text.trim().is_empty() {
            continue;
        }
        if rows.len() > ROWS {
            return Err(too_many(row + 1));
        }
        let fields = rows.entry(row + 1).or_default();
        if fields.len() <= column {
            fields.resize(column + 1, String::new());
        }
        if let Some(field) = fields.get_mut(column) {
            *field = text;
        }
    }
    let mut rows: Rows = rows.into_iter().collect();
    // A row's empty cells at its end are not stored; where the sheet has a line of names, each row is as wide as that.
    let width = rows.first().map_or(0, |(_, names)| names.len());
    for (_, fields) in rows.iter_mut().filter(|(_, fields)| fields.len() < width) {
        fields.resize(width, String::new());
    }
    Ok(rows)
}

/// Unpacks everything into nothing, and counts. What the archive says of its own sizes may be a lie.
fn check_unpacked(bytes: &[u8]) -> Option<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).ok()?.take(left);
        let read = std::io::copy(&mut file, &mut std::io::sink()).ok()?;
        left = left.checked_sub(read).filter(|left| *left > 0)?;
    }
    Some(())
}

/// A cell as the rules read it: whole numbers without a point, days and moments as ISO.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(at) => at.as_datetime().map_or_else(String::new, |at| {
            if at.time() == chrono::NaiveTime::MIN {
                at.date().to_string()
            } else {
                at.format("%Y-%m-%dT%H:%M:%S").to_string()
            }
        }),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A workbook to fill in: the list, with the words for sex and kinds of personnel to choose from, and a sheet that explains.
///
/// # Errors
/// When it cannot be written.
pub(super) fn template(language: Language, kinds: &[CodeName]) -> Result<Vec<u8>> {
    write(language, kinds).map_err(|error| Error::other("the template", error))
}

fn write(language: Language, kinds: &[CodeName]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let strong = Format::new().set_bold().set_background_color("#EDE7F6");
    let wrapped = Format::new().set_text_wrap();
    let (list_name, guide_name, kinds_name) = match language {
        Language::Es => ("Lista", "Cómo llenarla", "Tipos de personal"),
        Language::En => ("List", "How to fill it in", "Kinds of personnel"),
    };
    let list = book.add_worksheet();
    list.set_name(list_name)?.set_freeze_panes(1, 0)?;
    for ((place, head), (_, width)) in (0_u16..).zip(heads(language)).zip(HEADS) {
        list.write_string_with_format(0, place, head, &strong)?;
        list.set_column_width(place, *width)?;
    }
    let words = DataValidation::new().allow_list_strings(&sex_words(language))?.ignore_blank(true);
    list.add_data_validation(1, 3, 1000, 3, &words)?;
    let last = kinds.len().max(1);
    let source = format!("='{kinds_name}'!$A$1:$A${last}");
    let listed = DataValidation::new().allow_list_formula(source.as_str().into()).ignore_blank(true);
    list.add_data_validation(1, 5, 1000, 5, &listed)?;

    let explained = book.add_worksheet();
    explained.set_name(guide_name)?.set_column_width(0, 24)?.set_column_width(1, 90)?;
    for (row, (head, words)) in (0_u32..).zip(guide(language)) {
        explained.write_string_with_format(row, 0, head, &strong)?;
        explained.write_string_with_format(row, 1, words, &wrapped)?;
    }
    let listed = book.add_worksheet();
    listed.set_name(kinds_name)?.set_column_width(0, 40)?;
    for (row, kind) in (0_u32..).zip(kinds) {
        listed.write_string(row, 0, &kind.name)?;
    }
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::ExcelDateTime;

    #[test]
    fn the_template_names_columns_that_are_known() {
        let kinds = [CodeName { code: "health".into(), name: "Salud".into() }];
        for language in Language::ALL {
            let rows = rows(&template(*language, &kinds).unwrap()).unwrap();
            assert_eq!(rows.len(), 1, "no row that somebody could forget to take out");
            let heads: Vec<&str> = rows[0].1.iter().map(String::as_str).collect();
            assert!(domain::roster::find(&heads).unwrap().columns.iter().all(Option::is_some), "{heads:?}");
        }
    }

    #[test]
    fn days_and_numbers_are_read_as_people_see_them() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_datetime_with_format(3, 0, ExcelDateTime::from_ymd(2026, 3, 5).unwrap(), &day).unwrap();
        sheet.write_number(3, 1, 7).unwrap();
        sheet.write_boolean(3, 3, true).unwrap();
        // One cell at the sheet's far corner.
        sheet.write_string(1_048_575, 16_383, "x").unwrap();
        let rows = rows(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(rows, [(4, vec!["2026-03-05".into(), "7".into(), String::new(), "yes".into()])]);
    }
}

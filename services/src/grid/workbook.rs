//! The gradebook as a workbook. Names and titles are written as texts, so that none is ever taken for a formula.

use domain::grid::{BookRow, Column, Means};
use domain::language::Language;
use domain::quiz::Grade;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::error::{Error, Result};

struct Words {
    sheet: &'static str,
    name: &'static str,
    weight: &'static str,
    final_grade: &'static str,
    mean: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::Es => Words {
            sheet: "Calificaciones",
            name: "Nombre",
            weight: "Peso",
            final_grade: "Calificación final",
            mean: "Promedio",
        },
        Language::En => {
            Words { sheet: "Grades", name: "Name", weight: "Weight", final_grade: "Final grade", mean: "Mean" }
        }
    }
}

/// A line of titles, one of weights, a line a person with percents, and the means.
pub(super) fn write(language: Language, columns: &[Column], rows: &[BookRow], means: &Means) -> Result<Vec<u8>> {
    fill(&words(language), columns, rows, means).map_err(|error| Error::other("the gradebook", error))
}

fn fill(words: &Words, columns: &[Column], rows: &[BookRow], means: &Means) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let strong = Format::new().set_bold().set_text_wrap().set_background_color("#EDE7F6");
    let sheet = book.add_worksheet();
    sheet.set_name(words.sheet)?.set_freeze_panes(2, 1)?.set_column_width(0, 34)?;
    let last = u16::try_from(columns.len() + 1).unwrap_or(u16::MAX);
    sheet.write_string_with_format(0, 0, words.name, &strong)?;
    sheet.write_string(1, 0, words.weight)?;
    for (place, column) in (1_u16..).zip(columns) {
        sheet.write_string_with_format(0, place, &column.title, &strong)?.set_column_width(place, 18)?;
        sheet.write_number(1, place, column.weight)?;
    }
    sheet.write_string_with_format(0, last, words.final_grade, &strong)?.set_column_width(last, 18)?;
    let mut line = 2;
    for row in rows {
        sheet.write_string(line, 0, &row.name)?;
        percents(sheet, line, row.grades.iter().map(|grade| grade.map(Grade::percent)))?;
        percents_at(sheet, line, last, Some(row.final_grade.percent()))?;
        line += 1;
    }
    sheet.write_string_with_format(line, 0, words.mean, &strong)?;
    percents(sheet, line, means.columns.iter().map(|(mean, _)| *mean))?;
    percents_at(sheet, line, last, means.final_grade.0)?;
    book.save_to_buffer()
}

fn percents(
    sheet: &mut Worksheet,
    line: u32,
    all: impl Iterator<Item = Option<u8>>,
) -> std::result::Result<(), XlsxError> {
    for (place, percent) in (1_u16..).zip(all) {
        percents_at(sheet, line, place, percent)?;
    }
    Ok(())
}

fn percents_at(
    sheet: &mut Worksheet,
    line: u32,
    place: u16,
    percent: Option<u8>,
) -> std::result::Result<(), XlsxError> {
    if let Some(percent) = percent {
        sheet.write_number(line, place, percent)?;
    }
    Ok(())
}

//! The closing report as a workbook: its tables, its words, and a sheet that says what each number means.

use std::collections::BTreeMap;

use domain::counting::Cells;
use domain::language::Language;
use domain::person::SexCell;
use domain::report::{Funnel, ReportView, Stage};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::words::{self, CELLS, NOTES, Pair, STAGES, kind};
use crate::ctx::CountryNames;
use crate::error::{Error, Result};

const SHEETS: [Pair; 6] = [
    ("Por sexo", "By sex"),
    ("Por país", "By country"),
    ("Por tipo de personal", "By personnel"),
    ("Sesiones", "Sessions"),
    ("Qué pasó", "What happened"),
    ("Notas", "Notes"),
];

struct Book {
    language: Language,
    country: CountryNames,
    strong: Format,
}

impl Book {
    fn say(&self, pair: Pair) -> &'static str {
        words::say(self.language, pair)
    }
}

/// All sheets. Names and texts are written as texts, so that none is ever taken for a formula.
pub(super) fn write(language: Language, view: &ReportView, country: CountryNames) -> Result<Vec<u8>> {
    let book =
        Book { language, country, strong: Format::new().set_bold().set_text_wrap().set_background_color("#EDE7F6") };
    fill(&book, view).map_err(|error| Error::other("the report", error))
}

fn fill(book: &Book, view: &ReportView) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for (place, name) in SHEETS.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(book.say(*name))?.set_column_width(0, 36)?;
        match place {
            0 => by_sex(book, sheet, &view.numbers.all)?,
            1 => by_word(book, sheet, &view.numbers.countries, |code| (book.country)(book.language, code))?,
            2 => by_word(book, sheet, &view.numbers.kinds, |code| kind(view, code))?,
            3 => sessions(book, sheet, view)?,
            4 => narrative(sheet, view)?,
            _ => notes(book, sheet)?,
        }
    }
    workbook.save_to_buffer()
}

fn head(book: &Book, sheet: &mut Worksheet, words: &[&str]) -> std::result::Result<(), XlsxError> {
    for (column, word) in (0_u16..).zip(words) {
        sheet.write_string_with_format(0, column, *word, &book.strong)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn by_sex(book: &Book, sheet: &mut Worksheet, all: &Funnel) -> std::result::Result<(), XlsxError> {
    let mut heads = vec![""];
    heads.extend(CELLS.iter().map(|cell| book.say(*cell)));
    heads.extend([
        book.say(("Total", "Total")),
        book.say(("Proporción de mujeres", "Women’s share")),
        book.say(("Cobertura", "Coverage")),
    ]);
    head(book, sheet, &heads)?;
    for (line, (stage, name)) in (1_u32..).zip(Stage::ALL.iter().zip(STAGES)) {
        sheet.write_string(line, 0, book.say(name))?;
        let Some(cells) = all.get(*stage) else { continue };
        for (column, cell) in (1_u16..).zip(SexCell::ALL) {
            sheet.write_number(line, column, cells.get(*cell))?;
        }
        sheet.write_number(line, 6, cells.total())?;
        sheet.write_string(line, 7, cells.women_share().text(book.language))?;
        sheet.write_string(line, 8, cells.coverage().text(book.language))?;
    }
    Ok(())
}

fn by_word(
    book: &Book,
    sheet: &mut Worksheet,
    rows: &BTreeMap<String, Funnel>,
    name: impl Fn(&str) -> String,
) -> std::result::Result<(), XlsxError> {
    let mut heads = vec![""];
    heads.extend(STAGES.iter().map(|stage| book.say(*stage)));
    head(book, sheet, &heads)?;
    for (line, (code, row)) in (1_u32..).zip(rows) {
        let words = if code.is_empty() { book.say(("Sin registrar", "Not recorded")).to_owned() } else { name(code) };
        sheet.write_string(line, 0, words)?;
        for (column, stage) in (1_u16..).zip(Stage::ALL) {
            if let Some(count) = row.get(*stage).map(Cells::total) {
                sheet.write_number(line, column, count)?;
            }
        }
    }
    Ok(())
}

fn sessions(book: &Book, sheet: &mut Worksheet, view: &ReportView) -> std::result::Result<(), XlsxError> {
    let heads = [
        ("Sesión", "Session"),
        ("Comienzo", "Beginning"),
        ("Presentes", "Present"),
        ("Tarde", "Late"),
        ("Ausentes", "Absent"),
        ("Con justificación", "Excused"),
    ];
    head(book, sheet, &heads.map(|pair| book.say(pair)))?;
    for (line, one) in (1_u32..).zip(&view.sessions) {
        sheet.write_string(line, 0, &one.title)?;
        let local = domain::zone::local(one.starts_at, &view.edition.zone);
        sheet.write_string(line, 1, local.format("%Y-%m-%d %H:%M").to_string())?;
        for (column, (_, count)) in (2_u16..).zip(&one.counts) {
            sheet.write_number(line, column, *count)?;
        }
    }
    Ok(())
}

fn narrative(sheet: &mut Worksheet, view: &ReportView) -> std::result::Result<(), XlsxError> {
    sheet.set_column_width(0, 100)?;
    let texts = [&view.narrative.happened, &view.narrative.learned, &view.narrative.advice];
    for (line, text) in (0_u32..).zip(texts) {
        sheet.write_string(line, 0, text)?;
    }
    Ok(())
}

fn notes(book: &Book, sheet: &mut Worksheet) -> std::result::Result<(), XlsxError> {
    sheet.set_column_width(0, 110)?;
    for (line, note) in (0_u32..).zip(NOTES) {
        sheet.write_string(line, 0, book.say(note))?;
    }
    Ok(())
}

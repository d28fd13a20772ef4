//! The figures as a workbook: a sheet of figures, and a sheet of notes that says how they are counted.

use domain::counting::Cells;
use domain::indicator::{Baseline, IndicatorRow};
use domain::language::Language;
use domain::person::SexCell;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::indicator::Figures;
use crate::indicator::words;

/// Every indicator in a year, or with None in the plan's window.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the workbook cannot be written.
pub async fn xlsx(ctx: &Ctx, year: Option<i32>) -> Result<Vec<u8>> {
    let rows = super::list(ctx, year).await?;
    let figures = Figures::load(ctx).await?;
    let names = figures.names().await?;
    let notes: Vec<(String, String)> = figures
        .current
        .reported()
        .map(|definition| {
            (definition.indicator.code.clone(), words::definition(&definition.indicator, &names).join(" "))
        })
        .collect();
    write(ctx, &rows, &notes).map_err(|error| Error::other("the workbook of indicators", error))
}

fn write(ctx: &Ctx, rows: &[IndicatorRow], notes: &[(String, String)]) -> std::result::Result<Vec<u8>, XlsxError> {
    let pick = |es: &str, en: &str| if ctx.language == Language::Es { es.to_owned() } else { en.to_owned() };
    let (bold, wrap) = (Format::new().set_bold(), Format::new().set_text_wrap());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(pick("Indicadores", "Indicators"))?;
    let mut heads = vec![
        pick("Código", "Code"),
        pick("Indicador", "Indicator"),
        pick("Unidad", "Unit"),
        pick("Periodo", "Period"),
        pick("Valor", "Value"),
    ];
    heads.extend(SexCell::ALL.iter().map(|cell| format!("{} ({})", pick("Personas", "Persons"), cell)));
    heads.push(pick("Personas", "Persons"));
    heads.push(pick("Participaciones", "Participations"));
    heads.push(pick("Mujeres, %", "Women, %"));
    heads.push(pick("Cobertura, %", "Coverage, %"));
    heads.push(pick("Línea de base", "Baseline"));
    heads.push(pick("Meta", "Target"));
    for (column, head) in (0..).zip(&heads) {
        sheet.write_with_format(0, column, head, &bold)?;
    }
    for (line, row) in (1..).zip(rows) {
        sheet.write(line, 0, &row.code)?;
        sheet.write(line, 1, &row.name)?;
        sheet.write(line, 2, row.unit.as_str())?;
        sheet.write(line, 3, &row.window)?;
        match (row.gain.and_then(|gain| gain.all), row.value) {
            (Some(points), _) => sheet.write(line, 4, f64::from(points.0) / 10.0)?,
            (None, Some(value)) => sheet.write(line, 4, value)?,
            // A figure that does not exist is an empty cell, never 0.
            (None, None) => sheet,
        };
        if let Some(persons) = row.persons {
            for (column, cell) in (5..).zip(SexCell::ALL) {
                sheet.write(line, column, persons.get(*cell))?;
            }
            sheet.write(line, 10, persons.total())?;
        }
        if let Some(participations) = row.participations.map(Cells::total) {
            sheet.write(line, 11, participations)?;
        }
        for (column, ratio) in [(12, row.share), (13, row.coverage)] {
            if let Some(tenths) = ratio.and_then(domain::counting::Ratio::tenths) {
                sheet.write(line, column, f64::from(tenths) / 10.0)?;
            }
        }
        match row.baseline {
            Baseline::Value(value) => sheet.write(line, 14, value)?,
            Baseline::ToBeDetermined => sheet.write(line, 14, pick("por determinar", "to be determined"))?,
            Baseline::NotStated => sheet,
        };
        if let Some(target) = row.target {
            sheet.write(line, 15, target)?;
        }
    }
    sheet.set_column_width(1, 60)?;
    sheet.set_freeze_panes(1, 2)?;

    let sheet = workbook.add_worksheet().set_name(pick("Notas", "Notes"))?;
    let general = [
        pick(
            "Cada persona cuenta una vez por indicador y periodo. Las personas de varios años no tienen que sumar las del plan.",
            "A person counts once per indicator and period. The persons of several years need not add up to the plan’s.",
        ),
        pick(
            "El sexo es declarado y optativo. El total es la suma de las cinco casillas; el porcentaje de mujeres se calcula sobre quienes lo declararon, y la cobertura dice cuántas personas son.",
            "Sex is self-declared and optional. The total is the sum of the five cells; the women’s share is taken over those who declared, and the coverage says how many they are.",
        ),
        format!(
            "{}: {}",
            pick("Hecho el", "Made on"),
            ctx.now().with_timezone(&ctx.settings.reporting_zone).format("%Y-%m-%d %H:%M")
        ),
    ];
    let mut line = 0;
    for note in &general {
        sheet.write_with_format(line, 1, note, &wrap)?;
        line += 1;
    }
    line += 1;
    for (code, words) in notes {
        sheet.write_with_format(line, 0, code, &bold)?;
        sheet.write_with_format(line, 1, words, &wrap)?;
        line += 1;
    }
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 110)?;
    workbook.save_to_buffer()
}

//! SDMX-CSV 2.0: one observation a row. In SDMX the two unknowns of sex join as `_U` (counting.md, "Sex").

use domain::counting::Cells;
use domain::indicator::{IndicatorRow, Unit};

use crate::csv_file::CsvFile;
use crate::ctx::Ctx;
use crate::error::Result;

/// Sex as SDMX's code list has it, with the persons or participations of a row's cells.
fn by_sex(cells: Cells) -> [(&'static str, u32); 5] {
    [
        ("_T", cells.total()),
        ("F", cells.woman),
        ("M", cells.man),
        ("_O", cells.another),
        ("_U", cells.declined + cells.not_recorded),
    ]
}

fn cells(row: &IndicatorRow) -> Option<Cells> {
    if row.unit == Unit::Participations { row.participations } else { row.persons }
}

/// Every indicator in a year, or with None in the plan's window. An observation that does not exist has no row.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn sdmx(ctx: &Ctx, year: Option<i32>) -> Result<String> {
    let rows = super::list(ctx, year).await?;
    let mut file = CsvFile::new();
    file.row(["STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "TIME_PERIOD", "SEX", "UNIT_MEASURE", "OBS_VALUE"])?;
    for row in &rows {
        let observations: Vec<(&str, String)> = match (row.gain, row.population.is_number_of_people(), cells(row)) {
            (Some(gain), ..) => {
                let all = gain.all.map(|points| points.decimal('.'));
                all.into_iter().map(|points| ("_T", points)).collect()
            }
            (None, true, Some(cells)) => by_sex(cells).iter().map(|(sex, number)| (*sex, number.to_string())).collect(),
            _ => row.value.into_iter().map(|value| ("_T", value.to_string())).collect(),
        };
        for (sex, value) in observations {
            file.row([
                "dataflow",
                "CIM:TRAINED(1.0)",
                "I",
                row.code.as_str(),
                // The plan is a span without a name in SDMX: its first day and an open end.
                if row.window == "plan" { "2016-01-01/.." } else { row.window.as_str() },
                sex,
                row.unit.as_str(),
                value.as_str(),
            ])?;
        }
    }
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_unknowns_join_and_the_total_is_the_sum() {
        let all = by_sex(Cells { woman: 1, man: 2, another: 3, declined: 4, not_recorded: 5 });
        assert_eq!(all, [("_T", 15), ("F", 1), ("M", 2), ("_O", 3), ("_U", 9)]);
        assert_eq!(all.iter().skip(1).map(|(_, number)| number).sum::<u32>(), all[0].1);
    }
}

//! The figures as files for others: valid by the standard's schema, and read again by other programs.
#![cfg(test)]

mod register;
mod support;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use calamine::{Reader as _, open_workbook_from_rs};
use register::{edition, furnished, import};
use services::Ctx;
use support::on_both;

async fn taught(ctx: &Ctx) {
    edition(ctx, "pga", "pga-a", "workshop", ("2025-01-01", "2025-12-31")).await;
    let rows = "Ana,Demo,ana@example.org,woman,PY,oas,,,,2025-02-01,2025-03-01\n\
                Bo,Demo,bo@example.org,man,GT,,,,,2025-02-01,2025-03-02\n\
                Cleo,Demo,cleo@example.org,declined,GT,,,,,2025-02-01,2025-03-03\n\
                Dan,Demo,dan@example.org,,GT,,,,,2025-02-01,2025-03-04\n";
    import(ctx, "pga-a", rows).await;
}

/// What xmllint says of a file against the schema of IATI 2.03.
fn lint(xml: &str) -> (bool, String) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(xml.as_bytes()).unwrap();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/iati-2.03/iati-activities-schema.xsd");
    let said = Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(schema).arg(file.path()).output();
    let said = said.expect("xmllint (scripts/setup.sh test installs it)");
    (said.status.success(), String::from_utf8_lossy(&said.stderr).into_owned())
}

#[tokio::test]
async fn the_iati_file_is_valid_and_says_sex_in_both_ways() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let xml = services::indicator::iati(&ctx).await.unwrap();
        let (valid, said) = lint(&xml);
        assert!(valid, "{}", said.lines().take(8).collect::<Vec<_>>().join("\n"));
        assert!(
            !lint(&xml.replace("<result ", "<pirate ").replace("</result>", "</pirate>")).0,
            "the schema can refuse"
        );
        assert!(xml.contains(r#"<dimension name="sex" value="female"/>"#), "a dimension of the figure");
        assert!(
            xml.contains("PGA-TRAINED · Men and women trained in PGA methodology: women"),
            "and an indicator of its own"
        );
        let after = xml.split("OAS-PERSONNEL · Personnel trained").nth(1).unwrap();
        let baseline = after.split("<period>").next().unwrap();
        assert!(baseline.contains("To be determined") && !baseline.contains("value="), "{baseline}");
    })
    .await;
}

#[tokio::test]
async fn a_second_reader_opens_the_workbook_and_finds_figures_and_notes() {
    on_both(|campus| async move {
        let mut ctx = furnished(&campus).await;
        ctx.language = domain::language::Language::Es;
        taught(&ctx).await;
        let bytes = services::indicator::xlsx(&ctx, Some(2025)).await.unwrap();
        let mut book: calamine::Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Indicadores", "Notas"]);
        let sheet = book.worksheet_range("Indicadores").unwrap();
        let row = sheet.rows().find(|row| row[0] == "PGA-TRAINED").unwrap();
        let numbers: Vec<f64> =
            [4, 5, 6, 7, 8, 9, 10, 11].map(|column| row[column].to_string().parse().unwrap()).to_vec();
        assert_eq!(numbers, [4.0, 1.0, 1.0, 0.0, 1.0, 1.0, 4.0, 4.0]);
        let personnel = sheet.rows().find(|row| row[0] == "OAS-PERSONNEL").unwrap();
        assert_eq!(personnel[14].to_string(), "por determinar");
        let notes = book.worksheet_range("Notas").unwrap();
        assert!(
            notes.rows().any(|row| row[0] == "PGA-TRAINED" && row[1].to_string().contains("Cuenta personas formadas"))
        );
    })
    .await;
}

#[tokio::test]
async fn sdmx_joins_the_two_unknowns_and_only_there() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        taught(&ctx).await;
        let file = services::indicator::sdmx(&ctx, Some(2025)).await.unwrap();
        let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let of = |sex: &str| {
            rows.iter().find(|row| &row[3] == "PGA-TRAINED" && &row[5] == sex).map(|row| row[7].parse::<u32>().unwrap())
        };
        assert_eq!((of("_T"), of("F"), of("M"), of("_O"), of("_U")), (Some(4), Some(1), Some(1), Some(0), Some(2)));
        let json: serde_json::Value =
            serde_json::from_str(&services::indicator::json(&ctx, Some(2025)).await.unwrap()).unwrap();
        let pga = json["indicators"].as_array().unwrap().iter().find(|row| row["code"] == "PGA-TRAINED").unwrap();
        assert_eq!((pga["persons"]["declined"].as_u64(), pga["persons"]["not_recorded"].as_u64()), (Some(1), Some(1)));
    })
    .await;
}

//! Imports: shown before they are done, and done as they were shown.
#![cfg(test)]

mod lists;
mod register;
mod support;

use std::collections::HashMap;

use domain::error::Code;
use domain::import::Fate;
use domain::language::Language;
use domain::person::Sex;
use domain::roster::Presence;
use lists::{dump, of, prepared, shown, taken, upload, xlsx};
use register::{edition, furnished};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{counting_revision, import_row, participation, person};
use services::import::{confirm, decide, list, prepare, undo, view};
use services::{Campus, Ctx};
use support::on_both;
use support::refusals::code;

const DAYS: (&str, &str) = ("2025-03-01", "2025-06-30");
const TALLER: &str = "taller-2025";

async fn workshop(campus: &std::sync::Arc<Campus>) -> Ctx {
    let ctx = furnished(campus).await;
    edition(&ctx, "sisdehm", TALLER, "workshop", DAYS).await;
    ctx
}

async fn people(ctx: &Ctx) -> u64 {
    person::Entity::find().count(ctx.db.read()).await.unwrap()
}

async fn participations(ctx: &Ctx) -> u64 {
    participation::Entity::find().count(ctx.db.read()).await.unwrap()
}

async fn revision(ctx: &Ctx) -> i64 {
    counting_revision::Entity::find().one(ctx.db.read()).await.unwrap().unwrap().revision
}

const HEAD: &[&str] = &["Nombre", "Apellidos", "Correo electrónico", "Sexo", "País", "Sector", "Asistió", "Teléfono"];
const FLAWS: [[&str; 8]; 10] = [
    ["", "Demo", "m1@demo.invalid", "Mujer", "Perú", "Salud", "sí", ""],
    ["Mal2", "Demo", "m2-at-demo", "Mujer", "Perú", "Salud", "sí", ""],
    ["Mal3", "Demo", "m3@demo.invalid", "Dragón", "Perú", "Salud", "sí", ""],
    ["Mal4", "Demo", "m4@demo.invalid", "Mujer", "Atlántida", "Salud", "sí", ""],
    ["Mal5", "Demo", "m5@demo.invalid", "Mujer", "Perú", "Piratería", "sí", ""],
    ["Mal6", "Demo", "m6@demo.invalid", "Mujer", "Perú", "Salud", "quizás", ""],
    ["Mal7", "Demo", "m7@demo.invalid", "Mujer", "Perú", "Salud", "31/12/2031", ""],
    ["Mal8", "Demo", "p1@demo.invalid", "Mujer", "Perú", "Salud", "sí", ""],
    ["Mal9", "", "m9@demo.invalid", "Mujer", "Perú", "Salud", "sí", ""],
    ["Mal10", "Demo", "m10@demo.invalid", "M", "Perú", "Salud", "sí", ""],
];

/// Thirty right rows and, unless mended, ten wrong ones: forty people of a workshop.
fn forty(mended: bool) -> Vec<u8> {
    let right: Vec<Vec<String>> = (1..=30)
        .map(|n| {
            let sex = ["Mujer", "Hombre", "Otra identidad", "Prefiero no decirlo", ""][n % 5];
            let email = if n % 6 == 0 { String::new() } else { format!("p{n}@demo.invalid") };
            let row = [
                format!("Persona{n}"),
                "Demo".into(),
                email,
                sex.into(),
                "Perú".into(),
                "Salud".into(),
                "01/03/2025".into(),
                "555".into(),
            ];
            row.to_vec()
        })
        .collect();
    let mut rows: Vec<Vec<&str>> = vec![vec!["Lista de asistencia"], HEAD.to_vec()];
    rows.extend(right.iter().map(|row| row.iter().map(String::as_str).collect()));
    let good: Vec<[String; 3]> =
        (1..=10).map(|n| [format!("Bien{n}"), "Demo".into(), format!("b{n}@demo.invalid")]).collect();
    if mended {
        rows.extend(
            good.iter()
                .map(|[given, family, email]| vec![given.as_str(), family, email, "Mujer", "Perú", "Salud", "sí", ""]),
        );
    } else {
        rows.extend(FLAWS.iter().map(|row| row.to_vec()));
    }
    xlsx(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[tokio::test]
async fn forty_people_with_ten_flawed_rows_are_shown_taken_and_mended() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let counted = revision(&ctx).await;
        let draft = prepare(&ctx, TALLER, upload(forty(false), Presence::Enrolled)).await.unwrap();
        assert_eq!((people(&ctx).await, revision(&ctx).await), (0, counted), "nothing is done before it is confirmed");
        let mut spanish = ctx.clone();
        spanish.language = Language::Es;
        let flawed = view(&spanish, TALLER, draft.id, Some(Fate::Flawed), 1).await.unwrap();
        assert_eq!((of(&flawed, Fate::New), of(&flawed, Fate::Flawed), flawed.writes()), (30, 10, 30));
        assert_eq!(flawed.columns.last().unwrap(), &("Teléfono".into(), None), "a column that is left out is named");
        let lines: Vec<u32> = flawed.page.rows.iter().map(|row| row.line).collect();
        assert_eq!(
            lines,
            (33..=42).collect::<Vec<_>>(),
            "rows are numbered as in the sheet, whose second one names the columns"
        );
        assert_eq!(
            flawed.page.rows[2].mistakes,
            ["Sexo: no se reconoce; escriba mujer, hombre, otra identidad o prefiero no decirlo, o déjelo vacío"]
        );
        assert!(flawed.page.rows[7].mistakes[0].contains("línea 3"), "{:?}", flawed.page.rows[7].mistakes);
        assert!(flawed.page.rows[9].mistakes[0].contains("M puede ser"), "{:?}", flawed.page.rows[9].mistakes);
        assert_eq!(view(&ctx, TALLER, draft.id, None, 2).await.unwrap().page.rows.len(), 15);

        confirm(&ctx, TALLER, draft.id).await.unwrap();
        confirm(&ctx, TALLER, draft.id).await.unwrap();
        assert_eq!((people(&ctx).await, participations(&ctx).await), (30, 30));
        let row = participation::Entity::find()
            .filter(participation::Column::Sex.eq(Sex::Declined))
            .all(ctx.db.read())
            .await
            .unwrap();
        assert_eq!(row.len(), 6);
        assert_eq!(row[0].country.as_deref(), Some("PE"));
        assert_eq!(row[0].first_activity_at, Some(support::at(2025, 3, 1, 5)));
        let left = import_row::Entity::find().all(ctx.db.read()).await.unwrap();
        assert!(left.iter().all(|row| row.entry.is_none() && row.email.is_empty()), "what the file said is forgotten");

        let mended = prepare(&ctx, TALLER, upload(forty(true), Presence::Enrolled)).await.unwrap();
        let view = shown(&ctx, TALLER, mended.id).await;
        assert_eq!((of(&view, Fate::There), of(&view, Fate::New), of(&view, Fate::Flawed)), (30, 10, 0));
        confirm(&ctx, TALLER, mended.id).await.unwrap();
        assert_eq!((people(&ctx).await, participations(&ctx).await), (40, 40));
    })
    .await;
}

#[tokio::test]
async fn the_same_list_twice_adds_nothing_with_and_without_addresses() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let csv = "Nombre completo,Correo,Asistió\nAna Demo,ana@demo.invalid,sí\n\"Demo, Beto\",,2/3/2025\nCaro Demo Prueba,,\n";
        taken(&ctx, TALLER, csv).await;
        let (before, counted) = (dump(&campus).await, revision(&ctx).await);
        let again = prepared(&ctx, TALLER, csv).await;
        let view = shown(&ctx, TALLER, again).await;
        assert_eq!((of(&view, Fate::There), view.writes()), (3, 0));
        confirm(&ctx, TALLER, again).await.unwrap();
        // In another order of names, without accents, in capitals: the same list still.
        taken(&ctx, TALLER, "Apellidos,Nombre,Asistió\nDEMO,BETO,sí\nDemo Prueba,Caro,\n").await;
        assert_eq!((dump(&campus).await, revision(&ctx).await), (before, counted));
    })
    .await;
}

#[tokio::test]
async fn possible_duplicates_are_offered_and_never_merged_in_silence() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        edition(&ctx, "pga", "otro-taller", "workshop", DAYS).await;
        taken(&ctx, "otro-taller", "Nombre,Apellidos,Correo\nAna,Demo,ana@demo.invalid\n").await;
        let csv = "Nombre,Apellidos,Correo\nANÁ,demo,ana@trabajo.invalid\n";
        let id = prepared(&ctx, TALLER, csv).await;
        let row = shown(&ctx, TALLER, id).await.page.rows.remove(0);
        assert_eq!((row.fate, row.decision.as_str()), (Fate::Duplicate, "apart"));
        assert_eq!(
            (row.candidates[0].name.as_str(), row.candidates[0].email.as_str(), row.candidates[0].here),
            ("Ana Demo", "a…@demo.invalid", false)
        );
        // A person who was not offered cannot be chosen.
        decide(&ctx, TALLER, id, &HashMap::from([(row.id.clone(), campus.new_id().to_string())])).await.unwrap();
        confirm(&ctx, TALLER, id).await.unwrap();
        let linked = |ctx: Ctx| async move {
            person::Entity::find().filter(person::Column::LinkedTo.is_not_null()).count(ctx.db.read()).await.unwrap()
        };
        assert_eq!((people(&ctx).await, linked(ctx.clone()).await), (2, 0), "kept apart");
        undo(&ctx, TALLER, id, 0).await.unwrap();

        let id = prepared(&ctx, TALLER, csv).await;
        let row = shown(&ctx, TALLER, id).await.page.rows.remove(0);
        decide(&ctx, TALLER, id, &HashMap::from([(row.id, row.candidates[0].id.to_string())])).await.unwrap();
        confirm(&ctx, TALLER, id).await.unwrap();
        assert_eq!(
            (people(&ctx).await, linked(ctx.clone()).await, participations(&ctx).await),
            (2, 1, 2),
            "linked, not merged"
        );
        let again = prepared(&ctx, TALLER, csv).await;
        assert_eq!(of(&shown(&ctx, TALLER, again).await, Fate::There), 1);
    })
    .await;
}

#[tokio::test]
async fn what_changed_meanwhile_is_shown_again_before_it_is_done() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let csv = "Nombre,Apellidos,Correo\nAna,Demo,ana@demo.invalid\nBea,Demo,\n";
        let (one, two) = (prepared(&ctx, TALLER, csv).await, prepared(&ctx, TALLER, csv).await);
        // Two at once: one is done, the other is shown again.
        let (first, second) = tokio::join!(confirm(&ctx, TALLER, one), confirm(&ctx, TALLER, two));
        let (late, refused) = if first.is_ok() { (two, second) } else { (one, first) };
        assert_eq!(code(refused), Some(Code::ChangedMeanwhile));
        assert_eq!((people(&ctx).await, participations(&ctx).await), (2, 2));
        assert_eq!(of(&shown(&ctx, TALLER, late).await, Fate::There), 2);
        confirm(&ctx, TALLER, late).await.unwrap();
        assert_eq!(participations(&ctx).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why_and_takes_nothing() {
    on_both(|campus| async move {
        let mut ctx = workshop(&campus).await;
        ctx.language = Language::En;
        for (bytes, words) in [
            (b"PK\x03\x04 no".to_vec(), "not a CSV or XLSX file"),
            (b"".to_vec(), "the file is empty"),
            (b"Phone,Address\n1,2\n".to_vec(), "no column holds names"),
            (b"Name,Surname,E-mail,Mail\na,b,,\n".to_vec(), "this column is there twice"),
        ] {
            let draft = prepare(&ctx, TALLER, upload(bytes, Presence::Enrolled)).await.unwrap();
            let seen = shown(&ctx, TALLER, draft.id).await;
            assert!(seen.problems[0].contains(words), "{:?}", seen.problems);
            assert_eq!(code(confirm(&ctx, TALLER, draft.id).await), Some(Code::ImportOver));
        }
        let day = services::import::Upload { day: "2031-01-01".into(), ..upload("Nombre\nAna", Presence::Attended) };
        assert_eq!(
            support::refusals::fields(prepare(&ctx, TALLER, day).await.map(|_| ())),
            [("day".into(), Code::DateInvalid)]
        );
        let large = upload(vec![b'a'; 21 * 1024 * 1024], Presence::Enrolled);
        assert_eq!(code(prepare(&ctx, TALLER, large).await.map(|_| ())), Some(Code::FileTooLarge));
    })
    .await;
}

#[tokio::test]
async fn a_typed_person_is_judged_as_a_row_is() {
    on_both(|campus| async move {
        use services::import::{Added, add, namesakes};
        let ctx = workshop(&campus).await;
        let form = domain::import::PersonForm {
            given_name: "Ana".into(),
            family_name: "Demo".into(),
            presence: "attended".into(),
            day: "2025-03-02".into(),
            ..Default::default()
        };
        assert_eq!(add(&ctx, TALLER, &form).await.unwrap(), Added::New);
        assert_eq!(add(&ctx, TALLER, &form).await.unwrap(), Added::There);
        assert_eq!((people(&ctx).await, participations(&ctx).await), (1, 1));
        let same = domain::import::PersonForm { email: "ana@demo.invalid".into(), ..form.clone() };
        assert_eq!(support::refusals::fields(add(&ctx, TALLER, &same).await), [("same_person".into(), Code::SameName)]);
        let found = namesakes(&ctx, TALLER, "ana", "demo").await.unwrap();
        assert_eq!((found.len(), found[0].here), (1, true));
        let apart = domain::import::PersonForm { same_person: "apart".into(), ..same.clone() };
        assert_eq!(add(&ctx, TALLER, &apart).await.unwrap(), Added::New);
        assert_eq!(people(&ctx).await, 2);
        let wrong = domain::import::PersonForm {
            email: "ana".into(),
            sex: "woman".into(),
            day: "ayer".into(),
            presence: "never".into(),
            given_name: String::new(),
            ..form
        };
        let named: Vec<String> =
            support::refusals::fields(add(&ctx, TALLER, &wrong).await).into_iter().map(|(name, _)| name).collect();
        assert_eq!(named, ["given_name", "consent", "email", "presence", "day"]);
        let typed = list(&ctx, TALLER, 1).await.unwrap().page.rows;
        assert_eq!((typed.len(), typed[0].name.as_str()), (2, "Ana Demo"));
        undo(&ctx, TALLER, typed[0].id, 0).await.unwrap();
        assert_eq!(people(&ctx).await, 1);
    })
    .await;
}

//! Imports: taken back as a whole, but for what is in use; and reached by those who teach the edition only.
#![cfg(test)]

mod lists;
mod register;
mod support;

use std::collections::HashMap;

use domain::error::Code;
use domain::import::{Fate, ImportState, Kept};
use domain::roster::Presence;
use lists::{dump, of, prepared, shown, taken, upload};
use register::{edition, furnished};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{activity_done, audit, certificate, counting_revision, import_row, participation, person};
use services::import::{confirm, decide, discard, list, prepare, preview, undo, view};
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

async fn participations(ctx: &Ctx) -> u64 {
    participation::Entity::find().count(ctx.db.read()).await.unwrap()
}

async fn revision(ctx: &Ctx) -> i64 {
    counting_revision::Entity::find().one(ctx.db.read()).await.unwrap().unwrap().revision
}

#[tokio::test]
async fn undoing_restores_every_table() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        edition(&ctx, "pga", "otro-taller", "workshop", DAYS).await;
        // Somebody in the edition with an address and without dates, one elsewhere, one with an account.
        register::import(&ctx, TALLER, "Ana,Demo,ana@demo.invalid,,,,,es,,,\nLuz,Demo,luz@demo.invalid,,,,,es,,,\n")
            .await;
        register::import(&ctx, "otro-taller", "Bea,Demo,bea@demo.invalid,woman,PY,health,,es,,2025-03-02,\n").await;
        support::signed_in(&campus, "eva@demo.invalid").await;
        let before = dump(&campus).await;
        let csv = "Nombre;Apellidos;Correo;Sexo;Aprobó\n\
                   Ana;Demo;ana@demo.invalid;Mujer;3/3/2025\n\
                   Bea;Demo;bea@demo.invalid;Mujer;\n\
                   Caro;Demo;caro@demo.invalid;Hombre;sí\n\
                   Dora;Demo;;;\n\
                   Luz;Demo;otra-luz@demo.invalid;;\n\
                   Eva;Demo;eva@demo.invalid;;no\n";
        let id = prepared(&ctx, TALLER, csv).await;
        let seen = shown(&ctx, TALLER, id).await;
        let fates: Vec<Fate> = seen.page.rows.iter().map(|row| row.fate).collect();
        assert_eq!(fates, [Fate::Fill, Fate::Match, Fate::New, Fate::New, Fate::Duplicate, Fate::Match]);
        let luz = &seen.page.rows[4];
        decide(&ctx, TALLER, id, &HashMap::from([(luz.id.clone(), luz.candidates[0].id.to_string())])).await.unwrap();
        confirm(&ctx, TALLER, id).await.unwrap();
        assert_ne!(dump(&campus).await, before);
        assert_eq!(certificate::Entity::find().count(ctx.db.read()).await.unwrap(), 2);
        let counted = revision(&ctx).await;

        let what = preview(&ctx, TALLER, id).await.unwrap();
        assert_eq!(
            (what.people, what.participations, what.filled, what.certificates, what.kept.len()),
            (3, 4, 2, 2, 0)
        );
        undo(&ctx, TALLER, id, 0).await.unwrap();
        assert_eq!(dump(&campus).await, before, "every table as it was");
        assert!(revision(&ctx).await > counted, "figures are counted anew");
        assert_eq!(
            import_row::Entity::find().filter(import_row::Column::ImportId.eq(id)).count(ctx.db.read()).await.unwrap(),
            0,
            "the names are gone too"
        );
        assert_eq!(code(undo(&ctx, TALLER, id, 0).await), Some(Code::ImportOver));
        let undone = list(&ctx, TALLER, 1).await.unwrap().page.rows.into_iter().find(|row| row.id == id).unwrap();
        assert_eq!((undone.state, undone.added, undone.kept), (ImportState::Undone, 4, 0));
        assert_eq!(
            audit::Entity::find().filter(audit::Column::Action.eq("import-undone")).count(ctx.db.read()).await.unwrap(),
            1
        );

        // And it can be imported again; without a decision Luz stays apart.
        taken(&ctx, TALLER, csv).await;
        assert_eq!(participations(&ctx).await, 8);
    })
    .await;
}

#[tokio::test]
async fn rows_that_somebody_used_since_stay_and_say_why() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        edition(&ctx, "pga", "otro-taller", "workshop", DAYS).await;
        let csv = "Nombre,Apellidos,Correo\nAna,Demo,ana@demo.invalid\nBea,Demo,bea@demo.invalid\nCaro,Demo,caro@demo.invalid\nDora,Demo,dora@demo.invalid\nEva,Demo,eva@demo.invalid\n";
        let id = taken(&ctx, TALLER, csv).await;
        let row = |email: &'static str| {
            let ctx = ctx.clone();
            async move {
                let person = person::Entity::find().filter(person::Column::Email.eq(email)).one(ctx.db.read()).await.unwrap().unwrap();
                let row = participation::Entity::find().filter(participation::Column::PersonId.eq(person.id)).one(ctx.db.read()).await.unwrap().unwrap();
                (person, row)
            }
        };
        // Ana claims hers, Bea learns something, Caro is on another list, Dora's row was filled by a later file.
        let account = support::signed_in(&campus, "otra@demo.invalid").await.person().unwrap().person;
        let link = person::ActiveModel { id: Set(row("ana@demo.invalid").await.0.id), linked_to: Set(Some(account)), ..Default::default() };
        person::Entity::update(link).exec(ctx.db.writer()).await.unwrap();
        let done = activity_done::ActiveModel {
            id: Set(campus.new_id()),
            participation_id: Set(row("bea@demo.invalid").await.1.id),
            activity: Set("a-lesson".into()),
            done_at: Set(campus.now()),
        };
        activity_done::Entity::insert(done).exec_without_returning(ctx.db.writer()).await.unwrap();
        taken(&ctx, "otro-taller", "Nombre,Apellidos,Correo\nCaro,Demo,caro@demo.invalid\n").await;
        let later = taken(&ctx, TALLER, "Nombre,Apellidos,Correo,Sexo\nDora,Demo,dora@demo.invalid,Mujer\n").await;

        let what = preview(&ctx, TALLER, id).await.unwrap();
        let kept: Vec<(u32, Kept)> = what.kept.iter().map(|(line, _, kept)| (*line, *kept)).collect();
        assert_eq!(kept, [(2, Kept::Claimed), (3, Kept::Active), (4, Kept::Elsewhere), (5, Kept::Changed)]);
        assert_eq!((what.people, what.participations), (1, 1));
        assert_eq!(code(undo(&ctx, TALLER, id, 0).await), Some(Code::ChangedMeanwhile), "nobody was told that four stay");
        assert_eq!(participations(&ctx).await, 6);
        // What was filled later is taken back first; then Dora's row can go too.
        undo(&ctx, TALLER, later, 0).await.unwrap();
        undo(&ctx, TALLER, id, 3).await.unwrap();
        assert_eq!(participations(&ctx).await, 4);
        let left = import_row::Entity::find().filter(import_row::Column::ImportId.eq(id)).all(ctx.db.read()).await.unwrap();
        assert_eq!(left.len(), 3, "what stayed is still told");
    })
    .await;
}

#[tokio::test]
async fn instructors_import_into_their_own_editions_only() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        edition(&ctx, "pga", "otro-taller", "workshop", DAYS).await;
        taken(&ctx, "otro-taller", "Nombre,Apellidos,Correo\nAna,Demo,ana@demo.invalid\n").await;
        let instructor = support::instructor(&campus, "ines@example.org", TALLER).await;
        let csv = "Nombre,Apellidos,Aprobó\nAna,Demo,sí\n";
        let id = prepared(&instructor, TALLER, csv).await;
        let seen = shown(&instructor, TALLER, id).await;
        assert_eq!(
            (of(&seen, Fate::New), of(&seen, Fate::Duplicate)),
            (1, 0),
            "people of others' editions are not shown to them"
        );
        confirm(&instructor, TALLER, id).await.unwrap();
        assert_eq!(
            certificate::Entity::find().count(ctx.db.read()).await.unwrap(),
            1,
            "here completion is theirs to record"
        );

        let other = prepared(&ctx, "otro-taller", csv).await;
        assert_eq!(
            code(prepare(&instructor, "otro-taller", upload(csv, Presence::Enrolled)).await.map(|_| ())),
            Some(Code::NotForYou)
        );
        assert_eq!(code(view(&instructor, "otro-taller", other, None, 1).await), Some(Code::NotForYou));
        // By its id through their own edition: not there.
        assert_eq!(code(view(&instructor, TALLER, other, None, 1).await), Some(Code::NotFound));
        assert_eq!(code(confirm(&instructor, TALLER, other).await), Some(Code::NotFound));
        assert_eq!(code(discard(&instructor, TALLER, other).await), Some(Code::NotFound));
        assert_eq!(code(decide(&instructor, TALLER, other, &HashMap::new()).await), Some(Code::NotFound));
        assert_eq!(code(undo(&instructor, TALLER, other, 0).await), Some(Code::NotFound));
        let learner = support::signed_in(&campus, "ana@example.org").await;
        for (who, refused) in [(support::visitor(&campus), Code::SignInFirst), (learner, Code::NotForYou)] {
            assert_eq!(code(list(&who, TALLER, 1).await), Some(refused));
            assert_eq!(code(prepare(&who, TALLER, upload(csv, Presence::Enrolled)).await.map(|_| ())), Some(refused));
            assert_eq!(code(undo(&who, TALLER, id, 0).await), Some(refused));
        }
    })
    .await;
}

#[tokio::test]
async fn an_instructor_does_not_complete_what_the_rule_decides() {
    on_both(|campus| async move {
        let ctx = workshop(&campus).await;
        let form = domain::edition::EditionForm {
            course: "sisdehm".into(),
            code: "virtual-2025".into(),
            starts_on: DAYS.0.into(),
            ends_on: DAYS.1.into(),
            languages: vec!["es".into()],
            modality: "virtual-course".into(),
            ..Default::default()
        };
        services::edition::create(&ctx, form).await.unwrap();
        let instructor = support::instructor(&campus, "ines@example.org", "virtual-2025").await;
        let csv = "Nombre,Apellidos,Aprobó\nAna,Demo,sí\nBea,Demo,\n";
        let id = prepared(&instructor, "virtual-2025", csv).await;
        let seen = shown(&instructor, "virtual-2025", id).await;
        assert_eq!((of(&seen, Fate::Flawed), of(&seen, Fate::New)), (1, 1));
        let id = prepared(&ctx, "virtual-2025", csv).await;
        assert_eq!(of(&shown(&ctx, "virtual-2025", id).await, Fate::New), 2, "staff may");
    })
    .await;
}

//! The profile, and what it does to participations (counting.md, "Sex" and rule 4); the kinds of personnel.
#![cfg(test)]

mod support;

use std::sync::Arc;

use domain::error::Code;
use domain::id::{ParticipationId, PersonId};
use domain::language::Language;
use domain::person::{ProfileForm, Sex};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};
use services::entity::{consent, counting_revision, participation, person, personnel_kind};
use services::{Campus, Ctx, person as people};
use support::rows::bare_edition;
use support::{on_both, signed_in, visitor};

fn form() -> ProfileForm {
    ProfileForm {
        given_name: "Ana".into(),
        family_name: "Pérez".into(),
        language: "en".into(),
        consent: "1".into(),
        ..ProfileForm::default()
    }
}

fn says(sex: &str, country: &str) -> ProfileForm {
    ProfileForm { sex: sex.into(), country: country.into(), ..form() }
}

async fn revision(campus: &Campus) -> i64 {
    counting_revision::Entity::find().one(campus.db.read()).await.unwrap().unwrap().revision
}

/// A participation of `person`, with that sex, completed or not.
async fn taken_part(campus: &Arc<Campus>, person: PersonId, sex: Option<Sex>, completed: bool) -> ParticipationId {
    let id = support::rows::participation(campus, person, bare_edition(campus).await).await;
    let row = participation::ActiveModel {
        id: Set(id),
        sex: Set(sex),
        completed_at: Set(completed.then(|| campus.now())),
        ..Default::default()
    };
    participation::Entity::update(row).exec(campus.db.writer()).await.unwrap();
    id
}

async fn cells(ctx: &Ctx, ids: &[ParticipationId]) -> Vec<Option<Sex>> {
    let mut sexes = Vec::new();
    for id in ids {
        sexes.push(participation::Entity::find_by_id(*id).one(ctx.db.read()).await.unwrap().unwrap().sex);
    }
    sexes
}

#[tokio::test]
async fn a_profile_is_saved_and_read_back() {
    on_both(|campus| async move {
        assert_eq!(people::profile(&visitor(&campus)).await.unwrap_err().code(), Some(Code::SignInFirst));
        assert_eq!(people::save_profile(&visitor(&campus), form()).await.unwrap_err().code(), Some(Code::SignInFirst));
        let ana = signed_in(&campus, "ana@example.org").await;
        let empty = people::profile(&ana).await.unwrap();
        assert_eq!((empty.consent, empty.language, empty.email_verified), (None, Language::Es, true));
        assert_eq!(empty.kinds.len(), 15);
        let form = ProfileForm {
            personnel_kind: "health".into(),
            institution: " Ministerio de Salud ".into(),
            ..says("declined", "AR")
        };
        people::save_profile(&ana, form).await.unwrap();
        let view = people::profile(&ana).await.unwrap();
        assert_eq!(
            (view.given_name.as_str(), view.family_name.as_str(), view.email.as_str()),
            ("Ana", "Pérez", "ana@example.org")
        );
        assert_eq!((view.declared.sex, view.declared.country.as_deref()), (Some(Sex::Declined), Some("AR")));
        assert_eq!(view.declared.institution.as_deref(), Some("Ministerio de Salud"));
        assert_eq!((view.consent, view.language), (Some(1), Language::En));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_form_changes_nothing() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        for wrong in [
            ProfileForm { consent: String::new(), ..says("woman", "AR") },
            says("woman", "XX"),
            ProfileForm { given_name: String::new(), ..says("woman", "AR") },
            ProfileForm { language: "xx".into(), ..says("woman", "AR") },
            ProfileForm { personnel_kind: "pirate".into(), ..says("woman", "AR") },
        ] {
            assert_eq!(people::save_profile(&ana, wrong).await.unwrap_err().code(), Some(Code::Invalid));
        }
        let view = people::profile(&ana).await.unwrap();
        assert_eq!((view.declared, view.consent), (domain::person::Declared::default(), None));
    })
    .await;
}

#[tokio::test]
async fn consent_is_noted_once_a_version_and_withdrawing_clears_the_person() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        people::save_profile(&ana, says("woman", "AR")).await.unwrap();
        people::save_profile(&ana, says("woman", "CL")).await.unwrap();
        assert_eq!(consent::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        people::save_profile(&ana, ProfileForm { consent: String::new(), ..form() }).await.unwrap();
        let row =
            person::Entity::find_by_id(ana.person().unwrap().person).one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(people::declared(&row), domain::person::Declared::default());
    })
    .await;
}

#[tokio::test]
async fn a_first_declaration_fills_blank_cells_even_of_completed_participations() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        let me = ana.person().unwrap().person;
        let ids = [
            taken_part(&campus, me, None, false).await,
            taken_part(&campus, me, None, true).await,
            taken_part(&campus, me, Some(Sex::Declined), true).await,
        ];
        let before = revision(&campus).await;
        people::save_profile(&ana, says("woman", "")).await.unwrap();
        assert_eq!(cells(&ana, &ids).await, [Some(Sex::Woman), Some(Sex::Woman), Some(Sex::Declined)]);
        assert!(revision(&campus).await > before);
    })
    .await;
}

#[tokio::test]
async fn a_changed_declaration_leaves_completed_participations_as_declared() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        let me = ana.person().unwrap().person;
        people::save_profile(&ana, says("woman", "AR")).await.unwrap();
        let ids = [
            taken_part(&campus, me, Some(Sex::Woman), false).await,
            taken_part(&campus, me, Some(Sex::Woman), true).await,
        ];
        people::save_profile(&ana, says("another", "AR")).await.unwrap();
        assert_eq!(cells(&ana, &ids).await, [Some(Sex::Another), Some(Sex::Woman)]);
        let before = revision(&campus).await;
        people::save_profile(&ana, says("another", "AR")).await.unwrap();
        assert_eq!(revision(&campus).await, before, "nothing changed, so nothing is counted anew");
        people::save_profile(&ana, says("", "")).await.unwrap();
        assert_eq!(cells(&ana, &ids).await, [None, Some(Sex::Woman)], "withdrawn where it is not yet completed");
    })
    .await;
}

#[tokio::test]
async fn a_blank_profile_leaves_what_a_roster_recorded() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        let me = ana.person().unwrap().person;
        let ids = [taken_part(&campus, me, Some(Sex::Woman), false).await];
        people::save_profile(&ana, form()).await.unwrap();
        assert_eq!(cells(&ana, &ids).await, [Some(Sex::Woman)]);
    })
    .await;
}

#[tokio::test]
async fn a_declaration_reaches_linked_records_and_nobody_else() {
    on_both(|campus| async move {
        let ana = signed_in(&campus, "ana@example.org").await;
        let eva = signed_in(&campus, "eva@example.org").await.person().unwrap().person;
        let old = signed_in(&campus, "old@example.org").await.person().unwrap().person;
        let row = person::ActiveModel {
            id: Set(old),
            linked_to: Set(Some(ana.person().unwrap().person)),
            ..Default::default()
        };
        person::Entity::update(row).exec(campus.db.writer()).await.unwrap();
        let ids = [taken_part(&campus, old, None, true).await, taken_part(&campus, eva, None, true).await];
        people::save_profile(&ana, says("man", "AR")).await.unwrap();
        assert_eq!(cells(&ana, &ids).await, [Some(Sex::Man), None]);
    })
    .await;
}

#[tokio::test]
async fn kinds_are_seeded_once_named_in_both_languages_and_retired_ones_stay_with_whoever_declared_them() {
    on_both(|campus| async move {
        let db = campus.db.writer();
        let row = personnel_kind::ActiveModel {
            code: Set("media".into()),
            name_en: Set("The press".into()),
            ..Default::default()
        };
        personnel_kind::Entity::update(row).exec(db).await.unwrap();
        let ana = signed_in(&campus, "ana@example.org").await;
        people::save_profile(&ana, ProfileForm { personnel_kind: "health".into(), ..form() }).await.unwrap();
        let row = personnel_kind::ActiveModel {
            code: Set("health".into()),
            retired_at: Set(Some(campus.now())),
            ..Default::default()
        };
        personnel_kind::Entity::update(row).exec(db).await.unwrap();
        people::seed_kinds(db).await.unwrap();
        let codes = people::kind_codes(db).await.unwrap();
        assert_eq!(codes.len(), 14);
        assert_eq!((codes[0].as_str(), codes[13].as_str()), ("national-machinery", "other"));
        let english = people::list_kinds(db, Language::En).await.unwrap();
        assert!(english.iter().any(|kind| kind.name == "The press"));
        assert!(
            people::list_kinds(db, Language::Es)
                .await
                .unwrap()
                .iter()
                .any(|kind| kind.name == "Medios de comunicación")
        );
        assert!(people::profile(&ana).await.unwrap().kinds.iter().any(|kind| kind.code == "health"));
        people::save_profile(&ana, ProfileForm { personnel_kind: "health".into(), ..form() }).await.unwrap();
        let eva = signed_in(&campus, "eva@example.org").await;
        assert!(people::save_profile(&eva, ProfileForm { personnel_kind: "health".into(), ..form() }).await.is_err());
    })
    .await;
}

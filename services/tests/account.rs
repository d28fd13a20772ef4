//! Registering, signing in, links by mail, and rights.
#![cfg(test)]

mod support;

use std::sync::Arc;

use chrono::Duration;
use domain::account::{LinkPurpose, RegisterForm};
use domain::error::Code;
use domain::id::{AccountId, EditionId, ParticipationId, PersonId};
use domain::language::Language;
use domain::role::{Role, RoleForm};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{account, audit, counting_revision, participation, person};
use services::{Campus, Ctx, account as accounts};
use support::refusals::{code, fields};
use support::{at, clock, mails, on_both, secret_in, signed_in_as, system, visitor};

const PASSWORD: &str = "tres gatos bajo la luna";

fn form(email: &str) -> RegisterForm {
    RegisterForm {
        given_name: "Ana".into(),
        family_name: "Pérez".into(),
        email: email.into(),
        password: PASSWORD.into(),
        language: "es".into(),
        next: String::new(),
    }
}

/// The form that grants a role everywhere.
fn role(email: &str, role: Role) -> RoleForm {
    RoleForm { email: email.into(), role: role.to_string(), countries: Vec::new() }
}

/// Registers Ana and gives the secret that her mail carries.
async fn registered(ctx: &Ctx) -> String {
    accounts::register(ctx, form("ana@example.org")).await.unwrap();
    secret_in(mails(ctx).await.last().unwrap(), "verify-email")
}

async fn ana(campus: &Campus) -> account::Model {
    let found = account::Entity::find()
        .filter(account::Column::Email.eq("ana@example.org"))
        .one(campus.db.read())
        .await
        .unwrap();
    found.unwrap()
}

async fn revision(campus: &Campus) -> i64 {
    counting_revision::Entity::find().one(campus.db.read()).await.unwrap().unwrap().revision
}

#[tokio::test]
async fn somebody_registers_and_signs_in_whatever_the_case_of_the_address() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        accounts::register(&ctx, form(" Ana@Example.ORG ")).await.unwrap();
        let id = accounts::sign_in(&ctx, "ANA@example.org ", PASSWORD).await.unwrap();
        let (me, language) = accounts::find_signed_in(&campus, id).await.unwrap().unwrap();
        assert_eq!((me.given_name.as_str(), language), ("Ana", Language::Es));
        assert!(!me.staff && !me.administrator && !me.instructor);
        assert!(ana(&campus).await.password_hash.starts_with("$argon2id$"));
        assert!(accounts::find_signed_in(&campus, AccountId(campus.new_id())).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_refused_alike() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        accounts::register(&ctx, form("ana@example.org")).await.unwrap();
        let mut refusals = Vec::new();
        for (email, password) in
            [("ana@example.org", "not the password"), ("eva@example.org", PASSWORD), ("no address", PASSWORD), ("", "")]
        {
            refusals.push(accounts::sign_in(&ctx, email, password).await.unwrap_err().to_string());
        }
        assert_eq!(refusals, vec![format!("refused: {}", Code::SignInWrong); 4]);
    })
    .await;
}

#[tokio::test]
async fn a_known_address_registers_with_the_same_answer_and_its_owner_gets_a_mail() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        accounts::register(&ctx, form("ana@example.org")).await.unwrap();
        clock(&campus).advance(Duration::minutes(1));
        let again = RegisterForm {
            given_name: "Mallory".into(),
            password: "somebody else entirely".into(),
            language: "en".into(),
            ..form("ANA@example.org")
        };
        accounts::register(&ctx, again).await.unwrap();
        let sent = mails(&campus).await;
        assert_eq!(sent.len(), 2);
        assert!(sent[1].contains("To: ana@example.org") && sent[1].contains("usted ya tiene una"), "{}", sent[1]);
        assert!(sent[1].contains("Hola, Ana:") && !sent[1].contains("Mallory"), "{}", sent[1]);
        assert_eq!(account::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        assert_eq!(person::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        accounts::sign_in(&ctx, "ana@example.org", PASSWORD).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_registrations_at_once_make_one_account() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        let (one, two) = tokio::join!(
            accounts::register(&ctx, form("ana@example.org")),
            accounts::register(&ctx, form("ana@example.org"))
        );
        one.unwrap();
        two.unwrap();
        assert_eq!(account::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        assert_eq!(person::Entity::find().count(campus.db.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_link_proves_the_address_once() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        let secret = registered(&ctx).await;
        // Mail programs look before people do.
        accounts::check_link(&ctx, &secret, LinkPurpose::VerifyEmail).await.unwrap();
        accounts::check_link(&ctx, &secret, LinkPurpose::VerifyEmail).await.unwrap();
        assert_eq!(
            code(accounts::check_link(&ctx, &secret, LinkPurpose::ResetPassword).await),
            Some(Code::LinkExpired)
        );
        assert_eq!(code(accounts::reset_password(&ctx, &secret, PASSWORD).await), Some(Code::LinkExpired));
        assert!(ana(&campus).await.email_verified_at.is_none());
        accounts::verify_email(&ctx, &secret).await.unwrap();
        let account = ana(&campus).await;
        assert_eq!(account.email_verified_at, Some(campus.now()));
        let person = person::Entity::find_by_id(account.person_id).one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(person.email.as_deref(), Some("ana@example.org"));
        for secret in [secret.as_str(), "0000", ""] {
            assert_eq!(code(accounts::verify_email(&ctx, secret).await), Some(Code::LinkExpired));
        }
    })
    .await;
}

#[tokio::test]
async fn two_readers_of_one_link_are_one_success() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        let secret = registered(&ctx).await;
        let (one, two) = tokio::join!(accounts::verify_email(&ctx, &secret), accounts::verify_email(&ctx, &secret));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    })
    .await;
}

#[tokio::test]
async fn an_old_link_is_refused_and_another_can_be_asked_for() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        let old = registered(&ctx).await;
        clock(&campus).advance(Duration::days(7));
        assert_eq!(code(accounts::check_link(&ctx, &old, LinkPurpose::VerifyEmail).await), Some(Code::LinkExpired));
        assert_eq!(code(accounts::verify_email(&ctx, &old).await), Some(Code::LinkExpired));
        assert_eq!(code(accounts::resend_verification(&ctx).await), Some(Code::SignInFirst));
        let me = signed_in_as(&campus, ana(&campus).await.id).await;
        accounts::resend_verification(&me).await.unwrap();
        let sent = mails(&campus).await;
        accounts::verify_email(&ctx, &secret_in(&sent[1], "verify-email")).await.unwrap();
        accounts::resend_verification(&me).await.unwrap();
        assert_eq!(mails(&campus).await.len(), 2, "a proven address needs no mail");
    })
    .await;
}

/// A person whom a roster recorded, with one participation.
async fn recorded(campus: &Arc<Campus>, email: &str) -> (PersonId, ParticipationId) {
    let person = PersonId(campus.new_id());
    let row = person::ActiveModel {
        id: Set(person),
        given_name: Set("Ana María".into()),
        family_name: Set("Pérez".into()),
        email: Set(Some(email.into())),
        created_at: Set(at(2024, 5, 1, 12)),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
    (person, support::rows::participation(campus, person, support::rows::bare_edition(campus).await).await)
}

#[tokio::test]
async fn proving_an_address_claims_the_person_whom_a_roster_recorded() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        let (record, taken_part) = recorded(&campus, "ana@example.org").await;
        let secret = registered(&ctx).await;
        let before = revision(&campus).await;
        accounts::verify_email(&ctx, &secret).await.unwrap();
        let me = ana(&campus).await.person_id;
        let row = person::Entity::find_by_id(record).one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!((row.linked_to, row.created_at), (Some(me), at(2024, 5, 1, 12)));
        let mut ids = services::person::store::person_ids(campus.db.read(), me).await.unwrap();
        ids.sort();
        let mut both = vec![me, record];
        both.sort();
        assert_eq!(ids, both);
        assert_eq!(services::person::store::person_ids(campus.db.read(), record).await.unwrap().len(), 2);
        assert_eq!(services::person::canonical(campus.db.read(), record).await.unwrap(), me);
        assert!(revision(&campus).await > before, "counts must be made anew");
        let kept = participation::Entity::find_by_id(taken_part).one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(kept.person_id, record, "the record keeps its own history");
        let trail = audit::Entity::find()
            .filter(audit::Column::Action.eq("persons-linked"))
            .all(campus.db.read())
            .await
            .unwrap();
        assert_eq!(trail.len(), 1);
        assert!(!trail[0].detail.contains("example.org"));
    })
    .await;
}

#[tokio::test]
async fn too_many_tries_are_refused_for_known_and_unknown_addresses_alike() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        accounts::register(&ctx, form("ana@example.org")).await.unwrap();
        for email in ["ana@example.org", "nobody@example.org"] {
            for _ in 0..10 {
                assert_eq!(code(accounts::sign_in(&ctx, email, "not the password").await), Some(Code::SignInWrong));
            }
            assert_eq!(code(accounts::sign_in(&ctx, email, PASSWORD).await), Some(Code::TooMany));
            for _ in 0..5 {
                accounts::request_reset(&ctx, email).await.unwrap();
            }
            assert_eq!(code(accounts::request_reset(&ctx, email).await), Some(Code::TooMany));
        }
        for _ in 0..4 {
            accounts::register(&ctx, form("ana@example.org")).await.unwrap();
        }
        assert_eq!(code(accounts::register(&ctx, form("ana@example.org")).await), Some(Code::TooMany));
    })
    .await;
}

#[tokio::test]
async fn the_command_line_adds_users_and_grants_roles_and_others_do_not() {
    on_both(|campus| async move {
        let cli = system(&campus);
        let (record, _) = recorded(&campus, "ana@example.org").await;
        let id = accounts::add_user(&cli, "Ana@example.org", "Ana", "Pérez", PASSWORD, Language::En).await.unwrap();
        assert_eq!(services::person::canonical(campus.db.read(), record).await.unwrap(), ana(&campus).await.person_id);
        assert!(ana(&campus).await.email_verified_at.is_some());
        let again = accounts::add_user(&cli, "ana@example.org", "Ana", "Pérez", PASSWORD, Language::En).await;
        assert_eq!(fields(again), [("email".to_owned(), Code::CodeTaken)]);
        let wrong = accounts::add_user(&cli, "ana", "", "", "short", Language::En).await;
        assert_eq!(fields(wrong).len(), 4);
        for _ in 0..2 {
            accounts::grant(&cli, &role("ANA@example.org", Role::Staff)).await.unwrap();
        }
        let nobody = accounts::grant(&cli, &role("nobody@example.org", Role::Staff)).await;
        assert_eq!(fields(nobody), [("email".to_owned(), Code::AccountUnknown)]);
        let staff = signed_in_as(&campus, id).await;
        assert!(staff.person().unwrap().staff && !staff.person().unwrap().administrator);
        let more = role("ana@example.org", Role::Administrator);
        assert_eq!(code(accounts::grant(&staff, &more).await), Some(Code::NotForYou));
        assert_eq!(code(accounts::grant(&visitor(&campus), &more).await), Some(Code::SignInFirst));
        let granted = audit::Entity::find()
            .filter(audit::Column::Action.eq("role-granted"))
            .count(campus.db.read())
            .await
            .unwrap();
        assert_eq!(granted, 1);
        accounts::set_language(&staff, Language::Es).await.unwrap();
        assert_eq!(signed_in_as(&campus, id).await.language, Language::Es);
    })
    .await;
}

#[tokio::test]
async fn an_instructor_is_one_by_teaching_an_edition() {
    on_both(|campus| async move {
        let edition: EditionId = support::rows::bare_edition(&campus).await;
        let code = services::edition::store::get(campus.db.read(), edition).await.unwrap().code;
        let teacher = support::instructor(&campus, "eva@example.org", &code).await;
        assert!(teacher.person().unwrap().instructor);
        assert!(services::policy::may_teach(campus.db.read(), &teacher, edition).await.is_ok());
    })
    .await;
}

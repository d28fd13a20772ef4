//! Setting and changing passwords, and the sessions that end with them.
#![cfg(test)]

mod support;

use chrono::Duration;
use domain::account::RegisterForm;
use domain::error::Code;
use domain::id::AccountId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::entity::{account, session};
use services::session::Store;
use services::{Campus, Ctx, account as accounts};
use support::refusals::{code, fields};
use support::{clock, mails, on_both, secret_in, signed_in_as, visitor};
use tower_sessions_core::SessionStore;
use tower_sessions_core::session::{Id, Record};

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

/// A session of that account, as the server opens one.
async fn open_session(store: &Store, campus: &Campus, account: AccountId) -> Id {
    let expiry_date =
        time::OffsetDateTime::from_unix_timestamp((campus.now() + Duration::days(1)).timestamp()).unwrap();
    let data = [("account".to_owned(), serde_json::to_value(account).unwrap())].into();
    let mut record = Record { id: Id::default(), data, expiry_date };
    store.create(&mut record).await.unwrap();
    assert_eq!(store.load(&record.id).await.unwrap().as_ref(), Some(&record));
    record.id
}

#[tokio::test]
async fn a_reset_sets_the_password_once_proves_the_address_and_ends_sessions() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        registered(&ctx).await;
        let id = ana(&campus).await.id;
        let store = Store::new(campus.clone());
        let open = open_session(&store, &campus, id).await;
        clock(&campus).advance(Duration::minutes(1));
        accounts::request_reset(&ctx, "ANA@example.org").await.unwrap();
        accounts::request_reset(&ctx, "nobody@example.org").await.unwrap();
        assert_eq!(fields(accounts::request_reset(&ctx, "nonsense").await), [("email".to_owned(), Code::EmailInvalid)]);
        let sent = mails(&campus).await;
        assert_eq!(sent.len(), 2, "nobody has no mail");
        let secret = secret_in(&sent[1], "reset");
        let wrong = accounts::reset_password(&ctx, &secret, "short").await;
        assert_eq!(fields(wrong), [("password".to_owned(), Code::PasswordShort)]);
        accounts::reset_password(&ctx, &secret, "cuatro gatos bajo el sol").await.unwrap();
        assert!(ana(&campus).await.email_verified_at.is_some());
        assert_eq!(store.load(&open).await.unwrap(), None);
        assert_eq!(code(accounts::sign_in(&ctx, "ana@example.org", PASSWORD).await), Some(Code::SignInWrong));
        assert_eq!(accounts::sign_in(&ctx, "ana@example.org", "cuatro gatos bajo el sol").await.unwrap(), id);
        assert_eq!(
            code(accounts::reset_password(&ctx, &secret, "cinco gatos bajo el sol").await),
            Some(Code::LinkExpired)
        );
    })
    .await;
}

#[tokio::test]
async fn a_reset_link_lives_an_hour_and_falls_with_the_next_change() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        registered(&ctx).await;
        for _ in 0..2 {
            clock(&campus).advance(Duration::minutes(1));
            accounts::request_reset(&ctx, "ana@example.org").await.unwrap();
        }
        let sent = mails(&campus).await;
        let (first, second) = (secret_in(&sent[1], "reset"), secret_in(&sent[2], "reset"));
        accounts::reset_password(&ctx, &second, "cuatro gatos bajo el sol").await.unwrap();
        assert_eq!(code(accounts::reset_password(&ctx, &first, PASSWORD).await), Some(Code::LinkExpired));
        clock(&campus).advance(Duration::minutes(1));
        accounts::request_reset(&ctx, "ana@example.org").await.unwrap();
        let third = secret_in(&mails(&campus).await[3], "reset");
        clock(&campus).advance(Duration::hours(1));
        assert_eq!(code(accounts::reset_password(&ctx, &third, PASSWORD).await), Some(Code::LinkExpired));
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it() {
    on_both(|campus| async move {
        let ctx = visitor(&campus);
        registered(&ctx).await;
        assert_eq!(
            code(accounts::change_password(&ctx, PASSWORD, "cuatro gatos bajo el sol").await),
            Some(Code::SignInFirst)
        );
        let me = signed_in_as(&campus, ana(&campus).await.id).await;
        let store = Store::new(campus.clone());
        let open = open_session(&store, &campus, me.person().unwrap().account).await;
        let wrong = accounts::change_password(&me, "not the password", "cuatro gatos bajo el sol").await;
        assert_eq!(fields(wrong), [("current".to_owned(), Code::PasswordWrong)]);
        assert_eq!(
            fields(accounts::change_password(&me, PASSWORD, "short").await),
            [("password".to_owned(), Code::PasswordShort)]
        );
        assert!(store.load(&open).await.unwrap().is_some());
        accounts::change_password(&me, PASSWORD, "cuatro gatos bajo el sol").await.unwrap();
        assert!(store.load(&open).await.unwrap().is_none());
        accounts::sign_in(&ctx, "ana@example.org", "cuatro gatos bajo el sol").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_ended_session_does_not_come_back_and_an_expired_one_is_never_loaded() {
    on_both(|campus| async move {
        let me = support::signed_in(&campus, "eva@example.org").await.person().unwrap().account;
        let store = Store::new(campus.clone());
        let id = open_session(&store, &campus, me).await;
        let stored = session::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(stored.account_id, Some(me));
        assert!(!stored.id_hash.contains(&id.to_string()) && stored.id_hash.len() == 64);
        let mut record = store.load(&id).await.unwrap().unwrap();
        record.data.insert("seen".into(), true.into());
        store.save(&record).await.unwrap();
        assert_eq!(store.load(&id).await.unwrap(), Some(record.clone()));
        store.delete(&id).await.unwrap();
        store.save(&record).await.unwrap();
        assert_eq!(store.load(&id).await.unwrap(), None, "a request under way must not undo a sign-out");
        let id = open_session(&store, &campus, me).await;
        clock(&campus).advance(Duration::days(1));
        assert_eq!(store.load(&id).await.unwrap(), None);
        assert_eq!(services::session::delete_expired(&campus).await.unwrap(), 1);
        assert_eq!(services::session::delete_expired(&campus).await.unwrap(), 0);
    })
    .await;
}

//! People, their accounts, sessions, consents and the audit trail; the outbox of promised work.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, big, drop_all, id, index, int, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // `email` is the address by which a roster's row is recognised; it is an account's only once verified.
        // `linked_to` names the person that this record was found to be; both keep their dates (counting rule 9).
        let person = vec![
            id(),
            text("given_name"),
            text("family_name"),
            text_null("email"),
            text_null("sex"),
            text_null("country"),
            text_null("personnel_kind"),
            text_null("institution"),
            uuid_null("linked_to"),
            at("created_at"),
        ];
        table(m, "person", person, &[("linked_to", "person")]).await?;
        index(m, "person_email", "person", &["email"], true).await?;
        index(m, "person_linked_to", "person", &["linked_to"], false).await?;

        let account = vec![
            id(),
            uuid("person_id"),
            text("email"),
            at_null("email_verified_at"),
            text("password_hash"),
            text("language"),
            at("created_at"),
        ];
        table(m, "account", account, &[("person_id", "person")]).await?;
        index(m, "account_email", "account", &["email"], true).await?;
        index(m, "account_person", "account", &["person_id"], false).await?;

        table(
            m,
            "account_role",
            vec![id(), uuid("account_id"), text("role"), at("granted_at")],
            &[("account_id", "account")],
        )
        .await?;
        index(m, "account_role_once", "account_role", &["account_id", "role"], true).await?;

        let link = vec![text("secret_hash"), uuid("account_id"), text("purpose"), at("expires_at"), at_null("used_at")];
        table(m, "account_link", link, &[("account_id", "account")]).await?;
        index(m, "account_link_secret", "account_link", &["secret_hash"], true).await?;

        let session = vec![text("id_hash"), uuid_null("account_id"), text("data"), at("expires_at")];
        table(m, "session", session, &[("account_id", "account")]).await?;
        index(m, "session_id", "session", &["id_hash"], true).await?;
        index(m, "session_account", "session", &["account_id"], false).await?;
        index(m, "session_expiry", "session", &["expires_at"], false).await?;

        table(m, "consent", vec![id(), uuid("person_id"), int("version"), at("given_at")], &[("person_id", "person")])
            .await?;
        index(m, "consent_person", "consent", &["person_id"], false).await?;

        let kind = vec![text("code"), text("name_es"), text("name_en"), int("position"), at_null("retired_at")];
        table(m, "personnel_kind", kind, &[]).await?;
        index(m, "personnel_kind_code", "personnel_kind", &["code"], true).await?;

        // `actor` is null for the command line. `detail` never holds what a person declared about themselves.
        let audit = vec![id(), at("at"), uuid_null("actor"), text("action"), text("subject"), text("detail")];
        table(m, "audit", audit, &[]).await?;
        index(m, "audit_at", "audit", &["at"], false).await?;

        let job = vec![
            id(),
            text("kind"),
            text("payload"),
            at("run_at"),
            int("attempts"),
            at_null("claimed_until"),
            at_null("done_at"),
            text_null("failure"),
            at("created_at"),
        ];
        table(m, "job", job, &[]).await?;
        index(m, "job_due", "job", &["done_at", "run_at"], false).await?;

        // One row: raised in every transaction that changes what is counted, so that counts know when they are stale.
        table(m, "counting_revision", vec![int("id").primary_key().to_owned(), big("revision")], &[]).await?;
        let first = Query::insert()
            .into_table("counting_revision")
            .columns(["id", "revision"])
            .values_panic([1.into(), 1.into()])
            .to_owned();
        m.execute(first).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            m,
            &[
                "counting_revision",
                "job",
                "audit",
                "personnel_kind",
                "consent",
                "session",
                "account_link",
                "account_role",
                "account",
                "person",
            ],
        )
        .await
    }
}

//! People who come by lists: imports that can be taken back, check-ins on the spot, and claims of a record by its address.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, int, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // A prepared import has changed nothing; what it shows is what confirming does. `name` is the file's, or for a
        // person who was typed in a form, theirs.
        let import = vec![
            id(),
            uuid("edition_id"),
            text("state"),
            text("origin"),
            text("name"),
            text("presence"),
            at("day"),
            text("columns"),
            text("problems"),
            uuid_null("made_by"),
            at("made_at"),
            at_null("confirmed_at"),
            at_null("undone_at"),
            uuid_null("undone_by"),
            int("rows"),
            int("flawed"),
            int("added"),
            int("filled"),
            int("unchanged"),
            int("new_people"),
            int("certificates"),
            int("kept"),
        ];
        let keys = [("edition_id", "edition"), ("made_by", "account"), ("undone_by", "account")];
        table(m, "import", import, &keys).await?;
        index(m, "import_edition", "import", &["edition_id", "made_at"], false).await?;

        // `entry` and `email` are kept until the import is confirmed, `outcome` from then on. What a row made is named by its
        // id without a foreign key: undoing deletes it.
        let row = vec![
            id(),
            uuid("import_id"),
            int("line"),
            text("name"),
            text("email"),
            text("fate"),
            text("judged"),
            text_null("entry"),
            text_null("decision"),
            text_null("outcome"),
            text_null("kept"),
        ];
        table(m, "import_row", row, &[("import_id", "import")]).await?;
        index(m, "import_row_line", "import_row", &["import_id", "line"], false).await?;

        let checkin = vec![
            id(),
            uuid("edition_id"),
            uuid_null("meeting_id"),
            text("code"),
            at("opened_at"),
            at("closes_at"),
            at_null("ended_at"),
            uuid_null("opened_by"),
        ];
        let keys = [("edition_id", "edition"), ("meeting_id", "meeting"), ("opened_by", "account")];
        table(m, "checkin", checkin, &keys).await?;
        index(m, "checkin_code", "checkin", &["code"], true).await?;
        index(m, "checkin_edition", "checkin", &["edition_id"], false).await?;

        // `device` is a digest of a cookie: the same phone and the same name are the same person.
        let signature = vec![id(), uuid("checkin_id"), uuid("participation_id"), text("device"), at("signed_at")];
        let keys = [("checkin_id", "checkin"), ("participation_id", "participation")];
        table(m, "checkin_signature", signature, &keys).await?;
        index(m, "checkin_signature_once", "checkin_signature", &["checkin_id", "participation_id"], true).await?;
        index(m, "checkin_signature_participation", "checkin_signature", &["participation_id"], false).await?;

        // A mail to `email` lets `account_id` link the record of that address to their own. Only the secret's digest is here.
        let claim = vec![text("secret_hash"), uuid("account_id"), text("email"), at("expires_at"), at_null("used_at")];
        table(m, "claim", claim, &[("account_id", "account")]).await?;
        index(m, "claim_secret", "claim", &["secret_hash"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["claim", "checkin_signature", "checkin", "import_row", "import"]).await
    }
}

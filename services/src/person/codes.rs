//! Administrators edit the kinds of personnel: a code in use is retired and never deleted, so that what was declared with it
//! stays readable.

use std::collections::HashMap;

use domain::code_list::{CodeForm, CodeRow};
use domain::error::{Code, Refusal};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::{participation, personnel_kind};
use crate::error::Result;
use crate::policy;

/// Every kind of personnel in the order in which people are shown them, the retired ones too, with how many participations
/// declare it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list_codes(ctx: &Ctx) -> Result<Vec<CodeRow>> {
    policy::may_administer(ctx)?;
    let db = ctx.db.read();
    let used: Vec<(String, i64)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonnelKind)
        .column_as(participation::Column::Id.count(), "used")
        .filter(participation::Column::PersonnelKind.is_not_null())
        .group_by(participation::Column::PersonnelKind)
        .into_tuple()
        .all(db)
        .await?;
    let used: HashMap<String, i64> = used.into_iter().collect();
    let rows = personnel_kind::Entity::find().order_by_asc(personnel_kind::Column::Position).all(db).await?;
    let row = |row: personnel_kind::Model| CodeRow {
        used: u32::try_from(used.get(&row.code).copied().unwrap_or_default()).unwrap_or(u32::MAX),
        retired: row.retired_at.is_some(),
        institution_type: row.institution_type.and_then(|word| word.parse().ok()),
        position: row.position,
        name_es: row.name_es,
        name_en: row.name_en,
        code: row.code,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Adds a kind, or changes the names, the place and the type of institution of one that there is. Its code never changes.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field; `CodeTaken` on `code` for a new one that there is.
pub async fn save_code(ctx: &Ctx, form: &CodeForm) -> Result<()> {
    policy::may_administer(ctx)?;
    let new = form.check()?;
    let tx = ctx.db.begin_write().await?;
    let found = personnel_kind::Entity::find_by_id(&new.code).one(&tx).await?;
    if form.known.is_empty() == found.is_some() {
        let code = if found.is_some() { Code::CodeTaken } else { Code::NotFound };
        return Err(Refusal::field("code", code).into());
    }
    let before = found.as_ref().map(|row| format!("{} / {}", row.name_es, row.name_en)).unwrap_or_default();
    let after = format!("{} / {}", new.name_es, new.name_en);
    let row = personnel_kind::ActiveModel {
        code: Set(new.code.clone()),
        name_es: Set(new.name_es),
        name_en: Set(new.name_en),
        position: Set(new.position),
        retired_at: Set(found.as_ref().and_then(|row| row.retired_at)),
        institution_type: Set(Some(new.institution_type.to_string())),
    };
    if found.is_some() {
        row.update(&tx).await?;
    } else {
        personnel_kind::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    audit::record(&tx, ctx, &new.code, Entry::CodeSaved { code: &new.code, before: &before, after: &after }).await?;
    // Names and types stand beside figures.
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

/// Retires a kind, so that nobody is offered it any more, or offers it again.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn retire_code(ctx: &Ctx, code: &str, retired: bool) -> Result<()> {
    policy::may_administer(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let row = personnel_kind::Entity::find_by_id(code).one(&tx).await?.ok_or(Code::NotFound)?;
    let change = personnel_kind::ActiveModel {
        code: Set(row.code),
        retired_at: Set(retired.then(|| ctx.now())),
        ..Default::default()
    };
    change.update(&tx).await?;
    audit::record(&tx, ctx, code, Entry::CodeRetired { code, retired }).await?;
    tx.commit().await?;
    Ok(())
}

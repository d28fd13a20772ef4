//! Who holds which role: granted and taken away by administrators, with an entry in the audit trail each time.

use std::collections::HashMap;

use domain::error::Code;
use domain::id::{AccountId, PersonId};
use domain::page::Page;
use domain::role::{HeldRole, HolderRow, Holders, Role, RoleForm, stored_countries};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::store;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{account, account_role, person};
use crate::error::Result;
use crate::policy;

/// Those who hold a role and whose name or address holds `search`, by name.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub async fn holders(ctx: &Ctx, search: &str, page: u32) -> Result<Holders> {
    policy::may_administer(ctx)?;
    let db = ctx.db.read();
    // Few hold a role: they are read whole.
    let mut roles: HashMap<AccountId, Vec<HeldRole>> = HashMap::new();
    for row in account_role::Entity::find().order_by_asc(account_role::Column::Role).all(db).await? {
        let held = HeldRole { role: row.role, countries: stored_countries(&row.countries), granted_at: row.granted_at };
        roles.entry(row.account_id).or_default().push(held);
    }
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(roles.keys().copied())).all(db).await?;
    let people: HashMap<PersonId, person::Model> = person::Entity::find()
        .filter(person::Column::Id.is_in(accounts.iter().map(|account| account.person_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let search = search.trim().to_lowercase();
    let mut rows: Vec<HolderRow> = accounts
        .into_iter()
        .map(|account| {
            let name = people.get(&account.person_id);
            let name = name.map(|person| format!("{} {}", person.given_name, person.family_name)).unwrap_or_default();
            let roles = roles.remove(&account.id).unwrap_or_default();
            HolderRow { account: account.id.to_string(), name, email: account.email, roles }
        })
        .filter(|row| row.name.to_lowercase().contains(&search) || row.email.contains(&search))
        .collect();
    rows.sort_by_cached_key(|row| (row.name.to_lowercase(), row.email.clone()));
    Ok(Page::cut(rows, page))
}

/// Grants a role to the account of an address; of one already held, the countries become these.
///
/// # Errors
/// `SignInFirst` or `NotForYou`; `Invalid` naming each wrong field, `AccountUnknown` on an address that nobody has.
pub async fn grant(ctx: &Ctx, form: &RoleForm) -> Result<()> {
    policy::may_administer(ctx)?;
    let (email, role, countries) = form.check()?;
    let countries = countries.join(",");
    let tx = ctx.db.begin_write().await?;
    let unknown = || domain::error::Refusal::field("email", Code::AccountUnknown);
    let account = store::find_by_email(&tx, &email).await?.ok_or_else(unknown)?.id;
    match held(&tx, account, role).await? {
        Some(row) if row.countries == countries => return Ok(()),
        Some(row) => {
            account_role::Entity::update_many()
                .col_expr(account_role::Column::Countries, Expr::value(&countries))
                .filter(account_role::Column::Id.eq(row.id))
                .exec(&tx)
                .await?;
        }
        None => {
            let row = account_role::ActiveModel {
                id: Set(ctx.new_id()),
                account_id: Set(account),
                role: Set(role),
                countries: Set(countries.clone()),
                granted_at: Set(ctx.now()),
            };
            account_role::Entity::insert(row).exec_without_returning(&tx).await?;
        }
    }
    let subject = account.to_string();
    let entry = Entry::RoleGranted { account: &subject, role: role.as_str(), countries: &countries };
    audit::record(&tx, ctx, &subject, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a role away.
///
/// # Errors
/// `SignInFirst` or `NotForYou`; `NotFound` when it is not held; `LastAdministrator` when nobody could administer after it.
pub async fn revoke(ctx: &Ctx, account: &str, role: Role) -> Result<()> {
    policy::may_administer(ctx)?;
    let account: AccountId = account.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let row = held(&tx, account, role).await?.ok_or(Code::NotFound)?;
    if role == Role::Administrator {
        // On PostgreSQL two of them could take it from one another at the same moment.
        let mut all = account_role::Entity::find().filter(account_role::Column::Role.eq(role));
        if !ctx.db.is_sqlite() {
            all = all.lock_exclusive();
        }
        if all.all(&tx).await?.len() < 2 {
            return Err(Code::LastAdministrator.into());
        }
    }
    account_role::Entity::delete_by_id(row.id).exec(&tx).await?;
    let subject = account.to_string();
    audit::record(&tx, ctx, &subject, Entry::RoleRevoked { account: &subject, role: role.as_str() }).await?;
    tx.commit().await?;
    Ok(())
}

/// The same for the account of an address, for the command line.
///
/// # Errors
/// As `revoke`; `NotFound` when nobody has that address.
pub async fn revoke_of(ctx: &Ctx, email: &str, role: Role) -> Result<()> {
    policy::may_administer(ctx)?;
    let email = email.trim().to_lowercase();
    let account = store::find_by_email(ctx.db.read(), &email).await?.ok_or(Code::NotFound)?;
    revoke(ctx, &account.id.to_string(), role).await
}

async fn held<C: ConnectionTrait>(db: &C, account: AccountId, role: Role) -> Result<Option<account_role::Model>> {
    Ok(account_role::Entity::find()
        .filter(account_role::Column::AccountId.eq(account))
        .filter(account_role::Column::Role.eq(role))
        .one(db)
        .await?)
}

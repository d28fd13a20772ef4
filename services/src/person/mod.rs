//! People: what they declare about themselves, and which records are one human being.

mod codes;
mod declaration;
mod erase;
pub mod kind;
mod link;
pub mod store;

use domain::error::{Code, Refusal};
use domain::id::{ConsentId, PersonId};
use domain::language::Language;
use domain::person::{CONSENT_VERSION, Declared, ProfileForm, ProfileView};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::account;
use crate::ctx::Ctx;
use crate::entity::{account as accounts, consent, person};
use crate::error::Result;
use crate::policy;

pub use codes::{list_codes, retire_code, save_code};
pub use declaration::{correct_declaration, declaration};
pub use erase::erase;
pub use kind::{kind_codes, list_all_kinds, list_kinds, seed_kinds};
pub(crate) use link::{link, unlink};
pub use store::canonical;

/// The profile of whoever is signed in.
///
/// # Errors
/// `SignInFirst`.
pub async fn profile(ctx: &Ctx) -> Result<ProfileView> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_read().await?;
    let account = account::store::get(&tx, permit.person().account).await?;
    let person = store::get(&tx, permit.person().person).await?;
    let consent = store::find_consent(&tx, person.id).await?;
    let kinds = kind::list_with(&tx, ctx.language, person.personnel_kind.as_deref()).await?;
    tx.commit().await?;
    Ok(ProfileView {
        given_name: person.given_name.clone(),
        family_name: person.family_name.clone(),
        email: account.email,
        email_verified: account.email_verified_at.is_some(),
        language: account.language,
        declared: declared(&person),
        consent: consent.and_then(|version| u16::try_from(version).ok()),
        kinds,
    })
}

/// Saves the profile of whoever is signed in, and carries what changed into their participations.
///
/// # Errors
/// `SignInFirst`; `Invalid` naming each wrong field.
pub async fn save_profile(ctx: &Ctx, form: ProfileForm) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let (me, account) = (permit.person().person, permit.person().account);
    let tx = ctx.db.begin_write().await?;
    let before = store::get_locked(&tx, me).await?;
    let mut kinds = kind_codes(&tx).await?;
    // A kind retired since it was declared stays as declared; it is only no longer offered to others.
    kinds.extend(before.personnel_kind.clone());
    let after = form.declared(&kinds)?;
    let language = match form.language.trim() {
        "" => None,
        text => Some(text.parse::<Language>().map_err(|_| Refusal::field("language", Code::ChoiceUnknown))?),
    };
    save_person(&tx, me, &form, &after).await?;
    if let Some(language) = language {
        let row = accounts::ActiveModel { id: Set(account), language: Set(language), ..Default::default() };
        accounts::Entity::update(row).exec(&tx).await?;
    }
    if !form.consent.is_empty() {
        agree(&tx, ctx, me).await?;
    }
    let persons = store::person_ids(&tx, me).await?;
    if store::carry(&tx, &persons, &declared(&before), &after).await? {
        crate::counting::bump_persons(&tx, &persons).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What stands for a person where names do not: the same for the same person everywhere on this campus, and no way back to
/// the person without the campus's own records. Long enough that no two of some millions share one.
#[must_use]
pub fn surrogate(person: PersonId) -> String {
    crate::ctx::digest(&format!("person:{person}")).chars().take(16).collect()
}

/// What a person's record declares.
#[must_use]
pub fn declared(person: &person::Model) -> Declared {
    Declared {
        sex: person.sex,
        country: person.country.clone(),
        personnel_kind: person.personnel_kind.clone(),
        institution: person.institution.clone(),
    }
}

async fn save_person<C: ConnectionTrait>(tx: &C, me: PersonId, form: &ProfileForm, after: &Declared) -> Result<()> {
    let row = person::ActiveModel {
        id: Set(me),
        given_name: Set(form.given_name.trim().to_owned()),
        family_name: Set(form.family_name.trim().to_owned()),
        sex: Set(after.sex),
        country: Set(after.country.clone()),
        personnel_kind: Set(after.personnel_kind.clone()),
        institution: Set(after.institution.clone()),
        ..Default::default()
    };
    person::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes the agreement to today's consent text, once a version.
async fn agree<C: ConnectionTrait>(tx: &C, ctx: &Ctx, me: PersonId) -> Result<()> {
    let version = i32::from(CONSENT_VERSION);
    if store::find_consent(tx, me).await?.is_some_and(|agreed| agreed >= version) {
        return Ok(());
    }
    let row = consent::ActiveModel {
        id: Set(ConsentId(ctx.new_id())),
        person_id: Set(me),
        version: Set(version),
        given_at: Set(ctx.now()),
    };
    consent::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

//! Queries about certificates.

use domain::id::ParticipationId;
use domain::language::Language;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::ctx::Ctx;
use crate::entity::certificate;
use crate::error::Result;

/// Issues a certificate and gives its code. The database holds one for a participation; a second insert fails.
///
/// # Errors
/// When the database fails.
pub async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    language: Language,
) -> Result<String> {
    let mut random = [0_u8; 12];
    ctx.random.fill(&mut random);
    let code = domain::certificate::code(random);
    let row = certificate::ActiveModel {
        code: Set(code.clone()),
        participation_id: Set(participation),
        language: Set(language),
        issued_at: Set(ctx.now()),
    };
    certificate::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(code)
}

/// The certificate with this code, as it is stored.
///
/// # Errors
/// When the database fails.
pub async fn find_by_code<C: ConnectionTrait>(db: &C, code: &str) -> Result<Option<certificate::Model>> {
    Ok(certificate::Entity::find_by_id(code.to_owned()).one(db).await?)
}

/// The certificate of a participation.
///
/// # Errors
/// When the database fails.
pub async fn find_of<C: ConnectionTrait>(db: &C, participation: ParticipationId) -> Result<Option<certificate::Model>> {
    Ok(certificate::Entity::find().filter(certificate::Column::ParticipationId.eq(participation)).one(db).await?)
}

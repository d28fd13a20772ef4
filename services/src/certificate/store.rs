//! Queries about certificates.

use domain::certificate::CertificateKind;
use domain::id::{EditionId, ParticipationId};
use domain::language::Language;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::ctx::Ctx;
use crate::entity::{certificate, participation};
use crate::error::Result;

/// Issues a certificate and gives its code. The database holds one for a participation: one of participation becomes that of
/// the completion, under its own code.
///
/// # Errors
/// When the database fails.
pub async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    language: Language,
    kind: CertificateKind,
) -> Result<String> {
    if let Some(before) = find_of(tx, participation).await? {
        let row = certificate::ActiveModel {
            code: Set(before.code.clone()),
            kind: Set(kind),
            language: Set(language),
            issued_at: Set(ctx.now()),
            ..Default::default()
        };
        certificate::Entity::update(row).exec(tx).await?;
        return Ok(before.code);
    }
    let mut random = [0_u8; 12];
    ctx.random.fill(&mut random);
    let code = domain::certificate::code(random);
    let row = certificate::ActiveModel {
        code: Set(code.clone()),
        participation_id: Set(participation),
        language: Set(language),
        issued_at: Set(ctx.now()),
        kind: Set(kind),
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

/// The participations of an edition that have a certificate.
///
/// # Errors
/// When the database fails.
pub async fn list_of_edition<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<ParticipationId>> {
    let of = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition));
    let found = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::ParticipationId)
        .filter(certificate::Column::ParticipationId.in_subquery(of.into_query()));
    Ok(found.into_tuple().all(db).await?)
}

/// Takes the certificates of participation of these away.
///
/// # Errors
/// When the database fails.
pub async fn give_way<C: ConnectionTrait>(tx: &C, of: &[ParticipationId]) -> Result<()> {
    for some in of.chunks(500) {
        certificate::Entity::delete_many()
            .filter(certificate::Column::ParticipationId.is_in(some.iter().copied()))
            .filter(certificate::Column::Kind.eq(CertificateKind::Participation))
            .exec(tx)
            .await?;
    }
    Ok(())
}

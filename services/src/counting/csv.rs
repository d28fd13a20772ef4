//! The facts as a file: what every figure is counted from, without a name.

use std::collections::HashMap;
use std::io::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::counting::{EditionFacts, canonical};
use domain::id::{EditionId, PersonId};
use domain::language::Language;
use domain::person::{Sex, SexCell};
use futures_util::TryStreamExt as _;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder, QuerySelect};

use super::store;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{edition, participation};
use crate::error::Result;
use crate::export::{Sheet, Sink, Written};
use crate::person::surrogate;
use crate::policy;

/// The file's columns; the same in every language.
const HEADER: [&str; 10] = [
    "person",
    "edition",
    "course",
    "modality",
    "language",
    "sex",
    "country",
    "personnel_kind",
    "first_activity_at",
    "completed_at",
];

/// Writes every participation, one row each, by edition: the person's surrogate, what was declared for the participation, and
/// the two moments in UTC. What is not recorded is an empty field, but for the sex, whose cell is named. Gives the rows.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the database or the writer fails.
pub async fn export_participations(ctx: &Ctx, out: impl Write + Send) -> Result<u64> {
    write_participations(ctx, &mut Written(out)).await
}

/// The same into a file that is made in the background. The export is logged.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the database or the file fails.
pub(crate) async fn write_participations(ctx: &Ctx, sink: &mut impl Sink) -> Result<u64> {
    type Row = (
        PersonId,
        EditionId,
        Language,
        Option<Sex>,
        Option<String>,
        Option<String>,
        Option<DateTime<Utc>>,
        Option<DateTime<Utc>>,
    );
    use participation::Column;
    policy::may_staff(ctx)?;
    let tx = ctx.db.begin_read().await?;
    sink.expect(participation::Entity::find().count(&tx).await?);
    let editions = store::load_editions(&tx, edition::Entity::find()).await?;
    let editions: HashMap<EditionId, EditionFacts> = editions.into_iter().map(|one| (one.id, one)).collect();
    let links = store::load_links(&tx).await?;
    let mut file = Sheet::plain(sink);
    file.head(HEADER)?;
    let mut rows = participation::Entity::find()
        .select_only()
        .columns([
            Column::PersonId,
            Column::EditionId,
            Column::Language,
            Column::Sex,
            Column::Country,
            Column::PersonnelKind,
            Column::FirstActivityAt,
            Column::CompletedAt,
        ])
        .order_by_asc(Column::EditionId)
        .into_tuple::<Row>()
        .stream(&tx)
        .await?;
    while let Some((person, edition, language, sex, country, kind, first, completed)) = rows.try_next().await? {
        let Some(edition) = editions.get(&edition) else { continue };
        let moment = |at: Option<DateTime<Utc>>| {
            at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
        };
        file.row([
            &surrogate(canonical(person, &links)),
            &edition.code,
            &edition.course,
            edition.modality.as_str(),
            language.as_str(),
            SexCell::from(sex).as_str(),
            country.as_deref().unwrap_or_default(),
            kind.as_deref().unwrap_or_default(),
            &moment(first),
            &moment(completed),
        ])
        .await?;
    }
    drop(rows);
    tx.commit().await?;
    let rows = file.finish().await?;
    let tx = ctx.db.begin_write().await?;
    audit::record(&tx, ctx, "participations", Entry::FactsExported { rows }).await?;
    tx.commit().await?;
    Ok(rows)
}

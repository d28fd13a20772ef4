//! The facts as a file: what every figure is counted from, without a name.

use std::collections::HashMap;
use std::io::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::counting::{EditionFacts, canonical};
use domain::id::{EditionId, PersonId};
use domain::language::Language;
use domain::person::{Sex, SexCell};
use futures_util::TryStreamExt as _;
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};

use super::store;
use crate::ctx::Ctx;
use crate::entity::{edition, participation};
use crate::error::{Error, Result};
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
    policy::may_administer(ctx)?;
    let tx = ctx.db.begin_read().await?;
    let editions = store::load_editions(&tx, edition::Entity::find()).await?;
    let editions: HashMap<EditionId, EditionFacts> = editions.into_iter().map(|one| (one.id, one)).collect();
    let links = store::load_links(&tx).await?;
    let broken = |error: ::csv::Error| Error::other("participations as CSV", error);
    let mut writer = ::csv::WriterBuilder::new().from_writer(out);
    writer.write_record(HEADER).map_err(broken)?;
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
    let mut count = 0;
    while let Some((person, edition, language, sex, country, kind, first, completed)) = rows.try_next().await? {
        let Some(edition) = editions.get(&edition) else { continue };
        let moment = |at: Option<DateTime<Utc>>| {
            at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
        };
        writer
            .write_record([
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
            .map_err(broken)?;
        count += 1;
    }
    drop(rows);
    tx.commit().await?;
    writer.flush().map_err(|error| Error::other("participations as CSV", error))?;
    Ok(count)
}

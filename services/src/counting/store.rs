//! Reads the facts: a few queries, no joins, only the columns that count.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::counting::{EditionFacts, Facts, Gain, NewFact, canonical};
use domain::id::{CourseId, EditionId, ParticipationId, PersonId};
use domain::language::Words;
use domain::person::Sex;
use domain::quiz::{POST_TEST, PRE_TEST, Score, points_gained};
use futures_util::TryStreamExt as _;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _, Select, StreamTrait,
};

use super::Definition;
use crate::enrolment::store::score;
use crate::entity::{attempt, counted_edition, counting_revision, course, edition, indicator, participation, person};
use crate::error::Result;

/// How many editions are asked for at once; databases limit what a statement may hold.
const EDITIONS: usize = 500;

/// Where the counting stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Revision {
    pub number: i64,
    /// Whoever read before this revision reads everything anew.
    pub whole: i64,
}

pub(super) async fn raise_revision<C: ConnectionTrait>(tx: &C, whole: bool) -> Result<()> {
    use counting_revision::Column;
    let next = || Expr::col(Column::Revision).add(1);
    let mut raise = counting_revision::Entity::update_many().col_expr(Column::Revision, next());
    if whole {
        raise = raise.col_expr(Column::Whole, next());
    }
    raise.exec(tx).await?;
    Ok(())
}

/// Notes that these editions changed at the revision that was raised just now.
pub(super) async fn mark<C: ConnectionTrait>(tx: &C, editions: &[EditionId]) -> Result<()> {
    if editions.is_empty() {
        return Ok(());
    }
    let number = revision(tx).await?.number;
    for some in editions.chunks(EDITIONS) {
        let rows = some
            .iter()
            .map(|edition| counted_edition::ActiveModel { edition_id: Set(*edition), revision: Set(number) });
        let newer = OnConflict::column(counted_edition::Column::EditionId)
            .update_column(counted_edition::Column::Revision)
            .to_owned();
        counted_edition::Entity::insert_many(rows).on_conflict(newer).exec_without_returning(tx).await?;
    }
    Ok(())
}

pub(super) async fn revision<C: ConnectionTrait>(db: &C) -> Result<Revision> {
    let row = counting_revision::Entity::find().one(db).await?;
    Ok(row.map_or_else(Revision::default, |row| Revision { number: row.revision, whole: row.whole }))
}

/// The editions that changed after `revision`.
pub(super) async fn list_changed<C: ConnectionTrait>(db: &C, revision: i64) -> Result<Vec<EditionId>> {
    Ok(counted_edition::Entity::find()
        .select_only()
        .column(counted_edition::Column::EditionId)
        .filter(counted_edition::Column::Revision.gt(revision))
        .into_tuple()
        .all(db)
        .await?)
}

/// The editions that any of these records takes part in.
pub(super) async fn list_editions_of<C: ConnectionTrait>(db: &C, persons: &[PersonId]) -> Result<Vec<EditionId>> {
    Ok(participation::Entity::find()
        .select_only()
        .column(participation::Column::EditionId)
        .distinct()
        .filter(participation::Column::PersonId.is_in(persons.iter().copied()))
        .into_tuple()
        .all(db)
        .await?)
}

type Row = (
    ParticipationId,
    PersonId,
    EditionId,
    Option<Sex>,
    Option<String>,
    Option<String>,
    Option<DateTime<Utc>>,
    Option<DateTime<Utc>>,
    Option<DateTime<Utc>>,
    Option<DateTime<Utc>>,
);

/// The participations' columns that count.
fn participations() -> Select<participation::Entity> {
    use participation::Column;
    participation::Entity::find().select_only().columns([
        Column::Id,
        Column::PersonId,
        Column::EditionId,
        Column::Sex,
        Column::Country,
        Column::PersonnelKind,
        Column::FirstActivityAt,
        Column::FirstActivityRecordedAt,
        Column::CompletedAt,
        Column::CompletionRecordedAt,
    ])
}

/// A row as a fact of the person that its record stands for.
fn fact<'a>(row: &'a Row, links: &HashMap<PersonId, PersonId>) -> NewFact<'a> {
    let (participation, person, edition, sex, country, kind, first, first_recorded, completed, completion_recorded) =
        row;
    NewFact {
        participation: *participation,
        person: canonical(*person, links),
        edition: *edition,
        sex: *sex,
        country: country.as_deref(),
        personnel_kind: kind.as_deref(),
        first_activity_at: *first,
        first_activity_recorded_at: *first_recorded,
        completed_at: *completed,
        completion_recorded_at: *completion_recorded,
    }
}

pub(super) async fn load_facts<C: ConnectionTrait + StreamTrait>(db: &C) -> Result<Facts> {
    let mut facts = Facts::new(load_editions(db, edition::Entity::find()).await?);
    let links = load_links(db).await?;
    // Row by row: a million rows at once would take more memory than the facts that they become.
    let mut rows =
        participations().order_by_asc(participation::Column::EditionId).into_tuple::<Row>().stream(db).await?;
    while let Some(row) = rows.try_next().await? {
        facts.push(&fact(&row, &links));
    }
    drop(rows);
    facts.seal();
    facts.set_gains(load_gains(db, None).await?);
    Ok(facts)
}

/// Reads these editions' facts again.
pub(super) async fn refresh<C: ConnectionTrait>(db: &C, facts: &mut Facts, editions: &[EditionId]) -> Result<()> {
    if editions.is_empty() {
        return Ok(());
    }
    let links = load_links(db).await?;
    for some in editions.chunks(EDITIONS) {
        let described = edition::Entity::find().filter(edition::Column::Id.is_in(some.iter().copied()));
        for one in load_editions(db, described).await? {
            facts.describe(one);
        }
        let of = participation::Column::EditionId.is_in(some.iter().copied());
        let rows: Vec<Row> = participations().filter(of).into_tuple().all(db).await?;
        let gains = load_gains(db, Some(some)).await?;
        let mut by_edition: HashMap<EditionId, Vec<NewFact<'_>>> = HashMap::new();
        for row in &rows {
            by_edition.entry(row.2).or_default().push(fact(row, &links));
        }
        for edition in some {
            let new = by_edition.remove(edition).unwrap_or_default();
            let gained: Vec<_> =
                new.iter().filter_map(|row| Some((row.participation, *gains.get(&row.participation)?))).collect();
            facts.replace(*edition, &new, gained);
        }
    }
    Ok(())
}

/// What the pre-test and the post-test reached, and when they were handed in.
type BothTests = [Option<(Score, DateTime<Utc>)>; 2];

/// What participations with both tests gained, of all editions or of some. There is one attempt at each; should a store hold
/// more, the first counts.
async fn load_gains<C: ConnectionTrait>(
    db: &C,
    editions: Option<&[EditionId]>,
) -> Result<HashMap<ParticipationId, Gain>> {
    use attempt::Column;
    type Tested = (ParticipationId, String, Option<i32>, Option<i32>, Option<DateTime<Utc>>);
    let mut attempts = attempt::Entity::find();
    if let Some(editions) = editions {
        let theirs = participation::Entity::find()
            .select_only()
            .column(participation::Column::Id)
            .filter(participation::Column::EditionId.is_in(editions.iter().copied()))
            .into_query();
        attempts = attempts.filter(Column::ParticipationId.in_subquery(theirs));
    }
    let rows: Vec<Tested> = attempts
        .select_only()
        .columns([Column::ParticipationId, Column::Activity, Column::Right, Column::Asked, Column::SubmittedAt])
        .filter(Column::Activity.is_in([PRE_TEST, POST_TEST]))
        .filter(Column::SubmittedAt.is_not_null())
        .order_by_asc(Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    let mut tests: HashMap<ParticipationId, BothTests> = HashMap::new();
    for (participation, activity, right, asked, at) in rows {
        let (Some(right), Some(asked), Some(at)) = (right, asked, at) else { continue };
        let [pre, post] = tests.entry(participation).or_default();
        let slot = if activity == PRE_TEST { pre } else { post };
        slot.get_or_insert((score(right, asked), at));
    }
    let gain = |(participation, [pre, post]): (ParticipationId, BothTests)| {
        let ((pre, before), (post, after)) = (pre?, post?);
        Some((
            participation,
            Gain { points: points_gained(pre, post), at: if after < before { before } else { after } },
        ))
    };
    Ok(tests.into_iter().filter_map(gain).collect())
}

/// Which person each linked record stands for.
pub(crate) async fn load_links<C: ConnectionTrait>(db: &C) -> Result<HashMap<PersonId, PersonId>> {
    let links: Vec<(PersonId, Option<PersonId>)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::LinkedTo])
        .filter(person::Column::LinkedTo.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(links.into_iter().filter_map(|(record, person)| Some((record, person?))).collect())
}

pub(super) async fn load_editions<C: ConnectionTrait>(
    db: &C,
    which: Select<edition::Entity>,
) -> Result<Vec<EditionFacts>> {
    let courses = course::Entity::find().all(db).await?;
    let slugs: HashMap<CourseId, String> = courses.into_iter().map(|course| (course.id, course.slug)).collect();
    let editions = which.all(db).await?;
    let facts = |edition: edition::Model| EditionFacts {
        id: edition.id,
        course: slugs.get(&edition.course_id).cloned().unwrap_or_default(),
        code: edition.code,
        title: Words::es_en(edition.title_es, edition.title_en),
        modality: edition.modality,
        languages: edition.languages.split(',').filter_map(|text| text.trim().parse().ok()).collect(),
        country: edition.country,
        personnel_kind: edition.personnel_kind,
        starts_on: edition.starts_on,
    };
    Ok(editions.into_iter().map(facts).collect())
}

/// The newest version of each definition, in the plan's order.
pub(super) async fn list_definitions<C: ConnectionTrait>(db: &C) -> Result<Vec<Definition>> {
    let rows = indicator::Entity::find().order_by_asc(indicator::Column::Version).all(db).await?;
    let newest: BTreeMap<String, indicator::Model> = rows.into_iter().map(|row| (row.code.clone(), row)).collect();
    let mut newest: Vec<_> = newest.into_values().collect();
    newest.sort_by_key(|row| row.position);
    newest
        .into_iter()
        .map(|row| {
            Ok(Definition { version: row.version.unsigned_abs(), indicator: serde_json::from_str(&row.definition)? })
        })
        .collect()
}

//! Reads the facts: five queries, no joins, only the columns that count.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::counting::{EditionFacts, Facts, Gain, NewFact, canonical};
use domain::id::{CourseId, EditionId, ParticipationId, PersonId};
use domain::language::Words;
use domain::person::Sex;
use domain::quiz::{POST_TEST, PRE_TEST, Score, points_gained};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Definition;
use crate::enrolment::store::score;
use crate::entity::{attempt, counting_revision, course, edition, indicator, participation, person};
use crate::error::Result;

pub(super) async fn raise_revision<C: ConnectionTrait>(tx: &C) -> Result<()> {
    counting_revision::Entity::update_many()
        .col_expr(counting_revision::Column::Revision, Expr::col(counting_revision::Column::Revision).add(1))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) async fn revision<C: ConnectionTrait>(db: &C) -> Result<i64> {
    let row = counting_revision::Entity::find().one(db).await?;
    Ok(row.map_or(0, |row| row.revision))
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

pub(super) async fn load_facts<C: ConnectionTrait>(db: &C) -> Result<Facts> {
    use participation::Column;
    let mut facts = Facts::new(load_editions(db).await?);
    let links = load_links(db).await?;
    let rows: Vec<Row> = participation::Entity::find()
        .select_only()
        .columns([
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
        .into_tuple()
        .all(db)
        .await?;
    for (participation, person, edition, sex, country, kind, first, first_recorded, completed, completion_recorded) in
        &rows
    {
        facts.push(&NewFact {
            participation: *participation,
            person: canonical(*person, &links),
            edition: *edition,
            sex: *sex,
            country: country.as_deref(),
            personnel_kind: kind.as_deref(),
            first_activity_at: *first,
            first_activity_recorded_at: *first_recorded,
            completed_at: *completed,
            completion_recorded_at: *completion_recorded,
        });
    }
    facts.set_gains(&load_gains(db).await?);
    facts.seal();
    Ok(facts)
}

/// What the pre-test and the post-test reached, and when they were handed in.
type BothTests = [Option<(Score, DateTime<Utc>)>; 2];

/// What participations with both tests gained. There is one attempt at each; should a store hold more, the first counts.
async fn load_gains<C: ConnectionTrait>(db: &C) -> Result<HashMap<ParticipationId, Gain>> {
    use attempt::Column;
    type Tested = (ParticipationId, String, Option<i32>, Option<i32>, Option<DateTime<Utc>>);
    let rows: Vec<Tested> = attempt::Entity::find()
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

async fn load_editions<C: ConnectionTrait>(db: &C) -> Result<Vec<EditionFacts>> {
    let courses = course::Entity::find().all(db).await?;
    let slugs: HashMap<CourseId, String> = courses.into_iter().map(|course| (course.id, course.slug)).collect();
    let editions = edition::Entity::find().all(db).await?;
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

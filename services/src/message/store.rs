//! Queries about messages, their readers and how far they came.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::error::Code;
use domain::id::{EditionId, JobId, MessageId, ParticipationId, PersonId};
use domain::language::Language;
use domain::message::{DeliveryState, Segment, Standing};
use domain::submission::SubmissionState;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _, RelationDef,
};

use crate::enrolment::store as enrolments;
use crate::entity::{job, message, message_delivery, participation, person, submission};
use crate::error::Result;

/// Somebody who gets a message.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub person: PersonId,
    pub name: String,
    /// Where, and in which language; None without an account.
    pub address: Option<(String, Language)>,
}

pub(super) async fn list<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<message::Model>> {
    let found = message::Entity::find().filter(message::Column::EditionId.eq(edition));
    Ok(found.order_by_desc(message::Column::SendAt).order_by_desc(message::Column::Id).all(db).await?)
}

/// Sent announcements, the newest first.
pub(super) async fn announced<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<message::Model>> {
    let found = message::Entity::find()
        .filter(message::Column::EditionId.eq(edition))
        .filter(message::Column::Segment.eq(Segment::All.to_string()))
        .filter(message::Column::SentAt.is_not_null());
    Ok(found.order_by_desc(message::Column::SentAt).all(db).await?)
}

/// The message with this id, if it is one of the edition.
pub(super) async fn get_of<C: ConnectionTrait>(db: &C, edition: EditionId, id: &str) -> Result<message::Model> {
    let Ok(id) = id.parse::<MessageId>() else { return Err(Code::NotFound.into()) };
    let found = message::Entity::find_by_id(id).filter(message::Column::EditionId.eq(edition)).one(db).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

/// Who belongs to a segment, by name. Four queries, however many people.
pub(super) async fn people<C: ConnectionTrait>(db: &C, edition: EditionId, segment: &Segment) -> Result<Vec<Reader>> {
    let enrolled = enrolments::list_enrolled(db, edition).await?;
    let handed_in: HashSet<ParticipationId> = match segment {
        Segment::Missing(key) => handed_in(db, edition, key).await?,
        _ => HashSet::new(),
    };
    let accounts = enrolments::list_accounts(db, edition).await?;
    let mut readers: BTreeMap<PersonId, (String, Reader)> = BTreeMap::new();
    for one in enrolled {
        let standing = Standing {
            started: one.participation.first_activity_at.is_some(),
            completed: one.participation.completed_at.is_some(),
            handed_in: handed_in.contains(&one.participation.id),
            id: one.participation.id,
        };
        if !segment.takes_in(standing) {
            continue;
        }
        // Somebody in the edition under two records is written to once.
        let person = one.linked_to.unwrap_or(one.participation.person_id);
        let own = accounts.get(&one.participation.person_id).or_else(|| accounts.get(&person)).cloned();
        let name = format!("{} {}", one.given_name, one.family_name).trim().to_owned();
        let order = format!("{} {}", one.family_name, one.given_name).to_lowercase();
        readers.entry(person).or_insert((order, Reader { person: one.participation.person_id, name, address: own }));
    }
    let mut readers: Vec<(String, Reader)> = readers.into_values().collect();
    readers.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(readers.into_iter().map(|(_, reader)| reader).collect())
}

async fn handed_in<C: ConnectionTrait>(db: &C, edition: EditionId, key: &str) -> Result<HashSet<ParticipationId>> {
    let of = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition));
    let found: Vec<ParticipationId> = submission::Entity::find()
        .select_only()
        .column(submission::Column::ParticipationId)
        .filter(submission::Column::Activity.eq(key))
        .filter(submission::Column::State.ne(SubmissionState::Draft))
        .filter(submission::Column::ParticipationId.in_subquery(of.into_query()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

fn to_job() -> RelationDef {
    message_delivery::Entity::belongs_to(job::Entity).from(message_delivery::Column::JobId).to(job::Column::Id).into()
}

#[derive(FromQueryResult)]
struct Counted {
    message_id: MessageId,
    people: i64,
    written: i64,
    found: i64,
    done: i64,
}

/// How many people each message of an edition reached how far. Two queries, however many people.
pub(super) async fn counts<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<MessageId, BTreeMap<DeliveryState, u32>>> {
    let of_edition = || {
        let messages = message::Entity::find()
            .select_only()
            .column(message::Column::Id)
            .filter(message::Column::EditionId.eq(edition));
        message_delivery::Entity::find()
            .select_only()
            .column(message_delivery::Column::MessageId)
            .join(JoinType::LeftJoin, to_job())
            .filter(message_delivery::Column::MessageId.in_subquery(messages.into_query()))
            .group_by(message_delivery::Column::MessageId)
    };
    let all: Vec<Counted> = of_edition()
        .column_as(message_delivery::Column::Id.count(), "people")
        .column_as(message_delivery::Column::JobId.count(), "written")
        .column_as(job::Column::Id.count(), "found")
        .column_as(job::Column::DoneAt.count(), "done")
        .into_model()
        .all(db)
        .await?;
    let failed: Vec<(MessageId, i64)> = of_edition()
        .column_as(job::Column::Id.count(), "failed")
        .filter(job::Column::DoneAt.is_not_null())
        .filter(job::Column::Failure.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let failed: HashMap<MessageId, i64> = failed.into_iter().collect();
    let whole = |count: i64| u32::try_from(count).unwrap_or_default();
    let of = |one: Counted| {
        let failed = failed.get(&one.message_id).copied().unwrap_or(0);
        let waiting = one.found - one.done;
        let states = BTreeMap::from([
            // A job that is gone was done long ago.
            (DeliveryState::Delivered, whole(one.written - waiting - failed)),
            (DeliveryState::Waiting, whole(waiting)),
            (DeliveryState::Failed, whole(failed)),
            (DeliveryState::NoAddress, whole(one.people - one.written)),
        ]);
        (one.message_id, states)
    };
    Ok(all.into_iter().map(of).collect())
}

#[derive(FromQueryResult)]
struct Delivery {
    given_name: String,
    family_name: String,
    job_id: Option<JobId>,
    found: Option<JobId>,
    done_at: Option<DateTime<Utc>>,
    failure: Option<String>,
}

impl Delivery {
    fn state(&self) -> DeliveryState {
        match (self.job_id, self.found, self.done_at, &self.failure) {
            (None, ..) => DeliveryState::NoAddress,
            (_, Some(_), None, _) => DeliveryState::Waiting,
            (_, Some(_), Some(_), Some(_)) => DeliveryState::Failed,
            // A job that is gone was done long ago.
            _ => DeliveryState::Delivered,
        }
    }
}

/// Who was written to, by name, and how far it came.
pub(super) async fn deliveries<C: ConnectionTrait>(db: &C, id: MessageId) -> Result<Vec<(String, DeliveryState)>> {
    let to_person: RelationDef = message_delivery::Entity::belongs_to(person::Entity)
        .from(message_delivery::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let mut all: Vec<Delivery> = message_delivery::Entity::find()
        .select_only()
        .column(message_delivery::Column::JobId)
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .column_as(job::Column::Id, "found")
        .columns([job::Column::DoneAt, job::Column::Failure])
        .join(JoinType::InnerJoin, to_person)
        .join(JoinType::LeftJoin, to_job())
        .filter(message_delivery::Column::MessageId.eq(id))
        .into_model()
        .all(db)
        .await?;
    all.sort_by_cached_key(|one| (one.family_name.to_lowercase(), one.given_name.to_lowercase()));
    let named = |one: &Delivery| (format!("{} {}", one.given_name, one.family_name).trim().to_owned(), one.state());
    Ok(all.iter().map(named).collect())
}

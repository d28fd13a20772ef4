//! Queries about messages, their readers and how far they came.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::error::Code;
use domain::id::{EditionId, JobId, MessageId, ParticipationId, PersonId};
use domain::language::Language;
use domain::message::{DeliveryState, Segment, Standing};
use domain::submission::SubmissionState;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
};

use crate::enrolment::store as enrolments;
use crate::entity::{account, job, message, message_delivery, participation, person, submission};
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
    let accounts = accounts(db, edition).await?;
    let mut readers: BTreeMap<PersonId, (String, Reader)> = BTreeMap::new();
    for one in enrolled {
        let standing = Standing {
            started: one.participation.first_activity_at.is_some(),
            completed: one.participation.completed_at.is_some(),
            handed_in: handed_in.contains(&one.participation.id),
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

async fn accounts<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<PersonId, (String, Language)>> {
    let persons = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .filter(participation::Column::EditionId.eq(edition));
    let linked = person::Entity::find()
        .select_only()
        .column(person::Column::LinkedTo)
        .filter(person::Column::LinkedTo.is_not_null())
        .filter(person::Column::Id.in_subquery(persons.clone().into_query()));
    let either = Condition::any()
        .add(account::Column::PersonId.in_subquery(persons.into_query()))
        .add(account::Column::PersonId.in_subquery(linked.into_query()));
    let rows: Vec<(PersonId, String, Language)> = account::Entity::find()
        .select_only()
        .columns([account::Column::PersonId, account::Column::Email, account::Column::Language])
        .filter(either)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(person, email, language)| (person, (email, language))).collect())
}

type Delivery = (MessageId, PersonId, Option<JobId>);

/// How far the jobs of these deliveries came.
async fn states<C: ConnectionTrait>(db: &C, rows: &[Delivery]) -> Result<HashMap<JobId, DeliveryState>> {
    let ids: Vec<JobId> = rows.iter().filter_map(|(_, _, job)| *job).collect();
    let mut all = HashMap::with_capacity(ids.len());
    for part in ids.chunks(500) {
        for one in job::Entity::find().filter(job::Column::Id.is_in(part.iter().copied())).all(db).await? {
            let state = match (one.done_at, one.failure) {
                (Some(_), None) => DeliveryState::Delivered,
                (Some(_), Some(_)) => DeliveryState::Failed,
                (None, _) => DeliveryState::Waiting,
            };
            all.insert(one.id, state);
        }
    }
    Ok(all)
}

fn state(states: &HashMap<JobId, DeliveryState>, job: Option<JobId>) -> DeliveryState {
    // A job that is gone was done long ago.
    job.map_or(DeliveryState::NoAddress, |job| states.get(&job).copied().unwrap_or(DeliveryState::Delivered))
}

/// How many people each message of an edition reached how far.
pub(super) async fn counts<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<MessageId, BTreeMap<DeliveryState, u32>>> {
    let of = message::Entity::find()
        .select_only()
        .column(message::Column::Id)
        .filter(message::Column::EditionId.eq(edition));
    let rows = rows(db, Condition::all().add(message_delivery::Column::MessageId.in_subquery(of.into_query()))).await?;
    let states = states(db, &rows).await?;
    let mut counts: HashMap<MessageId, BTreeMap<DeliveryState, u32>> = HashMap::new();
    for (message, _, job) in rows {
        *counts.entry(message).or_default().entry(state(&states, job)).or_insert(0) += 1;
    }
    Ok(counts)
}

async fn rows<C: ConnectionTrait>(db: &C, of: Condition) -> Result<Vec<Delivery>> {
    let found = message_delivery::Entity::find().select_only().columns([
        message_delivery::Column::MessageId,
        message_delivery::Column::PersonId,
        message_delivery::Column::JobId,
    ]);
    Ok(found.filter(of).into_tuple().all(db).await?)
}

/// Who was written to, by name, and how far it came.
pub(super) async fn deliveries<C: ConnectionTrait>(db: &C, id: MessageId) -> Result<Vec<(String, DeliveryState)>> {
    let rows = rows(db, Condition::all().add(message_delivery::Column::MessageId.eq(id))).await?;
    let states = states(db, &rows).await?;
    let of = message_delivery::Entity::find()
        .select_only()
        .column(message_delivery::Column::PersonId)
        .filter(message_delivery::Column::MessageId.eq(id));
    let persons = person::Entity::find().filter(person::Column::Id.in_subquery(of.into_query())).all(db).await?;
    let persons: HashMap<PersonId, person::Model> = persons.into_iter().map(|one| (one.id, one)).collect();
    let mut all: Vec<(String, String, DeliveryState)> = rows
        .into_iter()
        .filter_map(|(_, person, job)| {
            let of = persons.get(&person)?;
            let name = format!("{} {}", of.given_name, of.family_name).trim().to_owned();
            Some((of.family_name.to_lowercase(), name, state(&states, job)))
        })
        .collect();
    all.sort();
    Ok(all.into_iter().map(|(_, name, state)| (name, state)).collect())
}

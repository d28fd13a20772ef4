//! What the campus knows before an import: people by address and by name, and who is in the edition.

use std::collections::{HashMap, HashSet};

use domain::counting::canonical;
use domain::id::{EditionId, PersonId};
use domain::roster::words::name_key;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
};

use super::store;
use crate::ctx::{Actor, Ctx};
use crate::entity::{account, edition_instructor, participation, person};
use crate::error::Result;

/// Most people of one name that are offered.
const OFFERED: usize = 5;

/// A person's record, as far as names are compared.
#[derive(Debug, FromQueryResult)]
struct Named {
    id: PersonId,
    given_name: String,
    family_name: String,
    email: Option<String>,
}

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// By e-mail address.
    people: HashMap<String, PersonId>,
    /// Which person a linked record stands for.
    links: HashMap<PersonId, PersonId>,
    /// The edition's participations, by canonical person.
    pub participations: HashMap<PersonId, participation::Model>,
    /// Records without address and account of people in the edition, by folded name: what a list without addresses made.
    nameless: HashMap<String, Vec<PersonId>>,
    /// Canonical persons by folded name, as far as whoever asks may see people.
    namesakes: HashMap<String, Vec<PersonId>>,
}

impl Known {
    /// Loads what concerns these addresses and, where `names` asks for it, namesakes. Instructors are shown people of the
    /// editions that they teach; staff everybody.
    pub async fn load<C: ConnectionTrait>(
        db: &C,
        ctx: &Ctx,
        edition: EditionId,
        emails: &[&str],
        names: bool,
    ) -> Result<Self> {
        let links = crate::counting::store::load_links(db).await?;
        let people = store::list_people(db, emails).await?;
        let rows = store::list_participations(db, edition).await?;
        let participations: HashMap<PersonId, participation::Model> =
            rows.into_iter().map(|row| (canonical(row.person_id, &links), row)).collect();
        let mut known = Self { people, links, participations, ..Self::default() };
        if names {
            known.load_names(db, ctx, edition).await?;
        }
        Ok(known)
    }

    async fn load_names<C: ConnectionTrait>(&mut self, db: &C, ctx: &Ctx, edition: EditionId) -> Result<()> {
        let holders: HashSet<PersonId> = account::Entity::find()
            .select_only()
            .column(account::Column::PersonId)
            .into_tuple()
            .all(db)
            .await?
            .into_iter()
            .collect();
        for row in list_named(db, ctx, edition).await? {
            let key = name_key(&row.given_name, &row.family_name);
            let person = self.person(row.id);
            if row.email.is_none() && !holders.contains(&row.id) && self.participations.contains_key(&person) {
                self.nameless.entry(key.clone()).or_default().push(row.id);
            }
            let namesakes = self.namesakes.entry(key).or_default();
            if !namesakes.contains(&person) {
                namesakes.push(person);
            }
        }
        Ok(())
    }

    /// The canonical person of a record.
    pub fn person(&self, record: PersonId) -> PersonId {
        canonical(record, &self.links)
    }

    /// The record that an address names.
    pub fn by_email(&self, email: &str) -> Option<PersonId> {
        self.people.get(email).copied()
    }

    /// The one record that a list without addresses made for this name in this edition.
    pub fn nameless(&self, key: &str) -> Option<PersonId> {
        match self.nameless.get(key).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// People of this name, those of the edition first.
    pub fn namesakes(&self, key: &str) -> Vec<PersonId> {
        let mut found = self.namesakes.get(key).cloned().unwrap_or_default();
        found.sort_by_key(|person| (!self.participations.contains_key(person), *person));
        found.truncate(OFFERED);
        found
    }
}

/// The records whose names whoever asks may compare with.
async fn list_named<C: ConnectionTrait>(db: &C, ctx: &Ctx, edition: EditionId) -> Result<Vec<Named>> {
    let columns = [person::Column::Id, person::Column::GivenName, person::Column::FamilyName, person::Column::Email];
    let mut query = person::Entity::find().select_only().columns(columns);
    if crate::policy::may_see_people(ctx).is_err()
        && let Actor::Person(me) = &ctx.actor
    {
        let taught = edition_instructor::Entity::find()
            .select_only()
            .column(edition_instructor::Column::EditionId)
            .filter(edition_instructor::Column::AccountId.eq(me.account))
            .into_query();
        let seen = participation::Entity::find()
            .select_only()
            .column(participation::Column::PersonId)
            .filter(
                Condition::any()
                    .add(participation::Column::EditionId.in_subquery(taught))
                    .add(participation::Column::EditionId.eq(edition)),
            )
            .into_query();
        query = query.filter(person::Column::Id.in_subquery(seen));
    }
    Ok(query.into_model().all(db).await?)
}

//! The search for records that may be one person. It compares only records that share a mailbox, a folded name, or a country
//! and a first word, so that half a million people are searched in seconds.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use deunicode::deunicode;
use domain::duplicate::{NEAR, Sign, THRESHOLD, figures_agree, mailbox, score};
use domain::id::{EditionId, PersonId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::ctx::Ctx;
use crate::entity::{duplicate, participation, person};
use crate::error::Result;
use crate::policy;
use crate::roster::insert_all;
use crate::setting;

/// When the last search was made, as a setting.
pub(super) const KEY: &str = "duplicates";
/// Records of one block that are compared each with each; in a larger one only equal names are found.
const BLOCK: usize = 600;
/// Persons asked about at once.
const SOME: usize = 500;

struct Record {
    id: PersonId,
    /// Folded, its words in the order of the alphabet.
    name: String,
    mailbox: Option<String>,
    country: Option<String>,
}

/// Searches everybody, keeps what was found and forgets the undecided pairs that are no longer alike. Gives how many are open.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the database fails.
pub async fn search(ctx: &Ctx) -> Result<u32> {
    policy::may_see_people(ctx)?;
    let records = load(ctx.db.read()).await?;
    let (records, pairs) = crate::course::import::blocking(move || {
        let pairs = alike(&records);
        Ok((records, pairs))
    })
    .await?;
    let dates = dates(ctx.db.read(), &pairs, &records).await?;
    let mut found: BTreeMap<(PersonId, PersonId), Vec<Sign>> = BTreeMap::new();
    for ((one, other), mut signs) in pairs {
        let (Some(one), Some(other)) = (records.get(one), records.get(other)) else { continue };
        signs.extend(countries(one, other));
        signs.extend(days(dates.get(&one.id), dates.get(&other.id)));
        if score(&signs) >= THRESHOLD {
            found.insert((one.id.min(other.id), one.id.max(other.id)), signs);
        }
    }
    store(ctx, found).await
}

async fn load<C: ConnectionTrait>(db: &C) -> Result<Vec<Record>> {
    use person::Column;
    type Row = (PersonId, String, String, Option<String>, Option<String>);
    let rows: Vec<Row> = person::Entity::find()
        .select_only()
        .columns([Column::Id, Column::GivenName, Column::FamilyName, Column::Email, Column::Country])
        // Whom a record was found to be stands for it; an erased person has no name to compare.
        .filter(Column::LinkedTo.is_null())
        .filter(Column::GivenName.is_not_in(["", domain::person::ERASED_NAME]))
        .into_tuple()
        .all(db)
        .await?;
    let record = |(id, given, family, email, country): Row| Record {
        id,
        name: folded(&format!("{given} {family}")),
        mailbox: email.as_deref().and_then(mailbox),
        country,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// A name in Latin letters and lower case, its words in the order of the alphabet.
fn folded(name: &str) -> String {
    let plain = deunicode(name).to_lowercase();
    let mut words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Pairs of places of records that share a mailbox or a name, with the signs of that.
fn alike(records: &[Record]) -> BTreeMap<(usize, usize), Vec<Sign>> {
    let mut pairs: BTreeMap<(usize, usize), Vec<Sign>> = BTreeMap::new();
    let mut note = |one: usize, other: usize, sign: Sign| {
        let signs = pairs.entry((one.min(other), one.max(other))).or_default();
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    };
    let mut by_mailbox: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_block: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (place, record) in records.iter().enumerate() {
        if let Some(mailbox) = &record.mailbox {
            by_mailbox.entry(mailbox).or_default().push(place);
        }
        // One word is no name to go by.
        if record.name.contains(' ') {
            by_name.entry(&record.name).or_default().push(place);
            let first = record.name.split(' ').next().unwrap_or_default();
            by_block.entry((record.country.as_deref().unwrap_or_default(), first)).or_default().push(place);
        }
    }
    for (groups, sign) in [(&by_mailbox, Sign::SameMailbox), (&by_name, Sign::SameName)] {
        for group in groups.values().filter(|group| group.len() > 1) {
            for (at, one) in group.iter().enumerate() {
                // A name that very many bear tells little: its bearers are compared with the next few only.
                for other in group.iter().skip(at + 1).take(20) {
                    note(*one, *other, sign);
                }
            }
        }
    }
    for group in by_block.values().filter(|group| group.len() > 1 && group.len() <= BLOCK) {
        for (at, one) in group.iter().enumerate() {
            for other in group.iter().skip(at + 1) {
                let (Some(left), Some(right)) = (records.get(*one), records.get(*other)) else { continue };
                let near = left.name != right.name
                    && figures_agree(&left.name, &right.name)
                    && strsim::jaro_winkler(&left.name, &right.name) >= NEAR;
                if near {
                    note(*one, *other, Sign::NearName);
                }
            }
        }
    }
    pairs
}

fn countries(one: &Record, other: &Record) -> Option<Sign> {
    let (one, other) = (one.country.as_ref()?, other.country.as_ref()?);
    Some(if one == other { Sign::SameCountry } else { Sign::OtherCountry })
}

/// When somebody began and completed, and where.
#[derive(Default)]
struct Dates {
    days: HashSet<NaiveDate>,
    editions: HashSet<EditionId>,
}

fn days(one: Option<&Dates>, other: Option<&Dates>) -> Vec<Sign> {
    let Some((one, other)) = one.zip(other) else { return Vec::new() };
    let mut signs = Vec::new();
    if !one.days.is_disjoint(&other.days) {
        signs.push(Sign::SameDay);
    }
    if !one.editions.is_disjoint(&other.editions) {
        signs.push(Sign::SameEdition);
    }
    signs
}

async fn dates<C: ConnectionTrait>(
    db: &C,
    pairs: &BTreeMap<(usize, usize), Vec<Sign>>,
    records: &[Record],
) -> Result<HashMap<PersonId, Dates>> {
    use participation::Column;
    type Row = (PersonId, EditionId, Option<DateTime<Utc>>, Option<DateTime<Utc>>);
    let asked: HashSet<PersonId> = pairs
        .keys()
        .flat_map(|(one, other)| [*one, *other])
        .filter_map(|place| records.get(place))
        .map(|one| one.id)
        .collect();
    let asked: Vec<PersonId> = asked.into_iter().collect();
    let mut dates: HashMap<PersonId, Dates> = HashMap::new();
    for some in asked.chunks(SOME) {
        let rows: Vec<Row> = participation::Entity::find()
            .select_only()
            .columns([Column::PersonId, Column::EditionId, Column::FirstActivityAt, Column::CompletedAt])
            .filter(Column::PersonId.is_in(some.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        for (person, edition, first, completed) in rows {
            let of = dates.entry(person).or_default();
            of.editions.insert(edition);
            of.days.extend([first, completed].into_iter().flatten().map(|at| at.date_naive()));
        }
    }
    Ok(dates)
}

async fn store(ctx: &Ctx, found: BTreeMap<(PersonId, PersonId), Vec<Sign>>) -> Result<u32> {
    let tx = ctx.db.begin_write().await?;
    // What was decided stays decided, however alike they are.
    let decided: HashSet<(PersonId, PersonId)> = duplicate::Entity::find()
        .filter(duplicate::Column::DecidedAt.is_not_null())
        .all(&tx)
        .await?
        .into_iter()
        // A link that was taken back may be looked at again.
        .filter(|row| !row.linked)
        .map(|row| (row.one, row.other))
        .collect();
    duplicate::Entity::delete_many()
        .filter(
            sea_orm::Condition::any()
                .add(duplicate::Column::DecidedAt.is_null())
                .add(duplicate::Column::Linked.eq(true)),
        )
        .exec(&tx)
        .await?;
    let mut rows = Vec::new();
    for ((one, other), signs) in found {
        if decided.contains(&(one, other)) {
            continue;
        }
        rows.push(duplicate::ActiveModel {
            id: Set(ctx.new_id()),
            one: Set(one),
            other: Set(other),
            score: Set(score(&signs)),
            signs: Set(serde_json::to_string(&signs)?),
            found_at: Set(ctx.now()),
            linked: Set(false),
            decided_at: Set(None),
            decided_by: Set(None),
        });
    }
    let open = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    insert_all(&tx, rows).await?;
    setting::keep(&tx, ctx, KEY, &open).await?;
    tx.commit().await?;
    Ok(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_across_case_accents_order_and_script() {
        assert_eq!(folded("María José  NÚÑEZ"), folded("Nunez, Maria José"));
        assert_eq!(folded("Иван Петров"), folded("Petrov Ivan"));
        assert_ne!(folded("Ana Pérez"), folded("Ana Peña"));
    }
}

//! The demo campus: invented people, plainly marked, so that every page has something to show.
//!
//! Everything comes from one seed and from today's date, but for the hashes of the passwords. All of it is one transaction:
//! a demo campus is whole or absent.

mod chance;
mod editions;
mod forum;
mod meetings;
mod people;
mod plan;
mod rows;
pub(crate) mod weights;

use domain::error::Code;
use domain::id::{AccountId, PersonId};
use domain::language::Language;
use domain::role::Role;
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use crate::counting;
use crate::ctx::Ctx;
use crate::entity::{account, account_role, person};
use crate::error::Result;
use crate::policy;
use crate::roster::insert_all;
pub(crate) use chance::Chance;
use people::Pool;

/// The password of every demo account. It protects nothing: the demo campus holds nobody's data.
pub const PASSWORD: &str = "campus de demostracion";

pub use meetings::FIRST_MEETING;

/// The editions that the plan says were held before the platform, with its own words.
const PAST: &str = include_str!("../../data/past-editions.csv");

/// How many people are invented.
const PEOPLE: usize = 400;

/// What was made, for the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoReport {
    pub password: String,
    /// E-mail addresses that can sign in, each with what it shows.
    pub accounts: Vec<String>,
    pub people: usize,
    pub editions: usize,
}

/// The accounts that the other rows refer to.
#[derive(Debug, Clone, Copy)]
struct Accounts {
    instructor: AccountId,
    learner: PersonId,
    learner_account: AccountId,
    staff: AccountId,
}

/// Loads the demo campus into an empty one. `crowd`: how many people take part in one more edition, which is there to see how
/// long lists behave; none, and there is no such edition.
///
/// # Errors
/// `AlreadyStarted` when there is any person; `SignInFirst`, `NotForYou`.
pub async fn load(ctx: &Ctx, crowd: usize) -> Result<DemoReport> {
    policy::may_staff(ctx)?;
    crate::course::import_embedded(ctx).await?;
    let hash = ctx.passwords.hash(&*ctx.random, PASSWORD).await?;
    let kinds = crate::person::kind_codes(ctx.db.read()).await?;
    let mut chance = Chance::new(ctx.now());

    let tx = ctx.db.begin_write().await?;
    if crate::person::store::any(&tx).await? {
        return Err(Code::AlreadyStarted.into());
    }
    let accounts = insert_accounts(&tx, ctx, &mut chance, &hash).await?;
    let mut pool = Pool::invent(&mut chance, 1..=PEOPLE, &kinds);
    insert_all(&tx, pool.rows(ctx)).await?;
    let mut editions = editions::plan(ctx);
    let mut many = Pool::invent(&mut chance, PEOPLE + 1..=PEOPLE + crowd, &kinds);
    insert_all(&tx, many.rows(ctx)).await?;
    editions.extend((crowd > 0).then(|| editions::crowd(ctx, crowd)));
    for (place, edition) in editions.iter().enumerate() {
        let pool = if crowd > 0 && place + 1 == editions.len() { &mut many } else { &mut pool };
        let placed = plan::insert(&tx, ctx, &mut chance, edition, accounts).await?;
        let taking_part = pool.draw(&mut chance, edition);
        rows::insert(&tx, ctx, &mut chance, &placed, edition, &taking_part, accounts).await?;
        meetings::insert(&tx, ctx, &mut chance, &placed, edition).await?;
    }
    forum::insert(&tx, ctx, &mut chance, accounts).await?;
    counting::bump_all(&tx).await?;
    tx.commit().await?;
    numbers(ctx).await?;
    Ok(DemoReport {
        password: PASSWORD.to_owned(),
        accounts: ACCOUNTS.iter().map(|(name, shows, _)| format!("{name}@demo.invalid ({shows})")).collect(),
        people: PEOPLE + crowd + ACCOUNTS.len(),
        editions: editions.len(),
    })
}

/// What the plan reports from before the platform, and two facts that are plainly of the demonstration.
async fn numbers(ctx: &Ctx) -> Result<()> {
    crate::history::import(ctx, PAST, "CIM Strategic Plan 2016-2021").await?;
    // A campus without the plan's indicators has nothing to record facts for.
    if counting::current(ctx).await?.find("SISDEHM-COUNTRIES").is_none() {
        return Ok(());
    }
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    for (country, days) in [("PY", 200), ("BB", 500)] {
        let fact = domain::evidence::EvidenceForm {
            indicator: "SISDEHM-COUNTRIES".to_owned(),
            country: country.to_owned(),
            happened_on: (today - chrono::Duration::days(days)).to_string(),
            what: "Dato de demostración: la oficina de estadística incorporó indicadores del SISDEHM.".to_owned(),
            document: "Documento de demostración, p. 1".to_owned(),
            document_link: String::new(),
        };
        crate::evidence::record(ctx, &fact).await?;
    }
    Ok(())
}

/// (name in the address, what it shows, roles on the whole campus)
const ACCOUNTS: [(&str, &str, &[Role]); 4] = [
    ("admin", "administrator", &[Role::Administrator]),
    ("staff", "staff: the plan's indicators", &[Role::Staff, Role::PersonalData]),
    ("instructor", "teaches the running editions", &[]),
    ("learner", "half-way through a course", &[]),
];

async fn insert_accounts<C: ConnectionTrait>(tx: &C, ctx: &Ctx, chance: &mut Chance, hash: &str) -> Result<Accounts> {
    let (mut persons, mut accounts, mut roles) = (Vec::new(), Vec::new(), Vec::new());
    let mut made = Vec::new();
    for (name, _, held) in ACCOUNTS {
        let (person_id, account_id) = (PersonId(chance.id()), AccountId(chance.id()));
        made.push((name, account_id, person_id));
        let given = people::account_name(name);
        persons.push(people::person(
            person_id,
            given,
            &format!("{name}@demo.invalid"),
            (name == "learner").then(people::learner),
            ctx.now(),
        ));
        accounts.push(account::ActiveModel {
            id: Set(account_id),
            person_id: Set(person_id),
            email: Set(format!("{name}@demo.invalid")),
            email_verified_at: Set(Some(ctx.now())),
            password_hash: Set(hash.to_owned()),
            language: Set(Language::Es),
            created_at: Set(ctx.now()),
        });
        roles.extend(held.iter().map(|role| account_role::ActiveModel {
            id: Set(chance.id()),
            account_id: Set(account_id),
            role: Set(*role),
            countries: Set(String::new()),
            granted_at: Set(ctx.now()),
        }));
    }
    insert_all::<person::ActiveModel, C>(tx, persons).await?;
    insert_all::<account::ActiveModel, C>(tx, accounts).await?;
    insert_all::<account_role::ActiveModel, C>(tx, roles).await?;
    let find = |name: &str| made.iter().find(|(known, _, _)| *known == name).copied().ok_or(Code::Internal);
    let learner = find("learner")?;
    Ok(Accounts {
        instructor: find("instructor")?.1,
        learner: learner.2,
        learner_account: learner.1,
        staff: find("staff")?.1,
    })
}

//! A fresh campus for a test, on both databases, and sentences that fill it.
//!
//! A test reads: `on_both(|campus| async move { let ana = signed_in(&campus, "ana@example.org").await; … }).await`.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these sentences")]

pub mod refusals;
pub mod rows;

use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use chrono::{DateTime, TimeZone, Utc};
use domain::id::{AccountId, PersonId};
use domain::language::Language;
use domain::person::Declared;
use domain::role::Role;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use services::ctx::{Clock, Random, Settings};
use services::db::Db;
use services::entity::{account, account_role, edition, edition_instructor, person};
use services::jobs::MailSettings;
use services::{Actor, Campus, Ctx};
use sha2::Digest;

/// A clock that stands still until a test sets it.
#[derive(Debug)]
pub struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    pub fn set(&self, at: DateTime<Utc>) {
        *self.0.lock().unwrap() = at;
    }

    pub fn advance(&self, by: chrono::Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// The same drawn bytes in every run: SHA-256 of a counter.
#[derive(Debug, Default)]
struct TestRandom(AtomicU64);

impl Random for TestRandom {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let drawn = sha2::Sha256::digest(self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes());
            chunk.copy_from_slice(&drawn[..chunk.len()]);
        }
    }
}

/// The clocks of the campuses made here, by the address of the campus's own pointer to it. They are kept, so that an
/// address is never used twice.
static CLOCKS: LazyLock<Mutex<HashMap<usize, Arc<TestClock>>>> = LazyLock::new(Mutex::default);

fn address<T: ?Sized>(of: &Arc<T>) -> usize {
    Arc::as_ptr(of).cast::<()>() as usize
}

/// The moment at which every test begins: Monday 2 March 2026, 15:00 UTC.
pub fn beginning() -> DateTime<Utc> {
    at(2026, 3, 2, 15)
}

/// A full hour, UTC.
pub fn at(year: i32, month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, hour, 0, 0).unwrap()
}

/// The campus's clock, to be set.
pub fn clock(campus: &Campus) -> Arc<TestClock> {
    CLOCKS.lock().unwrap().get(&address(&campus.clock)).expect("a campus made by support").clone()
}

/// Runs `test` on a fresh SQLite campus and then on a fresh PostgreSQL one.
///
/// # Panics
/// When `CAMPUS_TEST_POSTGRES_URL` is missing: half a test is not a pass.
pub async fn on_both<T, F>(test: T)
where
    T: Fn(Arc<Campus>) -> F,
    F: Future<Output = ()>,
{
    on_both_with(|_| (), test).await;
}

/// The same, with settings that the test changes first.
pub async fn on_both_with<S, T, F>(change: S, test: T)
where
    S: Fn(&mut Settings),
    T: Fn(Arc<Campus>) -> F,
    F: Future<Output = ()>,
{
    let server = std::env::var("CAMPUS_TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!("CAMPUS_TEST_POSTGRES_URL is missing. Run the tests by `make test`, or by `scripts/with-postgres.sh cargo test`.")
    });
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("campus.db").display());
    let campus = campus(&url, &folder.path().join("outbox-sqlite"), &change).await;
    test(campus.clone()).await;
    campus.db.clone().close().await.unwrap();

    let name = unique_name();
    let over = sea_orm::Database::connect(server.clone()).await.expect("the PostgreSQL of CAMPUS_TEST_POSTGRES_URL");
    over.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let campus = self::campus(&on_server(&server, &name), &folder.path().join("outbox-postgres"), &change).await;
    test(campus.clone()).await;
    campus.db.clone().close().await.unwrap();
    over.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    over.close().await.unwrap();
}

fn unique_name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("campus_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The same server's address with another database.
fn on_server(url: &str, database: &str) -> String {
    let (base, query) = url.split_once('?').map_or((url, String::new()), |(base, query)| (base, format!("?{query}")));
    let host = base.rsplit_once('/').map_or(base, |(host, _)| host);
    format!("{host}/{database}{query}")
}

async fn campus(url: &str, outbox: &Path, change: &impl Fn(&mut Settings)) -> Arc<Campus> {
    let db = Db::open(url).await.unwrap();
    Migrator::up(db.writer(), None).await.unwrap();
    services::person::seed_kinds(db.writer()).await.unwrap();
    let mut settings = Settings {
        public_url: "http://campus.test".into(),
        reporting_zone: domain::zone::REPORTING,
        mail: MailSettings { from: "Campus <campus@campus.test>".into(), smtp_url: None, outbox: outbox.to_owned() },
        files: services::objects::FileSettings::Folder(outbox.with_extension("files")),
        country_names: |_, code| format!("country {code}"),
    };
    change(&mut settings);
    let clock = Arc::new(TestClock(Mutex::new(beginning())));
    let campus = Arc::new(Campus::with(db, settings, clock.clone(), Arc::new(TestRandom::default())));
    CLOCKS.lock().unwrap().insert(address(&campus.clock), clock);
    campus
}

/// Nobody yet.
pub fn visitor(campus: &Arc<Campus>) -> Ctx {
    ctx(campus, Actor::Visitor)
}

/// The command line.
pub fn system(campus: &Arc<Campus>) -> Ctx {
    Ctx::system(campus.clone())
}

fn ctx(campus: &Arc<Campus>, actor: Actor) -> Ctx {
    Ctx { campus: campus.clone(), actor, language: Language::Es, peer: None }
}

/// Somebody with a verified account of that address (made when there is none), signed in. Their password is unusable.
pub async fn signed_in(campus: &Arc<Campus>, email: &str) -> Ctx {
    let db = campus.db.writer();
    let found = account::Entity::find().filter(account::Column::Email.eq(email)).one(db).await.unwrap();
    let account = match found {
        Some(account) => account.id,
        None => make_account(campus, email).await,
    };
    signed_in_as(campus, account).await
}

/// The context of that account, as it is now: call it again after its roles changed.
pub async fn signed_in_as(campus: &Arc<Campus>, account: AccountId) -> Ctx {
    let (person, language) = services::account::find_signed_in(campus, account).await.unwrap().expect("an account");
    Ctx { language, ..ctx(campus, Actor::Person(person)) }
}

/// A signed-in member of staff with the right to personal data.
pub async fn staff(campus: &Arc<Campus>) -> Ctx {
    with_role(campus, "staff@example.org", Role::Staff).await;
    with_role(campus, "staff@example.org", Role::PersonalData).await
}

/// A signed-in member of staff who reads figures and no names.
pub async fn staff_without_names(campus: &Arc<Campus>) -> Ctx {
    with_role(campus, "figures@example.org", Role::Staff).await
}

/// A signed-in administrator.
pub async fn administrator(campus: &Arc<Campus>) -> Ctx {
    with_role(campus, "admin@example.org", Role::Administrator).await
}

async fn with_role(campus: &Arc<Campus>, email: &str, role: Role) -> Ctx {
    let account = signed_in(campus, email).await.person().unwrap().account;
    let row = account_role::ActiveModel {
        id: Set(campus.new_id()),
        account_id: Set(account),
        role: Set(role),
        countries: Set(String::new()),
        granted_at: Set(campus.now()),
    };
    let (of, held) = (account_role::Column::AccountId.eq(account), account_role::Column::Role.eq(role));
    if account_role::Entity::find().filter(of).filter(held).one(campus.db.read()).await.unwrap().is_none() {
        account_role::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
    }
    signed_in_as(campus, account).await
}

/// A signed-in instructor of that edition, which must exist.
pub async fn instructor(campus: &Arc<Campus>, email: &str, edition_code: &str) -> Ctx {
    let account = signed_in(campus, email).await.person().unwrap().account;
    let found =
        edition::Entity::find().filter(edition::Column::Code.eq(edition_code)).one(campus.db.read()).await.unwrap();
    let row = edition_instructor::ActiveModel {
        id: Set(campus.new_id()),
        edition_id: Set(found.expect("an edition of that code").id),
        account_id: Set(account),
    };
    edition_instructor::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
    signed_in_as(campus, account).await
}

/// Writes what a signed-in person declared, past the profile's rules: participations opened later copy it.
pub async fn declare(ctx: &Ctx, declared: Declared) {
    let row = person::ActiveModel {
        id: Set(ctx.person().unwrap().person),
        sex: Set(declared.sex),
        country: Set(declared.country),
        personnel_kind: Set(declared.personnel_kind),
        institution: Set(declared.institution),
        ..Default::default()
    };
    person::Entity::update(row).exec(ctx.db.writer()).await.unwrap();
}

async fn make_account(campus: &Campus, email: &str) -> AccountId {
    let (person_id, account_id) = (PersonId(campus.new_id()), AccountId(campus.new_id()));
    let name = email.split('@').next().unwrap_or_default();
    let tx = campus.db.begin_write().await.unwrap();
    let row = person::ActiveModel {
        id: Set(person_id),
        given_name: Set(name.to_owned()),
        family_name: Set("Example".to_owned()),
        email: Set(Some(email.to_owned())),
        created_at: Set(campus.now()),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(&tx).await.unwrap();
    let row = account::ActiveModel {
        id: Set(account_id),
        person_id: Set(person_id),
        email: Set(email.to_owned()),
        email_verified_at: Set(Some(campus.now())),
        password_hash: Set("none".to_owned()),
        language: Set(Language::Es),
        created_at: Set(campus.now()),
    };
    account::Entity::insert(row).exec_without_returning(&tx).await.unwrap();
    tx.commit().await.unwrap();
    account_id
}

/// How many statements `act` takes the second time, when what it needs of courses is in memory.
pub async fn statements(campus: &Arc<Campus>, ctx: &Ctx, act: impl AsyncFn(Ctx)) -> u64 {
    let count = Arc::new(AtomicU64::new(0));
    let seen = count.clone();
    let watched = campus.db.clone().watched(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    let same = Campus::with(watched, campus.settings.clone(), campus.clock.clone(), campus.random.clone());
    let ctx = Ctx { campus: Arc::new(same), ..ctx.clone() };
    act(ctx.clone()).await;
    count.store(0, Ordering::Relaxed);
    act(ctx).await;
    count.load(Ordering::Relaxed)
}

/// Does all the work that is due, and gives the mails written so far, in the order of their writing.
pub async fn mails(campus: &Campus) -> Vec<String> {
    while services::jobs::run_due(campus).await.unwrap() > 0 {}
    let Ok(folder) = std::fs::read_dir(&campus.settings.mail.outbox) else { return Vec::new() };
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")).collect()
}

/// The secret of the link `…/<word>/<secret>` in a mail.
pub fn secret_in(mail: &str, word: &str) -> String {
    let (_, rest) = mail.split_once(&format!("/{word}/")).unwrap_or_else(|| panic!("no {word} link in: {mail}"));
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

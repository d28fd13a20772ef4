//! The tables of definitions, figures and periods.

use super::*;

entity!(indicator = "indicator" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    code: String, version: i32, position: i32,
    /// JSON of `domain::indicator::Indicator`.
    definition: String, recorded_at: DateTime<Utc>, reason: String, recorded_by: Option<AccountId>,
});
entity!(setting = "setting" {
    #[sea_orm(primary_key, auto_increment = false)] key: String,
    value: String, changed_at: DateTime<Utc>, changed_by: Option<AccountId>,
});
entity!(api_token = "api_token" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    name: String, secret_hash: String,
    /// Words of `domain::token::ApiRight`, separated by commas.
    rights: String,
    made_at: DateTime<Utc>, made_by: Option<AccountId>, expires_at: DateTime<Utc>, revoked_at: Option<DateTime<Utc>>,
    last_used_at: Option<DateTime<Utc>>,
});
entity!(export = "export" {
    #[sea_orm(primary_key, auto_increment = false)] id: ExportId,
    /// JSON of `domain::export::ExportAsk`.
    ask: String,
    state: ExportState, language: Language, asked_by: AccountId, asked_at: DateTime<Utc>,
    /// Rows.
    done: i64, total: i64,
    bytes: i64,
    /// How often the making was begun; who began an earlier time no longer may write.
    attempts: i32,
    claimed_until: Option<DateTime<Utc>>, finished_at: Option<DateTime<Utc>>,
    /// A word of `domain::error::Code`.
    failure: Option<String>,
});
entity!(duplicate = "duplicate" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    one: PersonId, other: PersonId, score: i32,
    /// JSON of `domain::duplicate::Sign`s.
    signs: String,
    found_at: DateTime<Utc>, linked: bool, decided_at: Option<DateTime<Utc>>, decided_by: Option<AccountId>,
});
entity!(snapshot = "snapshot" {
    #[sea_orm(primary_key, auto_increment = false)] id: SnapshotId,
    /// A year, or `plan`.
    period: String, version: i32, closed_at: DateTime<Utc>, closed_by: Option<AccountId>, approver: String, reason: String,
    digest: String,
    /// JSON of `domain::period::Snapshot`.
    content: String,
});
entity!(snapshot_members = "snapshot_members" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    snapshot_id: SnapshotId, indicator: String,
    /// `period`, or `to-date` for the plan up to its end.
    span: String,
    /// See `period::members`.
    members: Vec<u8>,
});
entity!(snapshot_file = "snapshot_file" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    snapshot_id: SnapshotId, name: String, media: String, digest: String, content: Vec<u8>,
});
entity!(indicator_narrative = "indicator_narrative" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    period: String, indicator: String, es: String, en: String, revision: i32, saved_at: DateTime<Utc>,
    saved_by: Option<AccountId>,
});
entity!(adjustment = "adjustment" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    period: String, indicator: String, version: i32,
    /// JSON of the frozen figure and today's, as they were decided on.
    difference: String,
    reason: String, decided_at: DateTime<Utc>, decided_by: Option<AccountId>, reported_in: Option<i32>,
});
entity!(evidence = "evidence" {
    #[sea_orm(primary_key, auto_increment = false)] id: EvidenceId,
    indicator: String, country: Option<String>, happened_on: NaiveDate, what: String, document: String,
    link: Option<String>, recorded_at: DateTime<Utc>, recorded_by: Option<AccountId>,
    withdrawn_at: Option<DateTime<Utc>>, withdrawn_by: Option<AccountId>, withdrawn_reason: Option<String>,
});
entity!(past_figure = "past_figure" {
    #[sea_orm(primary_key, auto_increment = false)] id: PastFigureId,
    /// As its document calls it.
    title: String,
    /// The slug of the course that it was, where that is known.
    course: Option<String>, modality: Modality, year_from: i32, year_to: i32, language: Option<Language>,
    editions: Option<i32>, unit: Unit, qualifier: Qualifier, number: i32,
    woman: Option<i32>, man: Option<i32>, another: Option<i32>, declined: Option<i32>, not_recorded: Option<i32>,
    audience: String, personnel_kind: Option<String>, document: String, page: String, note: String,
    recorded_at: DateTime<Utc>, recorded_by: Option<AccountId>,
    /// The edition whose roster came later and is counted instead.
    replaced_by: Option<EditionId>, withdrawn_at: Option<DateTime<Utc>>,
});
entity!(counted_edition = "counted_edition" {
    #[sea_orm(primary_key, auto_increment = false)] edition_id: EditionId, revision: i64,
});

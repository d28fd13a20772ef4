//! The tables of people who came by a list or signed on the spot.

use super::*;

entity!(import = "import" {
    #[sea_orm(primary_key, auto_increment = false)] id: ImportId,
    edition_id: EditionId, state: ImportState, origin: Origin, name: String, presence: Presence, day: DateTime<Utc>,
    /// JSON: the file's own names of its columns, and what each is.
    columns: String,
    /// JSON of `domain::roster::Mistake`s about the file as a whole.
    problems: String,
    made_by: Option<AccountId>, made_at: DateTime<Utc>, confirmed_at: Option<DateTime<Utc>>,
    undone_at: Option<DateTime<Utc>>, undone_by: Option<AccountId>,
    rows: i32, flawed: i32, added: i32, filled: i32, unchanged: i32, new_people: i32, certificates: i32, kept: i32,
});
entity!(import_row = "import_row" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    import_id: ImportId, line: i32, name: String, email: String, fate: Fate,
    /// JSON of `roster::Judged`.
    judged: String,
    /// JSON of `domain::roster::Entry`, until the import is confirmed.
    entry: Option<String>,
    decision: Option<String>,
    /// JSON of `roster::Outcome`, once it is.
    outcome: Option<String>,
    kept: Option<Kept>,
});
entity!(checkin = "checkin" {
    #[sea_orm(primary_key, auto_increment = false)] id: CheckinId,
    edition_id: EditionId, meeting_id: Option<MeetingId>, code: String, opened_at: DateTime<Utc>,
    closes_at: DateTime<Utc>, ended_at: Option<DateTime<Utc>>, opened_by: Option<AccountId>,
});
entity!(checkin_signature = "checkin_signature" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    checkin_id: CheckinId, participation_id: ParticipationId, device: String, signed_at: DateTime<Utc>,
});
entity!(claim = "claim" {
    #[sea_orm(primary_key, auto_increment = false)] secret_hash: String,
    account_id: AccountId, email: String, expires_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>,
});

//! The tables as sea-orm sees them. Nothing outside `services` names these types.

use chrono::{DateTime, NaiveDate, Utc};
use domain::account::LinkPurpose;
use domain::application::ApplicationState;
use domain::certificate::{CertificateKind, Certificates};
use domain::completion::Rule;
use domain::course::FileKind;
use domain::edition::{EditionState, EnrolmentMode, Modality};
use domain::enrolment::{Outcome, Source};
use domain::export::ExportState;
use domain::forum::{MailWindow, NameShown, ReportOutcome};
use domain::history::Qualifier;
use domain::id::{
    AccountId, ApplicationId, AttemptId, AuditId, CheckinId, ConsentId, CourseId, CourseVersionId, DraftId, EditionId,
    EvidenceId, ExportId, FileId, GradeChangeId, ImportId, JobId, MeetingId, MessageId, ParticipationId, PastFigureId,
    PersonId, PostId, ReportId, SnapshotId, SubmissionId, ThreadId,
};
use domain::import::{Fate, ImportState, Kept, Origin};
use domain::indicator::Unit;
use domain::language::Language;
use domain::meeting::AttendanceState;
use domain::person::Sex;
use domain::role::Role;
use domain::roster::Presence;
use domain::submission::SubmissionState;
use uuid::Uuid;

/// Declares the entity of one table: the model and, since relations are loaded in bulk by the stores, no relations.
macro_rules! entity {
    ($(#[$meta:meta])* $name:ident = $table:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        pub mod $name {
            use super::*;
            use sea_orm::entity::prelude::{ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait};

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model { $($(#[$fmeta])* pub $field: $type),+ }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

mod forum;
mod lists;
mod numbers;
pub use forum::*;
pub use lists::*;
pub use numbers::*;

entity!(person = "person" {
    #[sea_orm(primary_key, auto_increment = false)] id: PersonId,
    given_name: String, family_name: String, email: Option<String>,
    sex: Option<Sex>, country: Option<String>, personnel_kind: Option<String>, institution: Option<String>,
    linked_to: Option<PersonId>, created_at: DateTime<Utc>,
});
entity!(account = "account" {
    #[sea_orm(primary_key, auto_increment = false)] id: AccountId,
    person_id: PersonId, email: String, email_verified_at: Option<DateTime<Utc>>,
    password_hash: String, language: Language, created_at: DateTime<Utc>,
});
entity!(account_role = "account_role" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    account_id: AccountId, role: Role,
    /// ISO alpha-2, separated by commas; empty for everywhere.
    countries: String,
    granted_at: DateTime<Utc>,
});
entity!(account_link = "account_link" {
    #[sea_orm(primary_key, auto_increment = false)] secret_hash: String,
    account_id: AccountId, purpose: LinkPurpose, expires_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>,
});
entity!(session = "session" {
    #[sea_orm(primary_key, auto_increment = false)] id_hash: String,
    account_id: Option<AccountId>, data: String, expires_at: DateTime<Utc>,
});
entity!(consent = "consent" {
    #[sea_orm(primary_key, auto_increment = false)] id: ConsentId,
    person_id: PersonId, version: i32, given_at: DateTime<Utc>,
});
entity!(personnel_kind = "personnel_kind" {
    #[sea_orm(primary_key, auto_increment = false)] code: String,
    name_es: String, name_en: String, position: i32, retired_at: Option<DateTime<Utc>>,
    institution_type: Option<String>,
});
entity!(audit = "audit" {
    #[sea_orm(primary_key, auto_increment = false)] id: AuditId,
    at: DateTime<Utc>, actor: Option<Uuid>, action: String, subject: String, detail: String,
});
entity!(job = "job" {
    #[sea_orm(primary_key, auto_increment = false)] id: JobId,
    kind: String, payload: String, run_at: DateTime<Utc>, attempts: i32, claimed_until: Option<DateTime<Utc>>,
    done_at: Option<DateTime<Utc>>, failure: Option<String>, created_at: DateTime<Utc>,
});
/// One row; see the migration. Its columns are plain numbers, of which the macro's imports would be unused.
pub mod counting_revision {
    use sea_orm::entity::prelude::{
        ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter,
        PrimaryKeyTrait,
    };

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "counting_revision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub revision: i64,
        /// From this revision on everything is to be read anew, and not only the editions in `counted_edition`.
        pub whole: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
entity!(course = "course" {
    #[sea_orm(primary_key, auto_increment = false)] id: CourseId, slug: String, created_at: DateTime<Utc>,
});
entity!(course_version = "course_version" {
    #[sea_orm(primary_key, auto_increment = false)] id: CourseVersionId,
    course_id: CourseId, number: i32, digest: String, content: String, imported_at: DateTime<Utc>,
});
entity!(draft = "draft" {
    #[sea_orm(primary_key, auto_increment = false)] id: DraftId,
    slug: String, base_version_id: Option<CourseVersionId>, revision: i32, changed_by: Option<AccountId>,
    created_at: DateTime<Utc>, changed_at: DateTime<Utc>,
});
entity!(draft_file = "draft_file" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    draft_id: DraftId, path: String, content: Option<String>, medium: Option<String>, bytes: i64, stale: String,
});
entity!(edition = "edition" {
    #[sea_orm(primary_key, auto_increment = false)] id: EditionId,
    course_id: CourseId, course_version_id: CourseVersionId, code: String, title_es: String, title_en: String,
    modality: Modality,
    /// Language codes, separated by commas.
    languages: String,
    starts_on: NaiveDate, ends_on: NaiveDate, zone: String, seats: Option<i32>,
    enrolment: EnrolmentMode, completion: Rule,
    state: EditionState, place: Option<String>, link: Option<String>,
    questions: String, waiting_rule: String, join_code: Option<String>, certificates: Certificates,
    country: Option<String>, personnel_kind: Option<String>, created_at: DateTime<Utc>,
});
entity!(edition_instructor = "edition_instructor" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid, edition_id: EditionId, account_id: AccountId,
});
entity!(participation = "participation" {
    #[sea_orm(primary_key, auto_increment = false)] id: ParticipationId,
    person_id: PersonId, edition_id: EditionId, source: Source, language: Language,
    sex: Option<Sex>, country: Option<String>, personnel_kind: Option<String>, institution: Option<String>,
    enrolled_at: DateTime<Utc>,
    first_activity_at: Option<DateTime<Utc>>, first_activity_recorded_at: Option<DateTime<Utc>>,
    last_activity_at: Option<DateTime<Utc>>, last_activity_key: Option<String>,
    completed_at: Option<DateTime<Utc>>, completion_recorded_at: Option<DateTime<Utc>>, created_at: DateTime<Utc>,
    outcome: Option<Outcome>, outcome_at: Option<DateTime<Utc>>, outcome_reason: Option<String>, outcome_by: Option<AccountId>,
    completion_reason: Option<String>, completion_evidence: Option<String>,
});
entity!(activity_done = "activity_done" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    participation_id: ParticipationId, activity: String, done_at: DateTime<Utc>,
});
entity!(attempt = "attempt" {
    #[sea_orm(primary_key, auto_increment = false)] id: AttemptId,
    participation_id: ParticipationId, activity: String, number: i32,
    /// JSON list of the asked questions' keys.
    drawn: String,
    /// JSON of `domain::quiz::Answers`.
    answers: String,
    started_at: DateTime<Utc>,
    /// By its time limit, the learner's extension and the edition's end; None without a limit.
    closes_at: Option<DateTime<Utc>>,
    saved_at: Option<DateTime<Utc>>, submitted_at: Option<DateTime<Utc>>,
    right: Option<i32>, asked: Option<i32>,
});
entity!(extension = "extension" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    participation_id: ParticipationId, activity: String, extra_minutes: i32, extra_attempts: i32,
    due_at: Option<DateTime<Utc>>, reason: String, granted_by: Option<AccountId>, granted_at: DateTime<Utc>,
});
entity!(worksheet = "worksheet" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    participation_id: ParticipationId, activity: String,
    /// JSON: text by the field's key.
    answers: String,
    saved_at: DateTime<Utc>,
});
entity!(submission = "submission" {
    #[sea_orm(primary_key, auto_increment = false)] id: SubmissionId,
    participation_id: ParticipationId, activity: String, number: i32, state: SubmissionState, text: String,
    saved_at: DateTime<Utc>, submitted_at: Option<DateTime<Utc>>, graded_at: Option<DateTime<Utc>>,
    graded_by: Option<AccountId>,
    /// JSON: points and comment by the criterion's key.
    points: String,
    comment: String, grade_part: Option<i32>, grade_whole: Option<i32>, revision: i32,
});
entity!(submission_file = "submission_file" {
    #[sea_orm(primary_key, auto_increment = false)] id: FileId,
    submission_id: SubmissionId, name: String, kind: FileKind, bytes: i64,
    /// Its key in the object store.
    object: String,
    stored_at: DateTime<Utc>,
    /// Sent back with the grade.
    feedback: bool,
});
entity!(grade_change = "grade_change" {
    #[sea_orm(primary_key, auto_increment = false)] id: GradeChangeId,
    submission_id: SubmissionId, graded_by: Option<AccountId>, graded_at: DateTime<Utc>,
    old_part: Option<i32>, old_whole: Option<i32>, part: i32, whole: i32, reason: String,
});
entity!(survey_answer = "survey_answer" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    edition_id: EditionId, activity: String,
    /// JSON: text by the question's key.
    answers: String,
    /// Whether enough came with it for it to be shown.
    shown: bool,
});
entity!(application = "application" {
    #[sea_orm(primary_key, auto_increment = false)] id: ApplicationId,
    edition_id: EditionId, person_id: PersonId, state: ApplicationState, answers: String, language: Language,
    applied_at: DateTime<Utc>, decided_at: Option<DateTime<Utc>>, decided_by: Option<AccountId>, reason: Option<String>,
});
entity!(invitation = "invitation" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    edition_id: EditionId, email: String, secret_hash: String, invited_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>,
});
entity!(narrative = "narrative" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    edition_id: EditionId, happened: String, learned: String, advice: String, revision: i32,
    saved_at: DateTime<Utc>, saved_by: Option<AccountId>,
});
entity!(message = "message" {
    #[sea_orm(primary_key, auto_increment = false)] id: MessageId,
    edition_id: EditionId, segment: String, subject: String, body: String, send_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>, cancelled_at: Option<DateTime<Utc>>, created_by: Option<AccountId>,
    created_at: DateTime<Utc>,
});
entity!(message_delivery = "message_delivery" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    message_id: MessageId, person_id: PersonId, job_id: Option<JobId>,
});
entity!(meeting = "meeting" {
    #[sea_orm(primary_key, auto_increment = false)] id: MeetingId,
    edition_id: EditionId, title: String, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>,
    place: Option<String>, link: Option<String>, created_at: DateTime<Utc>, changed_at: Option<DateTime<Utc>>,
    reminded_at: Option<DateTime<Utc>>,
});
entity!(attendance = "attendance" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    meeting_id: MeetingId, participation_id: ParticipationId, state: AttendanceState,
    recorded_by: Option<AccountId>, recorded_at: DateTime<Utc>,
});
entity!(calendar_link = "calendar_link" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    account_id: AccountId,
    /// In clear: see decision 17.
    secret: String,
    made_at: DateTime<Utc>,
});
entity!(certificate = "certificate" {
    #[sea_orm(primary_key, auto_increment = false)] code: String,
    participation_id: ParticipationId, language: Language, issued_at: DateTime<Utc>, kind: CertificateKind,
});

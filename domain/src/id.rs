//! Ids: UUIDv7 newtypes from one macro, so that an edition's id never passes for a person's.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        #[cfg(feature = "orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

ids! {
    /// A way to sign in. Several accounts, or none, can belong to one person.
    AccountId,
    /// Somebody's request for a seat in an edition.
    ApplicationId,
    /// One try at a quiz.
    AttemptId,
    /// An entry of the audit trail.
    AuditId,
    /// A check-in that people in a room sign.
    CheckinId,
    /// Somebody's agreement to one version of the consent text.
    ConsentId,
    /// What is taught.
    CourseId,
    /// One numbered, immutable content version of a course.
    CourseVersionId,
    /// A course's files while somebody works on them.
    DraftId,
    /// One running of a course.
    EditionId,
    /// A fact that staff recorded with evidence.
    EvidenceId,
    /// A file that is made in the background.
    ExportId,
    /// A file that was handed in.
    FileId,
    /// A grade that was given, for the first time or instead of another.
    GradeChangeId,
    /// A list of people that was read, and perhaps taken over.
    ImportId,
    /// A figure from before the platform.
    PastFigureId,
    /// A closed period, in one of its versions.
    SnapshotId,
    /// A piece of work that was promised in a transaction and is done after it.
    JobId,
    /// A session of an edition that people attend.
    MeetingId,
    /// Something that an edition's team wrote to its people.
    MessageId,
    /// One person in one edition.
    ParticipationId,
    /// A human being, counted once.
    PersonId,
    /// Work handed in for an assignment, or its draft.
    SubmissionId,
    /// Something that somebody wrote in a forum.
    PostId,
    /// That somebody thinks a post should not stand.
    ReportId,
    /// A conversation in a forum.
    ThreadId,
}

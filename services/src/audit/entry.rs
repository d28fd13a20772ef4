//! Everything that the trail can tell.

/// What happened. To add one: a variant here and its word below.
#[derive(Debug, serde::Serialize)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Entry<'a> {
    /// For these countries (codes separated by commas), or for all where there are none.
    RoleGranted {
        account: &'a str,
        role: &'a str,
        countries: &'a str,
    },
    RoleRevoked {
        account: &'a str,
        role: &'a str,
    },
    EditionMade {
        edition: &'a str,
    },
    /// Its title, days, seats, way of enrolment or team.
    EditionChanged {
        edition: &'a str,
    },
    EditionMoved {
        edition: &'a str,
        from: &'a str,
        to: &'a str,
        reason: &'a str,
    },
    EditionCloned {
        edition: &'a str,
        from: &'a str,
    },
    /// `done` are where the decision takes them; `waiting` were accepted and found no seat.
    ApplicationsDecided {
        edition: &'a str,
        decision: &'a str,
        done: u32,
        waiting: u32,
        reason: &'a str,
    },
    /// What happened in an edition was written down or changed.
    NarrativeSaved {
        edition: &'a str,
    },
    MessageWritten {
        edition: &'a str,
        message: String,
    },
    PeopleInvited {
        edition: &'a str,
        count: u32,
    },
    RosterImported {
        edition: &'a str,
        rows: usize,
        added: usize,
        changed: usize,
    },
    /// A definition was made or changed.
    IndicatorDefined {
        indicator: &'a str,
        version: u32,
        reason: &'a str,
    },
    /// What stands behind an indicator's figure in a period was written or changed.
    IndicatorNarrated {
        indicator: &'a str,
        period: &'a str,
    },
    /// A period was closed, or with a version past 1 restated.
    PeriodClosed {
        period: &'a str,
        version: u32,
        approver: &'a str,
        reason: &'a str,
    },
    /// A difference to a closed period is reported in the next one.
    AdjustmentCarried {
        period: &'a str,
        indicator: &'a str,
        reason: &'a str,
    },
    /// Two records that looked like one person were found not to be.
    DuplicateDismissed {
        one: String,
        other: String,
    },
    /// Somebody opened one participation behind a figure.
    ParticipationOpened {
        edition: &'a str,
    },
    /// What was declared for a participation was corrected by staff.
    DeclarationCorrected {
        before: &'a str,
        after: &'a str,
        reason: &'a str,
    },
    /// A person's identity was removed; the counts stay. `records` of theirs there were.
    PersonErased {
        records: usize,
        reason: &'a str,
    },
    CodeSaved {
        code: &'a str,
        before: &'a str,
        after: &'a str,
    },
    CodeRetired {
        code: &'a str,
        retired: bool,
    },
    TokenMade {
        name: &'a str,
        rights: &'a str,
    },
    TokenRevoked {
        name: &'a str,
    },
    SettingChanged {
        before: &'a str,
        after: &'a str,
    },
    EvidenceRecorded {
        indicator: &'a str,
        evidence: String,
    },
    EvidenceWithdrawn {
        indicator: &'a str,
        evidence: String,
        reason: &'a str,
    },
    PastFigureRecorded {
        figure: String,
        title: &'a str,
    },
    PastFigureWithdrawn {
        figure: String,
        title: &'a str,
        again: bool,
    },
    /// An edition's roster is counted in the place of a figure; of none, where the code is empty.
    PastFigureReplaced {
        figure: String,
        title: &'a str,
        edition: &'a str,
    },
    HistoryImported {
        document: &'a str,
        rows: usize,
        added: u32,
    },
    /// The audit trail was taken along as a file.
    TrailExported {
        rows: u64,
    },
    /// A file that was made in the background was taken along.
    FileTaken {
        file: &'a str,
        rows: u64,
    },
    /// Somebody took the facts along without names, by a token or as a file.
    FactsExported {
        rows: u64,
    },
    /// Somebody opened the list behind a number.
    ListOpened {
        indicator: &'a str,
        rows: u64,
    },
    CertificateIssued {
        code: &'a str,
    },
    PasswordChanged,
    /// Something was recorded of several people of a roster.
    PeopleActedOn {
        edition: &'a str,
        act: &'a str,
        count: u32,
        reason: &'a str,
    },
    CompletedByHand {
        edition: &'a str,
        reason: &'a str,
        evidence: &'a str,
    },
    ContentUpgraded {
        edition: &'a str,
        from: i32,
        to: i32,
        completed: u32,
    },
    EditionLeft {
        edition: &'a str,
    },
    CoursePublished {
        course: &'a str,
        number: i32,
    },
    /// What was changed since the newest version was given up.
    DraftDiscarded {
        course: &'a str,
    },
    /// Work was graded, for the first time or again.
    SubmissionGraded {
        submission: String,
        part: u64,
        whole: u64,
    },
    /// The edition's rule of completion was changed, and so many people were completed by it.
    RuleChanged {
        edition: &'a str,
        old: &'a str,
        new: &'a str,
        completed: u32,
    },
    MeetingMade {
        meeting: String,
    },
    MeetingChanged {
        meeting: String,
    },
    /// With so many marks of attendance.
    MeetingRemoved {
        meeting: String,
        marks: u64,
    },
    /// Who came to a session was noted or corrected, for so many people.
    AttendanceMarked {
        meeting: String,
        people: usize,
    },
    PersonsLinked {
        record: String,
        to: String,
    },
    PersonsUnlinked {
        record: String,
        from: String,
    },
    /// An import was taken back; `kept` rows were in use and stayed.
    ImportUndone {
        edition: &'a str,
        import: String,
        rows: usize,
        kept: usize,
    },
    CheckinOpened {
        edition: &'a str,
        checkin: String,
    },
    CheckinEnded {
        edition: &'a str,
        checkin: String,
    },
    /// One person was given more time, attempts or days.
    ExtensionGranted {
        edition: &'a str,
        activity: &'a str,
        minutes: u16,
        attempts: u16,
        due_at: Option<chrono::DateTime<chrono::Utc>>,
    },
    /// A moderator hid a post; the reason is what its author reads.
    PostHidden {
        forum: &'a str,
        reason: &'a str,
    },
    PostShownAgain {
        forum: &'a str,
    },
    /// A moderator read the reports of a post and let it stand.
    ReportsKept {
        forum: &'a str,
        reports: u64,
    },
    AnswerMarked {
        forum: &'a str,
        thread: String,
    },
    AnswerUnmarked {
        forum: &'a str,
        thread: String,
    },
    /// `act`: pin, unpin, close or reopen.
    ThreadModerated {
        forum: &'a str,
        act: &'a str,
    },
}

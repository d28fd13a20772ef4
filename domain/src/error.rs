//! Refusals: the closed list of reasons why the campus says no. Each has words in every language and one status code.

use serde::{Deserialize, Serialize};

/// A text that is none of a closed list's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word {0:?}")]
pub struct UnknownWord(pub String);

crate::text_enum::text_enum! {
    /// Why something was refused. The page translates `error-<code>`; a test fails when a language lacks one.
    pub enum Code {
        /// Several fields are wrong; the refusal's `fields` say which.
        Invalid => "invalid",
        BadRequest => "bad-request",
        NotFound => "not-found",
        SignInFirst => "sign-in-first",
        NotForYou => "not-for-you",
        CrossSite => "cross-site",
        TooMany => "too-many",
        Busy => "busy",
        Internal => "internal",
        Required => "required",
        TooLong => "too-long",
        EmailInvalid => "email-invalid",
        PasswordShort => "password-short",
        PasswordCommon => "password-common",
        PasswordWrong => "password-wrong",
        SignInWrong => "sign-in-wrong",
        LinkExpired => "link-expired",
        ConsentNeeded => "consent-needed",
        ChoiceUnknown => "choice-unknown",
        EditionFull => "edition-full",
        EnrolmentClosed => "enrolment-closed",
        EditionEnded => "edition-ended",
        EditionNotStarted => "edition-not-started",
        NotEnrolled => "not-enrolled",
        AlreadyStarted => "already-started",
        QuizUnanswered => "quiz-unanswered",
        AttemptClosed => "attempt-closed",
        AnswerForeign => "answer-foreign",
        AttemptsUsed => "attempts-used",
        AttemptTooSoon => "attempt-too-soon",
        AttemptOver => "attempt-over",
        FileTooLarge => "file-too-large",
        FileKindWrong => "file-kind-wrong",
        FilesTooMany => "files-too-many",
        SubmissionEmpty => "submission-empty",
        AlreadyGraded => "already-graded",
        ChangedMeanwhile => "changed-meanwhile",
        ThreadClosed => "thread-closed",
        CodeTaken => "code-taken",
        CodeInvalid => "code-invalid",
        AccountUnknown => "account-unknown",
        CountriesForNames => "countries-for-names",
        LastAdministrator => "last-administrator",
        DateInvalid => "date-invalid",
        DatesReversed => "dates-reversed",
        NumberInvalid => "number-invalid",
        LanguageMissing => "language-missing",
        RuleImpossible => "rule-impossible",
        DefinitionImpossible => "definition-impossible",
        YearsUnreadable => "years-unreadable",
        SplitDiffers => "split-differs",
        PeriodClosed => "period-closed",
        PeriodOpen => "period-open",
        PeriodRunning => "period-running",
        PeriodsOverlap => "periods-overlap",
        TokenWrong => "token-wrong",
        TokenRight => "token-right",
        CheckinEnded => "checkin-ended",
        CheckinUnknown => "checkin-unknown",
        SameName => "same-name",
        ImportOver => "import-over",
        RuleUnreadable => "rule-unreadable",
        TimeInvalid => "time-invalid",
        TimesReversed => "times-reversed",
        LinkInvalid => "link-invalid",
        MeetingNotStarted => "meeting-not-started",
        DateOutside => "date-outside",
        FileEmpty => "file-empty",
        /// The edition is not in a state from which it can go there.
        StepImpossible => "step-impossible",
        /// The edition is closed, and nothing of it is changed any more.
        EditionClosed => "edition-closed",
        /// People are in the edition, so it cannot be a draft again.
        EditionHasPeople => "edition-has-people",
        ReasonMissing => "reason-missing",
        AlreadyApplied => "already-applied",
        NothingChosen => "nothing-chosen",
        QuestionsMany => "questions-many",
        OptionsFew => "options-few",
        TooShort => "too-short",
        SharesUnreadable => "shares-unreadable",
        JoinCodeWrong => "join-code-wrong",
        WorksheetEmpty => "worksheet-empty",
        SurveyEmpty => "survey-empty",
        CommunityOnly => "community-only",
        EditOver => "edit-over",
        PostingTooFast => "posting-too-fast",
        NameInvalid => "name-invalid",
        /// The files of a course's newest version were never kept, so there is nothing to work on.
        FilesMissing => "files-missing",
        /// A file has a form that its fields cannot show; it can be mended as a text.
        FileUnreadable => "file-unreadable",
        /// What was brought is no text in UTF-8.
        TextUnreadable => "text-unreadable",
        /// There is no `course.yaml` in what was brought.
        NoCourse => "no-course",
        /// The check found mistakes.
        Flawed => "flawed",
        /// Nothing was kept, because its author only wanted to see how it looks.
        Preview => "preview",
    }
}

/// The campus said no, and why: one code, and for forms the code of each wrong field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("refused: {code}")]
pub struct Refusal {
    pub code: Code,
    /// (name of the form's field, what is wrong with it), in the order of the form.
    #[serde(default)]
    pub fields: Vec<(String, Code)>,
}

impl Refusal {
    /// A refusal that concerns a single field.
    #[must_use]
    pub fn field(name: &str, code: Code) -> Self {
        Self { code: Code::Invalid, fields: vec![(name.to_owned(), code)] }
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self { code, fields: Vec::new() }
    }
}

/// Collects what is wrong with a form, so that a person hears of everything at once.
#[derive(Debug, Default)]
pub struct Wrong(Vec<(String, Code)>);

impl Wrong {
    /// Notes that `field` is wrong.
    pub fn note(&mut self, field: &str, code: Code) {
        self.0.push((field.to_owned(), code));
    }

    /// Notes `Required` for an empty text and `TooLong` past `most` characters; gives the trimmed text.
    pub fn text(&mut self, field: &str, text: &str, most: usize) -> String {
        let text = text.trim();
        if text.is_empty() {
            self.note(field, Code::Required);
        } else if text.chars().count() > most {
            self.note(field, Code::TooLong);
        }
        text.to_owned()
    }

    /// A text that may be left out: None when it is empty; notes `TooLong` past `most` characters.
    pub fn optional(&mut self, field: &str, text: &str, most: usize) -> Option<String> {
        let text = text.trim();
        if text.chars().count() > most {
            self.note(field, Code::TooLong);
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// An address on the web that may be left out: `https` only. Notes `LinkInvalid` or `TooLong`.
    pub fn link(&mut self, field: &str, text: &str) -> Option<String> {
        let link = self.optional(field, text, 1000)?;
        if !link.starts_with("https://") || link.len() <= 10 || link.contains(char::is_whitespace) {
            self.note(field, Code::LinkInvalid);
        }
        Some(link)
    }

    /// A code that becomes part of an address, in lower case. Notes `Required`, `TooLong` or `CodeInvalid`.
    pub fn code(&mut self, field: &str, text: &str) -> String {
        let code = self.text(field, text, 60).to_lowercase();
        let slug = code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !code.is_empty() && (!slug || code.starts_with('-')) {
            self.note(field, Code::CodeInvalid);
        }
        code
    }

    /// Takes a parsed value, or notes `code` and gives None.
    pub fn parse<T: std::str::FromStr>(&mut self, field: &str, text: &str, code: Code) -> Option<T> {
        let parsed = text.trim().parse().ok();
        if parsed.is_none() {
            self.note(field, if text.trim().is_empty() { Code::Required } else { code });
        }
        parsed
    }

    /// # Errors
    /// `Invalid` with every noted field.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal { code: Code::Invalid, fields: self.0 }) }
    }
}

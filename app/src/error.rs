//! The one error that crosses a doorway, and where its status code is decided.

use domain::error::{Code, Refusal};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

/// Why a doorway said no, in words of the closed list; pages translate it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{code}")]
pub struct AppError {
    pub code: Code,
    /// (name of the form's field, what is wrong with it)
    #[serde(default)]
    pub fields: Vec<(String, Code)>,
}

impl AppError {
    /// The HTTP status of this error: the one place where codes become statuses.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        status(self.code)
    }
}

/// See `AppError::status`.
#[must_use]
pub fn status(code: Code) -> StatusCode {
    match code {
        Code::BadRequest => StatusCode::BAD_REQUEST,
        Code::SignInFirst | Code::SignInWrong | Code::TokenWrong => StatusCode::UNAUTHORIZED,
        Code::NotForYou | Code::CrossSite | Code::NotEnrolled | Code::CommunityOnly | Code::TokenRight => {
            StatusCode::FORBIDDEN
        }
        Code::NotFound | Code::CheckinUnknown => StatusCode::NOT_FOUND,
        Code::EditionFull
        | Code::EnrolmentClosed
        | Code::EditionEnded
        | Code::EditionNotStarted
        | Code::AlreadyStarted
        | Code::AttemptClosed
        | Code::AttemptsUsed
        | Code::AttemptTooSoon
        | Code::AttemptOver
        | Code::AlreadyGraded
        | Code::ChangedMeanwhile
        | Code::ThreadClosed
        | Code::ImportOver
        | Code::PeriodClosed
        | Code::PeriodOpen
        | Code::PeriodRunning
        | Code::MeetingNotStarted
        | Code::EditOver
        | Code::StepImpossible
        | Code::LastAdministrator
        | Code::AlreadyApplied
        | Code::QuestionsMany
        | Code::EditionClosed
        | Code::EditionHasPeople
        | Code::FilesMissing
        | Code::FileUnreadable
        | Code::Flawed
        | Code::CodeTaken => StatusCode::CONFLICT,
        Code::LinkExpired | Code::CheckinEnded => StatusCode::GONE,
        Code::TooMany | Code::PostingTooFast => StatusCode::TOO_MANY_REQUESTS,
        // A form that comes back with its preview is what was asked for.
        Code::Preview => StatusCode::OK,
        Code::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Code::Invalid
        | Code::Required
        | Code::TooLong
        | Code::EmailInvalid
        | Code::PasswordShort
        | Code::PasswordCommon
        | Code::PasswordWrong
        | Code::ConsentNeeded
        | Code::ChoiceUnknown
        | Code::AccountUnknown
        | Code::CountriesForNames
        | Code::QuizUnanswered
        | Code::AnswerForeign
        | Code::FileTooLarge
        | Code::FileKindWrong
        | Code::FilesTooMany
        | Code::SubmissionEmpty
        | Code::CodeInvalid
        | Code::DateInvalid
        | Code::DatesReversed
        | Code::DateOutside
        | Code::NumberInvalid
        | Code::LanguageMissing
        | Code::RuleImpossible
        | Code::DefinitionImpossible
        | Code::YearsUnreadable
        | Code::SplitDiffers
        | Code::PeriodsOverlap
        | Code::SameName
        | Code::NameInvalid
        | Code::FileEmpty
        | Code::WorksheetEmpty
        | Code::SurveyEmpty
        | Code::RuleUnreadable
        | Code::TimeInvalid
        | Code::TimesReversed
        | Code::ReasonMissing
        | Code::NothingChosen
        | Code::OptionsFew
        | Code::TooShort
        | Code::SharesUnreadable
        | Code::JoinCodeWrong
        | Code::TextUnreadable
        | Code::NoCourse
        | Code::LinkInvalid => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<Code> for AppError {
    fn from(code: Code) -> Self {
        Self { code, fields: Vec::new() }
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code, fields: refusal.fields }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let code = match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Code::BadRequest
            }
            _ => Code::Internal,
        };
        code.into()
    }
}

#[cfg(feature = "ssr")]
impl From<services::Error> for AppError {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::Refused(refusal) => refusal.into(),
            // Logged here, where it is handled; the reader gets the request's id from the response's header and page.
            broken => {
                leptos::logging::error!("doorway failed: {broken}");
                Code::Internal.into()
            }
        }
    }
}

//! The form of an edition: a new one, and what may be changed later.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Dates, EditionState, EnrolmentMode, Modality};
use crate::certificate::Certificates;
use crate::completion::Rule;
use crate::course::CourseContent;
use crate::error::{Code, Refusal, Wrong};
use crate::language::Language;

/// The form of a new edition, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionForm {
    #[serde(default)]
    pub course: String,
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub title_es: String,
    #[serde(default)]
    pub title_en: String,
    #[serde(default)]
    pub starts_on: String,
    #[serde(default)]
    pub ends_on: String,
    #[serde(default)]
    pub zone: String,
    /// Languages, each by its code.
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(default)]
    pub modality: String,
    /// Empty: as many as come.
    #[serde(default)]
    pub seats: String,
    #[serde(default)]
    pub enrolment: String,
    /// Empty: the course's own rule.
    #[serde(default)]
    pub completion: String,
    /// A rule written out, in the place of `completion`; whoever takes the form reads it into that.
    #[serde(default)]
    pub rule_text: String,
    /// The edition's country, for workshops and transfers; empty where it has none.
    #[serde(default)]
    pub country: String,
    /// The kind of personnel that it is made for; empty for everybody.
    #[serde(default)]
    pub personnel_kind: String,
    /// E-mail addresses of the instructors, separated by commas or white space.
    #[serde(default)]
    pub instructors: String,
    /// Where people meet, for those that meet.
    #[serde(default)]
    pub place: String,
    /// Where people meet online.
    #[serde(default)]
    pub link: String,
    /// Which certificates it issues; empty: of completion.
    #[serde(default)]
    pub certificates: String,
    /// Of a new edition: `draft`, or `open` at once, which is also what empty means.
    #[serde(default)]
    pub state: String,
}

/// What may be changed of an edition for as long as it is not closed, once every field is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub title_es: String,
    pub title_en: String,
    pub dates: Dates,
    pub languages: Vec<Language>,
    pub seats: Option<i32>,
    pub enrolment: EnrolmentMode,
    pub place: Option<String>,
    pub link: Option<String>,
    pub instructors: Vec<String>,
    pub certificates: Certificates,
}

/// A new edition's facts once every field of the form is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEdition {
    pub code: String,
    pub settings: Settings,
    pub modality: Modality,
    pub completion: Rule,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub state: EditionState,
}

impl EditionForm {
    /// Checks the form of a new edition against the course's content. Empty titles take the course's.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self, content: &CourseContent, kinds: &[String]) -> Result<NewEdition, Refusal> {
        let mut wrong = Wrong::default();
        let code = wrong.code("code", &self.code);
        let modality = wrong.parse("modality", &self.modality, Code::ChoiceUnknown);
        let settings = self.read(content, &mut wrong);
        let completion = if self.completion.is_empty() {
            Some(content.completion.clone())
        } else {
            wrong.parse("completion", &self.completion, Code::ChoiceUnknown)
        };
        if completion.as_ref().is_some_and(|rule: &Rule| !rule.fits(content)) {
            let field = if self.rule_text.trim().is_empty() { "completion" } else { "rule_text" };
            wrong.note(field, Code::RuleImpossible);
        }
        let country = filled(&self.country);
        if country.as_deref().is_some_and(|code| !crate::person::COUNTRIES.contains(&code)) {
            wrong.note("country", Code::ChoiceUnknown);
        }
        let personnel_kind = filled(&self.personnel_kind);
        if personnel_kind.as_ref().is_some_and(|kind| !kinds.contains(kind)) {
            wrong.note("personnel_kind", Code::ChoiceUnknown);
        }
        let state = match self.state.as_str() {
            "" | "open" => EditionState::Open,
            "draft" => EditionState::Draft,
            _ => {
                wrong.note("state", Code::ChoiceUnknown);
                EditionState::Draft
            }
        };
        wrong.done()?;
        match (settings, modality, completion) {
            (Some(settings), Some(modality), Some(completion)) => {
                Ok(NewEdition { code, settings, modality, completion, country, personnel_kind, state })
            }
            _ => Err(Code::Invalid.into()),
        }
    }

    /// Checks the part of the form that may be changed later.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn settings(&self, content: &CourseContent) -> Result<Settings, Refusal> {
        let mut wrong = Wrong::default();
        let settings = self.read(content, &mut wrong);
        wrong.done()?;
        settings.ok_or_else(|| Code::Invalid.into())
    }

    fn read(&self, content: &CourseContent, wrong: &mut Wrong) -> Option<Settings> {
        for (field, text) in [("title_es", &self.title_es), ("title_en", &self.title_en)] {
            if text.chars().count() > 160 {
                wrong.note(field, Code::TooLong);
            }
        }
        let or_course = |text: &str, language| {
            if text.trim().is_empty() { content.title.get(language).to_owned() } else { text.trim().to_owned() }
        };
        let languages: Vec<Language> = self.languages.iter().filter_map(|text| text.trim().parse().ok()).collect();
        if languages.is_empty()
            || languages.len() != self.languages.len()
            || languages.iter().any(|l| !content.languages.contains(l))
        {
            wrong.note("languages", Code::LanguageMissing);
        }
        let dates = self.dates(wrong);
        let place = wrong.optional("place", &self.place, 300);
        let link = wrong.link("link", &self.link);
        let enrolment = if self.enrolment.is_empty() {
            Some(EnrolmentMode::Open)
        } else {
            wrong.parse("enrolment", &self.enrolment, Code::ChoiceUnknown)
        };
        let seats = (!self.seats.trim().is_empty())
            .then(|| wrong.parse::<i32>("seats", &self.seats, Code::NumberInvalid))
            .flatten();
        if seats.is_some_and(|seats| seats < 1) {
            wrong.note("seats", Code::NumberInvalid);
        }
        let certificates = if self.certificates.is_empty() {
            Some(Certificates::Completion)
        } else {
            wrong.parse("certificates", &self.certificates, Code::ChoiceUnknown)
        };
        let mut instructors = Vec::new();
        for address in self.instructors.split([',', ' ', '\n', '\r', ';']).filter(|text| !text.is_empty()) {
            match crate::account::email(address) {
                Ok(email) => instructors.push(email),
                Err(code) => wrong.note("instructors", code),
            }
        }
        Some(Settings {
            title_es: or_course(&self.title_es, Language::Es),
            title_en: or_course(&self.title_en, Language::En),
            dates: dates?,
            languages,
            seats,
            enrolment: enrolment?,
            place,
            link,
            instructors,
            certificates: certificates?,
        })
    }

    fn dates(&self, wrong: &mut Wrong) -> Option<Dates> {
        let starts_on = wrong.parse::<NaiveDate>("starts_on", &self.starts_on, Code::DateInvalid);
        let ends_on = wrong.parse::<NaiveDate>("ends_on", &self.ends_on, Code::DateInvalid);
        if let (Some(from), Some(to)) = (starts_on, ends_on)
            && to < from
        {
            wrong.note("ends_on", Code::DatesReversed);
        }
        let zone = if self.zone.trim().is_empty() {
            Some(crate::zone::REPORTING)
        } else {
            wrong.parse("zone", &self.zone, Code::ChoiceUnknown)
        };
        Some(Dates { starts_on: starts_on?, ends_on: ends_on?, zone: zone? })
    }
}

/// The text without the space around it, if there is any.
fn filled(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

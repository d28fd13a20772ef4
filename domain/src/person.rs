//! People and what they declare about themselves: optional, self-declared, never inferred (counting.md, "Sex").

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};

/// The version of the consent text that a profile is saved under. Raise it when the text's meaning changes.
pub const CONSENT_VERSION: u16 = 1;

/// What stands in lists where a name was erased.
pub const ERASED_NAME: &str = "—";

crate::text_enum::text_enum! {
    /// What a person declared as their sex. Not recorded is the absence of a value and has no word in a database.
    pub enum Sex {
        Woman => "woman",
        Man => "man",
        Another => "another",
        Declined => "declined",
    }
}

crate::text_enum::text_enum! {
    /// The five cells of every table: the four answers and "nobody asked, or nothing was answered".
    pub enum SexCell {
        Woman => "woman",
        Man => "man",
        Another => "another",
        Declined => "declined",
        NotRecorded => "not_recorded",
    }
}

crate::text_enum::text_enum! {
    /// The type of institution that a kind of personnel stands for. Nobody is asked for it: it groups what was declared.
    pub enum InstitutionType {
        State => "state",
        Oas => "oas",
        International => "international",
        CivilSociety => "civil-society",
        Media => "media",
        Other => "other",
    }
}

impl From<Option<Sex>> for SexCell {
    fn from(sex: Option<Sex>) -> Self {
        match sex {
            Some(Sex::Woman) => Self::Woman,
            Some(Sex::Man) => Self::Man,
            Some(Sex::Another) => Self::Another,
            Some(Sex::Declined) => Self::Declined,
            None => Self::NotRecorded,
        }
    }
}

/// What is counted about a person in one edition. A participation keeps its own copy, as declared for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    pub sex: Option<Sex>,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: Option<String>,
    /// A code of the list of kinds of personnel.
    pub personnel_kind: Option<String>,
    pub institution: Option<String>,
}

impl Declared {
    /// Sex, country and kind of personnel as typed; empty answers are "not recorded". Notes each that is no choice; `kinds` are
    /// the codes that may be declared.
    pub(crate) fn read(wrong: &mut Wrong, (sex, country, kind): (&str, &str, &str), kinds: &[String]) -> Self {
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let sex = filled(sex).and_then(|text| wrong.parse("sex", &text, Code::ChoiceUnknown));
        let country = filled(country);
        if country.as_deref().is_some_and(|code| !COUNTRIES.contains(&code)) {
            wrong.note("country", Code::ChoiceUnknown);
        }
        let personnel_kind = filled(kind);
        if personnel_kind.as_ref().is_some_and(|kind| !kinds.contains(kind)) {
            wrong.note("personnel_kind", Code::ChoiceUnknown);
        }
        Self { sex, country, personnel_kind, institution: None }
    }
}

/// The profile form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub sex: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub personnel_kind: String,
    #[serde(default)]
    pub institution: String,
    #[serde(default)]
    pub consent: String,
}

impl ProfileForm {
    /// What was declared, once every field is right. Empty answers are "not recorded".
    ///
    /// # Errors
    /// `Invalid` naming each wrong field; `ConsentNeeded` when something optional is declared without agreeing to its use.
    pub fn declared(&self, kinds: &[String]) -> Result<Declared, Refusal> {
        let mut wrong = Wrong::default();
        wrong.text("given_name", &self.given_name, 80);
        wrong.text("family_name", &self.family_name, 80);
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let Declared { sex, country, personnel_kind, .. } =
            Declared::read(&mut wrong, (&self.sex, &self.country, &self.personnel_kind), kinds);
        let institution = filled(&self.institution);
        if institution.as_ref().is_some_and(|text| text.chars().count() > 160) {
            wrong.note("institution", Code::TooLong);
        }
        let declared = Declared { sex, country, personnel_kind, institution };
        if declared != Declared::default() && self.consent.is_empty() {
            wrong.note("consent", Code::ConsentNeeded);
        }
        wrong.done()?;
        Ok(declared)
    }
}

/// A person's profile as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub email_verified: bool,
    pub language: crate::language::Language,
    pub declared: Declared,
    /// The version of the consent text last agreed to.
    pub consent: Option<u16>,
    pub kinds: Vec<CodeName>,
}

/// A code of an editable list with its name in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeName {
    pub code: String,
    pub name: String,
}

/// ISO 3166-1 alpha-2 codes that a profile or a roster may name.
pub const COUNTRIES: &[&str] = &[
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD",
    "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA",
    "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE",
    "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA",
    "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK",
    "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP",
    "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT",
    "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS",
    "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ",
    "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS",
    "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST",
    "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW",
    "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA",
    "ZM", "ZW",
];

/// The OAS member states, whose institutions the campus serves first; a country list shows them on top.
pub const MEMBER_STATES: &[&str] = &[
    "AG", "AR", "BS", "BB", "BZ", "BO", "BR", "CA", "CL", "CO", "CR", "CU", "DM", "DO", "EC", "SV", "US", "GD", "GT",
    "GY", "HT", "HN", "JM", "MX", "NI", "PA", "PY", "PE", "KN", "LC", "VC", "SR", "TT", "UY", "VE",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ProfileForm {
        ProfileForm { given_name: "Ana".into(), family_name: "Demo".into(), ..ProfileForm::default() }
    }

    #[test]
    fn an_empty_profile_is_fine_and_records_nothing() {
        assert_eq!(form().declared(&[]).unwrap(), Declared::default());
    }

    #[test]
    fn declining_is_an_answer_and_differs_from_no_answer() {
        let declined = ProfileForm { sex: "declined".into(), consent: "1".into(), ..form() };
        assert_eq!(SexCell::from(declined.declared(&[]).unwrap().sex), SexCell::Declined);
        assert_eq!(SexCell::from(form().declared(&[]).unwrap().sex), SexCell::NotRecorded);
    }

    #[test]
    fn declaring_needs_consent_and_known_codes() {
        let wrong =
            ProfileForm { sex: "woman".into(), country: "XX".into(), personnel_kind: "pirate".into(), ..form() };
        let fields: Vec<_> = wrong.declared(&["health".into()]).unwrap_err().fields;
        assert_eq!(
            fields,
            [
                ("country".to_owned(), Code::ChoiceUnknown),
                ("personnel_kind".to_owned(), Code::ChoiceUnknown),
                ("consent".to_owned(), Code::ConsentNeeded)
            ]
        );
    }
}

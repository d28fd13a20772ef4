//! Rights on the whole campus: who holds which, and of which countries somebody may see names.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::account::email;
use crate::error::{Code, Refusal, Wrong};
use crate::page::Page;
use crate::person::COUNTRIES;

crate::text_enum::text_enum! {
    /// A right that an account holds on the whole campus. Instructors are named edition by edition; everybody is a learner.
    pub enum Role {
        Staff => "staff",
        /// Beside `staff`: may see who the people behind the figures are, everywhere or in some countries. By itself it opens
        /// nothing.
        PersonalData => "personal-data",
        Administrator => "administrator",
    }
}

/// Of whom somebody may see who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Reach {
    #[default]
    Nobody,
    /// Of participations that were declared for one of these (ISO alpha-2).
    Countries(Vec<String>),
    Everybody,
}

impl Reach {
    /// Reads what the role is granted for: codes separated by commas, none of them for everybody; None without the role.
    #[must_use]
    pub fn read(granted: Option<&str>) -> Self {
        match granted {
            None => Self::Nobody,
            Some("") => Self::Everybody,
            Some(stored) => Self::Countries(stored_countries(stored)),
        }
    }

    /// Whether it takes in a participation that was declared for this country; one without a country is in no country's.
    #[must_use]
    pub fn holds(&self, country: Option<&str>) -> bool {
        match self {
            Self::Nobody => false,
            Self::Countries(codes) => country.is_some_and(|country| codes.iter().any(|code| code == country)),
            Self::Everybody => true,
        }
    }
}

/// The countries of a role as it is stored: codes separated by commas, none of them for everywhere.
#[must_use]
pub fn stored_countries(stored: &str) -> Vec<String> {
    stored.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// The form that grants a role, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleForm {
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub role: String,
    /// For names only; none of them for every country.
    #[serde(default)]
    pub countries: Vec<String>,
}

impl RoleForm {
    /// The stored address, the role and its countries in order.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field; `CountriesForNames` on countries of a role that has none.
    pub fn check(&self) -> Result<(String, Role, Vec<String>), Refusal> {
        let mut wrong = Wrong::default();
        let email = email(&self.email).unwrap_or_else(|code| {
            wrong.note("email", code);
            String::new()
        });
        let role: Option<Role> = wrong.parse("role", &self.role, Code::ChoiceUnknown);
        let mut countries: Vec<String> = self.countries.iter().map(|code| code.trim().to_uppercase()).collect();
        countries.sort_unstable();
        countries.dedup();
        if countries.iter().any(|code| !COUNTRIES.contains(&code.as_str())) {
            wrong.note("countries", Code::ChoiceUnknown);
        } else if !countries.is_empty() && role.is_some_and(|role| role != Role::PersonalData) {
            wrong.note("countries", Code::CountriesForNames);
        }
        wrong.done()?;
        role.map_or_else(|| Err(Refusal::field("role", Code::Required)), |role| Ok((email, role, countries)))
    }
}

/// Somebody who holds a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolderRow {
    pub account: String,
    pub name: String,
    pub email: String,
    pub roles: Vec<HeldRole>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRole {
    pub role: Role,
    /// None of them: everywhere.
    pub countries: Vec<String>,
    pub granted_at: DateTime<Utc>,
}

/// A page of those who hold roles.
pub type Holders = Page<HolderRow>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_for_some_countries_reaches_no_other_and_nobody_without_one() {
        let andean = Reach::read(Some("PE,CL"));
        assert!(andean.holds(Some("PE")) && !andean.holds(Some("PY")) && !andean.holds(None));
        assert!(Reach::read(Some("")).holds(None) && !Reach::read(None).holds(Some("PE")));
    }

    #[test]
    fn only_names_are_granted_by_country() {
        let form = RoleForm {
            email: "Ana@example.org".into(),
            role: "personal-data".into(),
            countries: vec!["pe".into(), "CL".into(), "PE".into()],
        };
        let countries = vec!["CL".to_owned(), "PE".to_owned()];
        assert_eq!(form.check().unwrap(), ("ana@example.org".into(), Role::PersonalData, countries));
        let wrong = |form: RoleForm| form.check().unwrap_err().fields;
        let staff = RoleForm { role: "staff".into(), ..form.clone() };
        assert_eq!(wrong(staff), [("countries".into(), Code::CountriesForNames)]);
        let nowhere = RoleForm { countries: vec!["Peru".into()], email: "ana".into(), role: String::new() };
        let expected = [("email", Code::EmailInvalid), ("role", Code::Required), ("countries", Code::ChoiceUnknown)];
        assert_eq!(wrong(nowhere), expected.map(|(field, code)| (field.to_owned(), code)));
        assert_eq!(RoleForm { countries: Vec::new(), ..form }.check().unwrap().2, Vec::<String>::new());
    }
}

//! Accounts: how a person signs in. Passwords, e-mail addresses and the forms around them.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};
use crate::language::Language;

crate::text_enum::text_enum! {
    /// What a link sent by mail lets its holder do, once.
    pub enum LinkPurpose { VerifyEmail => "verify-email", ResetPassword => "reset-password" }
}

impl LinkPurpose {
    /// How long the link works.
    #[must_use]
    pub const fn lifetime(self) -> chrono::Duration {
        match self {
            Self::VerifyEmail => chrono::Duration::days(7),
            Self::ResetPassword => chrono::Duration::hours(1),
        }
    }
}

/// Fewest characters of a password (NIST SP 800-63B asks for eight or more and for no rule about kinds of characters).
pub const PASSWORD_MIN: usize = 10;
/// Most characters of a password; it bounds what one hash can cost.
pub const PASSWORD_MAX: usize = 256;

/// An e-mail address as it is stored and compared: trimmed and lower-case.
///
/// # Errors
/// `EmailInvalid` unless it reads as one address with a name, one `@` and a dotted host.
pub fn email(text: &str) -> Result<String, Code> {
    let text = text.trim().to_lowercase();
    let plausible = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.split('.').count() >= 2
            && host.split('.').all(|part| !part.is_empty())
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'))
            && text.matches('@').count() == 1
    });
    if text.is_empty() {
        Err(Code::Required)
    } else if !plausible || text.len() > 254 {
        Err(Code::EmailInvalid)
    } else {
        Ok(text)
    }
}

/// # Errors
/// `PasswordShort`, `TooLong`, or `PasswordCommon` when it is the address itself or one character over and over.
pub fn check_password(password: &str, email: &str) -> Result<(), Code> {
    let length = password.chars().count();
    let first = password.chars().next();
    if length < PASSWORD_MIN {
        Err(Code::PasswordShort)
    } else if length > PASSWORD_MAX {
        Err(Code::TooLong)
    } else if password.to_lowercase() == email
        || password.chars().all(|c| Some(c) == first)
        || COMMON.contains(&password.to_lowercase().as_str())
    {
        Err(Code::PasswordCommon)
    } else {
        Ok(())
    }
}

/// Passwords of ten or more characters that head every list of leaked ones.
const COMMON: &[&str] = &[
    "1234567890",
    "12345678910",
    "0123456789",
    "0987654321",
    "password123",
    "password1234",
    "passw0rd123",
    "qwertyuiop",
    "qwerty12345",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "contraseña",
    "contrasena",
    "contraseña123",
    "contrasena123",
    "iloveyou123",
    "administrador",
    "administrator",
    "abcdefghij",
    "abc1234567",
];

/// The registration form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterForm {
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub password: String,
    #[serde(default)]
    pub language: String,
    /// The address to go to afterwards; empty for the learner's home.
    #[serde(default)]
    pub next: String,
}

/// A registration whose every field is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub language: Language,
}

impl RegisterForm {
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self) -> Result<Registration, Refusal> {
        let mut wrong = Wrong::default();
        let given_name = wrong.text("given_name", &self.given_name, 80);
        let family_name = wrong.text("family_name", &self.family_name, 80);
        let email = email(&self.email).unwrap_or_else(|code| {
            wrong.note("email", code);
            String::new()
        });
        if let Err(code) = check_password(&self.password, &email) {
            wrong.note("password", code);
        }
        let language = wrong.parse("language", &self.language, Code::ChoiceUnknown);
        wrong.done()?;
        language.map_or_else(
            || Err(Refusal::field("language", Code::Required)),
            |language| Ok(Registration { given_name, family_name, email, language }),
        )
    }
}

/// Where a form may send its reader afterwards: a path on this campus, never another site.
#[must_use]
pub fn safe_next(next: &str) -> Option<&str> {
    let local =
        next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && !next.contains(char::is_control);
    local.then_some(next)
}

/// Who is signed in, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub given_name: String,
    pub staff: bool,
    pub administrator: bool,
    /// May see who all the people behind the figures are.
    pub personal_data: bool,
    pub instructor: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(email("  Ana@Example.ORG ").unwrap(), "ana@example.org");
        for wrong in ["ana", "ana@", "@example.org", "ana@example", "a b@example.org", "a@b@c.org", "ana@example..org"]
        {
            assert_eq!(email(wrong), Err(Code::EmailInvalid), "{wrong}");
        }
    }

    #[test]
    fn passwords_are_long_and_not_the_obvious_ones() {
        assert_eq!(check_password("short", ""), Err(Code::PasswordShort));
        assert_eq!(check_password("aaaaaaaaaaaa", ""), Err(Code::PasswordCommon));
        assert_eq!(check_password("Contrasena123", ""), Err(Code::PasswordCommon));
        assert_eq!(check_password("ana@example.org", "ana@example.org"), Err(Code::PasswordCommon));
        assert_eq!(check_password("tres gatos bajo la luna", ""), Ok(()));
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let fields: Vec<_> =
            RegisterForm::default().checked().unwrap_err().fields.into_iter().map(|(name, _)| name).collect();
        assert_eq!(fields, ["given_name", "family_name", "email", "password", "language"]);
    }

    #[test]
    fn a_form_never_sends_its_reader_to_another_site() {
        assert_eq!(safe_next("/es/home"), Some("/es/home"));
        assert_eq!(safe_next("//evil.example"), None);
        assert_eq!(safe_next("https://evil.example"), None);
        assert_eq!(safe_next("/\\evil.example"), None);
    }
}

//! The mail that reminds of a session.

use chrono::{DateTime, Datelike, Utc};
use domain::language::Language;
use serde::{Deserialize, Serialize};

/// A session that begins soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionSoon {
    pub edition: String,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    /// IANA name of the zone in which the hour is told.
    pub zone: String,
    pub place: Option<String>,
    pub link: Option<String>,
    /// The edition's outline, after the language.
    pub path: String,
}

impl SessionSoon {
    /// Subject and text, with links to the campus at `url`.
    pub(super) fn words(&self, language: Language, url: &str) -> (String, String) {
        let when = when(self.starts_at, &self.zone, language);
        let (subject, hello, place, link, more) = match language {
            Language::Es => (
                format!("Se acerca la sesión «{}»", self.title),
                format!("Hola:\n\nLa sesión «{}», de «{}», comienza el {when}.", self.title, self.edition),
                "Dónde: ",
                "Para entrar:\n",
                "Las demás sesiones y lo que sigue:",
            ),
            Language::En => (
                format!("Soon: the session “{}”", self.title),
                format!("Hello,\n\nThe session “{}”, of “{}”, begins on {when}.", self.title, self.edition),
                "Where: ",
                "To join:\n",
                "The other sessions, and what comes next:",
            ),
        };
        let mut text = hello;
        for (label, value) in [(place, &self.place), (link, &self.link)] {
            if let Some(value) = value {
                text.push_str(&format!("\n\n{label}{value}"));
            }
        }
        text.push_str(&format!("\n\n{more}\n{url}/{language}/{}", self.path));
        (subject, text)
    }
}

/// A moment in the words of a mail: "29 de noviembre de 2026 a las 15:00 (hora de Lima)". The place is that of the zone's IANA
/// name, but for the reporting zone, which is Washington's on every page.
fn when(at: DateTime<Utc>, zone: &str, language: Language) -> String {
    let local = domain::zone::local(at, zone);
    let reporting = zone == domain::zone::REPORTING.name();
    let place =
        if reporting { "Washington".to_owned() } else { zone.rsplit('/').next().unwrap_or(zone).replace('_', " ") };
    let month = |names: [&'static str; 12]| names.get(local.month0() as usize).copied().unwrap_or_default();
    let (day, year, hour) = (local.day(), local.year(), local.format("%H:%M"));
    match language {
        Language::Es => format!("{day} de {} de {year} a las {hour} (hora de {place})", month(ES)),
        Language::En => format!("{day} {} {year} at {hour} ({place} time)", month(EN)),
    }
}

const ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_the_hour_in_the_editions_own_zone_and_how_to_join() {
        let soon = SessionSoon {
            edition: "SISDEHM".into(),
            title: "Bienvenida".into(),
            starts_at: "2026-11-29T20:00:00Z".parse().unwrap(),
            zone: "America/Lima".into(),
            place: None,
            link: Some("https://example.org/room".into()),
            path: "learn/e".into(),
        };
        let (subject, text) = soon.words(Language::Es, "https://campus.test");
        assert_eq!(subject, "Se acerca la sesión «Bienvenida»");
        assert!(text.contains("el 29 de noviembre de 2026 a las 15:00 (hora de Lima)."), "{text}");
        assert!(text.contains("Para entrar:\nhttps://example.org/room\n"), "{text}");
        assert!(!text.contains("Dónde"), "{text}");
        assert!(soon.words(Language::En, "").1.contains("29 November 2026 at 15:00 (Lima time)"));
    }
}

//! The campus's languages, and texts that exist in several of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

crate::text_enum::text_enum! {
    /// A language of the interface and of courses; the text is the first segment of every page's address.
    pub enum Language { Es => "es", En => "en" }
}

impl Language {
    /// The language's name in itself, as a language switch shows it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Es => "Español",
            Self::En => "English",
        }
    }

    /// The best supported language for an `Accept-Language` header; Spanish, the campus's first language, when none fits.
    #[must_use]
    pub fn from_accept(header: &str) -> Self {
        let mut best = (0.0_f32, Self::Es);
        for item in header.split(',') {
            let mut parts = item.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let weight = parts.find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse().ok())).unwrap_or(1.0);
            if let Ok(language) = primary.parse::<Self>()
                && weight > best.0
            {
                best = (weight, language);
            }
        }
        best.1
    }
}

/// One text in each language that has it. A missing language falls back to Spanish, then to any that exists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<Language, String>);

impl Words {
    /// A text in both first languages.
    #[must_use]
    pub fn es_en(es: impl Into<String>, en: impl Into<String>) -> Self {
        Self(BTreeMap::from([(Language::Es, es.into()), (Language::En, en.into())]))
    }

    /// The text in `language`, or in the nearest language that has one.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&self.nearest(language)).map_or("", String::as_str)
    }

    /// The text in `language` itself; empty where there is none.
    #[must_use]
    pub fn exact(&self, language: Language) -> &str {
        self.0.get(&language).map_or("", String::as_str)
    }

    /// The language that `get` answers in.
    #[must_use]
    pub fn nearest(&self, language: Language) -> Language {
        let has = |language: &Language| self.0.contains_key(language);
        [language, Language::Es].into_iter().find(has).or_else(|| self.0.keys().next().copied()).unwrap_or(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_preference_decides_and_spanish_is_the_fallback() {
        assert_eq!(Language::from_accept("en-US,en;q=0.9,es;q=0.8"), Language::En);
        assert_eq!(Language::from_accept("pt-BR,es;q=0.5,en;q=0.4"), Language::Es);
        assert_eq!(Language::from_accept("fr"), Language::Es);
        assert_eq!(Language::from_accept(""), Language::Es);
    }

    #[test]
    fn a_missing_translation_shows_the_original() {
        let words = Words(BTreeMap::from([(Language::Es, "Hola".to_owned())]));
        assert_eq!((words.get(Language::En), words.nearest(Language::En)), ("Hola", Language::Es));
        let english = Words(BTreeMap::from([(Language::En, "Hello".to_owned())]));
        assert_eq!((english.get(Language::Es), english.nearest(Language::Es)), ("Hello", Language::En));
        assert_eq!((Words::default().get(Language::En), Words::default().nearest(Language::En)), ("", Language::En));
    }
}

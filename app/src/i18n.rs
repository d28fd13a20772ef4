//! Words in the reader's language, from `locales/<language>/*.ftl`. Rendered on the server; islands get theirs as props.

/// The words of `key` in the page's language; `t!("key", name = value)` fills its places.
#[macro_export]
macro_rules! t {
    ($key:expr) => { $crate::i18n::words($crate::request::language(), $key, &[]) };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::words($crate::request::language(), $key, &[$((stringify!($name), $crate::i18n::Value::from($value))),+])
    };
}

/// What fills a place in a sentence.
#[derive(Debug, Clone)]
pub enum Value {
    Text(String),
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )+};
}
numbers!(u8, u16, u32, i32, i64);

#[cfg(feature = "ssr")]
mod fluent {
    use std::borrow::Cow;
    use std::collections::HashMap;

    use domain::language::Language;
    use fluent_templates::fluent_bundle::FluentValue;
    use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};

    use super::Value;

    static_loader! {
        static LOCALES = {
            locales: "./locales",
            fallback_language: "es",
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }

    const ES: LanguageIdentifier = langid!("es");
    const EN: LanguageIdentifier = langid!("en");

    /// The words of `key`; the key itself where a language lacks it, which a test forbids.
    #[must_use]
    pub fn words(language: Language, key: &str, places: &[(&'static str, Value)]) -> String {
        let id = match language {
            Language::Es => ES,
            Language::En => EN,
        };
        let places: HashMap<Cow<'static, str>, FluentValue<'_>> = places
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => FluentValue::from(text.as_str()),
                    Value::Number(number) => FluentValue::from(*number),
                };
                (Cow::Borrowed(*name), value)
            })
            .collect();
        LOCALES.try_lookup_with_args(&id, key, &places).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(feature = "ssr")]
pub use fluent::words;

/// In a browser no page is rendered, so no words are needed; islands bring theirs.
#[cfg(not(feature = "ssr"))]
#[must_use]
pub fn words(_: domain::language::Language, key: &str, _: &[(&'static str, Value)]) -> String {
    key.to_owned()
}

/// The name of a country's code, for documents that are made outside a page.
#[must_use]
pub fn country_name(language: domain::language::Language, code: &str) -> String {
    words(language, &format!("country-{code}"), &[])
}

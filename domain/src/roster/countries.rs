//! Countries by the names that lists give them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::person::COUNTRIES;
use crate::quiz::fold;

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    include_str!("../../data/countries.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('|'))
        .flat_map(|(code, names)| names.split('|').map(move |name| (fold(name), code)))
        .collect()
});

/// The ISO 3166-1 alpha-2 code of a country, from its code or from its name in Spanish, English, Portuguese or French.
#[must_use]
pub fn country(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    if COUNTRIES.contains(&code.as_str()) {
        return Some(code);
    }
    NAMES.get(&fold(text)).map(|code| (*code).to_owned())
}

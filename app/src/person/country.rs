//! The list of countries, in the reader's language.

use domain::person::{COUNTRIES, MEMBER_STATES};

use crate::t;

/// (code, name): the member states of the OAS first, then the others, each part in the order of its names.
#[must_use]
pub fn country_options() -> Vec<(String, String)> {
    let named = |codes: Vec<&str>| {
        let mut options: Vec<(String, String)> =
            codes.into_iter().map(|code| (code.to_owned(), t!(&format!("country-{code}")))).collect();
        options.sort_by_cached_key(|(_, name)| plain(name));
        options
    };
    let others = COUNTRIES.iter().copied().filter(|code| !MEMBER_STATES.contains(code)).collect();
    let mut options = named(MEMBER_STATES.to_vec());
    options.extend(named(others));
    options
}

/// A name as it is looked up: without accents, in lower case.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_is_offered_once_and_members_come_first() {
        let options = country_options();
        assert_eq!(options.len(), COUNTRIES.len());
        assert!(options.iter().take(MEMBER_STATES.len()).all(|(code, _)| MEMBER_STATES.contains(&code.as_str())));
        assert_eq!(plain("México"), "mexico");
    }
}

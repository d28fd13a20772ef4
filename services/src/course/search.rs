//! Searching short lists in memory: without regard to case or accents, alike on both databases.

/// A text as it is compared: lower case, without the accents of the campus's languages.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            c => c,
        })
        .collect()
}

/// Whether every word of `search` occurs in one of the texts. An empty search finds everything.
#[must_use]
pub fn matches(search: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    fold(search).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter_and_all_words_do() {
        assert!(matches("DIAGNOSTICO genero", &["Diagnóstico Participativo", "de Género"]));
        assert!(!matches("diagnóstico fiscal", &["Diagnóstico Participativo de Género"]));
        assert!(matches("  ", &[]));
    }
}

//! Words: each language has all of them, every refusal has some, and none that a page asks for is missing.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::error::Code;
use fluent_templates::fluent_bundle::FluentResource;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` whose name ends so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry, ending));
        } else if entry.to_string_lossy().ends_with(ending) {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// The keys of a language's words, with the places that each sentence leaves open and the file that it stands in.
fn keys(language: &str) -> BTreeMap<String, (BTreeSet<String>, String)> {
    let mut all: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    for path in files(&root().join("locales").join(language), ".ftl") {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut current = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some((key, _)) = line
                .split_once(" =")
                .filter(|(key, _)| key.starts_with(|c: char| c.is_ascii_alphabetic()) && !key.contains(' '))
            {
                current = key.to_owned();
                let twice = all.insert(current.clone(), (BTreeSet::new(), file.clone()));
                assert!(twice.is_none(), "{language}/{file}: {key} is there twice");
            }
            if !line.starts_with('#')
                && let Some((places, _)) = all.get_mut(&current)
            {
                places.extend(
                    line.split('$')
                        .skip(1)
                        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned()),
                );
            }
        }
    }
    assert!(all.len() > 400, "{language} has only {} keys", all.len());
    all
}

/// What is asked for with `t!("…")`, and with `t!(&format!("…{…}"))` up to its first place.
fn asked() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut whole, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for path in files(&root().join("src"), ".rs") {
        let source = fs::read_to_string(path).unwrap();
        let code: String =
            source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        // Not the end of `format!(`.
        let calls = code
            .match_indices("t!(")
            .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'));
        for call in calls.map(|(at, mark)| code[at + mark.len()..].trim_start()) {
            if let Some(key) = call.strip_prefix('"') {
                whole.insert(key.split('"').next().unwrap().to_owned());
            } else if let Some(key) = call.strip_prefix("&format!(\"") {
                beginnings.insert(key.split(['"', '{']).next().unwrap().to_owned());
            }
        }
    }
    // The macro's own description.
    whole.remove("key");
    (whole, beginnings)
}

#[test]
fn every_file_of_words_can_be_read() {
    for path in files(&root().join("locales"), ".ftl") {
        if let Err((_, mistakes)) = FluentResource::try_new(fs::read_to_string(&path).unwrap()) {
            panic!("{}: {mistakes:?}", path.display());
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let (es, en) = (keys("es"), keys("en"));
    let only = |one: &BTreeMap<String, _>, other: &BTreeMap<String, _>| {
        one.keys().filter(|key| !other.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&es, &en), Vec::<String>::new(), "only in Spanish");
    assert_eq!(only(&en, &es), Vec::<String>::new(), "only in English");
    let differing: Vec<_> = es.iter().filter(|(key, words)| en[*key] != **words).map(|(key, _)| key).collect();
    assert!(differing.is_empty(), "other places, or another file, in the other language: {differing:?}");
}

#[test]
fn every_refusal_has_words() {
    let es = keys("es");
    let missing: Vec<_> =
        Code::ALL.iter().map(|code| format!("error-{code}")).filter(|key| !es.contains_key(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_country_has_a_name() {
    let es = keys("es");
    let missing: Vec<_> = domain::person::COUNTRIES
        .iter()
        .map(|code| format!("country-{code}"))
        .filter(|key| !es.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_word_that_a_page_asks_for_exists() {
    let es = keys("es");
    let (whole, beginnings) = asked();
    let missing: Vec<_> = whole.iter().filter(|key| !es.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let missing: Vec<_> =
        beginnings.iter().filter(|beginning| !es.keys().any(|key| key.starts_with(*beginning))).collect();
    assert!(missing.is_empty(), "nothing begins so: {missing:?}");
}

#[test]
fn every_field_has_a_label() {
    let es = keys("es");
    let mut missing = BTreeSet::new();
    for path in files(&root().join("src"), ".rs") {
        let source = fs::read_to_string(path).unwrap();
        for kind in ["<TextField", "<Select", "<Choices", "<Checkbox"] {
            let names = source
                .split(kind)
                .skip(1)
                .filter_map(|rest| rest.trim_start().strip_prefix("name=\"")?.split('"').next());
            missing.extend(
                names.map(|name| format!("field-{}", name.replace('_', "-"))).filter(|key| !es.contains_key(key)),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// Screen readers cannot say "alumn@s" or "todxs": the house writes "personas participantes".
#[test]
fn spanish_is_inclusive_in_words_that_can_be_read_aloud() {
    let mut texts = files(&root().join("locales/es"), ".ftl");
    texts.extend(files(&root().join("pages/es"), ".md"));
    texts.extend(
        files(&root().join("../courses"), ".md")
            .into_iter()
            .filter(|path| path.components().any(|part| part.as_os_str() == "es")),
    );
    for path in texts {
        for (place, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            for word in line.split(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '.' | '-' | '_')) {
                let address = word
                    .split_once('@')
                    .is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'));
                let unspeakable = word.contains('@') && !address
                    || word.len() > 3 && word.to_lowercase().trim_end_matches('.').ends_with("xs");
                assert!(!unspeakable, "{}:{}: {word}", path.display(), place + 1);
            }
        }
    }
}

//! What the check says, in the author's language. The check itself speaks English, as the command line does; a page asks here.

use std::sync::LazyLock;

use domain::language::Language;

/// An English sentence cut at what it names, and the other language's sentence.
struct Said {
    pieces: Vec<&'static str>,
    other: &'static str,
}

static SPANISH: LazyLock<Vec<Said>> = LazyLock::new(|| {
    let lines: Vec<&'static str> =
        include_str!("check.es.txt").lines().filter(|line| !line.starts_with("# ")).collect();
    let mut all: Vec<Said> = lines
        .chunks_exact(2)
        .filter_map(|pair| Some(Said { pieces: pair.first()?.split("{}").collect(), other: pair.get(1)? }))
        .collect();
    // What says most of its own comes first: it is the one that was meant.
    all.sort_by_key(|said| std::cmp::Reverse(said.pieces.iter().map(|piece| piece.len()).sum::<usize>()));
    all
});

/// The sentence in `language`; as it is where there is none.
pub(crate) fn in_language(language: Language, text: &str) -> String {
    if language == Language::En {
        return text.to_owned();
    }
    SPANISH.iter().find_map(|said| said.of(text)).unwrap_or_else(|| text.to_owned())
}

impl Said {
    fn of(&self, text: &str) -> Option<String> {
        let (first, rest) = self.pieces.split_first()?;
        let mut left = text.strip_prefix(first)?;
        let mut names: Vec<&str> = Vec::new();
        for (place, piece) in rest.iter().enumerate() {
            // The last piece ends the sentence; those before end where they first stand.
            let at = if place + 1 == rest.len() { left.len().checked_sub(piece.len())? } else { left.find(piece)? };
            let (name, after) = left.split_at_checked(at)?;
            left = after.strip_prefix(piece)?;
            names.push(name);
        }
        if !left.is_empty() {
            return None;
        }
        let mut out = self.other.to_owned();
        for (place, name) in names.iter().enumerate() {
            out = out.replace(&format!("{{{}}}", place + 1), name);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn sentences_are_told_with_what_they_name() {
        let es = |text| in_language(Language::Es, text);
        assert_eq!(
            es("`pass` is missing; write the percent that passes, `pass: 60`"),
            "falta `pass`; escriba el porcentaje que aprueba, `pass: 60`"
        );
        assert_eq!(es("`title` is missing; write `title: …`"), "falta `title`; escriba `title: …`");
        assert_eq!(
            es("3 questions cover objective 2; write at least 2"),
            "3 preguntas cubren el objetivo 2; escriba al menos 2"
        );
        assert_eq!(es("something new"), "something new");
        assert_eq!(in_language(Language::En, "no text here; write it"), "no text here; write it");
    }

    /// Everything that the check says of the broken courses has its Spanish.
    #[test]
    fn nothing_is_left_in_english() {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/courses");
        let mut looked = 0;
        for folder in std::fs::read_dir(fixtures).unwrap() {
            for line in super::super::check_dir(&folder.unwrap().path()) {
                let text = line.splitn(3, ':').nth(2).unwrap().trim().to_owned();
                assert_ne!(in_language(Language::Es, &text), text, "{line}");
                looked += 1;
            }
        }
        assert!(looked > 20, "{looked}");
    }

    /// Each English sentence is one that the sources write.
    #[test]
    fn no_sentence_is_out_of_date() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/course");
        let mut sources = String::new();
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    sources.push_str(&std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let continued = sources.split("\\\n").map(str::trim_start).collect::<String>();
        let mut plain = String::new();
        let mut rest = continued.as_str();
        // `{name}` as `{}`; `{{` as `{`.
        while let Some(at) = rest.find('{') {
            plain.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            let name = rest.find('}').filter(|end| rest[..*end].chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            rest = &rest[name.unwrap_or(0)..];
        }
        plain.push_str(rest);
        for said in SPANISH.iter() {
            let sentence = said.pieces.join("{}");
            assert!(plain.contains(&sentence), "{sentence}");
        }
    }
}

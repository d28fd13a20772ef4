//! A part of a course's files in all its languages, and the form that edits it.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::shape::{Input, PartKind};
use crate::error::Code;
use crate::language::Language;
use crate::quiz::fold;

/// Most of its own parts that a form may bring.
const MOST: usize = 200;
/// The longest key that is made of a text, in characters.
const KEY_MAX: usize = 48;

/// What a part says: once, in each language, and in parts of its own. A field that says nothing is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub shared: BTreeMap<String, String>,
    pub texts: BTreeMap<Language, BTreeMap<String, String>>,
    pub parts: Vec<Part>,
}

impl Part {
    /// What stands in a field that all languages share; empty when nothing does.
    #[must_use]
    pub fn shared(&self, name: &str) -> &str {
        self.shared.get(name).map_or("", String::as_str)
    }

    /// What stands in a field in one language; empty when nothing does.
    #[must_use]
    pub fn text(&self, language: Language, name: &str) -> &str {
        self.texts.get(&language).and_then(|texts| texts.get(name)).map_or("", String::as_str)
    }

    /// Writes a shared field; nothing but blanks takes it away.
    pub fn share(&mut self, name: &str, value: &str) {
        if value.trim().is_empty() {
            self.shared.remove(name);
        } else {
            self.shared.insert(name.to_owned(), value.trim().to_owned());
        }
    }

    /// Writes a field of one language; nothing but blanks takes it away.
    pub fn say(&mut self, language: Language, name: &str, value: &str) {
        let texts = self.texts.entry(language).or_default();
        if value.trim().is_empty() {
            texts.remove(name);
        } else {
            texts.insert(name.to_owned(), value.to_owned());
        }
        if texts.is_empty() {
            self.texts.remove(&language);
        }
    }

    /// Whether it says nothing at all, keys aside.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.texts.is_empty()
            && self.parts.iter().all(Self::is_blank)
            && self.shared.keys().all(|name| name == "key" || name == "kind")
    }

    /// Whether it or one of its parts says something in `language`.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.texts.contains_key(&language) || self.parts.iter().any(|part| part.speaks(language))
    }

    /// Everything that it says in `language`, to see whether that changed.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Vec<&BTreeMap<String, String>> {
        let own = self.texts.get(&language);
        own.into_iter().chain(self.parts.iter().flat_map(|part| part.in_language(language))).collect()
    }

    /// Puts what another language says beside this: parts with a key by their keys, others by their place.
    pub fn join(&mut self, other: Self) {
        for (name, value) in other.shared {
            self.shared.entry(name).or_insert(value);
        }
        self.texts.extend(other.texts);
        for (place, part) in other.parts.into_iter().enumerate() {
            let known = if part.shared("key").is_empty() {
                self.parts.get_mut(place)
            } else {
                self.parts.iter_mut().find(|known| known.shared("key") == part.shared("key"))
            };
            match known {
                Some(known) => known.join(part),
                None => self.parts.push(part),
            }
        }
    }

    /// What a form says of a part of this kind. Fields are named by their place: `s.minutes`, `t.es.title`, `p0.s.right`,
    /// `p0.p1.t.en.text`; what the kind does not have is not read.
    #[must_use]
    pub fn from_form(kind: PartKind, form: &HashMap<String, String>) -> Self {
        Self::read(kind, form, "")
    }

    /// Without parts that say nothing; those that are new get a key.
    #[must_use]
    pub fn tidy(mut self, kind: PartKind) -> Self {
        self.drop_blanks();
        self.name_parts(kind);
        self
    }

    fn drop_blanks(&mut self) {
        self.parts.retain(|part| !part.is_blank());
        self.parts.iter_mut().for_each(Self::drop_blanks);
    }

    fn read(kind: PartKind, form: &HashMap<String, String>, before: &str) -> Self {
        let shape = kind.shape();
        let mut part = Self::default();
        let value = |name: String| form.get(&name).map(|text| text.replace("\r\n", "\n")).unwrap_or_default();
        for field in shape.shared {
            part.share(field.name, &value(format!("{before}s.{}", field.name)));
        }
        for language in Language::ALL {
            for field in shape.texts {
                let said = value(format!("{before}t.{language}.{}", field.name));
                let many = matches!(field.input, Input::Area(_) | Input::Prose(_));
                let said = if many { said.trim_end().to_owned() } else { one_line(&said) };
                part.say(*language, field.name, &said);
            }
        }
        if let Some(child) = shape.child.filter(|_| !shape.paged) {
            let least = |place: usize| format!("{before}p{place}.");
            let last = (0..MOST).rev().find(|place| form.keys().any(|name| name.starts_with(&least(*place))));
            let places = last.map_or(0, |last| last + 1);
            part.parts = (0..places).map(|place| Self::read(child, form, &least(place))).collect();
        }
        part
    }

    /// Gives a key to each part that has none and whose kind has one.
    fn name_parts(&mut self, kind: PartKind) {
        let Some(child) = kind.shape().child else { return };
        let keyed = child.shape().shared.iter().any(|field| field.name == "key");
        for place in 0..self.parts.len() {
            let taken: Vec<String> = self.parts.iter().map(|part| part.shared("key").to_owned()).collect();
            let Some(part) = self.parts.get_mut(place) else { continue };
            if keyed && part.shared("key").is_empty() {
                let key = key_of(part.first_text(child.named_by()), child.as_str(), |key| {
                    taken.iter().any(|known| known == key)
                });
                part.share("key", &key);
            }
            part.name_parts(child);
        }
    }

    /// A field in the first language that says it.
    #[must_use]
    pub fn first_text(&self, name: &str) -> &str {
        self.texts.values().find_map(|texts| texts.get(name)).map_or("", String::as_str)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A key made of a text: small letters, digits, hyphens; `otherwise` where the text has none; with a number where it is taken.
#[must_use]
pub fn key_of(text: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut key = String::new();
    for word in words {
        if key.len() + word.len() >= KEY_MAX {
            break;
        }
        if !key.is_empty() {
            key.push('-');
        }
        key.push_str(&word);
    }
    if key.is_empty() {
        otherwise.clone_into(&mut key);
    }
    if !taken(&key) {
        return key;
    }
    (2..).map(|number| format!("{key}-{number}")).find(|key| !taken(key)).unwrap_or(key)
}

/// The fields that cannot be what they say: numbers that are none, words of no list. Named as in the form.
#[must_use]
pub fn wrong(kind: PartKind, part: &Part) -> Vec<(String, Code)> {
    let mut found = Vec::new();
    look(kind, part, "", &mut found);
    found
}

fn look(kind: PartKind, part: &Part, before: &str, found: &mut Vec<(String, Code)>) {
    let shape = kind.shape();
    for field in shape.shared {
        let Some(value) = part.shared.get(field.name) else { continue };
        let code = match field.input {
            Input::Number => value.parse::<u16>().is_err().then_some(Code::NumberInvalid),
            Input::Choice(words) => (!words.contains(&value.as_str())).then_some(Code::ChoiceUnknown),
            _ => None,
        };
        found.extend(code.map(|code| (format!("{before}s.{}", field.name), code)));
    }
    if let Some(child) = shape.child.filter(|_| !shape.paged) {
        for (place, part) in part.parts.iter().enumerate() {
            look(child, part, &format!("{before}p{place}."), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_says_a_question_in_two_languages_and_empty_rows_say_nothing() {
        let form = form(&[
            ("s.kind", "single"),
            ("s.objective", " 1 "),
            ("s.minutes", "no field of a question"),
            ("t.es.text", "¿Qué es\r\ngénero?\r\n"),
            ("t.en.text", "What is gender?"),
            ("p0.s.right", "1"),
            ("p0.t.es.text", "Lo  que\nse espera"),
            ("p0.t.en.text", "What is expected"),
            ("p1.t.es.text", ""),
            ("p2.t.en.feedback", "No."),
        ]);
        let part = Part::from_form(PartKind::Question, &form).tidy(PartKind::Question);
        assert_eq!(part.shared("objective"), "1");
        assert_eq!(part.shared("minutes"), "");
        assert_eq!(part.text(Language::Es, "text"), "¿Qué es\ngénero?");
        assert_eq!(part.parts.len(), 2, "the empty row is left out");
        assert_eq!(part.parts[0].text(Language::Es, "text"), "Lo que se espera", "a line is one line");
        assert_eq!(part.parts[0].shared("right"), "1");
        assert!(part.parts[1].shared("right").is_empty() && part.parts[1].speaks(Language::En));
        assert!(wrong(PartKind::Question, &part).is_empty());
    }

    #[test]
    fn what_is_no_number_and_no_word_of_the_list_is_named_by_its_field() {
        let form = form(&[
            ("s.minutes", "long"),
            ("t.es.title", "Plan"),
            ("p1.t.es.title", "Diagnóstico"),
            ("p1.p0.s.points", "-1"),
            ("p1.p0.t.es.text", "Nada"),
        ]);
        let part = Part::from_form(PartKind::Assignment, &form);
        let found = wrong(PartKind::Assignment, &part);
        let part = part.tidy(PartKind::Assignment);
        assert_eq!(found, [("s.minutes".into(), Code::NumberInvalid), ("p1.p0.s.points".into(), Code::NumberInvalid)]);
        assert_eq!(part.parts[0].shared("key"), "diagnostico", "a new criterion has a key");
        let choice = Part::from_form(PartKind::Question, &HashMap::from([("s.kind".to_owned(), "essay".to_owned())]));
        assert_eq!(wrong(PartKind::Question, &choice), [("s.kind".into(), Code::ChoiceUnknown)]);
    }

    #[test]
    fn keys_are_made_of_words_and_never_twice() {
        assert_eq!(key_of("¿Qué es el GÉNERO?", "lesson", |_| false), "que-es-el-genero");
        assert_eq!(key_of("!!", "lesson", |key| key == "lesson"), "lesson-2");
        let long = key_of(&"palabra ".repeat(30), "x", |_| false);
        assert!(long.len() <= KEY_MAX && !long.ends_with('-'), "{long}");
    }

    #[test]
    fn languages_are_put_side_by_side_by_key_or_place() {
        let one = |language, key: &str, text: &str| {
            let mut part = Part::default();
            part.share("key", key);
            part.say(language, "title", text);
            part
        };
        let mut es = Part { parts: vec![one(Language::Es, "a", "A"), one(Language::Es, "b", "B")], ..Part::default() };
        let en = Part { parts: vec![one(Language::En, "b", "Bee"), one(Language::En, "c", "Sea")], ..Part::default() };
        es.join(en);
        assert_eq!(es.parts.len(), 3);
        assert_eq!((es.parts[1].text(Language::Es, "title"), es.parts[1].text(Language::En, "title")), ("B", "Bee"));
        assert!(!es.parts[2].speaks(Language::Es));
    }
}

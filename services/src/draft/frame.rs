//! `course.yaml` as the outline changes it: read, changed and written again in one form.

use std::collections::BTreeMap;

use domain::draft::{Input, Part, PartKind};
use domain::language::Language;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::yaml;

/// The frame's file.
pub(super) const FILE: &str = "course.yaml";

/// How something is taken: `pass`, `draw`, `week` …
pub(super) type Settings = Map<String, Value>;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Frame {
    pub hours: Option<Value>,
    pub languages: Vec<Language>,
    pub completion: Option<Value>,
    pub pre_test: Option<Settings>,
    pub modules: Vec<FrameModule>,
    pub final_test: Option<Settings>,
    pub post_test: Option<Settings>,
    pub survey: Option<Settings>,
    pub untranslated: BTreeMap<Language, Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FrameModule {
    pub key: String,
    pub activities: Vec<String>,
    pub check: Option<Settings>,
}

impl Frame {
    /// None when it is no frame; it is mended as a text then.
    pub(super) fn read(text: &str) -> Option<Self> {
        yaml::read(text)
    }

    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        if let Some(hours) = &self.hours {
            out.push_str(&format!("hours: {}\n", yaml::flow(hours)));
        }
        let languages: Vec<&str> = self.languages.iter().map(|language| language.as_str()).collect();
        out.push_str(&format!("languages: [{}]\n", languages.join(", ")));
        if let Some(completion) = &self.completion {
            out.push_str(&format!("completion: {}\n", yaml::flow(completion)));
        }
        once(&mut out, "pre_test", self.pre_test.as_ref());
        out.push_str(if self.modules.is_empty() { "modules: []\n" } else { "modules:\n" });
        for module in &self.modules {
            let activities = module.activities.join(", ");
            out.push_str(&format!("  - key: {}\n    activities: [{activities}]\n", module.key));
            once(&mut out, "    check", module.check.as_ref());
        }
        once(&mut out, "final_test", self.final_test.as_ref());
        once(&mut out, "post_test", self.post_test.as_ref());
        once(&mut out, "survey", self.survey.as_ref());
        let untranslated: Vec<String> = self
            .untranslated
            .iter()
            .filter(|(_, keys)| !keys.is_empty())
            .map(|(language, keys)| format!("{language}: [{}]", keys.join(", ")))
            .collect();
        if !untranslated.is_empty() {
            out.push_str(&format!("untranslated: {{ {} }}\n", untranslated.join(", ")));
        }
        out
    }

    /// The settings of what has some by the item's key.
    pub(super) fn settings(&mut self, key: &str) -> Option<&mut Settings> {
        match key {
            "pre-test" => self.pre_test.as_mut(),
            "final-test" => self.final_test.as_mut(),
            "post-test" => self.post_test.as_mut(),
            "survey" => self.survey.as_mut(),
            key => {
                let of = |module: &&mut FrameModule| key.strip_suffix("-check") == Some(module.key.as_str());
                self.modules.iter_mut().find(of)?.check.as_mut()
            }
        }
    }

    /// Where an activity stands: the place of its module, and its own.
    pub(super) fn place(&self, key: &str) -> Option<(usize, usize)> {
        self.modules
            .iter()
            .enumerate()
            .find_map(|(place, module)| Some((place, module.activities.iter().position(|known| known == key)?)))
    }

    /// Every key that names an activity or another page.
    pub(super) fn takes(&self, key: &str) -> bool {
        const OTHERS: [&str; 12] = [
            "pre-test",
            "final-test",
            "post-test",
            "survey",
            "check",
            "forum",
            "grades",
            "pack",
            "glossary",
            "calendar",
            "about",
            "media",
        ];
        OTHERS.contains(&key)
            || self.place(key).is_some()
            || self.modules.iter().any(|module| module.key == key || format!("{}-check", module.key) == key)
    }
}

/// Puts the settings into a part's shared fields.
pub(super) fn share(settings: &Settings, part: &mut Part) {
    for (name, value) in settings {
        let value = match value {
            Value::Bool(on) => if *on { "1" } else { "" }.to_owned(),
            value => yaml::word(value),
        };
        part.share(name, &value);
    }
}

/// Takes them from there.
pub(super) fn settle(settings: &mut Settings, kind: PartKind, part: &Part) {
    for field in kind.shape().shared {
        let said = part.shared(field.name);
        let value = match field.input {
            Input::Check => (!said.is_empty()).then_some(Value::Bool(true)),
            Input::Number => said.parse::<u32>().ok().map(Value::from),
            _ => (!said.is_empty()).then(|| Value::from(said)),
        };
        match value {
            Some(value) => settings.insert(field.name.to_owned(), value),
            None => settings.remove(field.name),
        };
    }
}

/// A line for what has settings, where it is there.
fn once(out: &mut String, key: &str, settings: Option<&Settings>) {
    if let Some(settings) = settings {
        out.push_str(&format!("{key}: {}\n", flow(settings)));
    }
}

/// Settings in the order in which people are asked for them.
fn flow(settings: &Settings) -> String {
    let order: Vec<&str> = PartKind::Quiz.shape().shared.iter().map(|field| field.name).collect();
    let mut pairs: Vec<(&String, &Value)> = settings.iter().collect();
    pairs.sort_by_key(|(name, _)| order.iter().position(|known| known == name));
    yaml::pairs(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frames_of_the_built_in_courses_are_written_as_they_were_read() {
        for slug in ["gender-equality", "pga", "sisdehm"] {
            let path = format!("{}/../courses/{slug}/{FILE}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let frame = Frame::read(&text).unwrap();
            assert!(!frame.modules.is_empty());
            assert_eq!(Frame::read(&frame.write()), Some(frame), "{slug}");
        }
        assert_eq!(Frame::read("modules: [oh"), None);
        assert_eq!(Frame::read("unknown: 1"), None);
    }

    #[test]
    fn settings_go_into_a_form_and_back() {
        let mut frame = Frame::read("final_test: { pass: 70, shuffle: true, grade: last }").unwrap();
        let settings = frame.settings("final-test").unwrap();
        let mut part = Part::default();
        share(settings, &mut part);
        assert_eq!((part.shared("pass"), part.shared("shuffle"), part.shared("grade")), ("70", "1", "last"));
        part.share("shuffle", "");
        part.share("draw", "20");
        settle(settings, PartKind::Quiz, &part);
        assert_eq!(flow(settings), "{ pass: 70, draw: 20, grade: last }");
    }
}

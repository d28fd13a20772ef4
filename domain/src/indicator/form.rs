//! A definition as it is typed, and the definitions that are impossible.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::possible::possible;
use super::{Baseline, Comparator, Indicator, Measure, Period, SexSplit, TargetReading, Unit};
use crate::counting::Scope;
use crate::edition::Modality;
use crate::error::{Code, Refusal, Wrong};
use crate::language::{Language, Words};
use crate::person::COUNTRIES;

/// Most characters of a name and of a longer text.
const NAME: usize = 200;
const TEXT: usize = 2_000;

/// Declares the form's texts and lists, which all are left out when nothing is typed.
macro_rules! form {
    (texts { $($text:ident),+ $(,)? } lists { $($list:ident),+ $(,)? }) => {
        /// The sheet of an indicator's definition, as typed. Lists that are empty take in all.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct DefinitionForm {
            $(#[serde(default)] pub $text: String,)+
            $(#[serde(default)] pub $list: Vec<String>,)+
        }
    };
}

form! {
    texts {
        code, section, name_es, name_en, objective_es, objective_en, output_es, output_en, unit, population, period, target,
        target_women, target_men, milestones, comparator, target_reading, baseline_kind, baseline, baseline_women,
        baseline_men, baseline_on, baseline_source, source_es, source_en, responsible, note_es, note_en, reason, version,
        previewed,
    }
    lists { courses, modalities, languages, countries, personnel_kinds, disaggregation }
}

/// What a definition may name.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub courses: Vec<String>,
    pub kinds: Vec<String>,
}

impl DefinitionForm {
    /// The form of a definition that there is, in its `version`.
    #[must_use]
    pub fn of(indicator: &Indicator, version: u32) -> Self {
        let number = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
        let both = |words: &Words| (words.exact(Language::Es).to_owned(), words.exact(Language::En).to_owned());
        let ((name_es, name_en), (objective_es, objective_en)) = (both(&indicator.name), both(&indicator.objective));
        let ((output_es, output_en), (note_es, note_en)) = (both(&indicator.output), both(&indicator.note));
        let (source_es, source_en) = both(&indicator.source);
        let scope = &indicator.scope;
        let milestones: Vec<String> =
            indicator.milestones.iter().map(|(year, target)| format!("{year}: {target}")).collect();
        Self {
            code: indicator.code.clone(),
            section: indicator.section.clone(),
            name_es,
            name_en,
            objective_es,
            objective_en,
            output_es,
            output_en,
            unit: indicator.unit.to_string(),
            population: indicator.population.to_string(),
            period: indicator.period.to_string(),
            target: number(indicator.target),
            target_women: number(indicator.target_split.women),
            target_men: number(indicator.target_split.men),
            milestones: milestones.join("\n"),
            comparator: indicator.comparator.to_string(),
            target_reading: indicator.target_reading.to_string(),
            baseline_kind: match indicator.baseline {
                Baseline::Value(_) => "value",
                Baseline::ToBeDetermined => "to-be-determined",
                Baseline::NotStated => "not-stated",
            }
            .to_owned(),
            baseline: number(indicator.baseline.value()),
            baseline_women: number(indicator.baseline_split.women),
            baseline_men: number(indicator.baseline_split.men),
            baseline_on: indicator.baseline_on.map(|day| day.to_string()).unwrap_or_default(),
            baseline_source: indicator.baseline_source.clone(),
            source_es,
            source_en,
            responsible: indicator.responsible.clone(),
            note_es,
            note_en,
            reason: String::new(),
            version: version.to_string(),
            previewed: String::new(),
            courses: scope.courses.clone(),
            modalities: scope.modalities.iter().map(ToString::to_string).collect(),
            languages: scope.languages.iter().map(ToString::to_string).collect(),
            countries: scope.countries.clone(),
            personnel_kinds: scope.personnel_kinds.clone(),
            disaggregation: indicator.disaggregation.iter().map(ToString::to_string).collect(),
        }
    }

    /// The definition, once every field is right and the whole is possible.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field; `DefinitionImpossible` on the field that cannot hold with the others.
    pub fn indicator(&self, known: &Known) -> Result<Indicator, Refusal> {
        let mut wrong = Wrong::default();
        let code = wrong.text("code", &self.code, 40).to_uppercase();
        if !code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-') || code.starts_with('-') {
            wrong.note("code", Code::CodeInvalid);
        }
        let section = wrong.text("section", &self.section, 60);
        let name = words(&mut wrong, ("name_es", &self.name_es), ("name_en", &self.name_en), true);
        let output = words(&mut wrong, ("output_es", &self.output_es), ("output_en", &self.output_en), true);
        let objective =
            words(&mut wrong, ("objective_es", &self.objective_es), ("objective_en", &self.objective_en), false);
        let source = words(&mut wrong, ("source_es", &self.source_es), ("source_en", &self.source_en), false);
        let note = words(&mut wrong, ("note_es", &self.note_es), ("note_en", &self.note_en), false);
        wrong.text("reason", &self.reason, TEXT);
        let population = wrong.parse("population", &self.population, Code::ChoiceUnknown);
        let unit = wrong.parse("unit", &self.unit, Code::ChoiceUnknown);
        let period = wrong.parse("period", &self.period, Code::ChoiceUnknown);
        let comparator = wrong.parse("comparator", &self.comparator, Code::ChoiceUnknown);
        let target_reading = wrong.parse("target_reading", &self.target_reading, Code::ChoiceUnknown);
        let target = number(&mut wrong, "target", &self.target);
        let target_split = SexSplit {
            women: number(&mut wrong, "target_women", &self.target_women),
            men: number(&mut wrong, "target_men", &self.target_men),
        };
        let milestones = self.years(&mut wrong);
        let baseline = self.baseline(&mut wrong);
        let baseline_split = SexSplit {
            women: number(&mut wrong, "baseline_women", &self.baseline_women),
            men: number(&mut wrong, "baseline_men", &self.baseline_men),
        };
        let baseline_on = (!self.baseline_on.trim().is_empty())
            .then(|| wrong.parse("baseline_on", &self.baseline_on, Code::DateInvalid))
            .flatten();
        let baseline_source = wrong.optional("baseline_source", &self.baseline_source, TEXT).unwrap_or_default();
        let responsible = wrong.optional("responsible", &self.responsible, NAME).unwrap_or_default();
        let scope = self.scope(&mut wrong, known);
        let disaggregation = list(&mut wrong, "disaggregation", &self.disaggregation);
        wrong.done()?;
        // What `done` let through is there; the defaults only please the types.
        let indicator = Indicator {
            code,
            section,
            name,
            objective,
            output,
            unit: unit.unwrap_or(Unit::Persons),
            population: population.unwrap_or(Measure::Completers),
            scope,
            disaggregation,
            period: period.unwrap_or(Period::Plan),
            baseline,
            baseline_split,
            baseline_on,
            baseline_source,
            target,
            target_split,
            milestones,
            comparator: comparator.unwrap_or(Comparator::AtLeast),
            target_reading: target_reading.unwrap_or(TargetReading::Unsettled),
            source,
            responsible,
            note,
            retired: false,
        };
        possible(&indicator)?;
        Ok(indicator)
    }

    fn baseline(&self, wrong: &mut Wrong) -> Baseline {
        match self.baseline_kind.trim() {
            "value" => match number(wrong, "baseline", &self.baseline) {
                Some(value) => Baseline::Value(value),
                None => {
                    if self.baseline.trim().is_empty() {
                        wrong.note("baseline", Code::Required);
                    }
                    Baseline::NotStated
                }
            },
            "to-be-determined" => Baseline::ToBeDetermined,
            "not-stated" | "" => Baseline::NotStated,
            _ => {
                wrong.note("baseline_kind", Code::ChoiceUnknown);
                Baseline::NotStated
            }
        }
    }

    /// One year a line: `2024: 100`.
    fn years(&self, wrong: &mut Wrong) -> BTreeMap<i32, u32> {
        let mut years = BTreeMap::new();
        for line in self.milestones.lines().filter(|line| !line.trim().is_empty()) {
            let parsed = line.split_once([':', '=', ' ']).and_then(|(year, target)| {
                let year: i32 = year.trim().parse().ok()?;
                Some((year, target.trim_matches([':', '=', ' ']).parse::<u32>().ok()?))
            });
            match parsed.filter(|(year, _)| (1990..=2100).contains(year)) {
                Some((year, target)) if !years.contains_key(&year) => {
                    years.insert(year, target);
                }
                _ => {
                    wrong.note("milestones", Code::YearsUnreadable);
                    break;
                }
            }
        }
        years
    }

    fn scope(&self, wrong: &mut Wrong, known: &Known) -> Scope {
        let mut check = |field: &str, list: &[String], known: &dyn Fn(&str) -> bool| {
            if list.iter().any(|word| !known(word)) {
                wrong.note(field, Code::ChoiceUnknown);
            }
        };
        check("courses", &self.courses, &|slug| known.courses.iter().any(|one| one == slug));
        check("countries", &self.countries, &|code| COUNTRIES.contains(&code));
        check("personnel_kinds", &self.personnel_kinds, &|kind| known.kinds.iter().any(|one| one == kind));
        Scope {
            courses: self.courses.clone(),
            modalities: list::<Modality>(wrong, "modalities", &self.modalities),
            languages: list::<Language>(wrong, "languages", &self.languages),
            countries: self.countries.clone(),
            personnel_kinds: self.personnel_kinds.clone(),
        }
    }
}

/// A text in both languages; a name must have both.
fn words(wrong: &mut Wrong, (field_es, es): (&str, &str), (field_en, en): (&str, &str), must: bool) -> Words {
    if must {
        return Words::es_en(wrong.text(field_es, es, TEXT), wrong.text(field_en, en, TEXT));
    }
    let es = wrong.optional(field_es, es, TEXT).unwrap_or_default();
    let en = wrong.optional(field_en, en, TEXT).unwrap_or_default();
    // One of them alone would be shown to readers of the other language.
    match (es.is_empty(), en.is_empty()) {
        (true, false) => wrong.note(field_es, Code::Required),
        (false, true) => wrong.note(field_en, Code::Required),
        _ => {}
    }
    if es.is_empty() { Words::default() } else { Words::es_en(es, en) }
}

fn number(wrong: &mut Wrong, field: &str, text: &str) -> Option<u32> {
    let text = text.trim();
    (!text.is_empty()).then(|| wrong.parse(field, text, Code::NumberInvalid)).flatten()
}

fn list<T: std::str::FromStr>(wrong: &mut Wrong, field: &str, words: &[String]) -> Vec<T> {
    let parsed: Vec<T> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if parsed.len() < words.len() {
        wrong.note(field, Code::ChoiceUnknown);
    }
    parsed
}

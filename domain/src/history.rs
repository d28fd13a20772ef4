//! Figures from before the platform: numbers without names (counting rule 7). Nobody is invented from them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{Cells, Scope};
use crate::edition::Modality;
use crate::error::{Code, Refusal, Wrong};
use crate::indicator::Unit;
use crate::language::Language;

crate::text_enum::text_enum! {
    /// How exactly a document says its number.
    pub enum Qualifier { Exactly => "exactly", AtLeast => "at-least", Over => "over", About => "about" }
}

impl Qualifier {
    /// The qualifier that a document's words speak of: `'over 600'`, `more than 225`, `about 80`. `Exactly` without any.
    #[must_use]
    pub fn told(words: &str) -> Self {
        let words = words.to_lowercase();
        let any = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if any(&["at least", "al menos", "por lo menos"]) {
            Self::AtLeast
        } else if any(&["over ", "more than", "más de"]) {
            Self::Over
        } else if any(&["about ", "around ", "cerca de", "alrededor de", "unas "]) {
            Self::About
        } else {
            Self::Exactly
        }
    }

    /// The sign before the number.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::AtLeast | Self::Over => "≥ ",
            Self::About => "≈ ",
        }
    }
}

/// A figure's form, as typed or as a row of a file; a file may say the words of its own columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastForm {
    /// As its document calls it.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub course: String,
    #[serde(default)]
    pub modality: String,
    #[serde(default)]
    pub year_from: String,
    #[serde(default)]
    pub year_to: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub editions: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub qualifier: String,
    #[serde(default)]
    pub reported: String,
    #[serde(default)]
    pub woman: String,
    #[serde(default)]
    pub man: String,
    #[serde(default)]
    pub another: String,
    #[serde(default)]
    pub declined: String,
    #[serde(default)]
    pub not_recorded: String,
    #[serde(default)]
    pub audience: String,
    #[serde(default)]
    pub personnel_kind: String,
    #[serde(default)]
    pub document: String,
    #[serde(default)]
    pub page: String,
    #[serde(default)]
    pub note: String,
}

/// A figure from before the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastFigure {
    pub title: String,
    /// The slug of the course that it was, where that is known.
    pub course: Option<String>,
    pub modality: Modality,
    pub year_from: i32,
    pub year_to: i32,
    pub language: Option<Language>,
    pub editions: Option<u32>,
    /// Persons or participations.
    pub unit: Unit,
    pub qualifier: Qualifier,
    pub number: u32,
    /// None where the document gives no split by sex.
    pub split: Option<Cells>,
    pub audience: String,
    pub personnel_kind: Option<String>,
    pub document: String,
    pub page: String,
    pub note: String,
}

impl PastForm {
    /// The figure, once every field is right. `courses` and `kinds` are what the campus knows.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field: years that no plan knows or in the wrong order, a split that is not the number.
    pub fn figure(&self, courses: &[String], kinds: &[String]) -> Result<PastFigure, Refusal> {
        let mut wrong = Wrong::default();
        let title = wrong.text("title", &self.title, 300);
        let course = wrong.optional("course", &self.course, 60);
        if course.as_ref().is_some_and(|slug| !courses.contains(slug)) {
            wrong.note("course", Code::ChoiceUnknown);
        }
        let modality = modality(&self.modality);
        if modality.is_none() {
            wrong.note("modality", if self.modality.trim().is_empty() { Code::Required } else { Code::ChoiceUnknown });
        }
        let mut year = |field: &str, text: &str| {
            let year: Option<i32> = wrong.parse(field, text, Code::NumberInvalid);
            if year.is_some_and(|year| !(1928..=2100).contains(&year)) {
                wrong.note(field, Code::DateOutside);
            }
            year.unwrap_or_default()
        };
        let (year_from, year_to) = (year("year_from", &self.year_from), year("year_to", &self.year_to));
        if year_to < year_from {
            wrong.note("year_to", Code::DatesReversed);
        }
        let language = (!self.language.trim().is_empty())
            .then(|| wrong.parse("language", &self.language, Code::ChoiceUnknown))
            .flatten();
        let number: Option<u32> = wrong.parse("reported", &self.reported, Code::NumberInvalid);
        let unit: Unit = match self.unit.trim() {
            "" => Unit::Persons,
            text => wrong.parse("unit", text, Code::ChoiceUnknown).unwrap_or(Unit::Persons),
        };
        if !matches!(unit, Unit::Persons | Unit::Participations) {
            wrong.note("unit", Code::ChoiceUnknown);
        }
        let qualifier = match self.qualifier.trim() {
            "" => Some(Qualifier::told(&self.note)),
            text => wrong.parse("qualifier", text, Code::ChoiceUnknown),
        };
        let editions = count(&mut wrong, "editions", &self.editions);
        let split = self.split(&mut wrong, number);
        let personnel_kind = wrong.optional("personnel_kind", &self.personnel_kind, 60);
        if personnel_kind.as_ref().is_some_and(|kind| !kinds.contains(kind)) {
            wrong.note("personnel_kind", Code::ChoiceUnknown);
        }
        let audience = wrong.optional("audience", &self.audience, 500).unwrap_or_default();
        let document = wrong.text("document", &self.document, 300);
        let page = wrong.optional("page", &self.page, 60).unwrap_or_default();
        let note = wrong.optional("note", &self.note, 1_000).unwrap_or_default();
        wrong.done()?;
        Ok(PastFigure {
            title,
            course,
            modality: modality.unwrap_or(Modality::Workshop),
            year_from,
            year_to,
            language,
            editions,
            unit,
            qualifier: qualifier.unwrap_or(Qualifier::Exactly),
            number: number.unwrap_or_default(),
            split,
            audience,
            personnel_kind,
            document,
            page,
            note,
        })
    }

    fn split(&self, wrong: &mut Wrong, number: Option<u32>) -> Option<Cells> {
        let mut cell = |field: &str, text: &str| count(wrong, field, text);
        let all = [
            cell("woman", &self.woman),
            cell("man", &self.man),
            cell("another", &self.another),
            cell("declined", &self.declined),
            cell("not_recorded", &self.not_recorded),
        ];
        if all.iter().all(Option::is_none) {
            return None;
        }
        let [woman, man, another, declined, not_recorded] = all.map(Option::unwrap_or_default);
        let cells = Cells { woman, man, another, declined, not_recorded };
        // Checked in a wider type: what is typed may be anything.
        let sum: u64 = [woman, man, another, declined, not_recorded].into_iter().map(u64::from).sum();
        if number.is_some_and(|number| u64::from(number) != sum) {
            wrong.note("woman", Code::SplitDiffers);
        }
        Some(cells)
    }
}

/// A modality by its own word or as documents call it.
fn modality(text: &str) -> Option<Modality> {
    let text = text.trim().to_lowercase();
    text.parse().ok().or(match text.as_str() {
        "virtual course" | "curso virtual" => Some(Modality::VirtualCourse),
        "taller" => Some(Modality::Workshop),
        "transfer activity" | "transferencia" | "transferencia metodológica" => Some(Modality::Transfer),
        "diplomado" => Some(Modality::Diploma),
        _ => None,
    })
}

fn count(wrong: &mut Wrong, field: &str, text: &str) -> Option<u32> {
    (!text.trim().is_empty()).then(|| wrong.parse(field, text, Code::NumberInvalid)).flatten()
}

impl PastFigure {
    /// Whether an indicator of people with this scope would have counted it, had it been recorded by name. A scope of countries
    /// never takes in a figure without countries.
    #[must_use]
    pub fn is_in(&self, scope: &Scope) -> bool {
        let among =
            |list: &[String], word: Option<&String>| list.is_empty() || word.is_some_and(|word| list.contains(word));
        among(&scope.courses, self.course.as_ref())
            && (scope.modalities.is_empty() || scope.modalities.contains(&self.modality))
            && (scope.languages.is_empty() || self.language.is_some_and(|language| scope.languages.contains(&language)))
            && scope.countries.is_empty()
            && among(&scope.personnel_kinds, self.personnel_kind.as_ref())
    }

    /// Whether any of its years is in the span.
    #[must_use]
    pub const fn touches(&self, from: i32, to: i32) -> bool {
        self.year_from <= to && self.year_to >= from
    }
}

/// A figure in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastRow {
    pub id: String,
    pub figure: PastFigure,
    pub recorded_at: DateTime<Utc>,
    /// Code of the edition whose roster came later and is counted instead.
    pub replaced_by: Option<String>,
    pub withdrawn: bool,
}

/// What an indicator shows of them: reported before the platform, never added to what is counted here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastNote {
    pub sign: String,
    pub number: u32,
    pub unit: Unit,
    pub title: String,
    pub years: (i32, i32),
    pub split: Option<Cells>,
    pub document: String,
    pub page: String,
}

/// The register of the past, with what its form offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    pub page: crate::page::Page<PastRow>,
    /// (slug, title)
    pub courses: Vec<(String, String)>,
    /// (code, name)
    pub kinds: Vec<(String, String)>,
}

/// A row of a file that was read: its line, and the figure or what is wrong with which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastLine {
    pub line: u32,
    pub figure: Option<PastFigure>,
    pub wrong: Vec<(String, Code)>,
    /// The same figure is there already, and is not added again.
    pub known: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PastForm {
        PastForm {
            title: "Gender Equality".into(),
            course: "gender-equality".into(),
            modality: "virtual course".into(),
            year_from: "2013".into(),
            year_to: "2016".into(),
            reported: "600".into(),
            document: "Plan".into(),
            note: "'over 600'; no split by sex is given".into(),
            ..PastForm::default()
        }
    }

    fn figure(form: &PastForm) -> Result<PastFigure, Refusal> {
        form.figure(&["gender-equality".into()], &["oas".into()])
    }

    #[test]
    fn a_documents_words_become_a_qualified_number_without_a_split() {
        let figure = figure(&form()).unwrap();
        assert_eq!((figure.qualifier, figure.number, figure.split), (Qualifier::Over, 600, None));
        assert_eq!(figure.modality, Modality::VirtualCourse);
        assert!(figure.touches(2016, 2021) && !figure.touches(2017, 2021));
    }

    #[test]
    fn a_scope_takes_in_what_it_would_have_counted() {
        let figure = figure(&form()).unwrap();
        let scope = |courses: &[&str], kinds: &[&str]| Scope {
            courses: courses.iter().map(|one| (*one).to_owned()).collect(),
            personnel_kinds: kinds.iter().map(|one| (*one).to_owned()).collect(),
            ..Scope::default()
        };
        assert!(figure.is_in(&scope(&[], &[])) && figure.is_in(&scope(&["gender-equality"], &[])));
        assert!(!figure.is_in(&scope(&["pga"], &[])) && !figure.is_in(&scope(&["gender-equality"], &["oas"])));
    }

    #[test]
    fn malformed_figures_are_refused_by_their_fields() {
        let refused = |change: &dyn Fn(&mut PastForm)| {
            let mut form = form();
            change(&mut form);
            figure(&form).unwrap_err().fields
        };
        let field = |name: &str, code| vec![(name.to_owned(), code)];
        assert_eq!(refused(&|form| form.reported = "many".into()), field("reported", Code::NumberInvalid));
        assert_eq!(refused(&|form| form.year_to = "2012".into()), field("year_to", Code::DatesReversed));
        assert_eq!(refused(&|form| form.woman = "599".into()), field("woman", Code::SplitDiffers));
        assert_eq!(refused(&|form| form.modality = "séance".into()), field("modality", Code::ChoiceUnknown));
        assert_eq!(refused(&|form| form.document.clear()), field("document", Code::Required));
    }
}

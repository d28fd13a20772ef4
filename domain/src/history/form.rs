//! A figure from before the platform as it is typed, or as a row of a file says it.

use serde::{Deserialize, Serialize};

use super::{PastFigure, Qualifier};
use crate::counting::Cells;
use crate::edition::Modality;
use crate::error::{Code, Refusal, Wrong};
use crate::indicator::Unit;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counting::Scope;

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

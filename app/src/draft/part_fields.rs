//! The fields of any part, in every language side by side; its own parts below, with empty ones to go on.

use domain::draft::{Field, Input, ItemView, Part, PartKind};
use domain::language::Language;
use leptos::prelude::*;

use super::words::language_words;
use crate::form::{area_text, error_of, form_state};
use crate::t;

/// The words of a field. Some say another thing in another kind of part.
pub(super) fn label(kind: PartKind, name: &str) -> String {
    let name = name.replace('_', "-");
    match (kind, name.as_str()) {
        (PartKind::Option, "feedback") => t!("draft-field-said"),
        (PartKind::Quiz, "minutes") => t!("draft-field-limit"),
        (PartKind::Question | PartKind::SurveyQuestion, "text") => t!("draft-field-asked"),
        (PartKind::Term, "body") => t!("draft-field-definition"),
        (PartKind::Term, "title") => t!("draft-field-term"),
        (_, name) => t!(&format!("draft-field-{name}")),
    }
}

/// The place of a part in a field's name: `p0`.
fn place(part: &str) -> Option<usize> {
    part.strip_prefix('p')?.parse().ok()
}

/// The field that an error is about: its id and its words.
pub(super) fn field_of(kind: PartKind, field: &str) -> (String, String) {
    let mut kind = kind;
    let mut parts = field.split('.').peekable();
    while parts.next_if(|part| place(part).is_some()).is_some() {
        kind = kind.shape().child.unwrap_or(kind);
    }
    let name = parts.next_back().unwrap_or_default();
    (field.to_owned(), label(kind, name))
}

fn hint(kind: PartKind, field: &Field) -> Option<String> {
    let key = match (kind, field.name) {
        (PartKind::About, "objectives") => "draft-hint-objectives",
        (PartKind::Assignment, "files-kinds") => "draft-hint-kinds",
        (PartKind::Assignment, "files-most") => "draft-hint-files",
        (PartKind::Lesson | PartKind::Worksheet | PartKind::Assignment, "body") => "draft-hint-body",
        (PartKind::Quiz | PartKind::EdgeTest | PartKind::Survey | PartKind::Assignment, "week") => "draft-hint-week",
        (PartKind::Quiz, "draw") => "draft-hint-draw",
        (PartKind::Quiz, "wait") => "draft-hint-wait",
        (PartKind::Question, "other") => "draft-hint-other",
        _ => return None,
    };
    Some(t!(key))
}

/// What was typed, or what stands there.
fn value(name: &str, stored: &str) -> String {
    form_state().map_or_else(|| stored.to_owned(), |state| state.value(&format!("form[{name}]")).unwrap_or_default())
}

/// Every field of `view.part`.
#[component]
pub(super) fn PartFields(view: ItemView) -> impl IntoView {
    let objectives = view.objectives.clone();
    let fields = Fields { languages: view.languages, looks: view.looks, objectives };
    fields.of(view.kind, &view.part, "")
}

struct Fields {
    languages: Vec<Language>,
    looks: Vec<(String, String)>,
    objectives: Vec<String>,
}

impl Fields {
    fn of(&self, kind: PartKind, part: &Part, before: &str) -> AnyView {
        let shape = kind.shape();
        let texts = shape.texts.iter().map(|field| self.sides(kind, part, field, before)).collect_view();
        let shared: Vec<AnyView> = shape.shared.iter().map(|field| self.shared(kind, part, field, before)).collect();
        let shared = (!shared.is_empty()).then(|| view! { <div class="draft-shared">{shared}</div> });
        let own = shape.child.filter(|_| !shape.paged).map(|child| self.parts(kind, child, part, before));
        // Of an option, whether it is right comes first; of a lesson, its text does.
        let first = matches!(kind, PartKind::Option | PartKind::Level | PartKind::Question | PartKind::SurveyQuestion);
        if first { view! { {shared}{texts}{own} }.into_any() } else { view! { {texts}{shared}{own} }.into_any() }
    }

    fn parts(&self, kind: PartKind, child: PartKind, part: &Part, before: &str) -> AnyView {
        // A refused form shows as many as it was sent with.
        let sent = form_state().map_or(0, |state| {
            let start = format!("form[{before}");
            let places = state
                .values
                .iter()
                .filter_map(|(name, _)| name.strip_prefix(&start)?.split(['.', ']']).next()?.parse::<usize>().ok());
            places.max().map_or(0, |last| last + 1)
        });
        let least = match child {
            PartKind::Option => 4,
            PartKind::Level | PartKind::Blank => 3,
            _ => 0,
        };
        let count = (part.parts.len() + kind.shape().spare).max(least).max(sent);
        let empty = Part::default();
        let rows = (0..count)
            .map(|place| {
                let one = part.parts.get(place).unwrap_or(&empty);
                let words = t!(&format!("draft-part-{child}"), number = u32::try_from(place + 1).unwrap_or(1));
                let inner = self.of(child, one, &format!("{before}p{place}."));
                view! { <fieldset class=format!("draft-part draft-part--{child}")><legend>{words}</legend>{inner}</fieldset> }
            })
            .collect_view();
        let more = (kind.shape().spare > 0).then(|| view! { <p class="hint">{t!("draft-spare")}</p> });
        view! { <div class="draft-parts">{rows}{more}</div> }.into_any()
    }

    fn shared(&self, kind: PartKind, part: &Part, field: &Field, before: &str) -> AnyView {
        let id = format!("{before}s.{}", field.name);
        let name = format!("form[{id}]");
        let stored = part.shared(field.name).to_owned();
        let shown = value(&id, &stored);
        let words = label(kind, field.name);
        match field.input {
            Input::Hidden => view! { <input type="hidden" name=name value=shown /> }.into_any(),
            Input::Check => {
                let checked = !shown.is_empty();
                view! { <label class=format!("choice draft-{}", field.name)><input type="checkbox" id=id name=name value="1" checked=checked /><span>{words}</span></label> }.into_any()
            }
            Input::Choice(all) => {
                let options = all.iter().map(|word| {
                    let selected = shown == *word;
                    view! { <option value=*word selected=selected>{t!(&format!("draft-choice-{}-{word}", field.name))}</option> }
                });
                let options = options.collect_view();
                self.framed(
                    id.clone(),
                    words,
                    None,
                    view! { <select class="input" id=id.clone() name=name>{options}</select> }.into_any(),
                )
            }
            Input::Number if field.name == "objective" => {
                let options = self.objectives.iter().enumerate().map(|(place, objective)| {
                    let number = (place + 1).to_string();
                    let selected = number == shown;
                    let words = format!("{number}. {objective}");
                    view! { <option value=number selected=selected>{words}</option> }
                });
                let options = options.collect_view();
                self.framed(id.clone(), words, None, view! { <select class="input" id=id.clone() name=name><option value="">{t!("draft-no-objective")}</option>{options}</select> }.into_any())
            }
            _ => {
                let hint = hint(kind, field);
                let described = hint.is_some().then(|| format!("{id}-hint"));
                let numeric = (field.input == Input::Number).then_some("numeric");
                self.framed(id.clone(), words, hint, view! { <input class="input" id=id.clone() name=name value=shown inputmode=numeric aria-describedby=described /> }.into_any())
            }
        }
    }

    fn framed(&self, id: String, words: String, hint: Option<String>, input: AnyView) -> AnyView {
        let error = error_of(&id);
        let wrong = error.is_some();
        let hint = hint.map(|text| view! { <p class="hint" id=format!("{id}-hint")>{text}</p> });
        view! { <div class="field" class:field--error=wrong><label for=id>{words}</label>{hint}{error}{input}</div> }
            .into_any()
    }

    /// One text in every language, side by side.
    fn sides(&self, kind: PartKind, part: &Part, field: &Field, before: &str) -> AnyView {
        let hint = hint(kind, field);
        let hint_id = format!("{before}t.{}-hint", field.name);
        let described = hint.is_some().then(|| hint_id.clone());
        let sides = self
            .languages
            .iter()
            .map(|language| self.side(kind, part, field, *language, before, described.clone()))
            .collect_view();
        let hint = hint.map(|text| view! { <p class="hint" id=hint_id>{text}</p> });
        view! { <div class=format!("draft-sides draft-{}", field.name)>{sides}</div>{hint} }.into_any()
    }

    fn side(
        &self,
        kind: PartKind,
        part: &Part,
        field: &Field,
        language: Language,
        before: &str,
        described: Option<String>,
    ) -> AnyView {
        let id = format!("{before}t.{language}.{}", field.name);
        let name = format!("form[{id}]");
        let shown = value(&id, part.text(language, field.name));
        let words = format!("{} · {}", label(kind, field.name), language_words(language));
        let lang = language.as_str();
        let input = match field.input {
            Input::Area(rows) => view! { <textarea class="input" id=id.clone() name=name lang=lang rows=rows.to_string() aria-describedby=described>{area_text(&shown)}</textarea> }.into_any(),
            Input::Prose(rows) => {
                let look = self.looks.iter().find(|(known, _)| *known == format!("t.{language}.{}", field.name)).map(|(_, html)| html.clone());
                let look = look.unwrap_or_default();
                let heading = t!("draft-looks");
                view! {
                    <textarea class="input draft-prose" id=id.clone() name=name lang=lang rows=rows.to_string() aria-describedby=described data-look=lang>{area_text(&shown)}</textarea>
                    <div class="draft-look">
                        <p class="meta">{heading}</p>
                        <div class="prose" lang=lang inner_html=crate::request::course_text(look)></div>
                        <ul class="draft-flaws"></ul>
                    </div>
                }
                .into_any()
            }
            // Answers and levels are sentences: all of one is seen. A line break in it is read as a space.
            _ if matches!(kind, PartKind::Option | PartKind::Level | PartKind::Blank) => {
                view! { <textarea class="input" id=id.clone() name=name lang=lang rows="2" aria-describedby=described>{area_text(&shown)}</textarea> }.into_any()
            }
            _ => view! { <input class="input" id=id.clone() name=name lang=lang value=shown aria-describedby=described /> }.into_any(),
        };
        let error = error_of(&id);
        let wrong = error.is_some();
        view! { <div class="field" class:field--error=wrong><label for=id>{words}</label>{error}{input}</div> }
            .into_any()
    }
}

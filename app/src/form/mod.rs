//! Plain HTML forms that keep what was typed and say next to each field what is wrong.
//!
//! A form posts to its page's own address with `?do=<doorway>`. When the doorway refuses, the server renders the page
//! again with a `FormState`; the fields here read their value and their error from it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::t;

mod fields;
mod parts;
pub use fields::{Checkbox, Choices, Select, TextField};
pub use parts::{Options, Part, or_none, worded};

/// Where a reader goes after a form was done: every writing doorway of a form returns one.
pub type GoTo = String;

/// A refused form: which doorway, what was typed, and why.
#[derive(Debug, Clone)]
pub struct FormState {
    pub doorway: String,
    pub values: Vec<(String, String)>,
    pub error: AppError,
}

impl FormState {
    /// What was typed in the field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        self.values.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone())
    }

    /// Whether a field with several values had this one.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(field, given)| field.trim_end_matches("[]") == name && given == value)
    }
}

/// Which form's fields these are; `Form` provides it.
#[derive(Debug, Clone)]
pub(crate) struct Doorway(pub &'static str);

/// Which of several forms of one doorway it is: a hidden field and its value. None where a page has one such form.
#[derive(Debug, Clone)]
struct Row(Option<(&'static str, String)>);

/// The refused state of the surrounding form, if it was this one that was refused.
#[must_use]
pub fn form_state() -> Option<FormState> {
    let state = use_context::<FormState>()?;
    let Doorway(name) = use_context::<Doorway>()?;
    let row = use_context::<Row>().and_then(|Row(row)| row);
    let this = row.is_none_or(|(field, value)| state.value(field).as_deref() == Some(value.as_str()));
    (state.doorway == name && this).then_some(state)
}

/// A text as it stands inside a `<textarea>`. The renderer writes what is there as it is, so that `</textarea>` in it would
/// end the field and begin HTML of somebody's own; and a browser drops a first empty line.
#[must_use]
pub fn area_text(text: &str) -> String {
    format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;"))
}

/// The words of what is wrong with a field.
#[must_use]
pub fn field_error(name: &str) -> Option<String> {
    let state = form_state()?;
    let (_, code) = state.error.fields.iter().find(|(field, _)| field == name)?;
    Some(t!(&format!("error-{code}")))
}

/// A form that posts to `doorway`, with its error summary on top.
#[component]
pub fn Form(
    /// The doorway's name: the `endpoint` of its `#[server]` function.
    doorway: &'static str,
    /// An extra class beside `form`.
    #[prop(optional)]
    class: &'static str,
    /// What of the page's address the form keeps, so that a refusal shows the same part of a list.
    #[prop(optional)]
    kept: Vec<(&'static str, String)>,
    /// Whether a file can come with it: its doorway's server then reads it piece by piece.
    #[prop(optional)]
    files: bool,
    /// Where a page has one such form a row: the hidden field that names the row, and its value.
    #[prop(optional, into)]
    row: Option<(&'static str, String)>,
    children: Children,
) -> impl IntoView {
    provide_context(Doorway(doorway));
    provide_context(Row(row));
    // A form that was only looked at has nothing wrong.
    let summary = form_state()
        .filter(|state| state.error.code != domain::error::Code::Preview)
        .map(|state| error_summary(&state.error));
    let mut query: Vec<(&str, &str)> = vec![("do", doorway)];
    query.extend(kept.iter().map(|(name, value)| (*name, value.as_str())));
    let action = crate::list::address("", &query);
    view! {
        <form method="post" action=action enctype=files.then_some("multipart/form-data") class=format!("form {class}") novalidate>
            {summary}
            {children()}
        </form>
    }
}

/// What is wrong, with a link to each field.
fn error_summary(error: &AppError) -> impl IntoView + use<> {
    let items = error
        .fields
        .iter()
        .map(|(field, code)| {
            // A field of one row among many is named `<field>:<row>`.
            let name = field.split(':').next().unwrap_or_default();
            let label = t!(&format!("field-{}", name.replace('_', "-")));
            view! { <li><a href=format!("#{field}")>{label}": "{t!(&format!("error-{code}"))}</a></li> }
        })
        .collect_view();
    let title = if error.fields.is_empty() {
        t!(&format!("error-{}", error.code))
    } else {
        t!("form-has-errors", count = u32::try_from(error.fields.len()).unwrap_or(0))
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{title}</h2>
            {(!error.fields.is_empty()).then(|| view! { <ul>{items}</ul> })}
        </div>
    }
}

/// The summary of a refused form whose fields the course names and not the campus. `label` gives the id that leads to a
/// field, and its words.
pub fn summary_of(label: impl Fn(&str) -> (String, String)) -> Option<AnyView> {
    let state = form_state()?;
    let items = state.error.fields.iter().map(|(field, code)| {
        let (id, words) = label(field);
        view! { <li><a href=format!("#{id}")>{words}": "{t!(&format!("error-{code}"))}</a></li> }
    });
    let title = if state.error.fields.is_empty() {
        t!(&format!("error-{}", state.error.code))
    } else {
        t!("form-has-errors", count = u32::try_from(state.error.fields.len()).unwrap_or(0))
    };
    let items: Vec<_> = items.collect();
    Some(
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2>{title}</h2>
                {(!items.is_empty()).then(|| view! { <ul>{items}</ul> })}
            </div>
        }
        .into_any(),
    )
}

/// The line that says what is wrong with a field, with the id that describes its input.
pub fn error_of(name: &str) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-error");
    field_error(name).map(
        |text| view! { <p class="field__error" id=id><span class="visually-hidden">{t!("error-prefix")}" "</span>{text}</p> },
    )
}

/// Why a small action was refused (a form without fields, such as "enrol"): shown at the top of its page.
pub fn refusal_notice() -> Option<impl IntoView> {
    let state = use_context::<FormState>()?;
    let words = t!(&format!("error-{}", state.error.code));
    Some(view! { <div class="notice notice--error" role="alert"><p>{words}</p></div> })
}

#[cfg(test)]
mod tests {
    use super::area_text;

    #[test]
    fn nothing_typed_ends_its_field() {
        assert_eq!(area_text("a </textarea><script> & b"), "\na &lt;/textarea>&lt;script> &amp; b");
        assert_eq!(area_text("\nfirst line empty"), "\n\nfirst line empty", "a browser drops one");
    }
}

//! What the longer forms are made of: closed lists in words, and groups of fields.

use leptos::prelude::*;

use crate::t;

/// (value, words)
pub type Options = Vec<(String, String)>;

/// A closed list as options, with the words `<prefix>-<value>`.
pub fn worded<T: ToString>(prefix: &str, all: &[T]) -> Options {
    all.iter().map(ToString::to_string).map(|value| (value.clone(), t!(&format!("{prefix}-{value}")))).collect()
}

/// The same, with an empty answer first.
pub fn or_none(words: String, options: Options) -> Options {
    std::iter::once((String::new(), words)).chain(options).collect()
}

/// A group of fields with its heading.
#[component]
pub fn Part(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="form__part" aria-labelledby=title>
            <h2 id=title>{t!(title)}</h2>
            {children()}
        </section>
    }
}

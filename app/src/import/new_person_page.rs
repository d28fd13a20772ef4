//! `/teach/{edition}/people/new`: somebody of a workshop's list, typed one by one.

use domain::import::ImportsView;
use domain::roster::Presence;
use leptos::prelude::*;
use leptos_meta::Title;

use super::rows::candidate;
use super::{api, breadcrumb};
use crate::error::AppError;
use crate::form::{Choices, Doorway, Form, FormState, TextField, field_error};
use crate::load::load;
use crate::person::DeclaredFields;
use crate::request::{param, query, to};
use crate::t;

const ADD: &str = "add_person";

#[component]
pub fn NewPersonPage() -> impl IntoView {
    let code = param("edition");
    let added = query("added");
    let added = ["new", "filled", "there"].contains(&added.as_str()).then(|| {
        view! { <div class="notice notice--success" role="status"><p>{t!(&format!("new-person-{added}"))}</p></div> }
    });
    load(offered(code.clone()), move |(seen, kinds, same)| {
        view! {
            <Title text=t!("new-person-title") />
            <div class="page page--form">
                {breadcrumb(&code, &seen.edition.title, false)}
                {added}
                <h1>{t!("new-person-title")}</h1>
                <p class="lede">{t!("new-person-lede")}</p>
                {form(&code, &seen, kinds, same)}
                <p><a href=to(&format!("teach/{code}/people"))>{t!("import-to-people")}</a></p>
            </div>
        }
    })
}

type Offered = (ImportsView, Vec<(String, String)>, Vec<(String, String)>);

/// What the form offers; when it was refused because somebody of that name is known, those people too.
async fn offered(code: String) -> Result<Offered, AppError> {
    let refused = use_context::<FormState>()
        .filter(|state| state.doorway == ADD && state.error.fields.iter().any(|(field, _)| field == "same_person"));
    let seen = api::imports(code.clone(), 1).await?;
    let kinds = crate::person::api::kinds().await?.into_iter().map(|kind| (kind.code, kind.name)).collect();
    let same = match refused {
        Some(state) => {
            let typed = |name: &str| state.value(name).unwrap_or_default();
            let found = api::namesakes(code, typed("given_name"), typed("family_name")).await?;
            let apart = ("apart".to_owned(), t!("import-apart"));
            let people = found.into_iter().map(|one| (one.id.to_string(), candidate(&one.name, &one.email, one.here)));
            std::iter::once(apart).chain(people).collect()
        }
        None => Vec::new(),
    };
    Ok((seen, kinds, same))
}

fn form(
    code: &str,
    seen: &ImportsView,
    kinds: Vec<(String, String)>,
    same: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let presences = Presence::ALL.iter().filter(|presence| seen.completions || **presence != Presence::Completed);
    let presences = presences.map(|one| (one.to_string(), t!(&format!("presence-{one}")))).collect();
    let (code, day) = (code.to_owned(), seen.day.clone());
    provide_context(Doorway(ADD));
    let asked = field_error("same_person").is_some();
    view! {
        <Form doorway=ADD>
            <input type="hidden" name="edition" value=code />
            {asked.then(|| view! { <Choices name="same_person" options=same /> })}
            <TextField name="given_name" autocomplete="off" />
            <TextField name="family_name" autocomplete="off" />
            <TextField name="email" kind="email" autocomplete="off" hint=t!("new-person-email-hint") optional=true />
            <Choices name="presence" options=presences chosen=vec![Presence::Attended.to_string()] />
            <TextField name="day" kind="date" value=day hint=t!("imports-day-hint") />
            <h2>{t!("person-counted")}</h2>
            <p>{t!("new-person-counted")}</p>
            <DeclaredFields kinds=kinds sex=t!("new-person-sex") consent=t!("new-person-consent") />
            <button class="button">{t!("new-person-button")}</button>
        </Form>
    }
}

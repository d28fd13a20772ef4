//! `/staff/history/import`: a file of figures is first looked at row by row, then added; nothing while a row is wrong.

use domain::error::Code;
use domain::history::PastLine;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::rows::{number_words, years_words};
use crate::error::AppError;
use crate::form::{Form, FormState, TextField};
use crate::layout::StaffTabs;
use crate::load::load;
use crate::request::to;
use crate::t;

/// The form's doorway, which also takes a file in the place of its text.
pub const IMPORT_HISTORY: &str = "import_history";

/// The file that was sent, where it only waits to be looked at.
fn looked_at() -> Option<(String, String)> {
    let state = use_context::<FormState>().filter(|state| state.doorway == IMPORT_HISTORY)?;
    let again = matches!(state.error.code, Code::Preview | Code::Flawed);
    again.then(|| (state.value("file").unwrap_or_default(), state.value("document").unwrap_or_default()))
}

async fn shown(looked: Option<(String, String)>) -> Result<Vec<PastLine>, AppError> {
    match looked {
        Some((text, document)) => api::read_history(text, document).await,
        // Asks only whether the reader may be here.
        None => api::past_figures(String::new(), 1).await.map(|_| Vec::new()),
    }
}

#[component]
pub fn HistoryImportPage() -> impl IntoView {
    load(shown(looked_at()), |lines| {
        let sound = !lines.is_empty() && lines.iter().all(|line| line.wrong.is_empty());
        let confirm = sound
            .then(|| view! { <button class="button" name="confirm" value="1">{t!("history-import-confirm")}</button> });
        let look = if sound { "button button--quiet" } else { "button" };
        view! {
            <Title text=t!("history-import-title") />
            <div class="page page--wide">
                <StaffTabs here="history" />
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")><ol><li><a href=to("staff/history")>{t!("history-title")}</a></li></ol></nav>
                <h1>{t!("history-import-title")}</h1>
                <p class="lede">{t!("history-import-lede")}</p>
                <pre class="code"><code>"course,activity,year_from,year_to,language,editions,people_trained,audience,section,note"</code></pre>
                <p class="hint">{t!("history-import-columns")}</p>
                <Form doorway=IMPORT_HISTORY files=true>
                    <TextField name="document" hint=t!("history-import-document-hint") />
                    <div class="field">
                        <label for="upload">{t!("field-upload")}<span class="optional">" ("{t!("optional")}")"</span></label>
                        <p class="hint" id="upload-hint">{t!("history-import-upload-hint")}</p>
                        <input class="input" id="upload" name="upload" type="file" accept=".csv,.txt,.xlsx" aria-describedby="upload-hint" />
                    </div>
                    <TextField name="file" rows=8 />
                    {table(lines)}
                    <p class="cluster">{confirm}<button class=look name="confirm" value="">{t!("history-import-look")}</button></p>
                </Form>
            </div>
        }
    })
}

fn table(lines: Vec<PastLine>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let rows = lines.into_iter().map(line).collect_view();
    Some(
        view! {
            <div class="table-wrap">
                <table class="table">
                    <caption>{t!("history-import-caption")}</caption>
                    <thead><tr><th scope="col">{t!("history-line")}</th><th scope="col">{t!("field-title")}</th><th scope="col">{t!("history-years")}</th><th scope="col" class="num">{t!("field-reported")}</th><th scope="col">{t!("history-fate")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any(),
    )
}

fn line(line: PastLine) -> impl IntoView {
    let (title, years, number) = line.figure.as_ref().map_or_else(
        || (String::new(), String::new(), String::new()),
        |figure| (figure.title.clone(), years_words(figure), number_words(figure)),
    );
    let fate = if !line.wrong.is_empty() {
        let wrong = line
            .wrong
            .into_iter()
            .map(|(field, code)| {
                let label = t!(&format!("field-{}", field.replace('_', "-")));
                view! { <li class="field__error">{label}": "{t!(&format!("error-{code}"))}</li> }
            })
            .collect_view();
        view! { <ul>{wrong}</ul> }.into_any()
    } else if line.known {
        t!("history-known").into_any()
    } else {
        let course = line.figure.and_then(|figure| figure.course);
        let words =
            course.map_or_else(|| t!("history-added-alone"), |course| t!("history-added-course", course = course));
        words.into_any()
    };
    view! {
        <tr>
            <th scope="row">{line.line}</th>
            <td data-label=t!("field-title")>{title}</td>
            <td data-label=t!("history-years")>{years}</td>
            <td class="num" data-label=t!("field-reported")>{number}</td>
            <td data-label=t!("history-fate")>{fate}</td>
        </tr>
    }
}

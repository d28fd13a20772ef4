//! What was handed in: the text as it was typed, the files to download.

use domain::submission::{FileView, SubmissionView};
use leptos::prelude::*;

use crate::learning::Moment;
use crate::list::address;
use crate::{format, t};

/// The address of a file.
pub(super) fn file_href(edition: &str, key: &str, file: &FileView) -> String {
    crate::request::to(&format!("learn/{edition}/{key}/files/{}", file.id))
}

/// When it was handed in, and whether that was late.
#[component]
pub(super) fn HandedInAt(submission: SubmissionView, zone: String) -> impl IntoView {
    let late =
        submission.late.then(|| view! { <li><span class="badge badge--soon">{t!("submission-late")}</span></li> });
    submission.submitted_at.map(|at| {
        view! {
            <ul class="meta">
                <li>{t!("submission-number", number = submission.number)}</li>
                <li>{t!("submission-handed-in-at")}" "<Moment at=at zone=zone /></li>
                {late}
            </ul>
        }
    })
}

/// The text and the files.
#[component]
pub(super) fn Work(
    submission: SubmissionView,
    edition: String,
    key: String,
    /// Files are downloaded under the names that the page shows, and not under their own.
    #[prop(optional)]
    hidden: bool,
) -> impl IntoView {
    let text = (!submission.text.is_empty()).then(|| view! { <div class="typed work">{submission.text}</div> });
    let files = submission
        .files
        .into_iter()
        .map(|file| {
            let mut href = file_href(&edition, &key, &file);
            if hidden {
                href = address(&href, &[("as", &file.name)]);
            }
            let size = format::bytes(file.bytes);
            view! { <li><a href=href download>{file.name}</a>" "<span class="meta">{size}</span></li> }
        })
        .collect::<Vec<_>>();
    let files = (!files.is_empty()).then(|| view! { <ul class="files" aria-label=t!("submission-files")>{files}</ul> });
    view! { {text}{files} }
}

/// What the grader sent back.
#[component]
pub(super) fn Feedback(submission: SubmissionView, edition: String, key: String) -> impl IntoView {
    let files: Vec<_> = submission
        .feedback
        .into_iter()
        .map(|file| {
            let href = file_href(&edition, &key, &file);
            let size = format::bytes(file.bytes);
            view! { <li><a href=href download>{file.name}</a>" "<span class="meta">{size}</span></li> }
        })
        .collect();
    (!files.is_empty()).then(|| view! { <h4>{t!("submission-feedback")}</h4><ul class="files feedback">{files}</ul> })
}

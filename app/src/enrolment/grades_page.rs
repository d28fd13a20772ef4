//! `/learn/{edition}/grades`: everything that is graded, what it needs and what was reached; sessions and attendance.

use domain::course::ActivityKind;
use domain::enrolment::{GradeRow, GradesView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::zone_words;
use crate::learning::Remains;
use crate::load::load;
use crate::meeting::Sessions;
use crate::request::{param, to};
use crate::{format, t};

#[component]
pub fn GradesPage() -> impl IntoView {
    load(api::grades(param("edition")), |view| {
        let code = view.edition.code.clone();
        let title = t!("grades-title");
        let remaining = view.completed_at.is_none().then(|| {
            view! {
                <section class="remains"><h2>{t!("remains-title")}</h2><Remains remaining=view.remaining.clone() edition=code.clone() /></section>
            }
        });
        view! {
            <Title text=format!("{title} · {}", view.edition.title) />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")>
                    <ol><li><a href=to("home")>{t!("learning-my-campus")}</a></li><li><a href=to(&format!("learn/{code}"))>{view.edition.title.clone()}</a></li></ol>
                </nav>
                <h1>{title}</h1>
                <p class="lede">{t!("grades-lede")}</p>
                <div class="split">
                    <div class="stack">{graded(&view)}{sessions(&view)}</div>
                    <aside class="stack">{final_grade(&view)}{remaining}</aside>
                </div>
            </div>
        }
    })
}

fn final_grade(view: &GradesView) -> Option<impl IntoView + use<>> {
    let percent = view.final_grade.percent();
    let asked = view.final_pass.map(|pass| view! { <p>{t!("grades-final-asked", pass = pass)}</p> });
    (!view.rows.is_empty()).then(|| {
        view! {
            <section class="panel stack">
                <h2>{t!("grades-final")}</h2>
                <p class="grade">{t!("grades-percent", percent = percent)}</p>
                {asked}
                <p class="hint">{t!("grades-final-how")}</p>
            </section>
        }
    })
}

fn graded(view: &GradesView) -> AnyView {
    if view.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("grades-none-title")}</h2><p>{t!("grades-none")}</p></div> }
            .into_any();
    }
    let zone = &view.edition.zone;
    let rows: Vec<_> = view.rows.iter().cloned().map(|one| row(&view.edition.code, zone, one)).collect();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("grades-caption", zone = zone_words(zone))}</caption>
                <thead><tr>
                    <th scope="col">{t!("grades-what")}</th><th scope="col">{t!("grades-state")}</th>
                    <th scope="col" class="num">{t!("grades-grade")}</th><th scope="col" class="num">{t!("grades-pass")}</th>
                    <th scope="col" class="num">{t!("grades-weight")}</th><th scope="col">{t!("grades-attempts")}</th>
                    <th scope="col">{t!("grades-due")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(code: &str, zone: &str, one: GradeRow) -> impl IntoView + use<> {
    let href = to(&format!("learn/{code}/{}", one.key));
    let grade =
        one.grade.map_or_else(|| t!("grades-no-grade"), |grade| t!("grades-percent", percent = grade.percent()));
    let (class, state) = match (one.passed, one.waiting, one.grade) {
        (true, ..) => ("badge badge--done", t!("grades-passed")),
        (_, true, _) => ("badge badge--soon", t!("grades-waiting")),
        (_, _, Some(_)) => ("badge", t!("grades-under")),
        _ => ("badge", t!("grades-not-tried")),
    };
    let attempts = match (one.kind, one.attempts_left) {
        (ActivityKind::Assignment, _) => t!("grades-no-attempts"),
        (_, Some(left)) => t!("grades-attempts-of", count = one.attempts, left = left),
        (_, None) => t!("grades-attempts-any", count = one.attempts),
    };
    // What was said about the answers or the work stands on the activity's own page.
    let feedback = one.grade.map(|_| view! { <p><a href=href.clone()>{t!("grades-feedback")}<span class="visually-hidden">" "{one.title.clone()}</span></a></p> });
    view! {
        <tr>
            <th scope="row"><a href=href>{one.title.clone()}</a><p class="meta">{t!("grades-module", number = one.module)}</p></th>
            <td data-label=t!("grades-state")><div><span class=class>{state}</span>{feedback}</div></td>
            <td class="num" data-label=t!("grades-grade")>{grade}</td>
            <td class="num" data-label=t!("grades-pass")>{t!("grades-percent", percent = one.pass)}</td>
            <td class="num" data-label=t!("grades-weight")>{one.weight}</td>
            <td data-label=t!("grades-attempts")>{attempts}</td>
            <td data-label=t!("grades-due")><time datetime=one.due_at.to_rfc3339()>{format::due(one.due_at, zone)}</time></td>
        </tr>
    }
}

fn sessions(view: &GradesView) -> Option<impl IntoView + use<>> {
    (!view.meetings.is_empty()).then(|| {
        let all = u32::try_from(view.meetings.len()).unwrap_or(u32::MAX);
        let words = match view.least {
            Some(least) => t!("grades-attended-asked", attended = view.attended, all = all, least = least),
            None => t!("grades-attended", attended = view.attended, all = all),
        };
        view! {
            <section aria-labelledby="sessions">
                <h2 id="sessions">{t!("meeting-mine")}</h2>
                <p>{words}</p>
                <Sessions meetings=view.meetings.clone() zone=view.edition.zone.clone() />
            </section>
        }
    })
}

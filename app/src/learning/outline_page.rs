//! `/learn/{edition}`: the outline, how far one is, what remains, and the way back in.

use domain::completion::RuleLine;
use domain::edition::Phase;
use domain::learning::OutlineView;
use domain::meeting::MyMeetings;
use domain::message::Announcement;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::outline::{Outline, PhaseNotice, Progress, activity_href};
use super::remains::Remains;
use crate::edition::api::edition_rule;
use crate::edition::{EditionDates, EditionFacts, RuleWords};
use crate::error::AppError;
use crate::form::refusal_notice;
use crate::list::Day;
use crate::load::load;
use crate::meeting::Sessions;
use crate::meeting::api::my_meetings;
use crate::message::Announcements;
use crate::message::api::announcements;
use crate::request::{param, to};
use crate::t;

type Shown = (OutlineView, RuleLine, MyMeetings, Vec<Announcement>);

/// The outline, what completing the edition asks for, and its sessions.
async fn outline_and_terms(edition: String) -> Result<Shown, AppError> {
    let view = api::outline(edition.clone()).await?;
    let announced = announcements(edition.clone()).await?;
    Ok((view, edition_rule(edition.clone()).await?, my_meetings(edition).await?, announced))
}

#[component]
pub fn OutlinePage() -> impl IntoView {
    load(outline_and_terms(param("edition")), |(view, rule, sessions, announced)| {
        let edition = view.edition.clone();
        view! {
            <Title text=edition.title.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")><ol><li><a href=to("home")>{t!("learning-my-campus")}</a></li></ol></nav>
                {refusal_notice()}
                <h1>{edition.title.clone()}</h1>
                <EditionFacts edition=edition.clone() />
                <PhaseNotice edition=edition />
                {reached(&view)}
                {resume(&view)}
                <Announcements announcements=announced />
                {contents(view, rule, sessions)}
            </div>
        }
    })
}

/// The good news of a completion, with the way to the certificate.
fn reached(view: &OutlineView) -> Option<impl IntoView + use<>> {
    let at = view.completed_at?;
    let certificate = view.certificate.clone();
    Some(view! {
        <div class="notice notice--success">
            <p><strong>{t!("learning-completed")}</strong>" "<Day at=at /></p>
            {certificate.map(|code| view! { <p><a href=to(&format!("certificates/{code}"))>{t!("learning-see-certificate")}</a></p> })}
        </div>
    })
}

fn resume(view: &OutlineView) -> Option<impl IntoView + use<>> {
    let (key, title) = view.resume.clone()?;
    let words = if view.fresh { t!("learning-start", title = title) } else { t!("learning-resume", title = title) };
    Some(view! { <p><a class="button" href=activity_href(&view.edition.code, &key)>{words}</a></p> })
}

fn contents(view: OutlineView, rule: RuleLine, sessions: MyMeetings) -> AnyView {
    let edition = view.edition;
    let forum = to(&format!("learn/{}/forum", edition.code));
    let community = view.completed_at.map(|_| {
        view! { <li><a href=to(&format!("community/{}", edition.course))>{t!("forum-community-link")}</a></li> }
    });
    let heading = if view.completed_at.is_some() { t!("remains-title-done") } else { t!("remains-title") };
    let main = if view.modules.is_empty() {
        view! { <div class="empty"><h2>{t!("learning-no-lessons-title")}</h2><p>{t!("learning-no-lessons")}</p></div> }
            .into_any()
    } else {
        view! { <Outline edition=edition.code.clone() modules=view.modules.clone() packs=true /> }.into_any()
    };
    let glossary = view.glossary.then(|| {
        view! { <p><a href=to(&format!("learn/{}/glossary", edition.code))>{t!("glossary-link")}</a></p> }
    });
    let bar = (!view.modules.is_empty()).then(|| view! { <Progress modules=view.modules percent=view.percent /> });
    let code = edition.code.clone();
    let leave = (view.completed_at.is_none() && edition.phase != Phase::Ended).then(|| {
        view! {
            <details>
                <summary>{t!("learning-leave")}</summary>
                <form method="post" action="?do=leave_edition" class="stack">
                    <input type="hidden" name="edition" value=code />
                    <p>{t!("learning-leave-hint")}</p>
                    <button class="button button--quiet">{t!("learning-leave-yes")}</button>
                </form>
            </details>
        }
    });
    view! {
        <div class="split">
            <div>{main}</div>
            <aside class="stack">
                <section class="remains">
                    <h2>{heading}</h2>
                    {bar}
                    <Remains remaining=view.remaining edition=edition.code.clone() />
                    <details><summary>{t!("course-rule")}</summary><RuleWords rule /></details>
                    <p><a href=to(&format!("learn/{}/grades", edition.code))>{t!("learning-to-grades")}</a></p>
                </section>
                {glossary}
                {sessions_section(sessions)}
                <ul class="stack"><li><a href=forum>{t!("forum-forum")}</a></li>{community}</ul>
                {leave}
                <dl class="pairs">
                    <div><dt>{t!("learning-dates")}</dt><dd><EditionDates edition=edition /></dd></div>
                </dl>
            </aside>
        </div>
    }
    .into_any()
}

fn sessions_section(sessions: MyMeetings) -> Option<impl IntoView> {
    (!sessions.meetings.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sessions">
                <h2 id="sessions">{t!("meeting-mine")}</h2>
                <Sessions meetings=sessions.meetings zone=sessions.zone />
            </section>
        }
    })
}

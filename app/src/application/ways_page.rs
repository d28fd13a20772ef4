//! `/teach/{edition}/entry`: how people come in: questions of one's own, the waiting list, the code, invitations.

use domain::application::{Question, QuestionKind, WaysForm, WaysView};
use domain::edition::EnrolmentMode;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::TeachHead;
use crate::form::{Checkbox, Choices, Form, Select, TextField, refusal_notice};
use crate::load::load;
use crate::request::{language, param, query, to};
use crate::t;

#[component]
pub fn WaysPage() -> impl IntoView {
    load(api::ways_in(param("edition")), |view| {
        let saved = (!query("saved").is_empty()).then(|| t!("settings-saved"));
        let invited = query("invited").parse::<u32>().ok().map(|count| t!("entry-invited", count = count));
        let notice = saved
            .or(invited)
            .map(|words| view! { <div class="notice notice--success" role="status"><p>{words}</p></div> });
        let settings = to(&format!("teach/{}/settings", view.edition.code));
        view! {
            <Title text=t!("entry-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="entry" />
                {notice}
                {refusal_notice()}
                <p class="lede">{t!(&format!("enrolment-{}", view.edition.enrolment))}". "<a href=settings>{t!("entry-change")}</a></p>
                <div class="split split--even">
                    <div class="stack">{questions(&view)}{list(view.form.clone(), view.edition.enrolment)}</div>
                    <div class="stack">{new_question(&view)}{invitations(&view)}</div>
                </div>
            </div>
        }
    })
}

fn questions(view: &WaysView) -> impl IntoView + use<> {
    let code = view.edition.code.clone();
    let rows: Vec<_> = view.questions.iter().cloned().map(|question| row(&code, question)).collect();
    let body = if rows.is_empty() {
        view! { <p>{t!("entry-no-questions")}</p> }.into_any()
    } else {
        view! { <ol class="stack">{rows}</ol> }.into_any()
    };
    view! { <section aria-labelledby="questions"><h2 id="questions">{t!("entry-questions")}</h2>{body}</section> }
}

fn row(code: &str, question: Question) -> impl IntoView + use<> {
    let options: Vec<_> =
        question.options.iter().map(|option| view! { <li>{option.get(language()).to_owned()}</li> }).collect();
    let options = (!options.is_empty()).then(|| view! { <ul>{options}</ul> });
    let required = if question.required { t!("entry-required") } else { t!("optional") };
    view! {
        <li>
            <p><strong>{question.words.get(language()).to_owned()}</strong></p>
            <ul class="meta"><li>{t!(&format!("question-{}", question.kind))}</li><li>{required}</li></ul>
            {options}
            <form method="post" action="?do=remove_question">
                <input type="hidden" name="edition" value=code.to_owned() />
                <input type="hidden" name="key" value=question.key.clone() />
                <button class="link-button" aria-label=t!("entry-remove-one", question = question.words.get(language()))>{t!("entry-remove")}</button>
            </form>
        </li>
    }
}

fn new_question(view: &WaysView) -> impl IntoView + use<> {
    let kinds = QuestionKind::ALL.iter().map(|kind| (kind.to_string(), t!(&format!("question-{kind}")))).collect();
    let code = view.edition.code.clone();
    view! {
        <section aria-labelledby="new-question">
            <h2 id="new-question">{t!("entry-new-question")}</h2>
            <Form doorway="add_question">
                <input type="hidden" name="edition" value=code.clone() />
                <TextField name="words_es" />
                <TextField name="words_en" optional=true />
                <Select name="kind" options=kinds />
                <TextField name="options" rows=3 hint=t!("entry-options-hint") optional=true />
                <Checkbox name="required" />
                <button class="button button--quiet">{t!("entry-add")}</button>
            </Form>
        </section>
    }
}

fn list(form: WaysForm, mode: EnrolmentMode) -> impl IntoView {
    let rules = ["team", "first-come", "shares"].map(|rule| (rule.to_owned(), t!(&format!("waiting-{rule}")))).to_vec();
    let optional = mode != EnrolmentMode::Code;
    view! {
        <section aria-labelledby="waiting-list">
            <h2 id="waiting-list">{t!("entry-waiting")}</h2>
            <Form doorway="save_ways_in">
                <input type="hidden" name="edition" value=form.edition.clone() />
                <Choices name="waiting" options=rules chosen=vec![form.waiting.clone()] />
                <TextField name="shares" rows=3 value=form.shares.clone() hint=t!("entry-shares-hint") optional=true />
                <TextField name="join_code" value=form.join_code.clone() hint=t!("entry-code-hint") autocomplete="off" optional=optional />
                <button class="button">{t!("settings-save")}</button>
            </Form>
        </section>
    }
}

fn invitations(view: &WaysView) -> impl IntoView + use<> {
    let rows: Vec<_> = view
        .invited
        .iter()
        .map(|(email, used)| {
            let state = if *used { t!("entry-used") } else { t!("entry-not-used") };
            view! { <li>{email.clone()}<ul class="meta"><li>{state}</li></ul></li> }
        })
        .collect();
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let sent = (count > 0)
        .then(|| view! { <details><summary>{t!("entry-invitations", count = count)}</summary><ul class="stack">{rows}</ul></details> });
    let code = view.edition.code.clone();
    view! {
        <section aria-labelledby="invitations">
            <h2 id="invitations">{t!("entry-invite")}</h2>
            <Form doorway="invite">
                <input type="hidden" name="edition" value=code.clone() />
                <TextField name="emails" rows=3 hint=t!("entry-emails-hint") />
                <button class="button button--quiet">{t!("entry-invite-button")}</button>
            </Form>
            {sent}
        </section>
    }
}

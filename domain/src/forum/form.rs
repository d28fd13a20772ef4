//! The forum's forms, as typed, and what must hold before anything is kept of them.

use serde::{Deserialize, Serialize};

use super::{MailWindow, NAME_MAX, NameShown, POST_MAX, REASON_MAX, TITLE_MAX};
use crate::error::{Code, Refusal, Wrong};

/// How one wants to be shown, as typed; asked at the first post, and in the profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameForm {
    #[serde(default)]
    pub forum_name: String,
    #[serde(default)]
    pub forum_chosen: String,
    #[serde(default)]
    pub forum_institution: String,
}

/// How one is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameChoice {
    pub shown: NameShown,
    pub chosen: Option<String>,
    pub institution: bool,
}

impl NameForm {
    fn noted(&self, wrong: &mut Wrong) -> Option<NameChoice> {
        let shown: Option<NameShown> = wrong.parse("forum_name", &self.forum_name, Code::ChoiceUnknown);
        let chosen = self.forum_chosen.split_whitespace().collect::<Vec<_>>().join(" ");
        if shown == Some(NameShown::Chosen) {
            wrong.text("forum_chosen", &chosen, NAME_MAX);
        }
        // They would make a mention unreadable, or pass for one.
        if chosen.chars().any(|c| c.is_control() || matches!(c, '@' | '{' | '}' | '<' | '>')) {
            wrong.note("forum_chosen", Code::NameInvalid);
        }
        let chosen = Some(chosen).filter(|name| !name.is_empty() && name.chars().count() <= NAME_MAX);
        Some(NameChoice { shown: shown?, chosen, institution: !self.forum_institution.is_empty() })
    }

    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self) -> Result<NameChoice, Refusal> {
        let mut wrong = Wrong::default();
        let choice = self.noted(&mut wrong);
        wrong.done()?;
        choice.ok_or_else(|| Code::Invalid.into())
    }
}

/// What mail somebody wants, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailForm {
    #[serde(default)]
    pub forum_mail: String,
    #[serde(default)]
    pub forum_mentions: String,
    #[serde(default)]
    pub forum_follow: String,
}

impl MailForm {
    /// # Errors
    /// `Invalid` naming `forum_mail`.
    pub fn window(&self) -> Result<MailWindow, Refusal> {
        self.forum_mail.trim().parse().map_err(|_| Refusal::field("forum_mail", Code::ChoiceUnknown))
    }
}

/// A new conversation, a reply, or a post changed by its author, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostForm {
    /// `ForumAddress` as a text.
    #[serde(default)]
    pub forum: String,
    #[serde(default)]
    pub thread: String,
    /// The id that the page gave the post before it was written: the same form sent twice is one post.
    #[serde(default)]
    pub post: String,
    #[serde(default)]
    pub thread_title: String,
    #[serde(default)]
    pub post_text: String,
    /// Filled by the button that only shows how it will look.
    #[serde(default)]
    pub preview: String,
    #[serde(flatten)]
    pub name: NameForm,
}

/// A post that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// On one line; empty for a reply.
    pub title: String,
    pub text: String,
    /// Asked for once.
    pub name: Option<NameChoice>,
}

impl PostForm {
    /// The post, once every field is right. `titled`: it begins a conversation. `ask`: the author was never asked how to be
    /// shown.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field; `Preview` when the author only wants to see it.
    pub fn checked(&self, titled: bool, ask: bool) -> Result<Checked, Refusal> {
        let mut wrong = Wrong::default();
        let mut title = String::new();
        if titled {
            let line = self.thread_title.split_whitespace().collect::<Vec<_>>().join(" ");
            title = wrong.text("thread_title", &line, TITLE_MAX);
        }
        let text = wrong.text("post_text", &self.post_text.replace("\r\n", "\n"), POST_MAX);
        let previewed = !self.preview.is_empty();
        let name = if ask && !previewed { self.name.noted(&mut wrong) } else { None };
        wrong.done()?;
        if previewed { Err(Code::Preview.into()) } else { Ok(Checked { title, text, name }) }
    }
}

/// A reason, which is required.
///
/// # Errors
/// `Invalid` naming `field`.
pub fn reason(field: &str, text: &str) -> Result<String, Refusal> {
    let mut wrong = Wrong::default();
    let reason = wrong.text(field, text, REASON_MAX);
    wrong.done()?;
    Ok(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PostForm {
        PostForm { thread_title: " Una\n pregunta ".into(), post_text: "Hola\r\na todas".into(), ..PostForm::default() }
    }

    #[test]
    fn a_title_is_one_line_and_a_reply_has_none() {
        let thread = form().checked(true, false).unwrap();
        assert_eq!((thread.title.as_str(), thread.text.as_str()), ("Una pregunta", "Hola\na todas"));
        assert_eq!(form().checked(false, false).unwrap().title, "");
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let empty = PostForm::default().checked(true, true).unwrap_err();
        let fields: Vec<_> = empty.fields.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["thread_title", "post_text", "forum_name"]);
        let long = PostForm { post_text: "x".repeat(POST_MAX + 1), ..form() };
        assert_eq!(long.checked(true, false).unwrap_err().fields, [("post_text".to_owned(), Code::TooLong)]);
    }

    #[test]
    fn a_preview_asks_for_no_name_and_keeps_nothing() {
        let preview = PostForm { preview: "1".into(), ..form() };
        assert_eq!(preview.checked(true, true).unwrap_err().code, Code::Preview);
    }

    #[test]
    fn a_chosen_name_cannot_pass_for_a_mention() {
        let name =
            |name: &str| NameForm { forum_name: "chosen".into(), forum_chosen: name.into(), ..NameForm::default() };
        assert_eq!(name("").checked().unwrap_err().fields[0].1, Code::Required);
        assert_eq!(name("@ana").checked().unwrap_err().fields[0].1, Code::NameInvalid);
        assert_eq!(name("  La  de Salto ").checked().unwrap().chosen.as_deref(), Some("La de Salto"));
    }
}

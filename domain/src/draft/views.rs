//! What pages about drafts show.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::part::Part;
use super::shape::PartKind;
use crate::course::Change;
use crate::language::Language;

/// A course in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseRow {
    pub slug: String,
    pub title: String,
    pub languages: Vec<Language>,
    /// The number of the newest version; None before the first.
    pub version: Option<i32>,
    /// When the draft was last changed, where one was changed since it was published.
    pub changed_at: Option<DateTime<Utc>>,
}

/// What a new course begins with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCourse {
    /// Its address; made of the title where it is empty.
    #[serde(default)]
    pub slug: String,
    #[serde(default)]
    pub title_es: String,
    #[serde(default)]
    pub title_en: String,
    #[serde(default)]
    pub learning_hours: String,
    /// `es,en`: the first is the one that the others are compared with.
    #[serde(default)]
    pub languages: String,
}

/// An activity, or a file that a course has once, in the outline of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftItem {
    /// The activity's key; `about` and `glossary` for what is no activity.
    pub key: String,
    pub kind: PartKind,
    /// In the reader's language, or in the first that has one; empty when none has.
    pub title: String,
    /// Languages that have no text of it.
    pub missing: Vec<Language>,
    /// Languages in which it may be behind another one.
    pub stale: Vec<Language>,
    /// Its questions or terms; 0 where it has none by its kind.
    pub parts: u32,
}

/// A module in the outline of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftModule {
    pub key: String,
    pub title: String,
    pub items: Vec<DraftItem>,
    pub check: Option<DraftItem>,
}

/// A draft's outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    pub slug: String,
    pub title: String,
    pub languages: Vec<Language>,
    pub hours: String,
    /// The rule of completion as the file writes it.
    pub completion: String,
    pub about: DraftItem,
    pub glossary: Option<DraftItem>,
    pub pre_test: Option<DraftItem>,
    pub modules: Vec<DraftModule>,
    pub final_test: Option<DraftItem>,
    pub post_test: Option<DraftItem>,
    pub survey: Option<DraftItem>,
    /// The newest published version; None before the first.
    pub version: Option<i32>,
    /// Whether the draft differs from what was published.
    pub changed: bool,
    /// Whether a version was imported since the draft was begun.
    pub overtaken: bool,
}

/// A mistake in a draft's files, and where it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flaw {
    /// Below the course's folder.
    pub file: String,
    pub line: u32,
    /// In the reader's language.
    pub text: String,
    /// Which item of the outline it is about, where it is one.
    pub item: Option<String>,
}

/// A question or term in the list of its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRow {
    pub key: String,
    /// The word of its kind, of a question; else empty.
    pub kind: String,
    /// The first words of it.
    pub title: String,
    pub missing: Vec<Language>,
    pub stale: Vec<Language>,
}

/// An item, or one of its parts, to edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    pub slug: String,
    pub course: String,
    pub languages: Vec<Language>,
    pub key: String,
    pub item_title: String,
    /// The part that is edited; None for the item itself.
    pub part_key: Option<String>,
    pub kind: PartKind,
    pub part: Part,
    /// How its Markdown looks, by field as in the form.
    pub looks: Vec<(String, String)>,
    pub rows: Vec<PartRow>,
    pub stale: Vec<Language>,
    pub objectives: Vec<String>,
    /// Stands for the part as it is shown.
    pub seen: String,
}

/// How a text looks, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPreview {
    pub html: String,
    pub flaws: Vec<Flaw>,
}

/// A picture, film, sound or document of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftMedium {
    pub path: String,
    pub bytes: u64,
    /// Where it is served.
    pub address: String,
    pub picture: bool,
    /// Items that show it.
    pub shown_by: Vec<String>,
    /// What a lesson writes to show it.
    pub markdown: String,
}

/// The media of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaView {
    pub slug: String,
    pub course: String,
    pub languages: Vec<Language>,
    pub media: Vec<DraftMedium>,
}

/// The files of a draft by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesView {
    pub slug: String,
    pub course: String,
    /// Their paths.
    pub files: Vec<String>,
}

/// One file as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawView {
    pub slug: String,
    pub course: String,
    pub path: String,
    pub text: String,
    pub seen: String,
}

/// A draft before it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishView {
    pub slug: String,
    pub course: String,
    pub flaws: Vec<Flaw>,
    /// Activities by title, and what becomes of them.
    pub changes: Vec<(String, Change)>,
    /// Items that may be behind in a language.
    pub stale: Vec<DraftItem>,
    /// The number that it would get.
    pub number: i32,
    /// Whether it differs from what was published.
    pub changed: bool,
    pub overtaken: bool,
    /// Stands for the files as they were checked.
    pub seen: String,
}

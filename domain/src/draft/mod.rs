//! Drafts: a course's files while somebody works on them in the browser.
//!
//! A file says some things in words, which each language has its own of, and some once for all languages; and it may have
//! parts that do the same (a question has options). `Part` is that, `Shape` says which fields each kind has, and so one form
//! edits a lesson, a rubric and a question. Publishing makes a content version of the files.

mod part;
mod questions;
mod shape;
mod views;

pub use part::{Part, key_of, wrong};
pub use questions::{QuestionNote, QuestionReport, QuestionRow};
pub use shape::{Field, Input, PartKind, Shape};
pub use views::{
    CourseRow, DraftItem, DraftMedium, DraftModule, DraftView, FilesView, Flaw, ItemView, MediaView, NewCourse,
    PartRow, PublishView, RawView, TextPreview,
};

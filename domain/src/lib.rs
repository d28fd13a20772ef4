//! What is true on the campus: ids, words, states and rules.
//!
//! Nothing here does I/O, reads a clock or draws a random number; callers pass `now`. The crate compiles to
//! wasm32, so pages, islands and the server ask the same rules. To add a noun: one module here, then the same
//! name in `services`, `app` and `end2end`.

mod text_enum;

pub mod account;
pub mod application;
pub mod audit;
pub mod calendar;
pub mod certificate;
pub mod checkin;
pub mod claim;
pub mod code_list;
pub mod completion;
pub mod counting;
pub mod course;
pub mod dashboard;
pub mod declaration;
pub mod draft;
pub mod duplicate;
pub mod edition;
pub mod enrolment;
pub mod error;
pub mod evidence;
pub mod export;
pub mod forum;
pub mod grid;
pub mod history;
pub mod id;
pub mod import;
pub mod indicator;
pub mod language;
pub mod learning;
pub mod meeting;
pub mod message;
pub mod page;
pub mod period;
pub mod person;
pub mod plan;
pub mod publication;
pub mod quiz;
pub mod report;
pub mod role;
pub mod roster;
pub mod submission;
pub mod survey;
pub mod token;
pub mod worksheet;
pub mod zone;

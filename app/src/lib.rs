//! What people see: pages, components and islands by noun, and the `#[server]` doorways to the use cases.
//!
//! A page works as plain HTML first. Its forms post to the page's own address with `?do=<doorway>`; the server runs the
//! doorway, then sends the reader on or renders the same page again with what was typed and what is wrong (`form`).
//! To add a page: a component in its noun's folder, a route in `routes`, words in `locales/<language>/<noun>.ftl`.

// A page is one deeply nested type, which the compiler measures as a whole.
#![recursion_limit = "512"]

pub mod account;
pub mod application;
pub mod audit;
pub mod calendar;
pub mod certificate;
pub mod checkin;
pub mod claim;
pub mod code_list;
pub mod course;
pub mod declaration;
pub mod draft;
pub mod duplicate;
pub mod edition;
pub mod enrolment;
pub mod error;
pub mod export;
pub mod form;
pub mod format;
pub mod forum;
pub mod grid;
pub mod history;
pub mod i18n;
pub mod import;
pub mod indicator;
pub mod layout;
pub mod learning;
pub mod list;
pub mod load;
pub mod meeting;
pub mod message;
pub mod period;
pub mod person;
pub mod plan;
pub mod publication;
pub mod report;
pub mod request;
pub mod role;
pub mod routes;
pub mod static_page;
pub mod submission;
pub mod survey;
pub mod token;
pub mod worksheet;

pub use routes::{App, shell};

//! What the campus does: use cases, their entities and queries, mail and jobs.
//!
//! A use case takes the context `Ctx`, asks `policy` for a permit, asks `domain` for the rule, and writes in one
//! transaction that it alone opens and commits. To add a noun: a folder with `mod.rs` (use cases) and `store.rs` (queries).

pub mod account;
pub mod application;
pub mod audit;
pub mod calendar;
pub mod certificate;
pub mod checkin;
pub mod claim;
pub mod counting;
pub mod course;
mod csv_file;
pub mod ctx;
pub mod db;
pub mod demo;
pub mod draft;
pub mod duplicate;
pub mod edition;
pub mod enrolment;
pub mod entity;
pub mod error;
pub mod evidence;
pub mod export;
pub mod forum;
pub mod generate;
pub mod grid;
pub mod history;
pub mod import;
pub mod indicator;
pub mod jobs;
pub mod learning;
mod limit;
pub mod meeting;
pub mod message;
pub mod objects;
mod paper;
pub mod period;
pub mod person;
pub mod plan;
pub mod policy;
pub mod publication;
pub mod report;
pub mod roster;
pub mod session;
mod setting;
pub mod submission;
pub mod survey;
pub mod token;
pub mod worksheet;

pub use ctx::{Actor, Campus, Ctx, SignedIn};
pub use error::{Error, Result};

//! The schema's history. Forward only once released: expand first, contract in a later release.
//!
//! To add one: a new module here, named by its date and its noun, appended to the list below. Column types are the
//! portable ones; live entities are never imported, so that an old migration means tomorrow what it means today.

pub use sea_orm_migration::prelude::*;

mod columns;
mod m20261124_000001_people;
mod m20261124_000002_courses;
mod m20261124_000003_learning;
mod m20261124_000004_numbers;
mod m20261125_000005_tasks;
mod m20261125_000006_forum;
mod m20261125_000007_imports;
mod m20261125_000008_calendar;
mod m20261125_000011_attempt_closes;
mod m20261125_000018_survey_groups;
mod m20261126_000021_editions;
mod m20261126_000023_grading;
mod m20261126_000026_reminders;
mod m20261126_000027_applications;
mod m20261126_000028_report;
mod m20261126_000029_messages;
mod m20261126_000030_drafts;
mod m20261126_000031_outcomes;
mod m20261126_000032_certificate_kinds;
mod m20261126_000033_counted_editions;
mod m20261126_000034_definitions;
mod m20261126_000035_records;
mod m20261126_000036_periods;
mod m20261126_000037_duplicates;
mod m20261126_000038_tokens;
mod m20261126_000039_personal_data;
mod m20261127_000040_exports;
mod m20261127_000041_countries;

/// Runs the schema's history.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_people::Migration),
            Box::new(m20261124_000002_courses::Migration),
            Box::new(m20261124_000003_learning::Migration),
            Box::new(m20261124_000004_numbers::Migration),
            Box::new(m20261125_000005_tasks::Migration),
            Box::new(m20261125_000006_forum::Migration),
            Box::new(m20261125_000007_imports::Migration),
            Box::new(m20261125_000008_calendar::Migration),
            Box::new(m20261125_000011_attempt_closes::Migration),
            Box::new(m20261125_000018_survey_groups::Migration),
            Box::new(m20261126_000021_editions::Migration),
            Box::new(m20261126_000026_reminders::Migration),
            Box::new(m20261126_000027_applications::Migration),
            Box::new(m20261126_000028_report::Migration),
            Box::new(m20261126_000029_messages::Migration),
            Box::new(m20261126_000023_grading::Migration),
            Box::new(m20261126_000030_drafts::Migration),
            Box::new(m20261126_000031_outcomes::Migration),
            Box::new(m20261126_000032_certificate_kinds::Migration),
            Box::new(m20261126_000033_counted_editions::Migration),
            Box::new(m20261126_000034_definitions::Migration),
            Box::new(m20261126_000035_records::Migration),
            Box::new(m20261126_000036_periods::Migration),
            Box::new(m20261126_000037_duplicates::Migration),
            Box::new(m20261126_000038_tokens::Migration),
            Box::new(m20261126_000039_personal_data::Migration),
            Box::new(m20261127_000040_exports::Migration),
            Box::new(m20261127_000041_countries::Migration),
        ]
    }
}

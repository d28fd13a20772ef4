//! The command line's words.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use domain::edition::Modality;
use domain::language::Language;
use domain::role::Role;
use domain::roster::Presence;

/// The virtual campus: courses, editions, and the people who were trained, counted by sex.
#[derive(Debug, Parser)]
#[command(name = "campus", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the campus (migrates the database first)
    Serve {
        /// Load the demo campus when the database is empty
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to this version's schema and load the built-in courses, code lists and indicators
    Migrate,
    /// Load the demo campus into an empty database
    Demo {
        /// One more edition, with so many people, to see how long lists behave
        #[arg(long, default_value_t = 0)]
        crowd: usize,
    },
    /// Accounts
    #[command(subcommand)]
    User(UserCommand),
    /// Courses as files
    #[command(subcommand)]
    Course(CourseCommand),
    /// Editions
    #[command(subcommand)]
    Edition(EditionCommand),
    /// Lists of people from elsewhere
    #[command(subcommand)]
    Roster(RosterCommand),
    /// Print one indicator's figures, or with --all those of every indicator, as JSON
    Count {
        /// The indicator's code, e.g. SISDEHM-PARTICIPANTS
        #[arg(required_unless_present = "all")]
        code: Option<String>,
        /// Every indicator, as one list in the plan's order
        #[arg(long, conflicts_with = "code")]
        all: bool,
        /// One calendar year
        #[arg(long, conflicts_with_all = ["from", "to"])]
        year: Option<i32>,
        /// First day of a window of your own
        #[arg(long, requires = "to")]
        from: Option<NaiveDate>,
        /// Last day of it
        #[arg(long, requires = "from")]
        to: Option<NaiveDate>,
        /// The form of the answer
        #[arg(long, default_value = "json", value_parser = ["json"])]
        format: String,
    },
    /// Fill the database with generated data, plainly marked as such: for tests and measurements, never beside real people
    Generate {
        /// How many participations; two persons for five of them
        #[arg(long)]
        participations: u32,
        /// The same seed gives the same data
        #[arg(long)]
        seed: u64,
    },
    /// Print what the campus holds
    #[command(subcommand)]
    Export(ExportCommand),
}

#[derive(Debug, Subcommand)]
pub enum ExportCommand {
    /// Every participation as CSV, without names: what the figures are counted from
    Participations,
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account with a verified e-mail address; the password is read from standard input unless it is given
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        given_name: String,
        #[arg(long)]
        family_name: String,
        #[arg(long, env = "CAMPUS_NEW_PASSWORD", hide_env_values = true)]
        password: Option<String>,
        #[arg(long, default_value = "es", value_parser = word::<Language>)]
        language: Language,
    },
    /// Give an account a role: staff or administrator
    Grant {
        #[arg(long)]
        email: String,
        #[arg(long, value_parser = word::<Role>)]
        role: Role,
        /// Only for this country (ISO alpha-2), where the role is personal-data; give it several times for several
        #[arg(long)]
        country: Vec<String>,
    },
    /// Take a role away
    Revoke {
        #[arg(long)]
        email: String,
        #[arg(long, value_parser = word::<Role>)]
        role: Role,
    },
}

#[derive(Debug, Subcommand)]
pub enum CourseCommand {
    /// Name every mistake in a folder of courses, with file and line
    Check { dir: PathBuf },
    /// Store a new content version of each course in the folder
    Import { dir: PathBuf },
    /// Write a course's files into a folder: its draft where there is one, else its newest version
    Export { slug: String, dir: PathBuf },
    /// Read questions of Moodle XML, GIFT or Aiken and print them as a course's files write them; what was lost goes to
    /// standard error
    Questions {
        file: PathBuf,
        /// The language of its texts
        #[arg(long, default_value = "es", value_parser = word::<Language>)]
        language: Language,
    },
}

#[derive(Debug, Subcommand)]
pub enum EditionCommand {
    /// Make an edition of a course
    Add {
        #[arg(long)]
        course: String,
        #[arg(long)]
        code: String,
        #[arg(long)]
        from: NaiveDate,
        #[arg(long)]
        to: NaiveDate,
        /// Language codes, separated by commas
        #[arg(long, value_delimiter = ',')]
        languages: Vec<String>,
        #[arg(long, value_parser = word::<Modality>)]
        modality: Modality,
        #[arg(long)]
        seats: Option<u32>,
        /// A word (full, final-test, recorded) or a rule as JSON; the course's own rule otherwise
        #[arg(long)]
        completion: Option<String>,
        /// open or closed
        #[arg(long, default_value = "open")]
        enrolment: String,
        #[arg(long)]
        title_es: Option<String>,
        #[arg(long)]
        title_en: Option<String>,
        /// ISO 3166-1 alpha-2, for an edition held in one country
        #[arg(long)]
        country: Option<String>,
        /// The kind of personnel that the edition is made for
        #[arg(long)]
        personnel_kind: Option<String>,
        /// E-mail address of an instructor; may be repeated
        #[arg(long)]
        instructor: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum RosterCommand {
    /// Import a CSV or XLSX file of people into an edition; nothing is imported when a row is wrong
    Import {
        file: PathBuf,
        #[arg(long)]
        edition: String,
        /// What the list says of people whose row gives no dates: enrolled, attended or completed
        #[arg(long, default_value = "enrolled", value_parser = word::<Presence>)]
        presence: Presence,
        /// When they attended or completed; the edition's last day otherwise
        #[arg(long)]
        day: Option<NaiveDate>,
        /// Import the other rows when some are wrong
        #[arg(long)]
        without_flawed: bool,
        /// Say what would happen, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Parses a word of one of the domain's closed lists.
fn word<T: std::str::FromStr<Err = domain::error::UnknownWord>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: domain::error::UnknownWord| error.to_string())
}

//! What each command does: a context, a use case, an answer.

use std::error::Error;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use domain::edition::EditionForm;
use domain::language::Language;
use domain::role::RoleForm;
use migrations::{Migrator, MigratorTrait as _};
use services::{Campus, Ctx};

use crate::cli::{Command, CourseCommand, EditionCommand, ExportCommand, UserCommand};
use crate::config::Config;
use crate::print::{err, out};

pub type Answer = Result<(), Box<dyn Error>>;

/// Runs one command.
///
/// # Errors
/// Whatever kept it from being done, in words for the person at the terminal.
pub async fn run(command: Command, config: Config) -> Answer {
    if let Command::Course(CourseCommand::Check { dir }) = command {
        return check(&dir);
    }
    if let Command::Course(CourseCommand::Questions { file, language }) = command {
        return questions(&file, language);
    }
    let ctx = Ctx::system(open(&config).await?);
    match command {
        Command::Serve { demo } => {
            if demo {
                load_demo_if_empty(&ctx).await?;
            }
            crate::serve::serve(ctx.campus, &config).await
        }
        Command::Migrate => {
            err("The database is up to date.");
            Ok(())
        }
        Command::Demo { crowd } => load_demo(&ctx, crowd).await,
        Command::User(command) => user(&ctx, command).await,
        Command::Course(CourseCommand::Import { dir }) => {
            let imported = services::course::import_dir(&ctx, &dir).await?;
            for one in imported {
                out(&format!("{}: version {}{}", one.slug, one.number, if one.new { "" } else { ", unchanged" }));
            }
            Ok(())
        }
        Command::Course(CourseCommand::Export { slug, dir }) => export(&ctx, &slug, &dir).await,
        Command::Course(CourseCommand::Check { .. } | CourseCommand::Questions { .. }) => Ok(()),
        Command::Edition(EditionCommand::Add { .. }) => edition(&ctx, command).await,
        Command::Roster(command) => crate::roster::run(&ctx, command).await,
        Command::Count { code, year, from, to, .. } => count(&ctx, code.as_deref(), year, from.zip(to)).await,
        Command::Generate { participations, seed } => generate(&ctx, participations, seed).await,
        Command::Export(ExportCommand::Participations) => {
            services::counting::export_participations(&ctx, std::io::stdout()).await?;
            Ok(())
        }
    }
}

/// Opens the database, brings its schema up to date and loads what every campus has.
async fn open(config: &Config) -> Result<Arc<Campus>, Box<dyn Error>> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(|error| format!("CAMPUS_DATA_DIR {}: {error}", config.data_dir.display()))?;
    let db =
        services::db::Db::open(&config.database_url).await.map_err(|error| format!("CAMPUS_DATABASE_URL: {error}"))?;
    Migrator::up(db.writer(), None).await?;
    let db = db.watched(|_| metrics::counter!("campus_statements_total").increment(1));
    let campus = Arc::new(Campus::new(db, config.settings()));
    let ctx = Ctx::system(campus.clone());
    services::person::seed_kinds(campus.db.writer()).await?;
    services::indicator::seed(&ctx).await?;
    services::course::import_embedded(&ctx).await?;
    Ok(campus)
}

fn check(dir: &Path) -> Answer {
    let mistakes = services::course::check_dir(dir);
    if mistakes.is_empty() {
        out(&format!("{}: no mistakes found", dir.display()));
        return Ok(());
    }
    mistakes.iter().for_each(|mistake| out(mistake));
    Err(format!("{} mistakes in {}", mistakes.len(), dir.display()).into())
}

async fn export(ctx: &Ctx, slug: &str, dir: &Path) -> Answer {
    let files = services::draft::export_files(ctx, slug).await.map_err(|error| refused(&error))?;
    for (path, bytes) in &files {
        let file = dir.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(dir))?;
        std::fs::write(file, bytes)?;
    }
    err(&format!("{}: {} files", dir.display(), files.len()));
    Ok(())
}

fn questions(file: &Path, language: Language) -> Answer {
    let report = services::draft::read_questions(&std::fs::read(file)?, language).map_err(|error| refused(&error))?;
    out(report.blocks.trim_end());
    for row in report.rows.iter().filter(|row| !row.notes.is_empty()) {
        let notes: Vec<&str> = row.notes.iter().map(|note| note.as_str()).collect();
        let fate = if row.is_read() { "read, lost" } else { "not read" };
        err(&format!("{}:{}: {}: {fate}: {}", file.display(), row.line, row.name, notes.join(", ")));
    }
    err(&format!("{} of {} questions read", report.count(), report.rows.len()));
    Ok(())
}

async fn load_demo_if_empty(ctx: &Ctx) -> Answer {
    if services::person::store::any(ctx.db.read()).await? { Ok(()) } else { load_demo(ctx, 0).await }
}

async fn load_demo(ctx: &Ctx, crowd: usize) -> Answer {
    err("Loading the demo campus (invented people, plainly marked)...");
    let report = services::demo::load(ctx, crowd).await?;
    close_last_year(ctx).await?;
    err(&format!(
        "Demo campus: {} people in {} editions. Sign in with the password «{}» as:",
        report.people, report.editions, report.password
    ));
    for account in &report.accounts {
        err(&format!("  {account}"));
    }
    Ok(())
}

/// The demo campus's last year is closed, so that there is an annual report and the world has something to see.
async fn close_last_year(ctx: &Ctx) -> Answer {
    use chrono::Datelike as _;
    let form = domain::period::ClosingForm {
        period: (ctx.now().with_timezone(&ctx.settings.reporting_zone).year() - 1).to_string(),
        approver: "Demostración, Secretaría Ejecutiva".to_owned(),
        read: "1".to_owned(),
        ..domain::period::ClosingForm::default()
    };
    services::period::close(ctx, &form).await.map_err(|error| refused(&error))?;
    Ok(())
}

async fn user(ctx: &Ctx, command: UserCommand) -> Answer {
    match command {
        UserCommand::Add { email, given_name, family_name, password, language } => {
            let password = match password {
                Some(password) => password,
                None => {
                    err("Password (one line on standard input):");
                    let mut text = String::new();
                    std::io::stdin().take(4096).read_to_string(&mut text)?;
                    text.lines().next().unwrap_or_default().to_owned()
                }
            };
            services::account::add_user(ctx, &email, &given_name, &family_name, &password, language)
                .await
                .map_err(|error| refused(&error))?;
            out(&format!("{email} can sign in"));
        }
        UserCommand::Grant { email, role, country } => {
            let form = RoleForm { email: email.clone(), role: role.to_string(), countries: country };
            services::account::grant(ctx, &form).await.map_err(|error| refused(&error))?;
            out(&format!("{email} is {role}"));
        }
        UserCommand::Revoke { email, role } => {
            services::account::revoke_of(ctx, &email, role).await.map_err(|error| refused(&error))?;
            out(&format!("{email} is no longer {role}"));
        }
    }
    Ok(())
}

async fn edition(ctx: &Ctx, command: Command) -> Answer {
    let Command::Edition(EditionCommand::Add {
        course,
        code,
        from,
        to,
        languages,
        modality,
        seats,
        completion,
        enrolment,
        title_es,
        title_en,
        country,
        personnel_kind,
        instructor,
    }) = command
    else {
        return Ok(());
    };
    let form = EditionForm {
        course,
        code,
        title_es: title_es.unwrap_or_default(),
        title_en: title_en.unwrap_or_default(),
        starts_on: from.to_string(),
        ends_on: to.to_string(),
        languages,
        modality: modality.to_string(),
        seats: seats.map(|seats| seats.to_string()).unwrap_or_default(),
        enrolment,
        completion: completion.unwrap_or_default(),
        country: country.unwrap_or_default(),
        personnel_kind: personnel_kind.unwrap_or_default(),
        instructors: instructor.join(","),
        ..EditionForm::default()
    };
    let code = services::edition::create(ctx, form).await.map_err(|error| refused(&error))?;
    out(&code);
    Ok(())
}

async fn generate(ctx: &Ctx, participations: u32, seed: u64) -> Answer {
    let mut said = 0;
    let told = std::sync::Mutex::new(&mut said);
    let report = services::generate::generate(ctx, participations, seed, |made| {
        let Ok(mut said) = told.lock() else { return };
        if made / 50_000 > **said {
            **said = made / 50_000;
            err(&format!("{made} of {participations} participations"));
        }
    })
    .await
    .map_err(|error| refused(&error))?;
    err(&format!(
        "Generated data: {} participations of {} persons in {} editions",
        report.participations, report.persons, report.editions
    ));
    Ok(())
}

async fn count(
    ctx: &Ctx,
    code: Option<&str>,
    year: Option<i32>,
    days: Option<(chrono::NaiveDate, chrono::NaiveDate)>,
) -> Answer {
    use domain::counting::Window;
    let zone = ctx.settings.reporting_zone;
    let window = match (year, days) {
        (Some(year), _) => Some(Window::year(year, zone)),
        (None, Some((from, to))) if to < from => return Err("--to is before --from".into()),
        (None, Some((from, to))) => Some(Window::between(from, to, zone)),
        (None, None) => None,
    };
    let json = match code {
        Some(code) => {
            let report = services::indicator::count(ctx, code, window).await.map_err(|error| refused(&error))?;
            serde_json::to_string(&report)?
        }
        None => serde_json::to_string(&services::indicator::count_all(ctx, window).await?)?,
    };
    out(&json);
    Ok(())
}

/// A refusal in the terminal's words: the code, and each field with its own.
pub fn refused(error: &services::Error) -> String {
    match error {
        services::Error::Refused(refusal) if !refusal.fields.is_empty() => {
            refusal.fields.iter().map(|(field, code)| format!("{field}: {code}")).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

//! What a learner has reached in one edition: everything that is graded, and the sessions attended.

use domain::completion::{Rule, final_grade};
use domain::course::Activity;
use domain::enrolment::{GradeRow, GradesView};
use domain::error::Code;

use super::store::{self, Extension};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::learning::{language_for, remaining_views};
use crate::policy;

/// The grades of the person who asks. A constant number of queries.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn grades(ctx: &Ctx, code: &str) -> Result<GradesView> {
    let permit = policy::may_act(ctx)?;
    let (db, me) = (ctx.db.read(), permit.person().person);
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let mine = store::find_mine(db, me, edition.id).await?.ok_or(Code::NotEnrolled)?;
    let id = mine.participation.id;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let completed_at = mine.participation.completed_at;
    let progress = store::trace(db, id).await?.progress(&content, completed_at.is_some());
    let extensions = store::extensions_of_person(db, me).await?;
    let own: Vec<&Extension> = extensions.iter().filter(|one| one.participation_id == id).collect();
    let (dates, language) = (crate::edition::dates(&edition), language_for(ctx, &edition));
    let row = |(module, activity): (usize, &Activity)| {
        let pass = activity.pass().filter(|_| activity.kind.is_graded())?;
        let extended = own.iter().find(|one| one.activity == activity.key).and_then(|one| one.due_at);
        Some(GradeRow {
            key: activity.key.clone(),
            kind: activity.kind,
            title: activity.title.get(language).to_owned(),
            module: u32::try_from(module + 1).unwrap_or(u32::MAX),
            grade: progress.grades.get(&activity.key).copied(),
            pass,
            passed: progress.is_done(&activity.key) || progress.reaches(&activity.key, pass),
            weight: activity.weight,
            attempts: progress.attempts.get(&activity.key).copied().unwrap_or(0),
            attempts_left: progress.attempts_left(&content, &activity.key),
            waiting: progress.handed_in.contains(&activity.key),
            due_at: extended.unwrap_or_else(|| dates.due(activity.week)),
        })
    };
    let rows = content.activities().filter_map(row).collect();
    let meetings = crate::meeting::store::list_of(db, &[edition.id]).await?;
    let marks = crate::meeting::store::marks_of(db, &[id]).await?;
    let (final_pass, least) = asked(&edition.completion);
    Ok(GradesView {
        rows,
        final_grade: final_grade(&content, &progress),
        final_pass,
        meetings: crate::meeting::views(ctx, meetings, &marks),
        attended: progress.attended,
        least,
        remaining: remaining_views(&content, &edition.completion, &progress, language),
        completed_at,
        edition: crate::edition::cards(db, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?,
    })
}

/// The final grade and the sessions that a rule asks for, where it asks for them in every case.
fn asked(rule: &Rule) -> (Option<u8>, Option<u8>) {
    match rule {
        Rule::FinalGrade(pass) => (Some(*pass), None),
        Rule::Attendance(least) => (None, Some(*least)),
        Rule::All(parts) => parts.iter().map(asked).fold((None, None), |all, one| (all.0.max(one.0), all.1.max(one.1))),
        _ => (None, None),
    }
}

//! One submission as its grader sees it: the work, its grades so far, and comments to use again.

use std::collections::{BTreeMap, HashMap};

use domain::course::{Activity, Assignment};
use domain::error::Code;
use domain::id::{AccountId, SubmissionId};
use domain::submission::{GradeChange, GradeView, Judgement, Queue, SubmissionState, SubmissionView, Who, most_used};
use sea_orm::ConnectionTrait;

use super::queue::{enter, name, numbers};
use super::{due_at, history, store, view};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{grade_change, participation, submission};
use crate::error::Result;
use crate::learning::place::Place;

/// A submission of the edition with its participation; drafts are seen by nobody but their writers.
async fn find(ctx: &Ctx, place: &Place, id: SubmissionId) -> Result<(submission::Model, participation::Model)> {
    let (found, of) = store::find_in(ctx.db.read(), place.edition.id, id).await?.ok_or(Code::NotFound)?;
    if found.state == SubmissionState::Draft { Err(Code::NotFound.into()) } else { Ok((found, of)) }
}

pub(super) fn assigned<'a>(place: &'a Place, found: &submission::Model) -> Result<(&'a Activity, &'a Assignment)> {
    let activity = place.activity(&found.activity)?;
    Ok((activity, activity.assignment().ok_or(Code::NotFound)?))
}

/// One submission, for its grader. A constant number of queries.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, also for a draft; or when the database fails.
pub async fn work(ctx: &Ctx, code: &str, id: SubmissionId, queue: &Queue) -> Result<GradeView> {
    let place = enter(ctx, code).await?;
    let (found, of) = find(ctx, &place, id).await?;
    let (activity, assignment) = assigned(&place, &found)?;
    let db = ctx.db.read();
    let changes = history::list_changes(db, id).await?;
    let graders = changes.iter().filter_map(|row| row.graded_by).chain(found.graded_by).collect();
    let graders = history::names_of(db, graders).await?;
    let hides = queue.anonymous && found.state == SubmissionState::Submitted;
    let who = if hides { numbers(db, place.edition.id).await?.get(&of.id).copied().map(Who::Number) } else { None };
    let who = match who {
        Some(number) => number,
        None => {
            let (given, family) = history::get_name(db, of.person_id).await?;
            Who::Name(name(&given, &family))
        }
    };
    let (shown, earlier) = split(ctx, &place, activity, &of, id, queue.anonymous, &who).await?;
    let waiting = store::list_waiting(db, place.edition.id, &queue.activity).await?;
    let waiting: Vec<_> = waiting.into_iter().filter(|one| *one != id).collect();
    Ok(GradeView {
        edition: place.card(ctx),
        key: activity.key.clone(),
        title: activity.title.get(place.language).to_owned(),
        html: activity.html.get(place.language).to_owned(),
        pass: assignment.pass,
        most: assignment.most_points(),
        rubric: view::rubric(assignment, place.language),
        who,
        graded_by: found.graded_by.and_then(|account| graders.get(&account).cloned()),
        submission: shown.ok_or(Code::NotFound)?,
        earlier,
        history: changes.into_iter().filter_map(|row| change(row, &graders)).collect(),
        bank: bank(db, &place, activity, id).await?,
        next: waiting.first().copied(),
        waiting: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
    })
}

/// The submission and the same person's others for the assignment, the newest first.
async fn split(
    ctx: &Ctx,
    place: &Place,
    activity: &Activity,
    of: &participation::Model,
    id: SubmissionId,
    anonymous: bool,
    who: &Who,
) -> Result<(Option<SubmissionView>, Vec<SubmissionView>)> {
    let db = ctx.db.read();
    let extension = store::find_extension(db, of.id, &activity.key).await?;
    let due = due_at(&place.edition, activity, extension);
    let mut all = store::list(db, of.id, &activity.key).await?;
    // Under a name that is told, no other work may show whose it is before it is graded.
    let told = |row: &submission::Model| {
        row.id == id || !anonymous || row.state == SubmissionState::Graded || matches!(who, Who::Number(_))
    };
    all.retain(|row| row.state != SubmissionState::Draft && told(row));
    let mut files = store::list_files(db, all.iter().map(|row| row.id)).await?;
    let (mut shown, mut earlier) = (None, Vec::new());
    for row in all {
        let files = files.remove(&row.id).unwrap_or_default();
        let this = row.id == id;
        let mut row = view::submission_view(row, files, due)?;
        if let Who::Number(number) = who {
            // People write their names into those of files.
            for (file, place) in row.files.iter_mut().zip(1..) {
                file.name = format!("{number}-{}-{place}.{}", row.number, file.kind);
            }
        }
        if this { shown = Some(row) } else { earlier.insert(0, row) }
    }
    Ok((shown, earlier))
}

fn change(row: grade_change::Model, graders: &HashMap<AccountId, String>) -> Option<GradeChange> {
    Some(GradeChange {
        at: row.graded_at,
        by: row.graded_by.and_then(|account| graders.get(&account).cloned()),
        from: enrolments::points(row.old_part, row.old_whole),
        to: enrolments::points(Some(row.part), Some(row.whole))?,
        reason: row.reason,
    })
}

/// Comments of the edition's last graded submissions for the assignment, but for this one.
async fn bank<C: ConnectionTrait>(
    db: &C,
    place: &Place,
    activity: &Activity,
    but: SubmissionId,
) -> Result<BTreeMap<String, Vec<String>>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (points, comment) in history::list_comments(db, place.edition.id, &activity.key, but).await? {
        let judgement: Judgement = serde_json::from_str(&points)?;
        said.entry(String::new()).or_default().push(comment);
        for (key, judged) in judgement {
            said.entry(key).or_default().push(judged.comment);
        }
    }
    let used = said.into_iter().map(|(key, all)| (key, most_used(all.iter().map(String::as_str))));
    Ok(used.filter(|(_, comments)| !comments.is_empty()).collect())
}

//! Grading: what was handed in in an edition, and the grades that its instructors give.

use std::collections::BTreeMap;

use domain::course::{Activity, ActivityKind, Assignment};
use domain::error::{Code, Refusal};
use domain::id::{EditionId, SubmissionId};
use domain::language::Language;
use domain::page::Page;
use domain::quiz::Grade;
use domain::submission::{
    COMMENT_MAX, GradeView, GradingFilter, GradingQuery, GradingRow, GradingView, Judgement, SubmissionState, grade_of,
    judge,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter,
};

use super::store::{self, HandedIn};
use super::{due_at, view};
use crate::audit::{self, Entry};
use crate::ctx::{Actor, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::{account, activity_done, participation, person, submission};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::learning::place::Place;
use crate::policy;

/// A grader's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GradeForm {
    /// Points by the criterion's key.
    pub points: BTreeMap<String, String>,
    /// Comments by the criterion's key.
    pub comments: BTreeMap<String, String>,
    pub comment: String,
    /// That of the submission from which the form was made.
    pub revision: i32,
}

/// The edition, for those who teach it.
async fn enter(ctx: &Ctx, code: &str) -> Result<Place> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let place = Place::by_code(ctx, code).await?;
    let _permit = policy::may_teach(ctx.db.read(), ctx, place.edition.id).await?;
    Ok(place)
}

/// What was handed in in an edition: what waits first, the oldest before the others; then the graded, the newest first.
/// A constant number of queries, however many there are.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn list(ctx: &Ctx, code: &str, query: GradingQuery) -> Result<GradingView> {
    let place = enter(ctx, code).await?;
    let db = ctx.db.read();
    let addresses = enrolments::list_addresses(db, place.edition.id).await?;
    let extensions = store::list_extensions(db, place.edition.id).await?;
    let search = query.search.trim().to_lowercase();
    let mut rows = store::list_handed_in(db, place.edition.id).await?;
    rows.retain(|row| query.activity.is_empty() || row.activity == query.activity);
    rows.retain(|row| {
        let account = addresses.get(&row.person_id).or_else(|| row.linked_to.and_then(|id| addresses.get(&id)));
        let address = account.or(row.person_email.as_ref()).map_or("", String::as_str);
        search.is_empty()
            || name(&row.given_name, &row.family_name).to_lowercase().contains(&search)
            || address.contains(&search)
    });
    let counted = |filter: &GradingFilter| {
        (*filter, u32::try_from(rows.iter().filter(|row| stands(row, *filter)).count()).unwrap_or(u32::MAX))
    };
    let counts = GradingFilter::ALL.iter().map(counted).collect();
    rows.retain(|row| stands(row, query.filter));
    let (mut waiting, mut graded): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.state == SubmissionState::Submitted);
    graded.reverse();
    waiting.append(&mut graded);
    let cut = Page::cut(waiting, query.page);
    let rows = cut.rows.into_iter().filter_map(|row| {
        let activity = place.content.find_activity(&row.activity)?;
        let extension = extensions.get(&(row.participation_id, row.activity.clone())).copied();
        let submitted_at = row.submitted_at?;
        Some(GradingRow {
            id: row.id,
            name: name(&row.given_name, &row.family_name),
            activity: activity.title.get(place.language).to_owned(),
            number: row.number,
            state: row.state,
            submitted_at,
            late: submitted_at >= due_at(&place.edition, activity, extension),
            grade: enrolments::points(row.grade_part, row.grade_whole),
        })
    });
    let page = Page { rows: rows.collect(), total: cut.total, number: cut.number };
    let activities = place.content.of_kind(ActivityKind::Assignment);
    let activities =
        activities.map(|activity| (activity.key.clone(), activity.title.get(place.language).to_owned())).collect();
    Ok(GradingView { edition: place.card(ctx), activities, counts, page })
}

fn stands(row: &HandedIn, filter: GradingFilter) -> bool {
    match filter {
        GradingFilter::All => true,
        GradingFilter::Waiting => row.state == SubmissionState::Submitted,
        GradingFilter::Graded => row.state == SubmissionState::Graded,
    }
}

fn name(given: &str, family: &str) -> String {
    format!("{given} {family}").trim().to_owned()
}

/// A submission of the edition with its activity; drafts are seen by nobody but their writers.
async fn find(ctx: &Ctx, place: &Place, id: SubmissionId) -> Result<(submission::Model, participation::Model)> {
    let (found, of) = store::find_in(ctx.db.read(), place.edition.id, id).await?.ok_or(Code::NotFound)?;
    if found.state == SubmissionState::Draft { Err(Code::NotFound.into()) } else { Ok((found, of)) }
}

fn assigned<'a>(place: &'a Place, found: &submission::Model) -> Result<(&'a Activity, &'a Assignment)> {
    let activity = place.activity(&found.activity)?;
    Ok((activity, activity.assignment().ok_or(Code::NotFound)?))
}

/// One submission, for its grader.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, also for a draft; or when the database fails.
pub async fn work(ctx: &Ctx, code: &str, id: SubmissionId) -> Result<GradeView> {
    let place = enter(ctx, code).await?;
    let (found, of) = find(ctx, &place, id).await?;
    let (activity, assignment) = assigned(&place, &found)?;
    let db = ctx.db.read();
    let extension = store::find_extension(db, of.id, &activity.key).await?;
    let due = due_at(&place.edition, activity, extension);
    let mut all = store::list(db, of.id, &activity.key).await?;
    all.retain(|row| row.state != SubmissionState::Draft);
    let mut files = store::list_files(db, all.iter().map(|row| row.id)).await?;
    let graded_by = match found.graded_by {
        Some(account) => names_of(db, account).await?,
        None => None,
    };
    let mut shown = None;
    let mut earlier = Vec::new();
    for row in all {
        let files = files.remove(&row.id).unwrap_or_default();
        let this = row.id == id;
        let row = view::submission_view(row, files, due)?;
        if this { shown = Some(row) } else { earlier.insert(0, row) }
    }
    let learner = person::Entity::find_by_id(of.person_id).one(db).await?.ok_or(Code::NotFound)?;
    let waiting: Vec<_> =
        store::list_waiting(db, place.edition.id).await?.into_iter().filter(|one| *one != id).collect();
    Ok(GradeView {
        edition: place.card(ctx),
        key: activity.key.clone(),
        title: activity.title.get(place.language).to_owned(),
        html: activity.html.get(place.language).to_owned(),
        pass: assignment.pass,
        most: assignment.most_points(),
        rubric: view::rubric(assignment, place.language),
        name: name(&learner.given_name, &learner.family_name),
        submission: shown.ok_or(Code::NotFound)?,
        graded_by,
        earlier,
        next: waiting.first().copied(),
        waiting: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
    })
}

async fn names_of<C: ConnectionTrait>(db: &C, account: domain::id::AccountId) -> Result<Option<String>> {
    let Some(account) = account::Entity::find_by_id(account).one(db).await? else { return Ok(None) };
    let found = person::Entity::find_by_id(account.person_id).one(db).await?;
    Ok(found.map(|person| name(&person.given_name, &person.family_name)))
}

/// Grades a submission, for the first time or again, and gives the next one that waits. A grade under which the rule is met
/// completes at once, by the date on which the work was handed in (counting rule 3).
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `AnswerForeign`, `Invalid` naming `points-<key>`, `comments-<key>`, `comment`;
/// `ChangedMeanwhile` when somebody else graded it since, or its writer took it back.
pub async fn grade(ctx: &Ctx, code: &str, id: SubmissionId, form: GradeForm) -> Result<Option<SubmissionId>> {
    let place = enter(ctx, code).await?;
    place.edition.state.check_changes()?;
    let (found, of) = store::find_in(ctx.db.read(), place.edition.id, id).await?.ok_or(Code::NotFound)?;
    let (activity, assignment) = assigned(&place, &found)?;
    let judgement = judge(assignment, &form.points, &form.comments)?;
    let comment = form.comment.replace("\r\n", "\n").trim().to_owned();
    if comment.chars().count() > COMMENT_MAX {
        return Err(Refusal::field("comment", Code::TooLong).into());
    }
    let grade = grade_of(assignment, &judgement);

    let tx = ctx.db.begin_write().await?;
    let of = enrolments::lock(&tx, of.id).await?;
    // Read again behind the lock: another grader may have been quicker, or its writer.
    let row = store::find(&tx, id).await?.ok_or(Code::NotFound)?;
    let given = Given { judgement, comment, grade };
    if row.revision != form.revision {
        // The same grade twice is one click too many and no quarrel.
        let same = given.stands_in(&row)?;
        return if same { next(&tx, place.edition.id, id).await } else { Err(Code::ChangedMeanwhile.into()) };
    }
    row.state.grade()?;
    let submitted_at = row.submitted_at.ok_or(Code::ChangedMeanwhile)?;
    write(&tx, ctx, row, &given).await?;
    if grade.reaches(assignment.pass) {
        enrolments::mark_done_at(&tx, ctx, of.id, &activity.key, submitted_at).await?;
    } else {
        unmark(&tx, &of, &activity.key, assignment.pass).await?;
    }
    let entry = Entry::SubmissionGraded { submission: id.to_string(), part: grade.part, whole: grade.whole };
    audit::record(&tx, ctx, &place.edition.code, entry).await?;
    tell(&tx, ctx, &place, &of, activity).await?;
    let next = next(&tx, place.edition.id, id).await?;
    tx.commit().await?;
    Ok(next)
}

/// What a grader decided.
struct Given {
    judgement: Judgement,
    comment: String,
    grade: Grade,
}

impl Given {
    fn stands_in(&self, row: &submission::Model) -> Result<bool> {
        let stored: Judgement = serde_json::from_str(&row.points)?;
        Ok(row.state == SubmissionState::Graded && stored == self.judgement && row.comment == self.comment)
    }
}

async fn write<C: ConnectionTrait>(tx: &C, ctx: &Ctx, row: submission::Model, given: &Given) -> Result<()> {
    let by = ctx.person().ok().map(|person| person.account);
    let points = |points: u64| i32::try_from(points).ok();
    let revision = row.revision + 1;
    let mut row = row.into_active_model();
    row.state = Set(SubmissionState::Graded);
    row.graded_at = Set(Some(ctx.now()));
    row.graded_by = Set(by);
    row.points = Set(serde_json::to_string(&given.judgement)?);
    row.comment = Set(given.comment.clone());
    row.grade_part = Set(points(given.grade.part));
    row.grade_whole = Set(points(given.grade.whole));
    row.revision = Set(revision);
    row.update(tx).await?;
    Ok(())
}

/// A corrected grade may leave an activity undone again, unless another submission passed. A completion stays (rule 4).
async fn unmark<C: ConnectionTrait>(tx: &C, of: &participation::Model, key: &str, pass: u8) -> Result<()> {
    let all = store::list(tx, of.id, key).await?;
    let passed = |row: &submission::Model| {
        enrolments::points(row.grade_part, row.grade_whole).is_some_and(|grade| grade.reaches(pass))
    };
    if of.completed_at.is_some() || all.iter().any(passed) {
        return Ok(());
    }
    activity_done::Entity::delete_many()
        .filter(activity_done::Column::ParticipationId.eq(of.id))
        .filter(activity_done::Column::Activity.eq(key))
        .exec(tx)
        .await?;
    Ok(())
}

/// Tells the learner, and completes their participation when the grade was the last thing missing.
async fn tell<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    of: &participation::Model,
    activity: &Activity,
) -> Result<()> {
    let edition = &place.edition;
    let account = enrolments::find_account(tx, of.person_id).await?;
    let offered = crate::edition::languages(edition);
    let own = account.as_ref().map(|account| account.language).filter(|language| offered.contains(language));
    let language: Language = own.unwrap_or(of.language);
    if let Some(account) = account {
        let mail = Mail::Graded {
            edition: crate::edition::title(edition, language).to_owned(),
            title: activity.title.get(language).to_owned(),
            path: format!("learn/{}/{}", edition.code, activity.key),
        };
        jobs::enqueue(tx, ctx, &account.email, language, mail).await?;
    }
    crate::enrolment::complete_if_met(tx, ctx, edition, &place.content, of, language).await?;
    Ok(())
}

async fn next<C: ConnectionTrait>(tx: &C, edition: EditionId, id: SubmissionId) -> Result<Option<SubmissionId>> {
    Ok(store::list_waiting(tx, edition).await?.into_iter().find(|one| *one != id))
}

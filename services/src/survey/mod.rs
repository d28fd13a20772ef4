//! The closing survey. That somebody gave it is known, what they said is not: see decision 19.

use domain::course::{Activity, ActivityKind, Survey, SurveyKind};
use domain::error::Code;
use domain::id::EditionId;
use domain::language::Language;
use domain::survey::{SurveyAnswers, SurveyQuestionView, SurveyResults, SurveyView, TOGETHER, check, sum_up};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel as _, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::ctx::{Actor, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::{activity_done, edition, survey_answer};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::{enter, record_act};
use crate::policy;

/// The survey of `activity`; None where it is none.
pub(crate) fn view(ctx: &Ctx, place: &Place, activity: &Activity, given: bool) -> Option<SurveyView> {
    let survey = activity.survey()?;
    Some(SurveyView { questions: questions(survey, place.language), given, open: place.open(ctx).is_ok() })
}

fn questions(survey: &Survey, language: Language) -> Vec<SurveyQuestionView> {
    survey
        .questions
        .iter()
        .map(|question| SurveyQuestionView {
            key: question.key.clone(),
            kind: question.kind,
            html: question.html.get(language).to_owned(),
            options: question.options.iter().map(|option| option.get(language).to_owned()).collect(),
        })
        .collect()
}

/// Gives the survey, once. Given again, it changes nothing and is no mistake.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `BadRequest` for what is no survey, `EditionNotStarted`, `EditionEnded`;
/// `AnswerForeign`, `Invalid` naming `answers-<key>`, or `SurveyEmpty`.
pub async fn give(ctx: &Ctx, code: &str, key: &str, typed: SurveyAnswers) -> Result<()> {
    let (place, mine) = enter(ctx, code).await?;
    let survey = place.activity(key)?.survey().ok_or(Code::BadRequest)?;
    place.open(ctx)?;
    let answers = check(survey, &typed)?;
    let tx = ctx.db.begin_write().await?;
    // Answers of one edition come one after the other: each is mixed with those before.
    let edition = place.edition.id;
    edition::Entity::find_by_id(edition).lock(LockType::NoKeyUpdate).one(&tx).await?.ok_or(Code::NotFound)?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    let given = activity_done::Entity::find()
        .filter(activity_done::Column::ParticipationId.eq(participation.id))
        .filter(activity_done::Column::Activity.eq(key))
        .one(&tx)
        .await?;
    if given.is_some() {
        return Ok(());
    }
    mix_in(&tx, ctx, edition, key, answers).await?;
    enrolments::mark_done(&tx, ctx, participation.id, key).await?;
    record_act(&tx, ctx, &place, participation, key).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes all answers of the edition anew, in a drawn order: where a row lies in the file, and which transaction wrote it,
/// would otherwise tell in which order people answered, and the dates of their marks say who came when. Whole groups are
/// shown from then on.
async fn mix_in<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: EditionId,
    key: &str,
    answers: SurveyAnswers,
) -> Result<()> {
    let of_edition = || {
        Condition::all().add(survey_answer::Column::EditionId.eq(edition)).add(survey_answer::Column::Activity.eq(key))
    };
    let mut all = survey_answer::Entity::find().filter(of_edition()).all(tx).await?;
    all.push(survey_answer::Model {
        id: drawn_id(ctx),
        edition_id: edition,
        activity: key.to_owned(),
        answers: serde_json::to_string(&answers)?,
        shown: false,
    });
    if all.iter().filter(|row| !row.shown).count() >= usize::try_from(TOGETHER).unwrap_or(usize::MAX) {
        all.iter_mut().for_each(|row| row.shown = true);
    }
    shuffle(ctx, &mut all);
    survey_answer::Entity::delete_many().filter(of_edition()).exec(tx).await?;
    // SQLite takes some thousands of values in one statement.
    for part in all.chunks(500) {
        let rows = part.iter().cloned().map(|row| row.into_active_model());
        survey_answer::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// An id of chance alone: those of `ctx.new_id` begin with the time.
fn drawn_id(ctx: &Ctx) -> Uuid {
    let mut bytes = [0_u8; 16];
    ctx.random.fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

fn shuffle<T>(ctx: &Ctx, all: &mut [T]) {
    for last in (1..all.len()).rev() {
        all.swap(last, ctx.pick(last + 1));
    }
}

/// What learners said, for those who teach the edition and for staff: the groups that are whole, and how many answers wait.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn results(ctx: &Ctx, code: &str) -> Result<SurveyResults> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let place = Place::by_code(ctx, code).await?;
    let db = ctx.db.read();
    let _permit = policy::may_teach(db, ctx, place.edition.id).await?;
    let activity = place.content.of_kind(ActivityKind::Survey).next();
    let rows = match activity {
        Some(activity) => {
            survey_answer::Entity::find()
                .filter(survey_answer::Column::EditionId.eq(place.edition.id))
                .filter(survey_answer::Column::Activity.eq(activity.key.as_str()))
                .all(db)
                .await?
        }
        None => Vec::new(),
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (shown, waiting): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.shown);
    let mut answers = shown
        .iter()
        .map(|row| serde_json::from_str(&row.answers))
        .collect::<std::result::Result<Vec<SurveyAnswers>, _>>()?;
    let asked = activity.and_then(|activity| activity.survey()).filter(|_| !answers.is_empty());
    let questions =
        asked.map(|survey| questions(survey, place.language)).unwrap_or_default().into_iter().map(|question| {
            // Anew for each question, so that no place in two lists is one person's.
            if question.kind == SurveyKind::Text {
                shuffle(ctx, &mut answers);
            }
            sum_up(question, &answers)
        });
    Ok(SurveyResults {
        edition: place.card(ctx),
        title: activity.map(|activity| activity.title.get(place.language).to_owned()),
        shown: count(shown.len()),
        waiting: count(waiting.len()),
        questions: questions.collect(),
    })
}

//! An edition's rule: read out, and changed forward. A change is looked at before it is made, and takes nothing away.

use std::collections::BTreeMap;

use domain::completion::{
    PreviewFilter, PreviewQuery, PreviewRow, Rule, RuleChange, RuleForm, RuleLine, RuleParts, RulePreview, steps,
};
use domain::course::CourseContent;
use domain::error::{Code, Refusal};
use domain::page::Page;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::{card_of, store};
use crate::audit::{self, Entry};
use crate::course::search;
use crate::ctx::Ctx;
use crate::enrolment::{complete_all_met, store as enrolments};
use crate::entity::{edition, participation};
use crate::error::Result;
use crate::learning::language_for;
use crate::{counting, policy};

/// Most characters of a rule that is written as text.
const TEXT_MOST: usize = 8_000;

/// A rule written as a word, as JSON or as YAML, the form of `course.yaml`.
///
/// # Errors
/// `Invalid` naming `field` with `Required`, `TooLong` or `RuleUnreadable`.
pub fn read_rule(text: &str, field: &str) -> std::result::Result<Rule, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::field(field, Code::Required));
    }
    if text.chars().count() > TEXT_MOST {
        return Err(Refusal::field(field, Code::TooLong));
    }
    text.parse()
        .or_else(|_| serde_saphyr::from_str::<Rule>(text))
        .map_err(|_| Refusal::field(field, Code::RuleUnreadable))
}

/// The rule of an edition, for everybody who may see the edition.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub async fn rule(ctx: &Ctx, code: &str) -> Result<RuleLine> {
    let db = ctx.db.read();
    let edition = store::get_by_code(db, code).await?;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    Ok(RuleLine::of(&edition.completion, &content, language_for(ctx, &edition)))
}

/// The rules of a course's editions that are not over, by their codes. Four queries, however many editions.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub async fn rules(ctx: &Ctx, course: &str) -> Result<BTreeMap<String, RuleLine>> {
    let db = ctx.db.read();
    let course = crate::course::store::find_by_slug(db, course).await?.ok_or(Code::NotFound)?;
    let editions = store::list_current(db, &[course.id], ctx.now()).await?;
    let versions: Vec<_> = editions.iter().map(|edition| edition.course_version_id).collect();
    let contents = ctx.contents.get_all(db, &versions).await?;
    let read = |edition: &edition::Model| {
        let content = contents.get(&edition.course_version_id)?;
        Some((edition.code.clone(), RuleLine::of(&edition.completion, content, ctx.language)))
    };
    Ok(editions.iter().filter_map(read).collect())
}

/// An edition with its rule, for staff.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn details(ctx: &Ctx, code: &str) -> Result<RuleChange> {
    policy::may_staff(ctx)?;
    let db = ctx.db.read();
    let edition = store::get_by_code(db, code).await?;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let version = crate::course::store::version_number(db, edition.course_version_id).await?;
    let (enrolled, completed) = store::numbers(db, &[edition.id]).await?.remove(&edition.id).unwrap_or_default();
    let kinds = crate::person::list_kinds(db, ctx.language).await?;
    let kind = edition.personnel_kind.as_ref().and_then(|code| kinds.into_iter().find(|kind| kind.code == *code));
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(RuleChange {
        course_title: content.title.get(ctx.language).to_owned(),
        version: u32::try_from(version).unwrap_or_default(),
        country: edition.country.clone(),
        personnel_kind: kind.map(|kind| kind.name),
        instructors: store::instructor_names(db, edition.id).await?,
        enrolled: count(enrolled),
        completed: count(completed),
        rule: RuleLine::of(&edition.completion, &content, ctx.language),
        text: serde_json::to_string_pretty(&edition.completion)?,
        form: RuleForm::of(&edition.completion),
        parts: RuleParts::of(&content, ctx.language),
        edition: card_of(ctx, edition).await?,
    })
}

/// The rule that the form chose, as it would be stored. Nothing is written.
///
/// # Errors
/// `Invalid` naming each wrong field; `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn choose_rule(ctx: &Ctx, form: &RuleForm) -> Result<String> {
    policy::may_staff(ctx)?;
    let (_, content) = pinned(ctx, &form.edition).await?;
    Ok(form.checked(&content)?.to_string())
}

/// The same for a rule that was written as text.
///
/// # Errors
/// `Invalid` naming `rule_text`; `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn choose_rule_text(ctx: &Ctx, code: &str, text: &str) -> Result<String> {
    policy::may_staff(ctx)?;
    let (_, content) = pinned(ctx, code).await?;
    Ok(read_rule(text, "rule_text")?.fitting(&content, "rule_text")?.to_string())
}

async fn pinned(ctx: &Ctx, code: &str) -> Result<(edition::Model, std::sync::Arc<CourseContent>)> {
    let edition = store::get_by_code(ctx.db.read(), code).await?;
    let content = ctx.contents.get(ctx.db.read(), edition.course_version_id).await?;
    Ok((edition, content))
}

/// What a change would mean for each person. Nothing is written; a constant number of queries.
///
/// # Errors
/// `Invalid` naming `rule_text` for a rule that cannot be; `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn preview_rule(ctx: &Ctx, query: &PreviewQuery) -> Result<RulePreview> {
    policy::may_staff(ctx)?;
    let (edition, content) = pinned(ctx, &query.edition).await?;
    let new = read_rule(&query.rule, "rule_text")?.fitting(&content, "rule_text")?;
    let db = ctx.db.read();
    let mut traces = enrolments::traces_of_edition(db, edition.id).await?;
    let mut rows: Vec<(PreviewFilter, String, PreviewRow)> = enrolments::list_enrolled(db, edition.id)
        .await?
        .into_iter()
        .map(|who| {
            let trace = traces.remove(&who.participation.id).unwrap_or_default();
            let progress = trace.progress(&content, who.participation.completed_at.is_some());
            let left = |rule: &Rule| steps(&rule.remaining(&content, &progress));
            let (before, after) = (left(&edition.completion), left(&new));
            let stands = match (progress.completed, after) {
                (true, _) => PreviewFilter::Keeps,
                (false, 0) => PreviewFilter::Completes,
                (false, after) if after > before => PreviewFilter::More,
                (false, _) => PreviewFilter::Same,
            };
            let name = format!("{} {}", who.given_name, who.family_name).trim().to_owned();
            let order = search::fold(&format!("{} {}", who.family_name, who.given_name));
            (stands, order, PreviewRow { name, before, after })
        })
        .collect();
    rows.sort_by(|a, b| a.1.cmp(&b.1));
    let count = |filter: PreviewFilter| {
        u32::try_from(rows.iter().filter(|(stands, ..)| *stands == filter).count()).unwrap_or(u32::MAX)
    };
    let counts: Vec<_> = PreviewFilter::ALL.iter().map(|filter| (*filter, count(*filter))).collect();
    // What would change is looked at first.
    let first = counts.iter().find(|(_, people)| *people > 0).map_or(PreviewFilter::Completes, |(filter, _)| *filter);
    let filter = query.filter.unwrap_or(first);
    let shown = rows.into_iter().filter(|(stands, ..)| *stands == filter).map(|(.., row)| row).collect();
    Ok(RulePreview {
        old: RuleLine::of(&edition.completion, &content, ctx.language),
        new: RuleLine::of(&new, &content, ctx.language),
        old_text: edition.completion.to_string(),
        new_text: new.to_string(),
        counts,
        filter,
        page: Page::cut(shown, query.page),
        edition: card_of(ctx, edition).await?,
    })
}

/// Changes the rule forward: it holds from now on, and completes at once whoever meets it now. Who has completed keeps it.
/// `was` is the rule that the preview compared with. Gives how many people were completed.
///
/// # Errors
/// `ChangedMeanwhile` when the rule is another one by now; `Invalid` naming `rule_text`; `SignInFirst`, `NotForYou`,
/// `NotFound`.
pub async fn change_rule(ctx: &Ctx, code: &str, was: &str, new: &str) -> Result<u32> {
    policy::may_staff(ctx)?;
    let new = read_rule(new, "rule_text")?;
    let tx = ctx.db.begin_write().await?;
    let id = store::get_by_code(&tx, code).await?.id;
    // Learning acts lock their participation first and then look at the edition; taking the locks in the same order lets
    // those that are under way end, and keeps the others waiting.
    lock_participations(&tx, id).await?;
    let edition = edition::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(&tx).await?.ok_or(Code::NotFound)?;
    edition.state.check_changes()?;
    let content = ctx.contents.get(&tx, edition.course_version_id).await?;
    let new = new.fitting(&content, "rule_text")?;
    if edition.completion.to_string() != was {
        return Err(Code::ChangedMeanwhile.into());
    }
    if edition.completion == new {
        return Ok(0);
    }
    let (old, text) = (edition.completion.to_string(), new.to_string());
    edition::Entity::update_many()
        .col_expr(edition::Column::Completion, Expr::value(text.clone()))
        .filter(edition::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let changed = edition::Model { completion: new, ..edition };
    let completed = complete_all_met(&tx, ctx, &changed, &content).await?;
    let entry = Entry::RuleChanged { edition: code, old: &old, new: &text, completed };
    audit::record(&tx, ctx, code, entry).await?;
    counting::bump(&tx, &[id]).await?;
    tx.commit().await?;
    Ok(completed)
}

pub(super) async fn lock_participations<C: ConnectionTrait>(tx: &C, edition: domain::id::EditionId) -> Result<()> {
    participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition))
        .order_by_asc(participation::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<domain::id::ParticipationId>()
        .all(tx)
        .await?;
    Ok(())
}

//! Changing what an indicator counts: its sheet, what a change would do, and its history. Every change is a new version;
//! the old ones stay as they were.

use std::collections::HashSet;

use domain::counting::Window;
use domain::error::{Code, Refusal};
use domain::id::PersonId;
use domain::indicator::{DefinitionForm, DefinitionView, Effect, EffectRow, Indicator, Known, VersionRow};

use super::figures::Figures;
use super::{store, words};
use crate::audit::{self, Entry};
use crate::counting::{self, Definition, Figure};
use crate::ctx::{Ctx, digest};
use crate::error::Result;
use crate::policy;

/// The sheet of an indicator with its history; without a code, an empty one for a new indicator.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn definition(ctx: &Ctx, code: &str) -> Result<DefinitionView> {
    policy::may_staff(ctx)?;
    let (courses, kinds) = choices(ctx).await?;
    if code.is_empty() {
        let form = DefinitionForm { comparator: "at-least".into(), ..DefinitionForm::default() };
        return Ok(DefinitionView { form, courses, kinds, history: Vec::new(), retired: false });
    }
    let versions = store::list_versions(ctx.db.read(), code).await?;
    let newest = versions.last().ok_or(Code::NotFound)?;
    let form = DefinitionForm::of(&newest.definition.indicator, newest.definition.version);
    let retired = newest.definition.indicator.retired;
    Ok(DefinitionView { form, courses, kinds, history: history(ctx, &versions).await?, retired })
}

/// What a typed definition would do to the figures. Changes nothing.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field.
pub async fn effect(ctx: &Ctx, form: &DefinitionForm) -> Result<Effect> {
    policy::may_staff(ctx)?;
    let new = checked(ctx, form).await?;
    let figures = Figures::load(ctx).await?;
    let old = figures.current.find(&new.code).map(|definition| &definition.indicator);
    let zone = ctx.settings.reporting_zone;
    let plan = figures.plan_window();
    let mut rows = Vec::new();
    for window in [plan, Window::year(figures.this_year(), zone)] {
        let before = match old {
            Some(old) => figures.figure(old, window).await?,
            None => Figure::default(),
        };
        let after = figures.fresh(&new, window).await?;
        rows.push(EffectRow {
            window: window.label(),
            before: before.held(),
            after: after.held(),
            before_persons: before.persons,
            after_persons: after.persons,
        });
    }
    let people = |indicator: &Indicator| -> HashSet<PersonId> {
        let facts = &figures.current.facts;
        let counted = figures.current.counted(indicator, plan).unwrap_or_default();
        let facts_of = counted.people.members.iter().filter_map(|member| facts.all().get(member.fact as usize));
        facts_of.filter_map(|fact| facts.person(fact)).collect()
    };
    let (before, after) = (old.map(people).unwrap_or_default(), people(&new));
    let count = |one: &HashSet<PersonId>, other: &HashSet<PersonId>| {
        u32::try_from(one.difference(other).count()).unwrap_or(u32::MAX)
    };
    Ok(Effect {
        definition: words::definition(&new, &figures.names().await?),
        rows,
        joined: count(&after, &before),
        left: count(&before, &after),
        token: token(form)?,
    })
}

/// Saves a definition as a new version, or a new indicator. What is saved is what was looked at.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field; `Preview` while its effect was not looked at;
/// `ChangedMeanwhile` when somebody saved another version since; `CodeTaken` on `code` for a new one that there is.
pub async fn save(ctx: &Ctx, form: &DefinitionForm) -> Result<String> {
    policy::may_staff(ctx)?;
    let new = checked(ctx, form).await?;
    if form.previewed != token(form)? {
        return Err(Code::Preview.into());
    }
    let base: u32 = if form.version.is_empty() { 0 } else { form.version.parse().map_err(|_| Code::BadRequest)? };
    store_version(ctx, new, base, form.reason.trim()).await
}

/// Takes an indicator out of what is reported, or puts it back: a new version that differs in nothing else.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming `reason`.
pub async fn retire(ctx: &Ctx, code: &str, reason: &str, retired: bool) -> Result<()> {
    policy::may_staff(ctx)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Code::ReasonMissing).into());
    }
    let versions = store::list_versions(ctx.db.read(), code).await?;
    let newest = versions.into_iter().last().ok_or(Code::NotFound)?.definition;
    let changed = Indicator { retired, ..newest.indicator };
    store_version(ctx, changed, newest.version, reason).await?;
    Ok(())
}

async fn store_version(ctx: &Ctx, new: Indicator, base: u32, reason: &str) -> Result<String> {
    let tx = ctx.db.begin_write().await?;
    let newest = store::list_versions(&tx, &new.code).await?.into_iter().last();
    match (&newest, base) {
        (Some(_), 0) => return Err(Refusal::field("code", Code::CodeTaken).into()),
        (None, 0) => {}
        (Some(newest), base) if newest.definition.version == base => {}
        (Some(_), _) => return Err(Code::ChangedMeanwhile.into()),
        (None, _) => return Err(Code::NotFound.into()),
    }
    if newest.as_ref().is_some_and(|newest| newest.definition.indicator == new) {
        return Ok(new.code);
    }
    let place = match &newest {
        Some(newest) => newest.place,
        None => store::next_place(&tx).await?,
    };
    let definition = Definition { version: base + 1, indicator: new };
    store::insert(&tx, ctx, place, &definition, reason).await?;
    let Definition { version, indicator } = definition;
    audit::record(&tx, ctx, &indicator.code, Entry::IndicatorDefined { indicator: &indicator.code, version, reason })
        .await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(indicator.code)
}

async fn checked(ctx: &Ctx, form: &DefinitionForm) -> Result<Indicator> {
    let (courses, kinds) = choices(ctx).await?;
    let codes = |named: Vec<(String, String)>| named.into_iter().map(|(code, _)| code).collect();
    let mut courses: Vec<String> = codes(courses);
    // The plan names courses that the campus may not have yet; a definition keeps those that it has.
    if let Some(held) = counting::current(ctx).await?.find(&form.code.trim().to_uppercase()) {
        courses.extend(held.indicator.scope.courses.iter().cloned());
    }
    Ok(form.indicator(&Known { courses, kinds: codes(kinds) })?)
}

type Named = Vec<(String, String)>;

/// The courses and kinds of personnel that a definition may name.
async fn choices(ctx: &Ctx) -> Result<(Named, Named)> {
    let mut courses = crate::course::titles(ctx).await?;
    for definition in &counting::current(ctx).await?.definitions {
        for slug in &definition.indicator.scope.courses {
            if !courses.iter().any(|(known, _)| known == slug) {
                courses.push((slug.clone(), slug.clone()));
            }
        }
    }
    let kinds = crate::person::list_all_kinds(ctx.db.read(), ctx.language).await?;
    Ok((courses, kinds.into_iter().map(|kind| (kind.code, kind.name)).collect()))
}

/// Stands for what is typed, whatever was looked at before.
fn token(form: &DefinitionForm) -> Result<String> {
    let bare = DefinitionForm { previewed: String::new(), reason: String::new(), ..form.clone() };
    Ok(digest(&serde_json::to_string(&bare)?).chars().take(16).collect())
}

async fn history(ctx: &Ctx, versions: &[store::Stored]) -> Result<Vec<VersionRow>> {
    let accounts: Vec<_> = versions.iter().filter_map(|one| one.by).collect();
    let names = crate::person::store::names_of(ctx.db.read(), &accounts).await?;
    let mut rows = Vec::with_capacity(versions.len());
    let mut before: Option<&Indicator> = None;
    for one in versions {
        let Definition { version, indicator } = &one.definition;
        rows.push(VersionRow {
            version: *version,
            at: one.at,
            by: one.by.and_then(|account| names.get(&account).cloned()),
            reason: one.reason.clone(),
            changes: before.map(|before| changes(before, indicator)).transpose()?.unwrap_or_default(),
        });
        before = Some(indicator);
    }
    rows.reverse();
    Ok(rows)
}

/// The fields of the sheet that differ, each with what it said before and says now.
fn changes(before: &Indicator, after: &Indicator) -> Result<Vec<(String, String, String)>> {
    let fields = |indicator: &Indicator| serde_json::to_value(DefinitionForm::of(indicator, 0));
    let (serde_json::Value::Object(old), serde_json::Value::Object(new)) = (fields(before)?, fields(after)?) else {
        return Ok(Vec::new());
    };
    let text = |value: Option<&serde_json::Value>| match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Array(list)) => {
            list.iter().filter_map(|one| one.as_str()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let mut rows: Vec<_> = new
        .keys()
        .filter(|field| old.get(*field) != new.get(*field))
        .map(|field| (field.replace('_', "-"), text(old.get(field)), text(new.get(field))))
        .collect();
    if before.retired != after.retired {
        rows.push(("retired".to_owned(), before.retired.to_string(), after.retired.to_string()));
    }
    Ok(rows)
}

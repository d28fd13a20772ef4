//! Figures from before the platform, by form and by file. What was taken back or replaced by a roster stays in the register.

mod file;

pub use file::{bring, import, read, text_of};

use domain::counting::Cells;
use domain::error::{Code, Refusal};
use domain::history::{HistoryView, PastFigure, PastForm, PastRow};
use domain::id::{EditionId, PastFigureId};
use domain::page::Page;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::{edition, past_figure};
use crate::error::Result;
use crate::policy;

/// The register, the newest years first; `search` looks in titles, audiences and documents.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn view(ctx: &Ctx, search: &str, page: u32) -> Result<HistoryView> {
    policy::may_staff(ctx)?;
    let db = ctx.db.read();
    let rows = past_figure::Entity::find()
        .order_by_desc(past_figure::Column::YearTo)
        .order_by_asc(past_figure::Column::Title)
        .all(db)
        .await?;
    let wanted = search.trim().to_lowercase();
    let holds = |row: &past_figure::Model| {
        [&row.title, &row.audience, &row.document, &row.note].iter().any(|text| text.to_lowercase().contains(&wanted))
    };
    let rows: Vec<past_figure::Model> = rows.into_iter().filter(|row| wanted.is_empty() || holds(row)).collect();
    let replaced: Vec<EditionId> = rows.iter().filter_map(|row| row.replaced_by).collect();
    let editions = edition::Entity::find().filter(edition::Column::Id.is_in(replaced)).all(db).await?;
    let code = |id: EditionId| editions.iter().find(|one| one.id == id).map(|one| one.code.clone());
    let row = |row: past_figure::Model| PastRow {
        id: row.id.to_string(),
        recorded_at: row.recorded_at,
        replaced_by: row.replaced_by.and_then(code),
        withdrawn: row.withdrawn_at.is_some(),
        figure: figure(row),
    };
    let Known { courses, kinds } = known(ctx).await?;
    Ok(HistoryView { page: Page::cut(rows.into_iter().map(row).collect(), page), courses, kinds })
}

/// What a figure may name: (slug, title) and (code, name).
struct Known {
    courses: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

async fn known(ctx: &Ctx) -> Result<Known> {
    let kinds = crate::person::list_all_kinds(ctx.db.read(), ctx.language).await?;
    Ok(Known {
        courses: crate::course::titles(ctx).await?,
        kinds: kinds.into_iter().map(|kind| (kind.code, kind.name)).collect(),
    })
}

fn codes(named: &[(String, String)]) -> Vec<String> {
    named.iter().map(|(code, _)| code.clone()).collect()
}

/// Adds a figure.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field.
pub async fn add(ctx: &Ctx, form: &PastForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let known = known(ctx).await?;
    let figure = form.figure(&codes(&known.courses), &codes(&known.kinds))?;
    let tx = ctx.db.begin_write().await?;
    insert(&tx, ctx, &figure).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a figure out of the count, or with `again` puts it back.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn withdraw(ctx: &Ctx, id: &str, again: bool) -> Result<()> {
    policy::may_staff(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let row = get(&tx, id).await?;
    let entry = Entry::PastFigureWithdrawn { figure: row.id.to_string(), title: &row.title, again };
    audit::record(&tx, ctx, &row.id.to_string(), entry).await?;
    let change = past_figure::ActiveModel {
        id: Set(row.id),
        withdrawn_at: Set((!again).then(|| ctx.now())),
        ..Default::default()
    };
    change.update(&tx).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

/// Says that an edition's roster came later and is counted instead (counting rule 7); with no code, that none did.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming `edition` when there is none of that code.
pub async fn replace(ctx: &Ctx, id: &str, code: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let row = get(&tx, id).await?;
    let code = code.trim();
    let edition = if code.is_empty() {
        None
    } else {
        let found = edition::Entity::find().filter(edition::Column::Code.eq(code)).one(&tx).await?;
        Some(found.ok_or_else(|| Refusal::field("edition", Code::ChoiceUnknown))?.id)
    };
    let entry = Entry::PastFigureReplaced { figure: row.id.to_string(), title: &row.title, edition: code };
    audit::record(&tx, ctx, &row.id.to_string(), entry).await?;
    let change = past_figure::ActiveModel { id: Set(row.id), replaced_by: Set(edition), ..Default::default() };
    change.update(&tx).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

async fn get<C: ConnectionTrait>(db: &C, id: &str) -> Result<past_figure::Model> {
    let id: PastFigureId = id.parse().map_err(|_| Code::NotFound)?;
    Ok(past_figure::Entity::find_by_id(id).one(db).await?.ok_or(Code::NotFound)?)
}

async fn insert<C: ConnectionTrait>(tx: &C, ctx: &Ctx, figure: &PastFigure) -> Result<()> {
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let cell = |of: fn(Cells) -> u32| figure.split.map(|cells| whole(of(cells)));
    let id = PastFigureId(ctx.new_id());
    let row = past_figure::ActiveModel {
        id: Set(id),
        title: Set(figure.title.clone()),
        course: Set(figure.course.clone()),
        modality: Set(figure.modality),
        year_from: Set(figure.year_from),
        year_to: Set(figure.year_to),
        language: Set(figure.language),
        editions: Set(figure.editions.map(whole)),
        unit: Set(figure.unit),
        qualifier: Set(figure.qualifier),
        number: Set(whole(figure.number)),
        woman: Set(cell(|cells| cells.woman)),
        man: Set(cell(|cells| cells.man)),
        another: Set(cell(|cells| cells.another)),
        declined: Set(cell(|cells| cells.declined)),
        not_recorded: Set(cell(|cells| cells.not_recorded)),
        audience: Set(figure.audience.clone()),
        personnel_kind: Set(figure.personnel_kind.clone()),
        document: Set(figure.document.clone()),
        page: Set(figure.page.clone()),
        note: Set(figure.note.clone()),
        recorded_at: Set(ctx.now()),
        recorded_by: Set(ctx.account()),
        replaced_by: Set(None),
        withdrawn_at: Set(None),
    };
    past_figure::Entity::insert(row).exec_without_returning(tx).await?;
    let entry = Entry::PastFigureRecorded { figure: id.to_string(), title: &figure.title };
    audit::record(tx, ctx, &id.to_string(), entry).await
}

fn figure(row: past_figure::Model) -> PastFigure {
    let whole = |number: i32| u32::try_from(number).unwrap_or_default();
    let split = row.woman.map(|woman| Cells {
        woman: whole(woman),
        man: whole(row.man.unwrap_or_default()),
        another: whole(row.another.unwrap_or_default()),
        declined: whole(row.declined.unwrap_or_default()),
        not_recorded: whole(row.not_recorded.unwrap_or_default()),
    });
    PastFigure {
        title: row.title,
        course: row.course,
        modality: row.modality,
        year_from: row.year_from,
        year_to: row.year_to,
        language: row.language,
        editions: row.editions.map(whole),
        unit: row.unit,
        qualifier: row.qualifier,
        number: whole(row.number),
        split,
        audience: row.audience,
        personnel_kind: row.personnel_kind,
        document: row.document,
        page: row.page,
        note: row.note,
    }
}

/// Every figure that stands: neither taken back nor replaced.
pub(crate) async fn load<C: ConnectionTrait>(db: &C) -> Result<Vec<PastFigure>> {
    let rows = past_figure::Entity::find()
        .filter(past_figure::Column::WithdrawnAt.is_null())
        .filter(past_figure::Column::ReplacedBy.is_null())
        .order_by_asc(past_figure::Column::YearFrom)
        .order_by_asc(past_figure::Column::Title)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(figure).collect())
}

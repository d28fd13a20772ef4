//! Where a learner stands: the edition, its pinned content and the language of its texts. One query, one cached document.

use std::sync::Arc;

use domain::course::{Activity, CourseContent};
use domain::edition::EditionCard;
use domain::error::{Code, Refusal};
use domain::id::EditionId;
use domain::language::Language;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef};

use crate::ctx::Ctx;
use crate::entity::{course, edition};
use crate::error::Result;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    edition: edition::Model,
    course_slug: String,
}

/// An edition with its content, as one learner reads it.
#[derive(Debug)]
pub(crate) struct Place {
    pub edition: edition::Model,
    pub slug: String,
    pub content: Arc<CourseContent>,
    pub language: Language,
}

impl Place {
    /// # Errors
    /// `NotFound`, or when the database fails.
    pub async fn by_code(ctx: &Ctx, code: &str) -> Result<Self> {
        Self::find(ctx, edition::Column::Code.eq(code)).await
    }

    /// # Errors
    /// `NotFound`, or when the database fails.
    pub async fn by_id(ctx: &Ctx, id: EditionId) -> Result<Self> {
        Self::find(ctx, edition::Column::Id.eq(id)).await
    }

    async fn find(ctx: &Ctx, which: Expr) -> Result<Self> {
        let db = ctx.db.read();
        let of_course: RelationDef =
            edition::Entity::belongs_to(course::Entity).from(edition::Column::CourseId).to(course::Column::Id).into();
        let row = edition::Entity::find()
            .column_as(course::Column::Slug, "course_slug")
            .join(JoinType::InnerJoin, of_course)
            .filter(which)
            .into_model::<Row>()
            .one(db)
            .await?
            .ok_or(Code::NotFound)?;
        let content = ctx.contents.get(db, row.edition.course_version_id).await?;
        let language = language_for(ctx, &row.edition);
        Ok(Self { edition: row.edition, slug: row.course_slug, content, language })
    }

    /// The activity with this key.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn activity(&self, key: &str) -> std::result::Result<&Activity, Refusal> {
        self.content.find_activity(key).ok_or_else(|| Code::NotFound.into())
    }

    /// # Errors
    /// `EditionNotStarted` or `EditionEnded`.
    pub fn open(&self, ctx: &Ctx) -> std::result::Result<(), Refusal> {
        crate::edition::open_for_learning(ctx, &self.edition)
    }

    /// The edition's card. Seats left are not counted: whoever learns has a seat, and this is read at every page view.
    pub fn card(&self, ctx: &Ctx) -> EditionCard {
        let edition = &self.edition;
        EditionCard {
            code: edition.code.clone(),
            course: self.slug.clone(),
            title: crate::edition::title(edition, self.language).to_owned(),
            modality: edition.modality,
            languages: crate::edition::languages(edition),
            starts_on: edition.starts_on,
            ends_on: edition.ends_on,
            zone: edition.zone.clone(),
            phase: crate::edition::dates(edition).phase(ctx.now()),
            state: edition.state,
            enrolment: edition.enrolment,
            seats: edition.seats,
            seats_left: None,
        }
    }
}

/// The reader's language when the edition offers it, otherwise the edition's first.
#[must_use]
pub fn language_for(ctx: &Ctx, edition: &edition::Model) -> Language {
    let offered = crate::edition::languages(edition);
    if offered.contains(&ctx.language) { ctx.language } else { offered.first().copied().unwrap_or(ctx.language) }
}

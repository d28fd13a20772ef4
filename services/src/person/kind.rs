//! The kinds of personnel: an editable list of codes (counting.md, "Words"). A code in use is retired, never deleted.

use domain::language::Language;
use domain::person::{CodeName, InstitutionType};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::personnel_kind;
use crate::error::Result;

use domain::person::InstitutionType::{CivilSociety, International, Media, Oas, Other, State};

/// Code, name in Spanish, name in English, type of institution; the order in which people are shown them.
const FIRST: &[(&str, &str, &str, InstitutionType)] = &[
    ("national-machinery", "Mecanismo nacional de las mujeres", "National women’s machinery", State),
    ("labour", "Trabajo", "Labour", State),
    ("health", "Salud", "Health", State),
    ("education", "Educación", "Education", State),
    ("planning-budget", "Planificación y presupuesto", "Planning and budget", State),
    ("justice", "Justicia", "Justice", State),
    ("security", "Seguridad", "Security", State),
    ("migration", "Migración", "Migration", State),
    ("statistics", "Oficina de estadística", "Statistics office", State),
    ("electoral-political", "Órgano electoral o político", "Electoral or political body", State),
    ("oas", "Personal o consultoría de la OEA", "OAS staff or consultant", Oas),
    ("international", "Organismo internacional", "International organisation", International),
    ("civil-society", "Sociedad civil", "Civil society", CivilSociety),
    ("media", "Medios de comunicación", "Media", Media),
    ("other", "Otro", "Other", Other),
];

/// Adds the codes of the first list that are missing. Names that staff changed stay theirs.
///
/// # Errors
/// When the database fails.
pub async fn seed_kinds<C: ConnectionTrait>(db: &C) -> Result<()> {
    let rows = FIRST.iter().zip(1..).map(|((code, name_es, name_en, kind), position)| personnel_kind::ActiveModel {
        code: Set((*code).to_owned()),
        name_es: Set((*name_es).to_owned()),
        name_en: Set((*name_en).to_owned()),
        position: Set(position),
        retired_at: Set(None),
        institution_type: Set(Some(kind.to_string())),
    });
    personnel_kind::Entity::insert_many(rows)
        .on_conflict_do_nothing_on([personnel_kind::Column::Code])
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The codes that may be declared today.
///
/// # Errors
/// When the database fails.
pub async fn kind_codes<C: ConnectionTrait>(db: &C) -> Result<Vec<String>> {
    Ok(personnel_kind::Entity::find()
        .select_only()
        .column(personnel_kind::Column::Code)
        .filter(personnel_kind::Column::RetiredAt.is_null())
        .order_by_asc(personnel_kind::Column::Position)
        .into_tuple()
        .all(db)
        .await?)
}

/// The kinds that may be declared today, with their names.
///
/// # Errors
/// When the database fails.
pub async fn list_kinds<C: ConnectionTrait>(db: &C, language: Language) -> Result<Vec<CodeName>> {
    list_with(db, language, None).await
}

/// Every kind, retired ones too: for figures about people who declared them.
///
/// # Errors
/// When the database fails.
pub async fn list_all_kinds<C: ConnectionTrait>(db: &C, language: Language) -> Result<Vec<CodeName>> {
    let rows = personnel_kind::Entity::find().order_by_asc(personnel_kind::Column::Position).all(db).await?;
    Ok(rows.into_iter().map(|row| named(row, language)).collect())
}

/// The same, and `kept` even when it was retired: somebody declared it.
pub(super) async fn list_with<C: ConnectionTrait>(
    db: &C,
    language: Language,
    kept: Option<&str>,
) -> Result<Vec<CodeName>> {
    let rows = personnel_kind::Entity::find().order_by_asc(personnel_kind::Column::Position).all(db).await?;
    let offered = rows.into_iter().filter(|row| row.retired_at.is_none() || Some(row.code.as_str()) == kept);
    Ok(offered.map(|row| named(row, language)).collect())
}

fn named(row: personnel_kind::Model, language: Language) -> CodeName {
    let name = match language {
        Language::Es => row.name_es,
        Language::En => row.name_en,
    };
    CodeName { code: row.code, name }
}

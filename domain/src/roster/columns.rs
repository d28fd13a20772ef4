//! Columns as people name them: in Spanish, English, Portuguese and French, in any order, below a title or not.

use super::{Column, Mistake, Reason};
use crate::quiz::fold;

/// Names of a column, folded (lower case, without accents and marks).
const NAMES: &[(Column, &[&str])] = &[
    (
        Column::GivenName,
        &[
            "given name",
            "given names",
            "first name",
            "first names",
            "forename",
            "name",
            "nombre",
            "nombres",
            "nombre s",
            "primer nombre",
            "nombre de pila",
            "nome",
            "nomes",
            "primeiro nome",
            "prenom",
            "prenoms",
            "prenom s",
        ],
    ),
    (
        Column::FamilyName,
        &[
            "family name",
            "family names",
            "last name",
            "last names",
            "surname",
            "surnames",
            "apellido",
            "apellidos",
            "apellido s",
            "sobrenome",
            "sobrenomes",
            "apelido",
            "apelidos",
            "nom",
            "nom de famille",
            "noms",
        ],
    ),
    (
        Column::FullName,
        &[
            "full name",
            "name and surname",
            "name and last name",
            "nombre completo",
            "nombre y apellido",
            "nombre y apellidos",
            "nombres y apellidos",
            "apellidos y nombres",
            "apellido y nombre",
            "apellidos y nombre",
            "nombre y apellido s",
            "nome completo",
            "nome e sobrenome",
            "nom complet",
            "nom et prenom",
            "nom et prenoms",
            "prenom et nom",
            "nom prenom",
            "participante",
            "persona participante",
            "participant",
            "participant name",
        ],
    ),
    (
        Column::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "correo",
            "correo electronico",
            "correo e",
            "direccion de correo",
            "direccion de correo electronico",
            "email institucional",
            "correo institucional",
            "endereco de e mail",
            "endereco de email",
            "correio eletronico",
            "correio electronico",
            "courriel",
            "adresse e mail",
            "adresse email",
            "adresse electronique",
            "adresse courriel",
            "adresse mail",
        ],
    ),
    (Column::Sex, &["sex", "sexo", "sexe", "gender", "genero", "genre", "sex gender", "sexo genero"]),
    (
        Column::Country,
        &[
            "country",
            "pais",
            "pays",
            "country of work",
            "country where you work",
            "pais de trabajo",
            "pais donde trabaja",
            "pais de trabalho",
            "pais onde trabalha",
            "pays de travail",
            "country code",
            "codigo de pais",
        ],
    ),
    (
        Column::PersonnelKind,
        &[
            "personnel kind",
            "kind of personnel",
            "type of personnel",
            "personnel type",
            "sector",
            "tipo de personal",
            "clase de personal",
            "sector de trabajo",
            "tipo de pessoal",
            "setor",
            "setor de trabalho",
            "type de personnel",
            "categorie de personnel",
            "secteur",
            "secteur d activite",
        ],
    ),
    (
        Column::Institution,
        &[
            "institution",
            "organization",
            "organisation",
            "employer",
            "institucion",
            "organizacion",
            "entidad",
            "institucion u organizacion",
            "institucion organizacion",
            "institucion donde trabaja",
            "lugar de trabajo",
            "instituicao",
            "organizacao",
            "entidade",
            "local de trabalho",
            "etablissement",
            "organisme",
            "lieu de travail",
        ],
    ),
    (Column::Language, &["language", "idioma", "lengua", "lingua", "langue"]),
    (
        Column::EnrolledAt,
        &[
            "enrolled at",
            "enrolled",
            "enrolled on",
            "enrolment date",
            "enrollment date",
            "date of enrolment",
            "fecha de inscripcion",
            "fecha inscripcion",
            "inscripcion",
            "data de inscricao",
            "inscricao",
            "data da inscricao",
            "date d inscription",
            "inscription",
        ],
    ),
    (
        Column::FirstActivityAt,
        &[
            "first activity at",
            "first activity",
            "attended",
            "attended on",
            "attendance",
            "attendance date",
            "date of attendance",
            "present",
            "fecha de asistencia",
            "asistencia",
            "asistio",
            "asistio el",
            "primera actividad",
            "participo",
            "data de presenca",
            "presenca",
            "presente",
            "compareceu",
            "participou",
            "primeira atividade",
            "date de presence",
            "presence",
            "a participe",
            "premiere activite",
        ],
    ),
    (
        Column::CompletedAt,
        &[
            "completed at",
            "completed",
            "completed on",
            "completion",
            "completion date",
            "date of completion",
            "passed",
            "fecha de finalizacion",
            "fecha de aprobacion",
            "finalizacion",
            "finalizo",
            "completo",
            "completo el",
            "aprobo",
            "concluyo",
            "data de conclusao",
            "conclusao",
            "concluiu",
            "aprovou",
            "date d achevement",
            "achevement",
            "date de fin",
            "termine",
            "a termine",
            "acheve",
            "reussi",
        ],
    ),
];

/// The column that `name` names.
#[must_use]
pub fn column(name: &str) -> Option<Column> {
    let name = fold(name);
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

/// Where each column stands in a file that a person wrote: what is known, and what is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// One for each place of the line; None is a column that is left out.
    pub columns: Vec<Option<Column>>,
    /// The names as they are in the file, of the same length.
    pub names: Vec<String>,
}

/// Reads a line as the names of columns. Three lists in four have `Nombre` for the whole name: without the other half it is
/// the whole.
///
/// # Errors
/// When no column holds names, or two have the same meaning.
pub fn find(names: &[&str]) -> Result<Found, Vec<Mistake>> {
    let mut columns: Vec<Option<Column>> = names.iter().map(|name| column(name)).collect();
    let has = |columns: &[Option<Column>], wanted: Column| columns.contains(&Some(wanted));
    let (given, family) = (has(&columns, Column::GivenName), has(&columns, Column::FamilyName));
    let full = has(&columns, Column::FullName);
    if given != family && !full {
        for column in columns.iter_mut().flatten().filter(|one| matches!(one, Column::GivenName | Column::FamilyName)) {
            *column = Column::FullName;
        }
    }
    let mut mistakes = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        if column.is_some() && columns.iter().take(place).any(|before| before == column) {
            mistakes.push(Mistake::header(names.get(place).unwrap_or(&""), Reason::ColumnTwice));
        }
    }
    if !given && !family && !full {
        mistakes.push(Mistake { line: 1, column: None, reason: Reason::NoNames });
    }
    let names = names.iter().map(|name| (*name).trim().to_owned()).collect();
    if mistakes.is_empty() { Ok(Found { columns, names }) } else { Err(mistakes) }
}

/// How many of these names are known: the line of a sheet that names its columns is the first one with two or more.
#[must_use]
pub fn known(names: &[&str]) -> usize {
    names.iter().filter(|name| column(name).is_some()).count()
}

//! What can be wrong with a roster, and the words for it.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// As in the file; the header is line 1.
    pub line: u32,
    /// The column's name, or None where the whole row is meant.
    pub column: Option<String>,
    pub reason: Reason,
}

/// Why a row or a header cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    NotUtf8,
    Empty,
    ColumnMissing,
    ColumnUnknown,
    ColumnTwice,
    /// (fields there are, fields there should be)
    Width(usize, usize),
    Required,
    /// The most characters that fit.
    TooLong(usize),
    EmailInvalid,
    /// The other line with the same e-mail address.
    EmailTwice(u32),
    /// The other line, whose address is known to belong to the same person.
    PersonTwice(u32),
    SexUnknown,
    CountryUnknown,
    /// The codes that are known.
    KindUnknown(String),
    LanguageUnknown,
    DateInvalid,
    InFuture,
    CompletedBeforeFirst,
    /// The first act that is already recorded for this person in this edition comes after the completion given here.
    CompletedBeforeRecorded,
    /// The first act given here comes after the completion that is already recorded for this person in this edition.
    FirstAfterRecorded,
    /// No column holds names.
    NoNames,
    /// The file is neither CSV nor XLSX.
    NotASheet,
    /// More rows than are read at once.
    TooManyRows(u32),
    /// The other line with the same name, neither of them with an address.
    NameTwice(u32),
    SexWord,
    /// A lone M.
    SexLetter,
    CountryName,
    KindName,
    LanguageName,
    DateFormat,
    YesNoOrDate,
    /// The edition's rule decides who completed it, and only staff may record otherwise.
    CompletionByRule,
}

impl Mistake {
    pub(super) fn header(name: &str, reason: Reason) -> Self {
        Self { line: 1, column: Some(name.to_owned()), reason }
    }

    /// What is wrong and how to mend it, for where the line's number stands beside it.
    #[must_use]
    pub fn beside_line(&self, language: Language) -> String {
        let reason = self.reason.words(language);
        match &self.column {
            Some(column) => format!("{column}: {reason}"),
            None => reason,
        }
    }

    /// A sentence that says where, what and how to mend it.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let reason = self.reason.words(language);
        match (language, &self.column) {
            (Language::Es, Some(column)) => format!("línea {}, columna {column}: {reason}", self.line),
            (Language::Es, None) => format!("línea {}: {reason}", self.line),
            (Language::En, Some(column)) => format!("line {}, column {column}: {reason}", self.line),
            (Language::En, None) => format!("line {}: {reason}", self.line),
        }
    }
}

impl Reason {
    fn words(&self, language: Language) -> String {
        match language {
            Language::Es => self.spanish(),
            Language::En => self.english(),
        }
    }

    fn spanish(&self) -> String {
        match self {
            Self::NotUtf8 => "el archivo no está en UTF-8; en la hoja de cálculo, guárdelo como «CSV UTF-8»".into(),
            Self::Empty => "el archivo está vacío; la primera línea debe nombrar las columnas".into(),
            Self::ColumnMissing => "falta esta columna".into(),
            Self::ColumnUnknown => "no es una columna de las listas; compruebe el nombre".into(),
            Self::ColumnTwice => "esta columna aparece dos veces".into(),
            Self::Width(are, should) => format!("tiene {are} campos y debe tener {should}; compruebe comas y comillas"),
            Self::Required => "está vacío y es obligatorio".into(),
            Self::TooLong(most) => format!("tiene más de {most} caracteres"),
            Self::EmailInvalid => "no es una dirección de correo; escríbala como nombre@institucion.org".into(),
            Self::EmailTwice(other) => format!("la misma dirección está también en la línea {other}; deje una sola"),
            Self::PersonTwice(other) => {
                format!("es la misma persona que en la línea {other}, con otra dirección; deje una sola")
            }
            Self::SexUnknown => "debe ser woman, man, another o declined, o quedar vacío".into(),
            Self::CountryUnknown => "no es un código de país ISO de dos letras, como PY".into(),
            Self::KindUnknown(known) => format!("no está en la lista de tipos de personal: {known}"),
            Self::LanguageUnknown => "debe ser es o en, o quedar vacío".into(),
            Self::DateInvalid => "no es una fecha ISO: 2026-03-31, 2026-03-31T14:30 o 2026-03-31T14:30-05:00".into(),
            Self::InFuture => "está en el futuro".into(),
            Self::CompletedBeforeFirst => "es anterior a first_activity_at".into(),
            Self::CompletedBeforeRecorded => {
                "es anterior a la primera actividad ya registrada de esta persona en la edición".into()
            }
            Self::FirstAfterRecorded => {
                "es posterior a la finalización ya registrada de esta persona en la edición".into()
            }
            Self::NoNames => "ninguna columna tiene nombres; la primera línea debe nombrar las columnas, como Nombre, Apellidos, Correo".into(),
            Self::NotASheet => "no es un archivo CSV ni XLSX que se pueda leer; guárdelo otra vez desde la hoja de cálculo".into(),
            Self::TooManyRows(most) => format!("el archivo tiene más de {most} filas; divídalo"),
            Self::NameTwice(other) => format!("el mismo nombre está también en la fila {other}, sin correo; si son dos personas, escriba el correo de una"),
            Self::SexWord => "no se reconoce; escriba mujer, hombre, otra identidad o prefiero no decirlo, o déjelo vacío".into(),
            Self::SexLetter => "M puede ser mujer o masculino; escriba la palabra".into(),
            Self::CountryName => "no es el nombre ni el código de un país".into(),
            Self::KindName => "no está en la lista de tipos de personal; la plantilla los nombra".into(),
            Self::LanguageName => "debe ser español o inglés, o quedar vacío".into(),
            Self::DateFormat => "no es una fecha; escriba día/mes/año, como 31/03/2026".into(),
            Self::YesNoOrDate => "debe ser una fecha (31/03/2026), sí o no, o quedar vacío".into(),
            Self::CompletionByRule => "en esta edición la finalización la decide su regla; solo el equipo del campus puede registrarla de otro modo".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotUtf8 => "the file is not UTF-8; in the spreadsheet, save it as \"CSV UTF-8\"".into(),
            Self::Empty => "the file is empty; its first line must name the columns".into(),
            Self::ColumnMissing => "this column is missing".into(),
            Self::ColumnUnknown => "not a column of rosters; check the name".into(),
            Self::ColumnTwice => "this column is there twice".into(),
            Self::Width(are, should) => format!("has {are} fields and must have {should}; check commas and quotes"),
            Self::Required => "is empty and is needed".into(),
            Self::TooLong(most) => format!("has more than {most} characters"),
            Self::EmailInvalid => "is not an e-mail address; write it as name@institution.org".into(),
            Self::EmailTwice(other) => format!("the same address is also in line {other}; keep one of them"),
            Self::PersonTwice(other) => {
                format!("is the same person as in line {other}, under another address; keep one of them")
            }
            Self::SexUnknown => "must be woman, man, another or declined, or stay empty".into(),
            Self::CountryUnknown => "is not an ISO country code of two letters, such as PY".into(),
            Self::KindUnknown(known) => format!("is not in the list of kinds of personnel: {known}"),
            Self::LanguageUnknown => "must be es or en, or stay empty".into(),
            Self::DateInvalid => "is not an ISO date: 2026-03-31, 2026-03-31T14:30 or 2026-03-31T14:30-05:00".into(),
            Self::InFuture => "is in the future".into(),
            Self::CompletedBeforeFirst => "is before first_activity_at".into(),
            Self::CompletedBeforeRecorded => {
                "is before the first activity that is already recorded for this person in the edition".into()
            }
            Self::FirstAfterRecorded => {
                "is after the completion that is already recorded for this person in the edition".into()
            }
            Self::NoNames => {
                "no column holds names; the first line must name the columns, such as Given name, Family name, E-mail"
                    .into()
            }
            Self::NotASheet => "is not a CSV or XLSX file that can be read; save it again from the spreadsheet".into(),
            Self::TooManyRows(most) => format!("the file has more than {most} rows; divide it"),
            Self::NameTwice(other) => format!(
                "the same name is also in row {other}, without an e-mail address; if they are two people, write the address of one"
            ),
            Self::SexWord => {
                "is not recognised; write woman, man, another identity or prefer not to say, or leave it empty".into()
            }
            Self::SexLetter => "M can mean mujer (woman) or male; write the word".into(),
            Self::CountryName => "is neither the name nor the code of a country".into(),
            Self::KindName => "is not in the list of kinds of personnel; the template names them".into(),
            Self::LanguageName => "must be Spanish or English, or stay empty".into(),
            Self::DateFormat => "is not a date; write day/month/year, such as 31/03/2026".into(),
            Self::YesNoOrDate => "must be a date (31/03/2026), yes or no, or stay empty".into(),
            Self::CompletionByRule => {
                "in this edition its rule decides who completed it; only the campus team can record it otherwise".into()
            }
        }
    }
}

//! The words of the template: what each column is called, and how it is filled in.

use domain::language::Language;
use domain::roster::Column;

/// The template's columns, with how wide each is in characters.
pub(super) const COLUMNS: &[(Column, u16)] = &[
    (Column::GivenName, 22),
    (Column::FamilyName, 26),
    (Column::Email, 30),
    (Column::Sex, 22),
    (Column::Country, 20),
    (Column::PersonnelKind, 30),
    (Column::Institution, 34),
    (Column::FirstActivityAt, 14),
    (Column::CompletedAt, 14),
];

/// The names of the columns, in their order.
pub(super) fn heads(language: Language) -> [&'static str; 9] {
    match language {
        Language::Es => [
            "Nombre",
            "Apellidos",
            "Correo electrónico",
            "Sexo",
            "País",
            "Tipo de personal",
            "Institución",
            "Asistió",
            "Aprobó",
        ],
        Language::En => [
            "Given name",
            "Family name",
            "E-mail",
            "Sex",
            "Country",
            "Kind of personnel",
            "Institution",
            "Attended",
            "Completed",
        ],
    }
}

/// Sex as people declare it.
pub(super) fn sex_words(language: Language) -> [&'static str; 4] {
    match language {
        Language::Es => ["Mujer", "Hombre", "Otra identidad", "Prefiero no decirlo"],
        Language::En => ["Woman", "Man", "Another identity", "I prefer not to say"],
    }
}

/// What each column takes.
pub(super) fn guide(language: Language) -> [(&'static str, &'static str); 9] {
    let words = match language {
        Language::Es => [
            "Obligatorio. Como debe figurar en el certificado.",
            "Obligatorio. Si su lista tiene el nombre en una sola columna, llámela «Nombre completo».",
            "Opcional. Con él, la persona puede reclamar después su registro y su certificado. Una persona por dirección.",
            "Opcional. Solo lo que la persona declaró de sí misma; no se deduce del nombre. Vacío: no se registró.",
            "Opcional. El país donde trabaja, por su nombre o su código de dos letras.",
            "Opcional. Uno de la hoja «Tipos de personal».",
            "Opcional.",
            "Una fecha (31/03/2026), sí o no. Vacío: lo que usted indique al cargar la lista.",
            "Una fecha, sí o no. Vacío: lo que usted indique al cargar la lista.",
        ],
        Language::En => [
            "Needed. As it should stand on the certificate.",
            "Needed. If your list has names in one column, call it “Full name”.",
            "Optional. With it, the person can later claim their record and their certificate. One person an address.",
            "Optional. Only what the person declared about themselves; it is not inferred from a name. Empty: not recorded.",
            "Optional. The country they work in, by its name or its code of two letters.",
            "Optional. One of the sheet “Kinds of personnel”.",
            "Optional.",
            "A date (31/03/2026), yes or no. Empty: what you say when you load the list.",
            "A date, yes or no. Empty: what you say when you load the list.",
        ],
    };
    let mut lines = [("", ""); 9];
    for (line, pair) in lines.iter_mut().zip(heads(language).into_iter().zip(words)) {
        *line = pair;
    }
    lines
}

/// The same as one line of CSV, with a byte order mark, so that spreadsheets keep the accents.
pub(super) fn csv(language: Language) -> String {
    let mark = if language == Language::Es { ";" } else { "," };
    format!("\u{feff}{}\r\n", heads(language).join(mark))
}

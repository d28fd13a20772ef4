//! The words that the report's files share.

use domain::language::Language;
use domain::report::ReportView;

/// Words by the language: Spanish, English.
pub(super) type Pair = (&'static str, &'static str);

pub(super) const CELLS: [Pair; 5] = [
    ("Mujeres", "Women"),
    ("Hombres", "Men"),
    ("Otra identidad", "Another"),
    ("Prefirió no decirlo", "Declined to say"),
    ("Sin registro", "Not recorded"),
];
pub(super) const STAGES: [Pair; 4] =
    [("Solicitaron", "Applied"), ("Con lugar", "Enrolled"), ("Comenzaron", "Started"), ("Completaron", "Completed")];
pub(super) const NOTES: [Pair; 6] = [
    ("Cada persona cuenta una vez en esta edición.", "Each person counts once in this edition."),
    (
        "Comenzar es tener al menos un acto de aprendizaje registrado: una lección terminada, una respuesta, una asistencia.",
        "To start is to have at least one recorded learning act: a lesson finished, an answer given, attendance signed.",
    ),
    ("Completar es cumplir la regla de la edición.", "To complete is to meet the edition’s rule."),
    (
        "El sexo lo declara cada persona. «Prefiere no decirlo» y «sin registrar» son distintos; el total suma las cinco columnas.",
        "Sex is declared by each person. “Declined to say” and “not recorded” differ; the total is the sum of the five columns.",
    ),
    (
        "La proporción de mujeres es sobre quienes declararon su sexo; la cobertura dice cuántas personas son.",
        "The women’s share is over those who declared a sex; the coverage says how many they are.",
    ),
    (
        "Las solicitudes cuentan con lo que cada persona declara hoy; las retiradas no cuentan.",
        "Applications count with what each person declares today; those that were taken back do not count.",
    ),
];

pub(super) const fn say(language: Language, (es, en): Pair) -> &'static str {
    match language {
        Language::Es => es,
        Language::En => en,
    }
}

/// The name of a kind of personnel.
pub(super) fn kind(view: &ReportView, code: &str) -> String {
    view.kind_names.iter().find(|(known, _)| known == code).map_or_else(|| code.to_owned(), |(_, name)| name.clone())
}

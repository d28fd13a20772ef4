//! An indicator's definition in sentences, so that whoever reads the figure reads what it counts.

use std::collections::HashMap;

use chrono_tz::Tz;
use domain::counting::Scope;
use domain::edition::Modality;
use domain::indicator::{Indicator, Measure, Period, TargetReading};
use domain::language::Language;
use domain::person::InstitutionType;
use domain::plan::Plan;

use crate::ctx::CountryNames;
use crate::entity::personnel_kind;

/// The names that a definition uses.
#[derive(Debug)]
pub(crate) struct Names {
    pub language: Language,
    pub country: CountryNames,
    /// By slug.
    pub courses: HashMap<String, String>,
    /// By code.
    pub kinds: HashMap<String, personnel_kind::Model>,
    pub zone: Tz,
    pub plan: Plan,
}

/// A kind of personnel by its name; a code without one shows itself.
pub(super) fn kind(kinds: &HashMap<String, personnel_kind::Model>, code: &str, language: Language) -> String {
    let name = kinds.get(code).map(|kind| match language {
        Language::Es => kind.name_es.clone(),
        Language::En => kind.name_en.clone(),
    });
    name.unwrap_or_else(|| code.to_owned())
}

impl Names {
    fn pick(&self, es: &str, en: &str) -> String {
        match self.language {
            Language::Es => es.to_owned(),
            Language::En => en.to_owned(),
        }
    }
}

/// What is counted, whose participations, dated how, and what the target means.
pub(crate) fn definition(indicator: &Indicator, names: &Names) -> Vec<String> {
    let mut sentences = vec![population(indicator.population, names)];
    // What staff record belongs to no course.
    if indicator.population != Measure::RecordedByStaff && indicator.scope.courses.is_empty() {
        sentences.push(names.pick("Todos los cursos.", "Every course."));
    }
    sentences.extend(scope(&indicator.scope, names));
    sentences.push(period(indicator, names));
    sentences.extend(dated(indicator.population, names));
    sentences.extend(reading(indicator, names));
    sentences
}

fn population(measure: Measure, names: &Names) -> String {
    match measure {
        Measure::Participants => names.pick(
            "Cuenta personas participantes: inscritas y con al menos un acto de aprendizaje registrado. Cada persona cuenta una vez en cada periodo, en todas las ediciones e idiomas.",
            "Counts participants: people who enrolled and have at least one recorded learning act. Each person counts once in a period, across editions and languages.",
        ),
        Measure::Completers => names.pick(
            "Cuenta personas formadas: las que cumplieron la regla de finalización de su edición. Cada persona cuenta una vez en cada periodo, en todas las ediciones e idiomas.",
            "Counts people trained: those who met the completion rule of their edition. Each person counts once in a period, across editions and languages.",
        ),
        Measure::Editions => names.pick(
            "Cuenta ediciones que ya tienen al menos una persona participante; a su lado, sus participantes por sexo.",
            "Counts editions that have at least one participant; their participants are shown by sex beside them.",
        ),
        Measure::LanguageVersions => names.pick(
            "Cuenta los idiomas en que está publicado el contenido más reciente que tiene lecciones.",
            "Counts the languages of the newest published content that has lessons.",
        ),
        Measure::LearningGain => names.pick(
            "Mide la media de los puntos porcentuales ganados entre la prueba inicial y la prueba de cierre, de las personas que entregaron las dos. Cada persona cuenta una vez en cada periodo, con su última participación; junto a cada media está el número de personas.",
            "Measures the mean of the percentage points gained between the pre-test and the post-test, of the people who handed in both. Each person counts once in a period, with their last participation; beside each mean stands the number of persons.",
        ),
        Measure::RecordedByStaff => names.pick(
            "Cuenta lo que el equipo registra con evidencia: cada país una vez en cada periodo, donde se cuentan países.",
            "Counts what staff record with evidence: each country once in a period, where countries are counted.",
        ),
    }
}

fn scope(scope: &Scope, names: &Names) -> Vec<String> {
    let language = names.language;
    let courses = scope.courses.iter().map(|slug| names.courses.get(slug).unwrap_or(slug).clone());
    let modalities = scope.modalities.iter().map(|modality| modality_name(*modality, language).to_owned());
    let languages = scope.languages.iter().map(|language| language.own_name().to_owned());
    let kinds = scope.personnel_kinds.iter().map(|code| kind(&names.kinds, code, language));
    let countries = scope.countries.iter().map(|code| (names.country)(language, code));
    let lists: [(&str, &str, Vec<String>); 5] = [
        ("Cursos", "Courses", courses.collect()),
        ("Modalidades", "Modalities", modalities.collect()),
        ("Idiomas de la edición", "Languages of the edition", languages.collect()),
        ("Países", "Countries", countries.collect()),
        ("Tipos de personal", "Kinds of personnel", kinds.collect()),
    ];
    lists
        .into_iter()
        .filter(|(_, _, list)| !list.is_empty())
        .map(|(es, en, list)| format!("{}: {}.", names.pick(es, en), list.join(", ")))
        .collect()
}

pub(super) const fn modality_name(modality: Modality, language: Language) -> &'static str {
    match (language, modality) {
        (Language::Es, Modality::VirtualCourse) => "curso virtual",
        (Language::Es, Modality::Workshop) => "taller",
        (Language::Es, Modality::Transfer) => "transferencia metodológica",
        (Language::Es, Modality::Diploma) => "diplomado",
        (Language::En, Modality::VirtualCourse) => "virtual course",
        (Language::En, Modality::Workshop) => "workshop",
        (Language::En, Modality::Transfer) => "methodological transfer",
        (Language::En, Modality::Diploma) => "diploma",
    }
}

/// An institution's type in words.
pub(super) const fn institution_name(kind: InstitutionType, language: Language) -> &'static str {
    match (language, kind) {
        (Language::Es, InstitutionType::State) => "Estado",
        (Language::Es, InstitutionType::Oas) => "OEA",
        (Language::Es, InstitutionType::International) => "Organismo internacional",
        (Language::Es, InstitutionType::CivilSociety) => "Sociedad civil",
        (Language::Es, InstitutionType::Media) => "Medios de comunicación",
        (Language::Es, InstitutionType::Other) => "Otra",
        (Language::En, InstitutionType::State) => "State",
        (Language::En, InstitutionType::Oas) => "OAS",
        (Language::En, InstitutionType::International) => "International organisation",
        (Language::En, InstitutionType::CivilSociety) => "Civil society",
        (Language::En, InstitutionType::Media) => "Media",
        (Language::En, InstitutionType::Other) => "Other",
    }
}

/// The plan's days in words, its end where it has one.
fn plan_days(names: &Names) -> String {
    let opens = names.plan.opens_on.format("%Y-%m-%d");
    match (names.language, names.plan.ends_on) {
        (Language::Es, None) => format!("que empieza el {opens}"),
        (Language::Es, Some(ends)) => format!("del {opens} al {ends}"),
        (Language::En, None) => format!("which opens on {opens}"),
        (Language::En, Some(ends)) => format!("from {opens} to {ends}"),
    }
}

fn period(indicator: &Indicator, names: &Names) -> String {
    let once = if indicator.population.people().is_some() {
        names.pick(
            " Quien se formó en dos años cuenta en cada año y una sola vez en el plan.",
            " Somebody trained in two years counts in each year and once in the plan.",
        )
    } else {
        String::new()
    };
    match indicator.period {
        Period::Plan => names.pick(
            &format!("La meta es para todo el plan, {}.{once}", plan_days(names)),
            &format!("The target is for the whole plan, {}.{once}", plan_days(names)),
        ),
        Period::CalendarYear => names.pick("La meta es por año calendario.", "The target is per calendar year."),
    }
}

fn dated(measure: Measure, names: &Names) -> Option<String> {
    let (es, en) = match measure {
        Measure::Participants => ("el primer acto de aprendizaje", "the first learning act"),
        Measure::Completers => {
            ("el momento en que se cumplió el último requisito", "the moment the last requirement was met")
        }
        Measure::Editions => ("el primer día de la edición", "the first day of the edition"),
        Measure::LearningGain => (
            "aquella en que se entregó la segunda de las dos pruebas",
            "that of handing in the second of the two tests",
        ),
        Measure::RecordedByStaff => {
            ("el día en que ocurrió el hecho registrado", "the day on which the recorded fact happened")
        }
        Measure::LanguageVersions => return None,
    };
    // The reporting zone of a new campus is known by the city that the commission sits in.
    let zone = if names.zone == domain::zone::REPORTING { "Washington" } else { names.zone.name() };
    Some(match names.language {
        Language::Es => format!("La fecha que cuenta es {es}, en la zona horaria {zone}."),
        Language::En => format!("The date that counts is {en}, in the time zone {zone}."),
    })
}

fn reading(indicator: &Indicator, names: &Names) -> Option<String> {
    let unsettled = indicator.target.is_some() && indicator.target_reading == TargetReading::Unsettled;
    unsettled.then(|| {
        names.pick(
            "El plan no dice si la meta incluye la línea de base: se muestran las dos lecturas hasta que el personal lo decida.",
            "The plan does not say whether the target takes in the baseline: both readings are shown until staff settle it.",
        )
    })
}

//! What the annual report says, from a frozen period alone: the table of indicators, each with its words and its split, and
//! notes on method and coverage that the data themselves give.

use domain::counting::{Cells, SplitRow};
use domain::indicator::{Axis, Baseline, Progress, TargetReading};
use domain::language::Language;
use domain::period::{FrozenFigure, FrozenIndicator, Question, Snapshot, label};
use domain::person::SexCell;
use domain::quiz::Points;

use super::CountryNames;
use crate::indicator::words::{self, Names};
use crate::paper::{Part, Sheet};

/// Says things in one language.
struct Say<'a> {
    names: &'a Names,
    countries: CountryNames,
}

impl Say<'_> {
    fn pick(&self, es: &str, en: &str) -> String {
        match self.names.language {
            Language::Es => es.to_owned(),
            Language::En => en.to_owned(),
        }
    }

    fn language(&self) -> Language {
        self.names.language
    }

    fn number(&self, value: Option<u32>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| value.to_string())
    }

    fn points(&self, points: Option<Points>) -> String {
        let mark = if self.language() == Language::Es { ',' } else { '.' };
        points.map_or_else(|| "–".to_owned(), |points| points.decimal(mark))
    }

    /// A figure's value: a number, or of a gain the mean points.
    fn value(&self, figure: &FrozenFigure) -> String {
        figure.gain.map_or_else(|| self.number(figure.value), |gain| self.points(gain.all))
    }

    fn baseline(&self, baseline: Baseline) -> String {
        match baseline {
            Baseline::Value(value) => value.to_string(),
            Baseline::ToBeDetermined => self.pick("por determinar", "to be determined"),
            Baseline::NotStated => "–".to_owned(),
        }
    }

    fn cells(&self) -> [String; 5] {
        [
            self.pick("Mujeres", "Women"),
            self.pick("Hombres", "Men"),
            self.pick("Otra", "Another"),
            self.pick("No quiso decirlo", "Declined"),
            self.pick("Sin registrar", "Not recorded"),
        ]
    }

    fn progress(&self, all: &[Progress]) -> String {
        let one = |progress: &Progress| {
            let reading = match progress.reading {
                TargetReading::IncludingBaseline => self.pick(" (con la línea de base)", " (with the baseline)"),
                _ if all.len() > 1 => self.pick(" (sin la línea de base)", " (without the baseline)"),
                _ => String::new(),
            };
            match progress.ratio {
                Some(ratio) => format!("{}{reading}", ratio.text(self.language())),
                None => format!("–{reading}"),
            }
        };
        if all.is_empty() { "–".to_owned() } else { all.iter().map(one).collect::<Vec<_>>().join(" / ") }
    }
}

/// The report of a closed period.
pub(super) fn sheet(snapshot: &Snapshot, names: &Names, countries: CountryNames) -> Sheet {
    let say = Say { names, countries };
    let period = match snapshot.year {
        Some(year) => year.to_string(),
        None => say.pick("todo el plan", "the whole plan"),
    };
    let closed = snapshot.closed_at.with_timezone(&names.zone).format("%Y-%m-%d %H:%M");
    let mut facts = vec![
        format!(
            "{} – {}",
            snapshot.from,
            snapshot.to.map_or_else(|| say.pick("sin fin fijado", "no end set"), |day| day.to_string())
        ),
        format!("{} {}", say.pick("Cerrado el", "Closed on"), closed),
        format!("{} {}", say.pick("Aprobado por", "Approved by"), snapshot.approver),
    ];
    if !snapshot.reason.is_empty() {
        facts.push(format!("{}: {}", say.pick("Motivo de esta versión", "Reason for this version"), snapshot.reason));
    }
    let mut parts = vec![overview(&say, snapshot), by_sex(&say, snapshot)];
    for one in &snapshot.indicators {
        parts.push(indicator(&say, one));
        parts.extend(split(&say, snapshot, one));
    }
    parts.extend(carried(&say, snapshot));
    parts.push(method(&say, snapshot));
    Sheet {
        lang: say.language().to_string(),
        title: format!("{} {period}", say.pick("Informe anual de indicadores", "Annual report on indicators")),
        author: say.pick("Campus virtual de la CIM", "CIM virtual campus"),
        eyebrow: format!(
            "{} · {} {}",
            say.pick("Informe anual", "Annual report"),
            say.pick("versión", "version"),
            snapshot.version
        ),
        facts,
        parts,
    }
}

fn overview(say: &Say<'_>, snapshot: &Snapshot) -> Part {
    let head = [
        ("Indicador", "Indicator"),
        ("Línea de base", "Baseline"),
        ("Meta", "Target"),
        ("En el periodo", "In the period"),
        ("En el plan hasta su fin", "In the plan to its end"),
        ("Avance", "Progress"),
    ];
    let row = |one: &FrozenIndicator| {
        let indicator = &one.definition;
        vec![
            format!("{} · {}", indicator.code, indicator.name.get(say.language())),
            say.baseline(indicator.baseline),
            say.number(indicator.target),
            say.value(&one.figure),
            say.value(&one.to_date),
            say.progress(&one.progress),
        ]
    };
    Part {
        title: say.pick("Los indicadores", "The indicators"),
        text: String::new(),
        head: head.iter().map(|(es, en)| say.pick(es, en)).collect(),
        rows: snapshot.indicators.iter().map(row).collect(),
    }
}

fn people_head(say: &Say<'_>, first: String) -> Vec<String> {
    let mut head = vec![first];
    head.extend(say.cells());
    head.push(say.pick("Personas", "Persons"));
    head.push(say.pick("Participaciones", "Participations"));
    head
}

fn people_row(first: String, persons: Cells, participations: Cells) -> Vec<String> {
    let mut row = vec![first];
    row.extend(SexCell::ALL.iter().map(|cell| persons.get(*cell).to_string()));
    row.push(persons.total().to_string());
    row.push(participations.total().to_string());
    row
}

fn by_sex(say: &Say<'_>, snapshot: &Snapshot) -> Part {
    let mut head = people_head(say, say.pick("Indicador", "Indicator"));
    head.push(say.pick("Mujeres, %", "Women, %"));
    head.push(say.pick("Cobertura", "Coverage"));
    let row = |name: String, figure: &FrozenFigure| {
        let (persons, participations) = figure.persons.zip(figure.participations)?;
        let mut row = people_row(name, persons, participations);
        row.push(persons.women_share().text(say.language()));
        row.push(persons.coverage().text(say.language()));
        Some(row)
    };
    let mut rows: Vec<Vec<String>> =
        snapshot.indicators.iter().filter_map(|one| row(one.definition.code.clone(), &one.figure)).collect();
    rows.extend(row(say.pick("Personas formadas en algún curso", "Trained in any course"), &snapshot.trained));
    rows.extend(row(say.pick("Participantes en algún curso", "Participants of any course"), &snapshot.took_part));
    Part {
        title: say.pick("Por sexo, en el periodo", "By sex, in the period"),
        text: say.pick(
            "Cada persona cuenta una vez por indicador y periodo. Las dos últimas filas se cuentan de nuevo y no son la suma de las anteriores.",
            "A person counts once per indicator and period. The last two rows are counted anew and are not the sum of the others.",
        ),
        head,
        rows,
    }
}

fn indicator(say: &Say<'_>, one: &FrozenIndicator) -> Part {
    let indicator = &one.definition;
    let mut words: Vec<String> = Vec::new();
    let narrative = one.narrative.get(say.language());
    if !narrative.is_empty() {
        words.push(narrative.to_owned());
        if let Some(by) = &one.narrative_by {
            words.push(format!("— {by}"));
        }
    }
    words.push(words::definition(indicator, say.names).join(" "));
    for past in &one.past {
        words.push(format!(
            "{}{} {} + {} {} ({}–{}; {}, {}).",
            past.sign,
            past.number,
            say.pick("informadas antes de la plataforma", "reported before the platform"),
            say.number(one.figure.value),
            say.pick("registradas aquí; se desconoce cuántas coinciden", "recorded here; overlap unknown"),
            past.years.0,
            past.years.1,
            past.document,
            past.page,
        ));
    }
    for (country, day, what, document) in &one.evidence {
        let country = country.as_ref().map(|code| (say.countries)(say.language(), code)).unwrap_or_default();
        words.push(format!("{country} {day}: {what} ({document})"));
    }
    let note = indicator.note.get(say.language());
    if !note.is_empty() {
        words.push(note.to_owned());
    }
    words.push(format!("{} {}.", say.pick("Definición, versión", "Definition, version"), one.definition_version));
    Part {
        title: format!("{} · {}", indicator.code, indicator.name.get(say.language())),
        text: words.join("\n\n"),
        ..Part::default()
    }
}

/// The figure by what the definition asks for beside sex, else by country.
fn split(say: &Say<'_>, snapshot: &Snapshot, one: &FrozenIndicator) -> Option<Part> {
    let (axis, rows) = one.splits.first().filter(|(_, rows)| !rows.is_empty())?;
    let (es, en) = match axis {
        Axis::Sex => ("sexo", "sex"),
        Axis::Country => ("país", "country"),
        Axis::PersonnelKind => ("tipo de personal", "kind of personnel"),
        Axis::InstitutionType => ("tipo de institución", "type of institution"),
        Axis::Modality => ("modalidad", "modality"),
        Axis::Language => ("idioma de la edición", "language of the edition"),
        Axis::Course => ("curso", "course"),
    };
    let axis_words = say.pick(es, en);
    let name = |row: &SplitRow| match (axis, row.key.as_str()) {
        (_, "") => say.pick("Sin registrar", "Not recorded"),
        (Axis::Country, code) => (say.countries)(say.language(), code),
        (Axis::PersonnelKind, code) => {
            let found = snapshot.kind_names.iter().find(|(known, _)| known == code);
            found.map_or_else(|| code.to_owned(), |(_, words)| words.get(say.language()).to_owned())
        }
        (_, key) => key.to_owned(),
    };
    let mut rows: Vec<&SplitRow> = rows.iter().collect();
    rows.sort_by_key(|row| (row.key.is_empty(), std::cmp::Reverse(row.persons.total())));
    Some(Part {
        title: format!("{} · {} {axis_words}", one.definition.code, say.pick("por", "by")),
        text: String::new(),
        head: people_head(say, axis_words),
        rows: rows.into_iter().map(|row| people_row(name(row), row.persons, row.participations)).collect(),
    })
}

fn carried(say: &Say<'_>, snapshot: &Snapshot) -> Option<Part> {
    let row = |one: &domain::period::Carried| {
        vec![
            format!("{} · {}", label(one.year), one.indicator),
            one.before.total().to_string(),
            one.after.total().to_string(),
            one.reason.clone(),
        ]
    };
    let head = [
        ("Periodo e indicador", "Period and indicator"),
        ("Publicado", "Published"),
        ("Ahora", "Now"),
        ("Motivo", "Reason"),
    ];
    (!snapshot.carried.is_empty()).then(|| Part {
        title: say.pick("Ajustes a periodos anteriores", "Adjustments to earlier periods"),
        text: String::new(),
        head: head.iter().map(|(es, en)| say.pick(es, en)).collect(),
        rows: snapshot.carried.iter().map(row).collect(),
    })
}

/// How it was counted, and how complete it is.
fn method(say: &Say<'_>, snapshot: &Snapshot) -> Part {
    let zone = &snapshot.zone;
    let persons = snapshot.trained.persons.unwrap_or_default();
    let mut notes = vec![
        say.pick(
            &format!("Los años son años calendario en la zona horaria {zone}. Las personas formadas se fechan por el momento en que cumplieron el último requisito, y las participantes por su primer acto de aprendizaje."),
            &format!("Years are calendar years in the time zone {zone}. People trained are dated by the moment they met the last requirement, participants by their first learning act."),
        ),
        say.pick(
            "Cada persona cuenta una vez por indicador y periodo, en todas las ediciones e idiomas. Las personas de varios años no tienen que sumar las del plan.",
            "A person counts once per indicator and period, across editions and languages. The persons of several years need not add up to the plan’s.",
        ),
        say.pick(
            &format!("El sexo es declarado y optativo: lo declararon {} de {} personas formadas ({}). «No quiso decirlo» y «sin registrar» son cosas distintas y siempre se muestran.", persons.declared(), persons.total(), persons.coverage().text(say.language())),
            &format!("Sex is self-declared and optional: {} of {} people trained declared it ({}). “Declined” and “not recorded” are different things and always shown.", persons.declared(), persons.total(), persons.coverage().text(say.language())),
        ),
    ];
    if snapshot.trained.moved > 0 {
        notes.push(say.pick(
            &format!("{} personas declararon cosas distintas en el periodo; cada una cuenta en la casilla de su última participación.", snapshot.trained.moved),
            &format!("{} persons declared different things in the period; each counts in the cell of their last participation.", snapshot.trained.moved),
        ));
    }
    for question in &snapshot.questions {
        notes.push(match question {
            Question::Duplicates { count } => say.pick(
                &format!("Al cerrar quedaban {count} pares de registros que podrían ser una misma persona."),
                &format!("{count} pairs of records that may be one person were undecided at closing."),
            ),
            Question::UnknownSex { count, of } => say.pick(
                &format!("No se conoce el sexo de {count} de las {of} personas formadas."),
                &format!("The sex of {count} of the {of} people trained is not known."),
            ),
            Question::StillGrading { editions } => say.pick(
                &format!(
                    "Al cerrar seguían abiertas {} ediciones que terminaron en el periodo: {}.",
                    editions.len(),
                    editions.join(", ")
                ),
                &format!(
                    "{} editions that ended in the period were still open at closing: {}.",
                    editions.len(),
                    editions.join(", ")
                ),
            ),
            Question::NoNarrative { indicators } => say.pick(
                &format!("Sin relato: {}.", indicators.join(", ")),
                &format!("Without a narrative: {}.", indicators.join(", ")),
            ),
        });
    }
    Part { title: say.pick("Método y cobertura", "Method and coverage"), text: notes.join("\n\n"), ..Part::default() }
}

//! What the annual report says, from a frozen period alone: the table of indicators, each with its words and its split, and
//! notes on method and coverage that the data themselves give.

mod method;
mod say;

use domain::counting::{Cells, SplitRow};
use domain::indicator::Axis;
use domain::period::{FrozenFigure, FrozenIndicator, Snapshot, label};
use domain::person::SexCell;

use self::method::method;
use self::say::Say;
use crate::indicator::words::{self, Names};
use crate::paper::{Part, Sheet};

/// The report of a closed period.
pub(super) fn sheet(snapshot: &Snapshot, names: &Names) -> Sheet {
    let say = Say { names };
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
        let country = country.as_ref().map(|code| (say.names.country)(say.language(), code)).unwrap_or_default();
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
        (Axis::Country, code) => (say.names.country)(say.language(), code),
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

//! The closing report on paper.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::counting::Cells;
use domain::language::Language;
use domain::person::SexCell;
use domain::report::{Funnel, ReportView, Stage};

use super::words::{CELLS, NOTES, Pair, STAGES, kind, say};
use crate::ctx::CountryNames;
use crate::error::Result;
use crate::paper::{Part, Sheet, set};

pub(super) fn write(
    language: Language,
    view: &ReportView,
    now: DateTime<Utc>,
    country: CountryNames,
) -> Result<Vec<u8>> {
    let words = |pair: Pair| say(language, pair).to_owned();
    let edition = &view.edition;
    let made = now.with_timezone(&domain::zone::REPORTING).format("%Y-%m-%d");
    let mut parts = vec![by_sex(language, &view.numbers.all)];
    parts.push(by_word(language, ("Por país", "By country"), &view.numbers.countries, |code| country(language, code)));
    parts.push(by_word(language, ("Por tipo de personal", "By kind of personnel"), &view.numbers.kinds, |code| {
        kind(view, code)
    }));
    parts.push(gain(language, view));
    parts.push(satisfaction(language, view));
    parts.push(sessions(language, view));
    let narrative = [
        (("Qué pasó", "What happened"), &view.narrative.happened),
        (("Qué se aprendió", "What was learned"), &view.narrative.learned),
        (("Qué se aconseja", "What is advised"), &view.narrative.advice),
    ];
    for (title, text) in narrative {
        parts.push(Part { title: words(title), text: text.clone(), ..Part::default() });
    }
    let notes: Vec<&str> = NOTES.iter().map(|note| say(language, *note)).collect();
    parts.push(Part { title: words(("Notas", "Notes")), text: notes.join("\n\n"), ..Part::default() });
    // A heading over nothing says nothing.
    parts.retain(|part| !part.text.trim().is_empty() || !part.rows.is_empty());
    set(&Sheet {
        lang: language.to_string(),
        title: edition.title.clone(),
        author: words(("Campus virtual de la CIM", "CIM virtual campus")),
        eyebrow: words(("Informe de cierre", "Closing report")),
        facts: vec![
            format!("{} · {} – {} ({})", edition.code, edition.starts_on, edition.ends_on, edition.zone),
            format!("{} {made}", words(("Con los datos del", "With the data of"))),
        ],
        parts,
    })
}

fn heads(language: Language, pairs: &[Pair]) -> Vec<String> {
    std::iter::once(String::new()).chain(pairs.iter().map(|pair| say(language, *pair).to_owned())).collect()
}

fn by_sex(language: Language, all: &Funnel) -> Part {
    let mut head = heads(language, &CELLS);
    head.extend(
        [("Total", "Total"), ("Mujeres, %", "Women, %"), ("Cobertura", "Coverage")]
            .map(|pair| say(language, pair).to_owned()),
    );
    let rows = Stage::ALL.iter().zip(STAGES).filter_map(|(stage, name)| {
        let cells = all.get(*stage)?;
        let mut row = vec![say(language, name).to_owned()];
        row.extend(SexCell::ALL.iter().map(|cell| cells.get(*cell).to_string()));
        row.extend([cells.total().to_string(), cells.women_share().text(language), cells.coverage().text(language)]);
        Some(row)
    });
    Part { title: say(language, ("Por sexo", "By sex")).to_owned(), head, rows: rows.collect(), ..Part::default() }
}

fn by_word(language: Language, title: Pair, all: &BTreeMap<String, Funnel>, name: impl Fn(&str) -> String) -> Part {
    let rows = all.iter().map(|(code, row)| {
        let words =
            if code.is_empty() { say(language, ("Sin registrar", "Not recorded")).to_owned() } else { name(code) };
        let counts = Stage::ALL.iter().map(|stage| row.get(*stage).map(Cells::total));
        let counts = counts.map(|count| count.map_or_else(|| "–".to_owned(), |count| count.to_string()));
        std::iter::once(words).chain(counts).collect()
    });
    Part {
        title: say(language, title).to_owned(),
        head: heads(language, &STAGES),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn gain(language: Language, view: &ReportView) -> Part {
    let gains = &view.numbers.gains;
    let mark = if language == Language::Es { ',' } else { '.' };
    let rows = CELLS.iter().zip(SexCell::ALL).filter_map(|(name, cell)| {
        let points = gains.get(*cell)?;
        Some(vec![say(language, *name).to_owned(), points.decimal(mark), view.numbers.tested.get(*cell).to_string()])
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    if let Some(points) = gains.all {
        rows.push(vec!["Total".to_owned(), points.decimal(mark), view.numbers.tested.total().to_string()]);
    }
    let head =
        [("Puntos porcentuales", "Percentage points"), ("Personas con ambas pruebas", "Persons with both tests")];
    let title = (
        "Lo que se ganó entre la prueba previa y la posterior",
        "What was gained between the pre-test and the post-test",
    );
    Part { title: say(language, title).to_owned(), head: heads(language, &head), rows, ..Part::default() }
}

fn satisfaction(language: Language, view: &ReportView) -> Part {
    let rows = view.satisfaction.iter().map(|one| {
        let mean = one.mean.map_or_else(|| "–".to_owned(), |mean| format!("{}.{:02}", mean / 100, mean % 100));
        vec![domain::course::words_only(&one.question.html), mean, one.answered().to_string()]
    });
    let head = [("Media de 1 a 5", "Mean, 1 to 5"), ("Respuestas", "Answers")];
    Part {
        title: say(language, ("Satisfacción", "Satisfaction")).to_owned(),
        head: heads(language, &head),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn sessions(language: Language, view: &ReportView) -> Part {
    let rows = view.sessions.iter().map(|one| {
        let local = domain::zone::local(one.starts_at, &view.edition.zone);
        let mut row = vec![one.title.clone(), local.format("%Y-%m-%d %H:%M").to_string()];
        row.extend(one.counts.iter().map(|(_, count)| count.to_string()));
        row
    });
    let head = [
        ("Comienzo", "Beginning"),
        ("Presentes", "Present"),
        ("Tarde", "Late"),
        ("Ausentes", "Absent"),
        ("Con justificación", "Excused"),
    ];
    Part {
        title: say(language, ("Sesiones", "Sessions")).to_owned(),
        head: heads(language, &head),
        rows: rows.collect(),
        ..Part::default()
    }
}

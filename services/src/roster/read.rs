//! From bytes to rows that were looked at: files of codes by their strict rules, lists that people wrote by kinder ones.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::roster::words::Letters;
use domain::roster::{
    Column, Entry, Found, Header, Listed, Mistake, Presence, Reason, Rules, find, find_namesakes, find_repeated, known,
};

use super::sheet::{self, Rows};

/// How far down a sheet the names of its columns may stand: titles and logos come first.
const TITLES: usize = 20;

/// What a list is read with.
#[derive(Debug)]
pub(crate) struct Terms {
    pub now: DateTime<Utc>,
    pub zone: chrono_tz::Tz,
    pub kinds: Vec<String>,
    pub kind_names: HashMap<String, String>,
    pub language: domain::language::Language,
    pub starts_at: DateTime<Utc>,
    pub presence: Presence,
    pub day: DateTime<Utc>,
    /// Whether whoever asks may record completions.
    pub completions: bool,
}

/// A row as it was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub line: u32,
    /// As the file has them, also where the row is wrong.
    pub name: String,
    pub email: String,
    /// None where something is wrong with the row.
    pub entry: Option<Entry>,
    pub mistakes: Vec<Mistake>,
}

/// A file that was read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Why it could not be read as a whole; there are no lines then.
    pub problems: Vec<Mistake>,
    pub columns: Vec<(String, Option<Column>)>,
    pub lines: Vec<Line>,
}

impl Reading {
    fn failed(problems: Vec<Mistake>) -> Self {
        Self { problems, ..Self::default() }
    }

    /// Every mistake, in the order of the lines.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut all = self.problems.clone();
        all.extend(self.lines.iter().flat_map(|line| line.mistakes.iter().cloned()));
        all.sort_by_key(|mistake| mistake.line);
        all
    }
}

/// Reads a file. What is wrong with it is in the answer.
pub(crate) fn read(bytes: &[u8], terms: &Terms) -> Reading {
    let rows = match sheet::rows(bytes) {
        Ok(rows) => rows,
        Err(problem) => return Reading::failed(vec![problem]),
    };
    let rules = Rules {
        now: terms.now,
        zone: terms.zone,
        kinds: &terms.kinds,
        language: terms.language,
        starts_at: terms.starts_at,
    };
    let first: Vec<&str> =
        rows.first().map(|(_, names)| names.iter().map(String::as_str).collect()).unwrap_or_default();
    let mut reading = match Header::read(first.iter().copied()) {
        Ok(header) => codes(&rows, &header, &first, &rules),
        // A system's file with a slip in it is told so: a column that is left out in silence would be a loss.
        Err(wrong) if is_system(&first) => return Reading::failed(wrong),
        Err(_) => match listed(&rows, rules, terms) {
            Ok(reading) => reading,
            Err(problems) => return Reading::failed(problems),
        },
    };
    find_contradictions(&mut reading, terms);
    reading
}

/// Most of the names that only systems write.
fn is_system(names: &[&str]) -> bool {
    names.iter().filter(|name| name.contains('_') && name.trim().parse::<Column>().is_ok()).count() >= 5
}

fn codes(rows: &Rows, header: &Header, names: &[&str], rules: &Rules<'_>) -> Reading {
    let columns = names.iter().map(|name| ((*name).to_owned(), name.trim().to_lowercase().parse().ok())).collect();
    let place = |wanted: Column| names.iter().position(|name| name.trim().eq_ignore_ascii_case(wanted.as_str()));
    let places = [Column::GivenName, Column::FamilyName, Column::Email].map(place);
    let lines = rows
        .iter()
        .skip(1)
        .map(|(line, fields)| looked_at(*line, fields, places, |fields| rules.read(header, *line, fields)));
    Reading { problems: Vec::new(), columns, lines: lines.collect() }
}

fn listed(rows: &Rows, rules: Rules<'_>, terms: &Terms) -> Result<Reading, Vec<Mistake>> {
    let names_of = |row: &'_ [String]| row.iter().map(|name| name.replace('_', " ")).collect::<Vec<_>>();
    let head = rows.iter().take(TITLES).position(|(_, row)| {
        let names = names_of(row);
        known(&names.iter().map(String::as_str).collect::<Vec<_>>()) >= 2
    });
    let head = head.unwrap_or(0);
    let Some((head_line, row)) = rows.get(head) else { return Err(Vec::new()) };
    let names = names_of(row);
    let mut found: Found = find(&names.iter().map(String::as_str).collect::<Vec<_>>()).map_err(|mistakes| {
        mistakes.into_iter().map(|mistake| Mistake { line: *head_line, ..mistake }).collect::<Vec<_>>()
    })?;
    found.names = row.iter().map(|name| name.trim().to_owned()).collect();
    let place = |wanted: Column| found.columns.iter().position(|known| *known == Some(wanted));
    let full = place(Column::FullName);
    let places = [
        full.or_else(|| place(Column::GivenName)),
        if full.is_some() { None } else { place(Column::FamilyName) },
        place(Column::Email),
    ];
    let body = rows.get(head + 1..).unwrap_or_default();
    let letters = place(Column::Sex).map_or_else(Letters::default, |sex| {
        Letters::of(body.iter().filter_map(|(_, fields)| fields.get(sex).map(String::as_str)))
    });
    let list = Listed { rules, kind_names: &terms.kind_names, letters, presence: terms.presence, day: terms.day };
    let lines = body
        .iter()
        .filter(|(_, fields)| fields.iter().any(|field| !field.trim().is_empty()))
        .map(|(line, fields)| looked_at(*line, fields, places, |fields| list.read(&found, *line, fields)))
        .collect();
    let columns =
        found.names.iter().cloned().zip(found.columns.iter().copied()).filter(|(name, _)| !name.is_empty()).collect();
    Ok(Reading { problems: Vec::new(), columns, lines })
}

fn looked_at(
    line: u32,
    fields: &[String],
    places: [Option<usize>; 3],
    rules: impl FnOnce(&[&str]) -> Result<Entry, Vec<Mistake>>,
) -> Line {
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let cut = |place: Option<usize>| {
        let text = place.and_then(|place| fields.get(place)).map_or("", |field| field.trim());
        text.chars().take(160).collect::<String>()
    };
    let [given, family, email] = places.map(cut);
    let name = format!("{given} {family}").trim().to_owned();
    match rules(&fields) {
        Ok(entry) => Line { line, name, email, entry: Some(entry), mistakes: Vec::new() },
        Err(mistakes) => Line { line, name, email, entry: None, mistakes },
    }
}

/// What is wrong with rows that are right by themselves.
fn find_contradictions(reading: &mut Reading, terms: &Terms) {
    let entries: Vec<Entry> = reading.lines.iter().filter_map(|line| line.entry.clone()).collect();
    let mut mistakes = find_repeated(&entries);
    mistakes.extend(find_namesakes(&entries));
    if !terms.completions {
        let completed = entries.iter().filter(|entry| entry.completed_at.is_some());
        mistakes.extend(completed.map(|entry| Mistake {
            line: entry.line,
            column: None,
            reason: Reason::CompletionByRule,
        }));
    }
    let mut by_line: HashMap<u32, Vec<Mistake>> = HashMap::new();
    for mistake in mistakes {
        by_line.entry(mistake.line).or_default().push(mistake);
    }
    for line in &mut reading.lines {
        if let Some(wrong) = by_line.remove(&line.line) {
            line.entry = None;
            line.mistakes.extend(wrong);
        }
    }
}

//! The files of activities in one language: lessons, worksheets, assignments.

use domain::course::{ActivityKind, FileKind, FileRules};
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::markdown::Kind;
use super::settings::{HEAVIEST, WEEKS, small};
use super::texts::Reader;
use super::yaml::{self, Yaml, is_key, line, number, word};

/// The largest file that an assignment may ask for, in units of 1,048,576 bytes, and the most files.
const LARGEST_FILE: i64 = 20;
const MOST_FILES: i64 = 10;
/// Lines that a worksheet's field shows, unless it says otherwise.
const ROWS: u8 = 3;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ActivityFront {
    kind: Option<Spanned<String>>,
    title: Option<Spanned<String>>,
    minutes: Option<Spanned<i64>>,
    fields: Option<Spanned<Vec<FieldFront>>>,
    week: Option<Spanned<i64>>,
    pass: Option<Spanned<i64>>,
    weight: Option<Spanned<i64>>,
    files: Option<Spanned<FilesFront>>,
    rubric: Option<Spanned<Vec<CriterionFront>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FieldFront {
    key: Option<Spanned<String>>,
    label: Option<Spanned<String>>,
    hint: Option<Spanned<String>>,
    rows: Option<Spanned<i64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FilesFront {
    most: Option<Spanned<i64>>,
    megabytes: Option<Spanned<i64>>,
    kinds: Vec<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CriterionFront {
    key: Option<Spanned<String>>,
    title: Option<Spanned<String>>,
    levels: Vec<LevelFront>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct LevelFront {
    points: Option<Spanned<i64>>,
    text: Option<Spanned<String>>,
}

/// An activity in one language.
#[derive(Debug)]
pub(super) struct ActivityText {
    pub file: String,
    pub kind: ActivityKind,
    pub title: String,
    pub minutes: u16,
    pub html: String,
    /// Of a worksheet.
    pub fields: Vec<FieldText>,
    pub assignment: Option<AssignmentText>,
}

/// A worksheet's field in one language.
#[derive(Debug)]
pub(super) struct FieldText {
    pub key: String,
    pub label: String,
    pub hint: String,
    pub rows: u8,
}

/// What an assignment says beside its text, in one language.
#[derive(Debug)]
pub(super) struct AssignmentText {
    pub week: Option<u8>,
    pub pass: u8,
    pub weight: u8,
    pub files: Option<FileRules>,
    pub rubric: Vec<CriterionText>,
}

/// A criterion of the rubric in one language.
#[derive(Debug)]
pub(super) struct CriterionText {
    pub key: String,
    pub title: String,
    pub levels: Vec<(u16, String)>,
}

impl Reader<'_> {
    /// Reads an activity's file, if it is there.
    pub(super) fn activity(&mut self, name: &str) -> Option<ActivityText> {
        let path = self.find(name)?;
        let parts = self.parts(path)?;
        let yaml = parts.front;
        let read = yaml::read::<ActivityFront>(yaml, self.mistakes);
        let (front, sound) = (read.value, read.sound);
        let kinds = [ActivityKind::Lesson, ActivityKind::Worksheet, ActivityKind::Assignment];
        let kind = word(yaml, "kind", front.kind.as_ref(), &kinds, self.mistakes)
            .filter(|kind: &ActivityKind| kinds.contains(kind));
        if kind.is_none()
            && let Some(kind) = front.kind.as_ref().filter(|kind| kind.value.parse::<ActivityKind>().is_ok())
        {
            let text = format!("`{}` is no kind of this file; use lesson, worksheet, assignment", kind.value);
            self.mistakes.note(path, line(kind, yaml.before), text);
        }
        let kind = kind.unwrap_or(ActivityKind::Lesson);
        let title = yaml::text(yaml, sound, "title", front.title.as_ref(), self.mistakes);
        if front.minutes.is_none() && sound {
            self.mistakes.note(path, yaml.before, "`minutes` is missing; write an honest time, `minutes: 25`");
        }
        let minutes = number(yaml, "minutes", front.minutes.as_ref(), 1, 600, self.mistakes).unwrap_or(0);
        self.misplaced(yaml, kind, &front);
        let fields = match kind {
            ActivityKind::Worksheet => self.fields(yaml, sound, front.fields.as_ref()),
            _ => Vec::new(),
        };
        let assignment = (kind == ActivityKind::Assignment).then(|| self.assignment(yaml, sound, &front));
        let html = self.render(path, parts.body_line, parts.body, Kind::Lesson);
        Some(ActivityText { file: path.to_owned(), kind, title, minutes, html, fields, assignment })
    }

    /// Notes keys that belong to another kind of activity.
    fn misplaced(&mut self, yaml: Yaml<'_>, kind: ActivityKind, front: &ActivityFront) {
        let place = |at: Option<usize>, key: &'static str, of: ActivityKind| at.map(|at| (at, key, of));
        let number = |value: &Option<Spanned<i64>>| value.as_ref().map(|value| line(value, yaml.before));
        let keys = [
            place(front.fields.as_ref().map(|v| line(v, yaml.before)), "fields", ActivityKind::Worksheet),
            place(number(&front.week), "week", ActivityKind::Assignment),
            place(number(&front.pass), "pass", ActivityKind::Assignment),
            place(number(&front.weight), "weight", ActivityKind::Assignment),
            place(front.files.as_ref().map(|v| line(v, yaml.before)), "files", ActivityKind::Assignment),
            place(front.rubric.as_ref().map(|v| line(v, yaml.before)), "rubric", ActivityKind::Assignment),
        ];
        for (at, key, of) in keys.into_iter().flatten().filter(|(.., of)| *of != kind) {
            let text = format!("`{key}` belongs to a file with `kind: {of}`, and this is a {kind}");
            self.mistakes.note(yaml.file, at, text);
        }
    }

    fn key(&mut self, yaml: Yaml<'_>, sound: bool, key: Option<&Spanned<String>>, taken: &[&str]) -> String {
        let text = yaml::text(yaml, sound, "key", key, self.mistakes);
        let Some(key) = key.filter(|_| !text.is_empty()) else { return text };
        let at = line(key, yaml.before);
        if !is_key(&text) {
            let text = format!("`{text}` cannot be a key; use small letters, digits and hyphens");
            self.mistakes.note(yaml.file, at, text);
        }
        if taken.contains(&text.as_str()) {
            self.mistakes.note(yaml.file, at, format!("the key `{text}` stands here twice; rename one"));
        }
        text
    }

    fn fields(&mut self, yaml: Yaml<'_>, sound: bool, fields: Option<&Spanned<Vec<FieldFront>>>) -> Vec<FieldText> {
        let mut made: Vec<FieldText> = Vec::new();
        for field in fields.iter().flat_map(|fields| &fields.value) {
            let taken: Vec<&str> = made.iter().map(|field| field.key.as_str()).collect();
            let key = self.key(yaml, sound, field.key.as_ref(), &taken);
            let label = yaml::text(yaml, sound, "label", field.label.as_ref(), self.mistakes);
            let hint = field.hint.as_ref().map(|hint| hint.value.trim().to_owned()).unwrap_or_default();
            let rows = small(yaml, "rows", field.rows.as_ref(), 1, 40, self.mistakes).unwrap_or(ROWS);
            made.push(FieldText { key, label, hint, rows });
        }
        if made.is_empty() && sound {
            self.mistakes.note(yaml.file, yaml.before, "a worksheet has `fields`; list what is filled in");
        }
        made
    }

    fn assignment(&mut self, yaml: Yaml<'_>, sound: bool, front: &ActivityFront) -> AssignmentText {
        if front.pass.is_none() && sound {
            self.mistakes.note(yaml.file, yaml.before, "`pass` is missing; write the percent that passes, `pass: 60`");
        }
        AssignmentText {
            week: small(yaml, "week", front.week.as_ref(), 1, WEEKS, self.mistakes),
            pass: small(yaml, "pass", front.pass.as_ref(), 1, 100, self.mistakes).unwrap_or(100),
            weight: small(yaml, "weight", front.weight.as_ref(), 1, HEAVIEST, self.mistakes).unwrap_or(1),
            files: front.files.as_ref().map(|files| self.files(yaml, sound, files)),
            rubric: self.rubric(yaml, sound, front.rubric.as_ref()),
        }
    }

    fn files(&mut self, yaml: Yaml<'_>, sound: bool, files: &Spanned<FilesFront>) -> FileRules {
        let (at, files) = (line(files, yaml.before), &files.value);
        let whole = files.most.is_some() && files.megabytes.is_some() && !files.kinds.is_empty();
        if !whole && sound {
            let text = "`files` says all of `most`, `megabytes` and `kinds`: `{ most: 3, megabytes: 5, kinds: [pdf] }`";
            self.mistakes.note(yaml.file, at, text);
        }
        let mut kinds: Vec<FileKind> = Vec::new();
        for kind in &files.kinds {
            kinds.extend(word(yaml, "kinds", Some(kind), FileKind::ALL, self.mistakes));
        }
        kinds.sort();
        kinds.dedup();
        FileRules {
            most: small(yaml, "most", files.most.as_ref(), 1, MOST_FILES, self.mistakes).unwrap_or(1),
            megabytes: small(yaml, "megabytes", files.megabytes.as_ref(), 1, LARGEST_FILE, self.mistakes).unwrap_or(1),
            kinds,
        }
    }

    fn rubric(
        &mut self,
        yaml: Yaml<'_>,
        sound: bool,
        rubric: Option<&Spanned<Vec<CriterionFront>>>,
    ) -> Vec<CriterionText> {
        let mut made: Vec<CriterionText> = Vec::new();
        for criterion in rubric.iter().flat_map(|rubric| &rubric.value) {
            let taken: Vec<&str> = made.iter().map(|criterion| criterion.key.as_str()).collect();
            let key = self.key(yaml, sound, criterion.key.as_ref(), &taken);
            let at = criterion.key.as_ref().map_or(yaml.before, |key| line(key, yaml.before));
            let title = yaml::text(yaml, sound, "title", criterion.title.as_ref(), self.mistakes);
            let mut levels: Vec<(u16, String)> = Vec::new();
            for level in &criterion.levels {
                if level.points.is_none() && sound {
                    self.mistakes.note(yaml.file, at, format!("a level of `{key}` has no `points`"));
                }
                let points = number(yaml, "points", level.points.as_ref(), 0, 1000, self.mistakes).unwrap_or(0);
                let text = yaml::text(yaml, sound, "text", level.text.as_ref(), self.mistakes);
                levels.push((points, text));
            }
            let rising = levels.iter().zip(levels.iter().skip(1)).all(|(one, next)| one.0 < next.0);
            if sound && (levels.len() < 2 || !rising) {
                let text = format!("`{key}` needs at least two levels, the lowest first, each with more points");
                self.mistakes.note(yaml.file, at, text);
            }
            made.push(CriterionText { key, title, levels });
        }
        if made.is_empty() && sound {
            self.mistakes.note(yaml.file, yaml.before, "an assignment has a `rubric`; write what it is judged by");
        }
        made
    }
}

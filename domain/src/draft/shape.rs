//! Which fields each kind of part has.

use crate::text_enum::text_enum;

text_enum! {
    /// What a part of a course's files is.
    pub enum PartKind {
        /// `course.md`: what the catalogue says, and the modules' titles.
        About => "about",
        ModuleTitle => "module-title",
        Lesson => "lesson",
        Worksheet => "worksheet",
        /// What a worksheet asks to be filled in.
        Blank => "blank",
        Assignment => "assignment",
        Criterion => "criterion",
        Level => "level",
        /// A knowledge check or the final test.
        Quiz => "quiz",
        /// The pre-test or the post-test.
        EdgeTest => "edge-test",
        Question => "question",
        Option => "option",
        Survey => "survey",
        SurveyQuestion => "survey-question",
        SurveyOption => "survey-option",
        Glossary => "glossary",
        Term => "term",
    }
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    Line,
    /// Several lines, so many shown.
    Area(u8),
    /// Markdown, shown as it will look.
    Prose(u8),
    /// A whole number, or nothing.
    Number,
    Check,
    Choice(&'static [&'static str]),
    /// Nobody types it.
    Hidden,
}

/// A field of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub input: Input,
}

/// The fields of a kind of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Said once, whatever the language.
    pub shared: &'static [Field],
    /// Said in each language.
    pub texts: &'static [Field],
    /// What its own parts are.
    pub child: Option<PartKind>,
    /// How many empty parts a form offers beside those that are there.
    pub spare: usize,
    /// Whether each of its parts is edited on a page of its own.
    pub paged: bool,
}

const fn field(name: &'static str, input: Input) -> Field {
    Field { name, input }
}

const KEY: Field = field("key", Input::Hidden);
const TITLE: Field = field("title", Input::Line);
const MINUTES: Field = field("minutes", Input::Number);
const WEEK: Field = field("week", Input::Number);
const PASS: Field = field("pass", Input::Number);
const WEIGHT: Field = field("weight", Input::Number);
const TEXT: Field = field("text", Input::Line);

const QUIZ: &[Field] = &[
    PASS,
    field("draw", Input::Number),
    field("attempts", Input::Number),
    field("wait", Input::Number),
    MINUTES,
    field("shuffle", Input::Check),
    field("grade", Input::Choice(&["best", "last", "average"])),
    field("feedback", Input::Choice(&["at-once", "after-due"])),
    WEEK,
    WEIGHT,
];
const ASSIGNMENT: &[Field] = &[
    MINUTES,
    WEEK,
    PASS,
    WEIGHT,
    field("files-most", Input::Number),
    field("files-megabytes", Input::Number),
    field("files-kinds", Input::Line),
];
const ABOUT: &[Field] = &[
    TITLE,
    field("short_title", Input::Line),
    field("summary", Input::Area(2)),
    field("audience", Input::Area(2)),
    field("objectives", Input::Area(5)),
    field("body", Input::Prose(8)),
];
const QUESTION: &[Field] = &[
    KEY,
    field("kind", Input::Choice(&["single", "multiple", "truefalse", "matching", "ordering", "short", "numeric"])),
    field("objective", Input::Number),
];
const SURVEY_QUESTION: &[Field] = &[KEY, field("kind", Input::Choice(&["scale", "choice", "text"]))];

const TITLED: &[Field] = &[TITLE];
const KEYED: &[Field] = &[KEY];
const LESSON: &[Field] = &[TITLE, field("body", Input::Prose(22))];
const TASK: &[Field] = &[TITLE, field("body", Input::Prose(10))];
const BLANK: &[Field] = &[field("label", Input::Line), field("hint", Input::Line)];
const TERM: &[Field] = &[TITLE, field("body", Input::Prose(4))];
const QUESTION_TEXTS: &[Field] = &[field("text", Input::Prose(3)), field("other", Input::Line)];
const OPTION_TEXTS: &[Field] = &[TEXT, field("with", Input::Line), field("feedback", Input::Line)];

const BLANK_SHARED: &[Field] = &[KEY, field("rows", Input::Number)];
const POINTS: &[Field] = &[field("points", Input::Number)];
const RIGHT: &[Field] = &[field("right", Input::Check)];
const SURVEY_TEXT: &[Field] = &[TEXT];
const SURVEY_ASKED: &[Field] = &[field("text", Input::Prose(2))];
const TIMED: &[Field] = &[MINUTES];
const DUE: &[Field] = &[WEEK];

impl PartKind {
    /// Its fields.
    #[must_use]
    pub const fn shape(self) -> Shape {
        const fn shape(shared: &'static [Field], texts: &'static [Field]) -> Shape {
            Shape { shared, texts, child: None, spare: 0, paged: false }
        }
        const fn with(shape: Shape, child: PartKind, spare: usize) -> Shape {
            Shape { child: Some(child), spare, ..shape }
        }
        const fn pages(shape: Shape, child: PartKind) -> Shape {
            Shape { child: Some(child), paged: true, ..shape }
        }
        match self {
            Self::About => with(shape(&[], ABOUT), Self::ModuleTitle, 0),
            Self::ModuleTitle => shape(KEYED, TITLED),
            Self::Lesson => shape(TIMED, LESSON),
            Self::Worksheet => with(shape(TIMED, TASK), Self::Blank, 2),
            Self::Blank => shape(BLANK_SHARED, BLANK),
            Self::Assignment => with(shape(ASSIGNMENT, TASK), Self::Criterion, 1),
            Self::Criterion => with(shape(KEYED, TITLED), Self::Level, 1),
            Self::Level => shape(POINTS, SURVEY_TEXT),
            Self::Quiz => pages(shape(QUIZ, TITLED), Self::Question),
            Self::EdgeTest => pages(shape(DUE, TITLED), Self::Question),
            Self::Question => with(shape(QUESTION, QUESTION_TEXTS), Self::Option, 2),
            Self::Option => shape(RIGHT, OPTION_TEXTS),
            Self::Survey => pages(shape(DUE, TITLED), Self::SurveyQuestion),
            Self::SurveyQuestion => with(shape(SURVEY_QUESTION, SURVEY_ASKED), Self::SurveyOption, 2),
            Self::SurveyOption => shape(&[], SURVEY_TEXT),
            Self::Glossary => pages(shape(&[], TITLED), Self::Term),
            Self::Term => shape(KEYED, TERM),
        }
    }

    /// Which of its texts a key is made of.
    #[must_use]
    pub const fn named_by(self) -> &'static str {
        match self {
            Self::Question | Self::SurveyQuestion => "text",
            Self::Blank => "label",
            _ => "title",
        }
    }
}

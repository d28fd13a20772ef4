//! The report's words and numbers in one language.

use domain::indicator::{Baseline, Progress, TargetReading};
use domain::language::Language;
use domain::period::FrozenFigure;
use domain::quiz::Points;

use crate::indicator::words::Names;

/// Says things in one language.
pub(super) struct Say<'a> {
    pub names: &'a Names,
}

impl Say<'_> {
    pub fn pick(&self, es: &str, en: &str) -> String {
        match self.names.language {
            Language::Es => es.to_owned(),
            Language::En => en.to_owned(),
        }
    }

    pub fn language(&self) -> Language {
        self.names.language
    }

    pub fn number(&self, value: Option<u32>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| value.to_string())
    }

    pub fn points(&self, points: Option<Points>) -> String {
        let mark = if self.language() == Language::Es { ',' } else { '.' };
        points.map_or_else(|| "–".to_owned(), |points| points.decimal(mark))
    }

    /// A figure's value: a number, or of a gain the mean points.
    pub fn value(&self, figure: &FrozenFigure) -> String {
        figure.gain.map_or_else(|| self.number(figure.value), |gain| self.points(gain.all))
    }

    pub fn baseline(&self, baseline: Baseline) -> String {
        match baseline {
            Baseline::Value(value) => value.to_string(),
            Baseline::ToBeDetermined => self.pick("por determinar", "to be determined"),
            Baseline::NotStated => "–".to_owned(),
        }
    }

    pub fn cells(&self) -> [String; 5] {
        [
            self.pick("Mujeres", "Women"),
            self.pick("Hombres", "Men"),
            self.pick("Otra", "Another"),
            self.pick("No quiso decirlo", "Declined"),
            self.pick("Sin registrar", "Not recorded"),
        ]
    }

    pub fn progress(&self, all: &[Progress]) -> String {
        let one = |progress: &Progress| {
            let reading = match progress.reading {
                TargetReading::IncludingBaseline => self.pick(" (con línea de base)", " (with baseline)"),
                _ if all.len() > 1 => self.pick(" (sin línea de base)", " (without baseline)"),
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

//! The one way to a figure.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::Datelike;
use domain::counting::{Cells, Window};
use domain::error::Code;
use domain::history::PastNote;
use domain::indicator::{Indicator, IndicatorRow, Measure, Period};
use domain::language::{Language, Words};

use super::store::{self, Published};
use super::words;
use crate::counting::{self, Current, Figure};
use crate::ctx::Ctx;
use crate::error::Result;

/// What the figures of one request are made from.
#[derive(Debug)]
pub(crate) struct Figures<'a> {
    pub ctx: &'a Ctx,
    pub current: Arc<Current>,
    pub published: Vec<Published>,
}

impl<'a> Figures<'a> {
    pub async fn load(ctx: &'a Ctx) -> Result<Self> {
        let current = counting::current(ctx).await?;
        let published = store::list_published(ctx.db.read()).await?;
        Ok(Self { ctx, current, published })
    }

    /// A year that can be meant, or the plan.
    pub fn window(&self, year: Option<i32>) -> Result<Window> {
        match year {
            None => Ok(self.plan_window()),
            Some(year) if (1900..=9999).contains(&year) => Ok(Window::year(year, self.ctx.settings.reporting_zone)),
            Some(_) => Err(Code::NotFound.into()),
        }
    }

    /// The plan's window, as staff keep it.
    pub fn plan_window(&self) -> Window {
        Window::of_plan(&self.current.plan, self.ctx.settings.reporting_zone)
    }

    /// The figure by a definition that may not be the campus's own.
    pub async fn fresh(&self, indicator: &Indicator, window: Window) -> Result<Figure> {
        if indicator.population == Measure::LanguageVersions {
            return self.figure(indicator, window).await;
        }
        Ok(self.current.fresh(indicator, window))
    }

    /// The names that a definition's words use, in the reader's language.
    pub async fn names(&self) -> Result<words::Names> {
        self.names_in(self.ctx.language).await
    }

    /// The same in another language.
    pub async fn names_in(&self, language: Language) -> Result<words::Names> {
        Ok(words::Names {
            language,
            country: self.ctx.settings.country_names,
            courses: self.course_titles(language).await?,
            kinds: store::kinds(self.ctx.db.read()).await?,
            zone: self.ctx.settings.reporting_zone,
            plan: self.current.plan,
        })
    }

    /// What was reported before the platform and belongs to this indicator: beside the figure, never in it.
    pub fn past(&self, indicator: &Indicator, window: Window) -> Vec<PastNote> {
        if !indicator.population.is_number_of_people() {
            return Vec::new();
        }
        let from = window.first_day.year();
        let to = window.last_day.map_or(i32::MAX, |last| last.year());
        let here = self.current.past.iter().filter(|past| past.is_in(&indicator.scope) && past.touches(from, to));
        here.map(|past| PastNote {
            sign: past.qualifier.sign().to_owned(),
            number: past.number,
            unit: past.unit,
            title: past.title.clone(),
            years: (past.year_from, past.year_to),
            split: past.split,
            document: past.document.clone(),
            page: past.page.clone(),
        })
        .collect()
    }

    /// The indicator's figure in `window`.
    pub async fn figure(&self, indicator: &Indicator, window: Window) -> Result<Figure> {
        if indicator.population == Measure::LanguageVersions {
            let value = self.language_versions(indicator, window).await?;
            return Ok(Figure { value: Some(value), ..Figure::default() });
        }
        Ok(self.current.figure(indicator, window))
    }

    /// (course, language) pairs of the newest content that has lessons, as it was published at the window's end.
    async fn language_versions(&self, indicator: &Indicator, window: Window) -> Result<u32> {
        let scope = &indicator.scope;
        let mut settled = BTreeSet::new();
        let mut versions = 0_usize;
        for published in &self.published {
            let wanted = scope.courses.is_empty() || scope.courses.contains(&published.course);
            let in_time = window.to.is_none_or(|to| published.at < to);
            if !wanted || !in_time || settled.contains(&published.course) {
                continue;
            }
            let content = self.ctx.contents.get(self.ctx.db.read(), published.version).await?;
            if !content.is_outline() {
                settled.insert(published.course.clone());
                versions += content
                    .languages
                    .iter()
                    .filter(|language| scope.languages.is_empty() || scope.languages.contains(language))
                    .count();
            }
        }
        Ok(u32::try_from(versions).unwrap_or(u32::MAX))
    }

    /// The current year in the reporting zone.
    pub fn this_year(&self) -> i32 {
        self.ctx.now().with_timezone(&self.ctx.settings.reporting_zone).year()
    }

    /// The indicator's own period, seen from `window`: the plan, or the year shown; the current year where none is.
    fn own_window(&self, indicator: &Indicator, window: Window) -> Window {
        let zone = self.ctx.settings.reporting_zone;
        match indicator.period {
            Period::Plan => self.plan_window(),
            Period::CalendarYear => Window::year(window.year.unwrap_or_else(|| self.this_year()), zone),
        }
    }

    /// The indicator's row, in the reader's language.
    pub async fn row(&self, indicator: &Indicator, window: Window) -> Result<IndicatorRow> {
        let figure = self.figure(indicator, window).await?;
        let own = self.own_window(indicator, window);
        let reached = if own == window { figure } else { self.figure(indicator, own).await? };
        let text = |words: &Words| words.get(self.ctx.language).to_owned();
        Ok(IndicatorRow {
            code: indicator.code.clone(),
            section: indicator.section.clone(),
            objective_number: indicator.objective_number().to_owned(),
            objective: text(&indicator.objective),
            name: text(&indicator.name),
            output: text(&indicator.output),
            note: text(&indicator.note),
            unit: indicator.unit,
            population: indicator.population,
            disaggregation: indicator.disaggregation.clone(),
            period: indicator.period,
            baseline: indicator.baseline,
            target: indicator.target,
            target_split: indicator.target_split,
            comparator: indicator.comparator,
            target_reading: indicator.target_reading,
            window: window.label(),
            value: figure.value,
            no_value: indicator.population.no_value().filter(|_| figure.gain.is_none_or(|gain| gain.all.is_none())),
            gain: figure.gain,
            persons: figure.persons,
            participations: figure.participations,
            share: figure.persons.map(Cells::women_share),
            coverage: figure.persons.map(Cells::coverage),
            past: self.past(indicator, window),
            progress: indicator.progress(reached.held(), &own.label()),
        })
    }

    /// Short titles of the newest content of each course, by slug.
    pub async fn course_titles(&self, language: Language) -> Result<HashMap<String, String>> {
        let mut newest = HashMap::new();
        for published in &self.published {
            newest.entry(published.version).or_insert(&published.course);
        }
        let mut seen = BTreeSet::new();
        let versions: Vec<_> =
            self.published.iter().filter(|one| seen.insert(&one.course)).map(|one| one.version).collect();
        let contents = self.ctx.contents.get_all(self.ctx.db.read(), &versions).await?;
        let title = |(version, content): (_, Arc<domain::course::CourseContent>)| {
            let course = newest.get(&version)?;
            Some(((*course).clone(), content.short_title.get(language).to_owned()))
        };
        Ok(contents.into_iter().filter_map(title).collect())
    }
}

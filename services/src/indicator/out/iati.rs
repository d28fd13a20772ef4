//! IATI 2.03 results: one activity, a result for each expected output, an indicator with its baseline, and a period for each
//! year and the plan. Sex stands both as dimensions of the figure and as indicators of its own, since many readers of IATI
//! files know only one of the two ways.

use chrono::{Datelike as _, NaiveDate};
use domain::indicator::{Baseline, Indicator, Measure, Unit};
use domain::language::{Language, Words};
use domain::person::SexCell;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::counting::Figure;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::indicator::Figures;
use crate::policy;

/// The commission has no identifier of its own in the public registers that this file could name; staff put the activity's
/// in when they publish it.
const REPORTER: &str = "XI-CIM-OAS";

type Xml = Writer<Vec<u8>>;
type Io = std::io::Result<()>;

/// Every indicator with its years and the plan.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the file cannot be written.
pub async fn iati(ctx: &Ctx) -> Result<String> {
    policy::may_staff(ctx)?;
    let figures = Figures::load(ctx).await?;
    let mut all = Vec::new();
    let last = figures.this_year();
    let first = figures.current.plan.opens_on.year();
    for definition in figures.current.reported() {
        let indicator = &definition.indicator;
        let mut periods = Vec::new();
        let years = (first..=last).map(Some).chain(std::iter::once(None));
        for year in years {
            let window = figures.window(year)?;
            let end = window.last_day.unwrap_or_else(|| day(last));
            periods.push((year, window.first_day, end, figures.figure(indicator, window).await?));
        }
        all.push((indicator, periods));
    }
    let broken = |error: std::io::Error| Error::other("the IATI file", error);
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).map_err(broken)?;
    let made = ctx.now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let opens = figures.current.plan.opens_on;
    let ends = figures.current.plan.ends_on;
    xml.create_element("iati-activities")
        .with_attribute(("version", "2.03"))
        .with_attribute(("generated-datetime", made.as_str()))
        .write_inner_content(|xml| activity(xml, &all, (opens, ends)))
        .map_err(broken)?;
    String::from_utf8(xml.into_inner()).map_err(|error| Error::other("the IATI file", error))
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default()
}

/// An indicator, and its windows: year or plan, first and last day, figure.
type Row<'a> = (&'a Indicator, Vec<(Option<i32>, NaiveDate, NaiveDate, Figure)>);

fn activity(xml: &mut Xml, all: &[Row<'_>], plan: (NaiveDate, Option<NaiveDate>)) -> Io {
    let title = Words::es_en("Formación del plan estratégico de la CIM", "Training under the CIM strategic plan");
    let about = Words::es_en(
        "Cursos, talleres y transferencias de la Comisión Interamericana de Mujeres, contados por persona y sexo.",
        "Courses, workshops and transfers of the Inter-American Commission of Women, counted by person and sex.",
    );
    xml.create_element("iati-activity").with_attribute(("xml:lang", "es")).write_inner_content(|xml| {
        text(xml, "iati-identifier", &format!("{REPORTER}-PLAN"))?;
        xml.create_element("reporting-org")
            .with_attribute(("ref", REPORTER))
            .with_attribute(("type", "40"))
            .write_inner_content(|xml| {
                words(xml, &Words::es_en("Comisión Interamericana de Mujeres", "Inter-American Commission of Women"))
            })?;
        named(xml, "title", &title)?;
        named(xml, "description", &about)?;
        xml.create_element("participating-org")
            .with_attribute(("ref", REPORTER))
            .with_attribute(("type", "40"))
            .with_attribute(("role", "4"))
            .write_empty()?;
        xml.create_element("activity-status").with_attribute(("code", "2")).write_empty()?;
        date(xml, "activity-date", plan.0, Some("2"))?;
        if let Some(ends) = plan.1 {
            date(xml, "activity-date", ends, Some("3"))?;
        }
        // 498: the Americas. 15170: women's rights organisations and movements, and government institutions.
        xml.create_element("recipient-region")
            .with_attribute(("code", "498"))
            .with_attribute(("vocabulary", "1"))
            .write_empty()?;
        xml.create_element("sector")
            .with_attribute(("vocabulary", "1"))
            .with_attribute(("code", "15170"))
            .write_empty()?;
        for output in all.chunk_by(|one, other| one.0.section == other.0.section && one.0.output == other.0.output) {
            result(xml, output)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn result(xml: &mut Xml, rows: &[Row<'_>]) -> Io {
    let Some((first, _)) = rows.first() else { return Ok(()) };
    xml.create_element("result")
        .with_attribute(("type", "1"))
        .with_attribute(("aggregation-status", "false"))
        .write_inner_content(|xml| {
            named(xml, "title", &first.output)?;
            for (indicator, periods) in rows {
                element(xml, indicator, periods, None)?;
                if indicator.population.is_number_of_people() {
                    for cell in SexCell::ALL {
                        element(xml, indicator, periods, Some(*cell))?;
                    }
                }
            }
            Ok(())
        })?;
    Ok(())
}

/// The codes of the two ways of saying sex: the dimension's value, and the words of a split indicator.
fn sex(cell: SexCell) -> (&'static str, &'static str, &'static str) {
    match cell {
        SexCell::Woman => ("female", "mujeres", "women"),
        SexCell::Man => ("male", "hombres", "men"),
        SexCell::Another => ("other", "otra respuesta", "another answer"),
        SexCell::Declined => ("declined", "no quiso decirlo", "declined to say"),
        SexCell::NotRecorded => ("not-recorded", "sin registrar", "not recorded"),
    }
}

/// An indicator; with a cell, the indicator of that cell alone.
fn element(
    xml: &mut Xml,
    indicator: &Indicator,
    periods: &[(Option<i32>, NaiveDate, NaiveDate, Figure)],
    only: Option<SexCell>,
) -> Io {
    // 1 is a number and 2 a percentage; a gain is counted in points of one.
    let measure = if indicator.unit == Unit::PercentagePoints { "2" } else { "1" };
    let additive = if indicator.population.is_number_of_people() { "false" } else { "true" };
    xml.create_element("indicator")
        .with_attribute(("measure", measure))
        .with_attribute(("ascending", "1"))
        .with_attribute(("aggregation-status", additive))
        .write_inner_content(|xml| {
            let name = |language| {
                let own = format!("{} · {}", indicator.code, indicator.name.get(language));
                match (only.map(sex), language) {
                    (Some((_, es, _)), Language::Es) => format!("{own}: {es}"),
                    (Some((_, _, en)), Language::En) => format!("{own}: {en}"),
                    (None, _) => own,
                }
            };
            named(xml, "title", &Words::es_en(name(Language::Es), name(Language::En)))?;
            if only.is_none() {
                baseline(xml, indicator)?;
            }
            for (year, from, to, figure) in periods {
                xml.create_element("period").write_inner_content(|xml| {
                    date(xml, "period-start", *from, None)?;
                    date(xml, "period-end", *to, None)?;
                    if only.is_none()
                        && let Some(target) = indicator.target_in(*year)
                    {
                        xml.create_element("target")
                            .with_attribute(("value", target.to_string().as_str()))
                            .write_empty()?;
                    }
                    actuals(xml, indicator, *figure, only)
                })?;
            }
            Ok(())
        })?;
    Ok(())
}

fn baseline(xml: &mut Xml, indicator: &Indicator) -> Io {
    let year = indicator.baseline_on.map_or(2016, |day| day.year()).to_string();
    let element = xml.create_element("baseline").with_attribute(("year", year.as_str()));
    match indicator.baseline {
        Baseline::Value(value) => {
            element.with_attribute(("value", value.to_string().as_str())).write_empty()?;
        }
        // It has no value, and says why.
        Baseline::ToBeDetermined => {
            element.write_inner_content(|xml| {
                named(xml, "comment", &Words::es_en("Por determinar", "To be determined"))
            })?;
        }
        Baseline::NotStated => {}
    }
    Ok(())
}

fn actuals(xml: &mut Xml, indicator: &Indicator, figure: Figure, only: Option<SexCell>) -> Io {
    let people = if indicator.unit == Unit::Participations { figure.participations } else { figure.persons };
    if let Some(cell) = only {
        return actual(xml, &people.unwrap_or_default().get(cell).to_string(), None);
    }
    if let Some(gain) = figure.gain {
        return gain.all.map_or(Ok(()), |points| actual(xml, &points.decimal('.'), None));
    }
    let Some(value) = figure.value else { return Ok(()) };
    actual(xml, &value.to_string(), None)?;
    if matches!(indicator.population, Measure::Participants | Measure::Completers) {
        let cells = people.unwrap_or_default();
        for cell in SexCell::ALL {
            actual(xml, &cells.get(*cell).to_string(), Some(*cell))?;
        }
    }
    Ok(())
}

fn actual(xml: &mut Xml, value: &str, of: Option<SexCell>) -> Io {
    let element = xml.create_element("actual").with_attribute(("value", value));
    match of {
        None => element.write_empty()?,
        Some(cell) => element.write_inner_content(|xml| {
            xml.create_element("dimension")
                .with_attribute(("name", "sex"))
                .with_attribute(("value", sex(cell).0))
                .write_empty()?;
            Ok(())
        })?,
    };
    Ok(())
}

fn date(xml: &mut Xml, name: &str, day: NaiveDate, kind: Option<&str>) -> Io {
    let day = day.to_string();
    let mut element = xml.create_element(name).with_attribute(("iso-date", day.as_str()));
    if let Some(kind) = kind {
        element = element.with_attribute(("type", kind));
    }
    element.write_empty()?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, text: &str) -> Io {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

fn named(xml: &mut Xml, name: &str, of: &Words) -> Io {
    xml.create_element(name).write_inner_content(|xml| words(xml, of))?;
    Ok(())
}

fn words(xml: &mut Xml, of: &Words) -> Io {
    for language in Language::ALL {
        let text = of.exact(*language);
        if !text.is_empty() {
            xml.create_element("narrative")
                .with_attribute(("xml:lang", language.as_str()))
                .write_text_content(BytesText::new(text))?;
        }
    }
    Ok(())
}

//! The fields of an indicator's sheet, in groups.

use domain::edition::Modality;
use domain::indicator::{Axis, Comparator, DefinitionForm, DefinitionView, Measure, Period, TargetReading, Unit};
use domain::language::Language;
use domain::person::MEMBER_STATES;
use leptos::prelude::*;

use crate::form::{Choices, Options, Part, Select, TextField, or_none, worded};
use crate::person::country_options;
use crate::t;

#[component]
pub(super) fn WhatFields(sheet: DefinitionForm, new: bool) -> impl IntoView {
    let code = if new {
        view! { <TextField name="code" hint=t!("definition-code-hint") autocomplete="off" /> }.into_any()
    } else {
        view! { <input type="hidden" name="code" value=sheet.code /> }.into_any()
    };
    view! {
        <Part title="definition-what">
            {code}
            <TextField name="name_es" value=sheet.name_es />
            <TextField name="name_en" value=sheet.name_en />
            <Select name="population" options=or_none(t!("definition-choose"), worded("definition-counts", Measure::ALL)) value=sheet.population />
            <Select name="unit" options=or_none(t!("definition-choose"), worded("indicator-unit", Unit::ALL)) value=sheet.unit hint=t!("definition-unit-hint") />
            <Select name="period" options=or_none(t!("definition-choose"), worded("definition-period", Period::ALL)) value=sheet.period hint=t!("definition-period-hint") />
        </Part>
        <Part title="definition-tree">
            <TextField name="section" value=sheet.section hint=t!("definition-section-hint") />
            <TextField name="objective_es" value=sheet.objective_es optional=true />
            <TextField name="objective_en" value=sheet.objective_en optional=true />
            <TextField name="output_es" value=sheet.output_es />
            <TextField name="output_en" value=sheet.output_en />
        </Part>
    }
}

/// What is taken in. Nothing chosen takes in all.
#[component]
pub(super) fn ScopeFields(view: DefinitionView) -> impl IntoView {
    let languages: Options =
        Language::ALL.iter().map(|language| (language.to_string(), language.own_name().to_owned())).collect();
    let form = view.form;
    let member = |code: &String| MEMBER_STATES.contains(&code.as_str()) || form.countries.contains(code);
    let countries: Options = country_options().into_iter().filter(|(code, _)| member(code)).collect();
    let open = !form.countries.is_empty() || crate::form::field_error("countries").is_some();
    view! {
        <Part title="definition-scope">
            <p class="hint">{t!("definition-scope-hint")}</p>
            <Choices name="courses" options=view.courses chosen=form.courses several=true optional=true />
            <Choices name="modalities" options=worded("modality", Modality::ALL) chosen=form.modalities several=true optional=true />
            <Choices name="languages" options=languages chosen=form.languages several=true optional=true hint=t!("definition-languages-hint") />
            <Choices name="personnel_kinds" options=view.kinds chosen=form.personnel_kinds several=true optional=true />
            <details open=open>
                <summary>{t!("definition-countries")}</summary>
                <Choices name="countries" options=countries chosen=form.countries several=true optional=true />
            </details>
        </Part>
    }
}

#[component]
pub(super) fn TargetFields(sheet: DefinitionForm) -> impl IntoView {
    view! {
        <Part title="definition-target">
            <TextField name="target" kind="number" value=sheet.target optional=true />
            <Select name="comparator" options=worded("definition-comparator", Comparator::ALL) value=sheet.comparator />
            <Select name="target_reading" options=worded("definition-reading", TargetReading::ALL) value=sheet.target_reading hint=t!("definition-reading-hint") />
            <TextField name="target_women" kind="number" value=sheet.target_women optional=true />
            <TextField name="target_men" kind="number" value=sheet.target_men optional=true />
            <TextField name="milestones" rows=3 value=sheet.milestones hint=t!("definition-milestones-hint") optional=true />
        </Part>
    }
}

#[component]
pub(super) fn BaselineFields(sheet: DefinitionForm) -> impl IntoView {
    let kind = if sheet.baseline_kind.is_empty() { "not-stated".to_owned() } else { sheet.baseline_kind };
    view! {
        <Part title="definition-baseline">
            <Choices name="baseline_kind" options=worded("definition-baseline", &["value", "to-be-determined", "not-stated"]) chosen=vec![kind] />
            <TextField name="baseline" kind="number" value=sheet.baseline optional=true />
            <TextField name="baseline_women" kind="number" value=sheet.baseline_women optional=true />
            <TextField name="baseline_men" kind="number" value=sheet.baseline_men optional=true />
            <TextField name="baseline_on" kind="date" value=sheet.baseline_on optional=true />
            <TextField name="baseline_source" value=sheet.baseline_source optional=true />
        </Part>
    }
}

#[component]
pub(super) fn MoreFields(sheet: DefinitionForm) -> impl IntoView {
    view! {
        <Part title="definition-more">
            <Choices name="disaggregation" options=worded("axis", Axis::ALL) chosen=sheet.disaggregation several=true optional=true />
            <TextField name="source_es" value=sheet.source_es optional=true />
            <TextField name="source_en" value=sheet.source_en optional=true />
            <TextField name="responsible" value=sheet.responsible hint=t!("definition-responsible-hint") optional=true />
            <TextField name="note_es" rows=2 value=sheet.note_es optional=true />
            <TextField name="note_en" rows=2 value=sheet.note_en optional=true />
        </Part>
    }
}

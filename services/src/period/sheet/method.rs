//! The notes on method and coverage, which the frozen data themselves give.

use domain::period::{Question, Snapshot};

use super::say::Say;
use crate::paper::Part;

/// How it was counted, and how complete it is.
pub(super) fn method(say: &Say<'_>, snapshot: &Snapshot) -> Part {
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

//! Words that lists use for sex, for yes and no, and for kinds of personnel. Nothing is ever inferred from a name.

use crate::person::Sex;
use crate::quiz::fold;

/// What a cell for sex holds, as a list writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SexWord {
    Declared(Sex),
    /// The list says that it does not know.
    NotRecorded,
    /// `M`: "mujer" where the other letter is H, "masculino" or "male" where it is F.
    LetterM,
}

/// Which pair of letters a list uses for sex; a lone M has a meaning only beside the other one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Letters {
    /// F and M.
    Fm,
    /// H and M.
    Hm,
    #[default]
    Unclear,
}

impl Letters {
    /// Looks at the whole column.
    #[must_use]
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut f, mut h) = (false, false);
        for cell in cells {
            match fold(cell).as_str() {
                "f" => f = true,
                "h" => h = true,
                _ => {}
            }
        }
        match (f, h) {
            (true, false) => Self::Fm,
            (false, true) => Self::Hm,
            _ => Self::Unclear,
        }
    }

    /// What M means.
    #[must_use]
    pub const fn m(self) -> Option<Sex> {
        match self {
            Self::Fm => Some(Sex::Man),
            Self::Hm => Some(Sex::Woman),
            Self::Unclear => None,
        }
    }
}

const WOMAN: &[&str] = &[
    "woman", "women", "female", "f", "mujer", "mujeres", "femenino", "femenina", "fem", "mulher", "feminino",
    "feminina", "femme", "feminin",
];
const MAN: &[&str] =
    &["man", "men", "male", "h", "hombre", "hombres", "masculino", "masc", "varon", "homem", "homme", "masculin"];
const ANOTHER: &[&str] = &[
    "another",
    "another identity",
    "other",
    "non binary",
    "nonbinary",
    "otro",
    "otra",
    "otra identidad",
    "no binario",
    "no binaria",
    "no binarie",
    "persona no binaria",
    "outro",
    "outra",
    "outra identidade",
    "nao binario",
    "nao binaria",
    "autre",
    "autre identite",
    "non binaire",
];
const DECLINED: &[&str] = &[
    "declined",
    "declined to say",
    "prefer not to say",
    "i prefer not to say",
    "prefiero no decirlo",
    "prefiere no decirlo",
    "prefiero no decir",
    "prefiere no decir",
    "prefiero no responder",
    "prefiere no responder",
    "no desea responder",
    "no responde",
    "prefiro nao dizer",
    "prefere nao dizer",
    "prefiro nao responder",
    "prefere nao responder",
    "je prefere ne pas repondre",
    "prefere ne pas repondre",
    "je prefere ne pas le dire",
    "prefere ne pas le dire",
    "ne souhaite pas repondre",
];
const NOT_RECORDED: &[&str] = &[
    "",
    "not recorded",
    "unknown",
    "no data",
    "na",
    "n a",
    "no registrado",
    "no consta",
    "sin dato",
    "sin datos",
    "sd",
    "s d",
    "nd",
    "n d",
    "desconocido",
    "nao registrado",
    "sem dados",
    "sem informacao",
    "non renseigne",
    "inconnu",
];

/// The meaning of a cell for sex; None when it is no known word.
#[must_use]
pub fn sex(text: &str) -> Option<SexWord> {
    let word = fold(text);
    let word = word.as_str();
    let lists = [(WOMAN, Sex::Woman), (MAN, Sex::Man), (ANOTHER, Sex::Another), (DECLINED, Sex::Declined)];
    if word == "m" {
        return Some(SexWord::LetterM);
    }
    if NOT_RECORDED.contains(&word) {
        return Some(SexWord::NotRecorded);
    }
    lists.into_iter().find(|(words, _)| words.contains(&word)).map(|(_, sex)| SexWord::Declared(sex))
}

/// Yes or no; None when it is neither.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "yes" | "y" | "si" | "s" | "sim" | "oui" | "o" | "x" | "1" | "true" | "verdadero" | "presente" | "present" => {
            Some(true)
        }
        "no" | "n" | "nao" | "non" | "0" | "false" | "falso" | "ausente" | "absent" => Some(false),
        // Marks that folding takes away.
        "" if matches!(text.trim(), "✓" | "✔" | "☑" | "✅") => Some(true),
        "" if matches!(text.trim(), "✗" | "✘" | "☐" | "-" | "–") => Some(false),
        _ => None,
    }
}

/// Names in Portuguese and French of the kinds of personnel that every campus begins with; those in Spanish and English are
/// in the campus's own list, where staff may change them.
pub const KINDS: &[(&str, &[&str])] = &[
    ("national-machinery", &["Mecanismo nacional das mulheres", "Mécanisme national des femmes"]),
    ("labour", &["Trabalho", "Travail"]),
    ("health", &["Saúde", "Santé"]),
    ("education", &["Educação", "Éducation"]),
    ("planning-budget", &["Planejamento e orçamento", "Planification et budget"]),
    ("justice", &["Justiça", "Justice"]),
    ("security", &["Segurança", "Sécurité"]),
    ("migration", &["Migração", "Migration"]),
    ("statistics", &["Instituto de estatística", "Institut de statistique"]),
    ("electoral-political", &["Órgão eleitoral ou político", "Organe électoral ou politique"]),
    ("oas", &["Pessoal ou consultoria da OEA", "Personnel ou consultance de l’OEA", "OEA", "OAS"]),
    ("international", &["Organismo internacional", "Organisation internationale"]),
    ("civil-society", &["Sociedade civil", "Société civile"]),
    ("media", &["Meios de comunicação", "Médias"]),
    ("other", &["Outro", "Autre"]),
];

/// A name as two lists are compared by it: case, accents, and the order of given and family names do not count.
#[must_use]
pub fn name_key(given: &str, family: &str) -> String {
    let folded = fold(&format!("{given} {family}"));
    let mut parts: Vec<&str> = folded.split(' ').collect();
    parts.sort_unstable();
    parts.join(" ")
}

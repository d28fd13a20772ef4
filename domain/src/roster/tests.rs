use chrono::{TimeZone, Utc};

use super::*;
use crate::zone::REPORTING;

const FIRST_LINE: &str = "given_name,family_name,email,sex,country,personnel_kind,institution,language,enrolled_at,first_activity_at,completed_at";

fn header() -> Header {
    Header::read(FIRST_LINE.split(',')).unwrap()
}

fn read(line: &str) -> Result<Entry, Vec<Mistake>> {
    let kinds = ["health".to_owned(), "oas".to_owned()];
    let rules = Rules {
        now: Utc.with_ymd_and_hms(2026, 6, 15, 12, 0, 0).unwrap(),
        zone: REPORTING,
        kinds: &kinds,
        language: Language::Es,
        starts_at: Utc.with_ymd_and_hms(2026, 3, 1, 5, 0, 0).unwrap(),
    };
    rules.read(&header(), 7, &line.split(',').collect::<Vec<_>>())
}

fn wrong(line: &str) -> Vec<(String, Reason)> {
    read(line).unwrap_err().into_iter().map(|mistake| (mistake.column.unwrap_or_default(), mistake.reason)).collect()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_full_row_is_read_in_the_reporting_zone() {
    let entry = read(
        "Ana,Demo,ANA@Example.org,woman,py,health,Ministerio,en,2026-03-01,2026-03-02T10:00,2026-04-01T09:30:00-03:00",
    )
    .unwrap();
    assert_eq!(entry.email, "ana@example.org");
    assert_eq!(entry.declared.country.as_deref(), Some("PY"));
    assert_eq!(entry.language, Language::En);
    assert_eq!(entry.enrolled_at, utc("2026-03-01T05:00:00Z"));
    assert_eq!(entry.first_activity_at, Some(utc("2026-03-02T15:00:00Z")));
    assert_eq!(entry.completed_at, Some(utc("2026-04-01T12:30:00Z")));
}

#[test]
fn a_completion_alone_is_the_first_act_too() {
    let entry = read("Ana,Demo,ana@example.org,,,,,,,,2026-04-01").unwrap();
    assert_eq!(entry.declared, Declared::default());
    assert_eq!(entry.first_activity_at, entry.completed_at);
    assert_eq!(Some(entry.enrolled_at), entry.completed_at);
    assert_eq!(read("Ana,Demo,ana@example.org,,,,,,,,").unwrap().enrolled_at, utc("2026-03-01T05:00:00Z"));
}

#[test]
fn every_mistake_of_a_row_is_named() {
    let found = wrong("Ana,,ana-at-example,f,XX,pirate,,fr,31/12/2025,2026-05-02,2026-05-01");
    let columns: Vec<_> = found.iter().map(|(column, _)| column.as_str()).collect();
    assert_eq!(
        columns,
        ["family_name", "email", "sex", "country", "personnel_kind", "language", "enrolled_at", "completed_at"]
    );
    assert_eq!(found[7].1, Reason::CompletedBeforeFirst);
}

#[test]
fn the_future_is_refused_but_today_is_not() {
    assert_eq!(
        wrong("Ana,Demo,ana@example.org,,,,,,,,2026-06-15T12:00:01Z"),
        [("completed_at".into(), Reason::InFuture)]
    );
    assert_eq!(wrong("Ana,Demo,ana@example.org,,,,,,,2026-06-17,"), [("first_activity_at".into(), Reason::InFuture)]);
    assert!(read("Ana,Demo,ana@example.org,,,,,,,,2026-06-15").is_ok());
    assert!(read("Ana,Demo,ana@example.org,,,,,,,,2026-06-15T12:00:00Z").is_ok());
}

#[test]
fn a_row_of_another_width_is_named_as_a_whole() {
    assert_eq!(wrong("Ana,Demo,ana@example.org"), [(String::new(), Reason::Width(3, 11))]);
}

#[test]
fn columns_may_stand_in_any_order_but_all_must_be_there_once() {
    let mut names: Vec<&str> = FIRST_LINE.split(',').collect();
    names.reverse();
    assert!(Header::read(names.iter().copied()).is_ok());
    names[0] = "email";
    names.push("nationality");
    let found: Vec<_> =
        Header::read(names.iter().copied()).unwrap_err().into_iter().map(|mistake| mistake.reason).collect();
    assert_eq!(found, [Reason::ColumnTwice, Reason::ColumnUnknown, Reason::ColumnMissing]);
}

#[test]
fn an_address_in_two_rows_names_both_lines() {
    let entry = |line| Entry { line, ..read("Ana,Demo,ana@example.org,,,,,,,,").unwrap() };
    let mistakes = find_repeated(&[entry(2), entry(9)]);
    assert_eq!(
        mistakes[0].words(Language::En),
        "line 9, column email: the same address is also in line 2; keep one of them"
    );
    assert!(mistakes[0].words(Language::Es).starts_with("línea 9, columna email: "));
}

#[test]
fn a_wall_clocks_time_that_spring_skips_is_the_first_that_exists() {
    let entry = read("Ana,Demo,ana@example.org,,,,,,,2026-03-08 02:30,").unwrap();
    assert_eq!(entry.first_activity_at, Some(utc("2026-03-08T07:30:00Z")));
}

mod lists {
    use super::*;
    use crate::person::Sex;
    use crate::roster::words::{Letters, name_key};
    use std::collections::HashMap;

    fn listed(names: &str, row: &str, presence: Presence, letters: Letters) -> Result<Entry, Vec<Mistake>> {
        let kinds = ["health".to_owned(), "oas".to_owned()];
        let kind_names =
            HashMap::from([("salud".to_owned(), "health".to_owned()), ("saude".to_owned(), "health".to_owned())]);
        let rules = Rules {
            now: Utc.with_ymd_and_hms(2026, 6, 15, 12, 0, 0).unwrap(),
            zone: REPORTING,
            kinds: &kinds,
            language: Language::Es,
            starts_at: utc("2026-03-01T05:00:00Z"),
        };
        let day = utc("2026-03-05T05:00:00Z");
        let found = find(&names.split(';').collect::<Vec<_>>()).unwrap();
        Listed { rules, kind_names: &kind_names, letters, presence, day }.read(
            &found,
            4,
            &row.split(';').collect::<Vec<_>>(),
        )
    }

    fn plain(names: &str, row: &str) -> Result<Entry, Vec<Mistake>> {
        listed(names, row, Presence::Enrolled, Letters::Unclear)
    }

    #[test]
    fn columns_are_known_in_four_languages_and_any_order() {
        for names in [
            "Nombre;Apellidos;Correo electrónico;Sexo;País;Tipo de personal;Institución;Idioma;Fecha de inscripción;Asistió;Fecha de finalización",
            "Given name;Family name;E-mail;Sex;Country;Kind of personnel;Institution;Language;Enrolled on;Attended;Completed",
            "Nome;Sobrenome;E-mail;Sexo;País;Setor;Instituição;Idioma;Data de inscrição;Presença;Data de conclusão",
            "Prénom;Nom;Courriel;Sexe;Pays;Secteur;Établissement;Langue;Date d’inscription;Présence;Terminé",
        ] {
            let mut names: Vec<&str> = names.split(';').collect();
            let straight: Vec<_> = find(&names).unwrap().columns.into_iter().flatten().collect();
            assert_eq!(straight, Column::CODES, "{names:?}");
            names.reverse();
            let turned: Vec<_> = find(&names).unwrap().columns.into_iter().flatten().collect();
            assert_eq!(turned.into_iter().rev().collect::<Vec<_>>(), Column::CODES);
        }
    }

    #[test]
    fn unknown_columns_are_named_and_left_out() {
        let found = find(&["N.º", "Nombre completo", "Teléfono"]).unwrap();
        assert_eq!(found.columns, [None, Some(Column::FullName), None]);
        assert_eq!(found.names[2], "Teléfono");
        assert_eq!(find(&["Nombre", "Correo"]).unwrap().columns, [Some(Column::FullName), Some(Column::Email)]);
        assert_eq!(find(&["Teléfono", "Correo"]).unwrap_err()[0].reason, Reason::NoNames);
        assert_eq!(find(&["Nombre", "Apellido", "Email", "Correo"]).unwrap_err()[0].reason, Reason::ColumnTwice);
    }

    #[test]
    fn words_become_codes() {
        let entry = plain(
            "Nombre;Apellidos;Correo;Sexo;País;Tipo de personal;Idioma;Inscripción;Asistió",
            "Ana;Demo;ANA@Example.org;Mujer;Perú;SALUD;inglés;01/03/2026;2 de marzo de 2026",
        )
        .unwrap();
        assert_eq!(entry.email, "ana@example.org");
        assert_eq!(entry.declared.sex, Some(Sex::Woman));
        assert_eq!(
            (entry.declared.country.as_deref(), entry.declared.personnel_kind.as_deref()),
            (Some("PE"), Some("health"))
        );
        assert_eq!((entry.language, entry.line), (Language::En, 4));
        assert_eq!(entry.first_activity_at, Some(utc("2026-03-02T05:00:00Z")));
        for (word, country) in [
            ("Brésil", "BR"),
            ("EE. UU.", "US"),
            ("Estados Unidos de América", "US"),
            ("Haïti", "HT"),
            ("Trinidad & Tobago", "TT"),
            ("pry", "PY"),
            ("República Dominicana", "DO"),
            ("Belice", "BZ"),
            ("Saint Kitts and Nevis", "KN"),
        ] {
            assert_eq!(super::super::country(word).as_deref(), Some(country), "{word}");
        }
    }

    #[test]
    fn sex_is_read_from_words_and_never_from_a_name() {
        let sex =
            |word: &str| plain("Nombre;Apellidos;Sexo", &format!("Ana;Demo;{word}")).map(|entry| entry.declared.sex);
        for word in ["mujer", "Femenino", "F", "female", "mulher", "femme"] {
            assert_eq!(sex(word).unwrap(), Some(Sex::Woman), "{word}");
        }
        for word in ["Hombre", "H", "masculino", "male", "homem", "homme"] {
            assert_eq!(sex(word).unwrap(), Some(Sex::Man), "{word}");
        }
        assert_eq!(sex("Otra identidad").unwrap(), Some(Sex::Another));
        assert_eq!(sex("Prefiero no decirlo").unwrap(), Some(Sex::Declined));
        assert_eq!(sex("").unwrap(), None);
        assert_eq!(sex("s/d").unwrap(), None);
        assert_eq!(sex("Ana").unwrap_err()[0].reason, Reason::SexWord);
        assert_eq!(sex("M").unwrap_err()[0].reason, Reason::SexLetter);
        let m =
            |letters| listed("Nombre;Apellidos;Sexo", "Ana;Demo;M", Presence::Enrolled, letters).unwrap().declared.sex;
        assert_eq!(m(Letters::of(["M", "F", ""])), Some(Sex::Man));
        assert_eq!(m(Letters::of(["M", "h"])), Some(Sex::Woman));
        assert_eq!(Letters::of(["M", "H", "F"]), Letters::Unclear);
    }

    #[test]
    fn what_the_list_says_dates_those_without_a_date_and_a_no_stays_a_no() {
        let day = Some(utc("2026-03-05T05:00:00Z"));
        let read =
            |row: &str, presence| listed("Nombre;Apellidos;Asistió;Aprobó", row, presence, Letters::Unclear).unwrap();
        let acts = |entry: Entry| (entry.first_activity_at, entry.completed_at);
        assert_eq!(acts(read("Ana;Demo;;", Presence::Enrolled)), (None, None));
        assert_eq!(acts(read("Ana;Demo;;", Presence::Attended)), (day, None));
        assert_eq!(acts(read("Ana;Demo;;", Presence::Completed)), (day, day));
        assert_eq!(acts(read("Ana;Demo;no;", Presence::Completed)), (None, None));
        assert_eq!(acts(read("Ana;Demo;sí;no", Presence::Completed)), (day, None));
        assert_eq!(acts(read("Ana;Demo;x;sí", Presence::Enrolled)), (day, day));
        let early = Some(utc("2026-03-02T05:00:00Z"));
        assert_eq!(acts(read("Ana;Demo;;2/3/2026", Presence::Attended)), (early, early));
        assert_eq!(read("Ana;Demo;;", Presence::Enrolled).enrolled_at, utc("2026-03-01T05:00:00Z"));
    }

    #[test]
    fn every_mistake_is_named_by_the_lists_own_column() {
        let wrong = plain(
            "Nombre;Apellidos;Correo;Sexo;País;Sector;Idioma;Asistió;Aprobó",
            "Ana;;ana-at;dragón;Atlántida;pirata;klingon;03/25/2026;quizás",
        )
        .unwrap_err();
        let found: Vec<_> = wrong.iter().map(|mistake| mistake.column.as_deref().unwrap()).collect();
        assert_eq!(found, ["Apellidos", "Correo", "Sexo", "País", "Sector", "Idioma", "Asistió", "Aprobó"]);
        assert!(wrong.iter().all(|mistake| mistake.line == 4));
        assert_eq!(wrong[6].reason, Reason::YesNoOrDate);
        assert_eq!(plain("Nombre;Apellidos;Asistió", "Ana;Demo;1/1/2027").unwrap_err()[0].reason, Reason::InFuture);
        assert_eq!(plain("Nombre;Apellidos", "Ana;Demo;more").unwrap_err()[0].reason, Reason::Width(3, 2));
        assert!(plain("Nombre;Apellidos", "Ana;Demo;;").is_ok());
        assert_eq!(plain("Nombre;Apellidos;Correo", "Ana;Demo").unwrap().email, "");
    }

    #[test]
    fn a_name_in_one_column_is_cut_only_at_a_comma() {
        let names = |full: &str| {
            let entry = plain("Nombre completo", full).unwrap();
            (entry.given_name, entry.family_name)
        };
        assert_eq!(names("Demo Prueba, Ana"), ("Ana".into(), "Demo Prueba".into()));
        assert_eq!(names("Ana Demo Prueba"), ("Ana Demo Prueba".into(), String::new()));
        assert_eq!(name_key("Ana", "Demo Prueba"), name_key("DEMO  prueba", "Aná"));
        let entry = |line| Entry { line, ..plain("Nombre completo", "Ana Demo").unwrap() };
        assert_eq!(find_namesakes(&[entry(2), entry(5)])[0].reason, Reason::NameTwice(2));
        assert_eq!(find_namesakes(&[entry(2), Entry { email: "ana@example.org".into(), ..entry(5) }]), []);
    }
}

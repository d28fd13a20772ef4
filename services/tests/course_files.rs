//! The checker of course files: every mistake, with its file and line. No database is needed.
#![cfg(test)]

mod files;

use std::path::Path;

use files::{BROKEN, Edited, SOUND};
use services::course::check_dir;

#[test]
fn the_courses_of_the_campus_are_sound() {
    assert_eq!(check_dir(Path::new("../courses")), Vec::<String>::new());
    assert_eq!(check_dir(Path::new(SOUND)), Vec::<String>::new());
}

#[test]
fn every_mistake_of_a_broken_course_is_named_with_its_line() {
    let prefix = format!("{BROKEN}/reading-data/");
    let mistakes: Vec<_> = check_dir(Path::new(BROKEN)).into_iter().map(|line| line.replace(&prefix, "")).collect();
    let expected = [
        "course.yaml:2: unknown key `colour`",
        "course.yaml:8: `pass` is 160",
        "course.yaml:11: `draw` asks for more questions than the bank has (3)",
        "en/course.md:1: 2 objectives here, 1 in es/course.md",
        "en/course.md:1: `modules` has no title for `second`",
        "en/course.md:11: course.yaml has no module `third`",
        "en/final-test.md:5: a `truefalse` question has two options",
        "en/final-test.md:5: question `bank-1`: 1 options here, 2 in es/final-test.md:5",
        "en/final-test.md:21: the question `bank-1` stands in line 5 already",
        "en/first/check.md:4: question `first-1`: other options are right",
        "en/first/check.md:4: several right answers",
        "en/first/check.md:13: unknown kind of question `many`",
        "en/first/what-they-hide.md:9: broken link `../first/what-data-said.md`",
        "en/second/lost.md:1: missing: course.yaml:10 names it",
        "es/course.md:2: `title` is empty",
        "es/final-test.md:23: question `bank-3` is not in en/final-test.md",
        "es/first/check.md:4: no right answer",
        "es/first/check.md:19: the option has no feedback",
        "es/first/what-data-say.md:3: unknown key `minutos`",
        "es/first/what-data-say.md:5: broken link: es/first/what-they-hide.md has no heading `#falta`",
        "es/first/what-data-say.md:5: broken link: this text has no heading `#tabla`",
        "es/second/lost.md:1: missing: course.yaml:10 names it",
    ];
    for expected in expected {
        assert!(
            mistakes.iter().any(|line| line.starts_with(expected)),
            "not found: {expected}\nin\n{}",
            mistakes.join("\n")
        );
    }
    // An unknown key was found in course.yaml, so nothing is said of the file that it may have meant to name.
    assert_eq!(mistakes.len(), expected.len(), "{}", mistakes.join("\n"));
}

#[test]
fn one_slip_in_a_file_is_one_line_about_it() {
    let slips = [
        ("course.yaml", "hours: 3", "hours: abc", "course.yaml:1: a whole number is expected here"),
        ("course.yaml", "hours: 3\n", "", "course.yaml:1: `hours` is missing"),
        ("course.yaml", "hours: 3", "hours: 3\nhours: 4", "course.yaml:2: this key stands here twice"),
        ("course.yaml", "[telling]", "[telling", "course.yaml:10: not the YAML that is expected"),
        ("course.yaml", "pass: 60", "pass: 60, mark: 1", "course.yaml:7: unknown key `mark`; the keys here are pass"),
        (
            "course.yaml",
            "completion: full",
            "completion: sometimes",
            "course.yaml:3: unknown word `sometimes`; the words here are full",
        ),
        (
            "course.yaml",
            "[telling]",
            "[telling, what-data-say]",
            "course.yaml:9: the activity key `what-data-say` is used twice",
        ),
        ("course.yaml", "draw: 2", "draw: 4", "course.yaml:10: `draw` asks for more questions than the bank has (3)"),
        (
            "es/course.md",
            "summary: Un curso",
            "summary: Un curso: uno",
            "es/course.md:4: not the YAML that is expected",
        ),
        ("es/course.md", "  - Contar lo", "  - Contar: lo", "es/course.md:8: not the YAML that is expected"),
        ("es/course.md", "  - Contar lo que dice\n", "", "en/course.md:1: 2 objectives here, 1 in es/course.md"),
        ("es/first/what-data-say.md", "---\ntitle", "title", "es/first/what-data-say.md:1: no front matter"),
        (
            "es/first/what-data-say.md",
            "minutes: 65\n---",
            "minutes: 65",
            "es/first/what-data-say.md:1: the front matter has no end",
        ),
        (
            "es/first/what-data-say.md",
            "minutes: 65",
            "minutes: 66",
            "en/first/what-data-say.md:1: minutes: 65 here, 66 in",
        ),
        ("es/first/what-data-say.md", "Un dato", "Un <b>dato", "es/first/what-data-say.md:5: HTML is left out"),
        (
            "es/first/what-data-say.md",
            "Un dato",
            "[Un](javascript:x) dato",
            "es/first/what-data-say.md:5: broken link `javascript:x`",
        ),
        ("es/first/what-data-say.md", "## Una", "# Una", "es/first/what-data-say.md:7: a heading of the first level"),
        (
            "es/first/check.md",
            "first-1 (single)",
            "first-9 (single)",
            "en/first/check.md:4: question `first-1` is not in es",
        ),
        ("es/first/check.md", "(multiple)", "(single)", "es/first/check.md:13: several right answers"),
        (
            "es/first/check.md",
            "- [x] Lo que no se",
            "- [ ] Lo que no se",
            "es/first/check.md:13: a `multiple` question has two or more",
        ),
        (
            "es/first/check.md",
            "  > Así es.\n- [ ] Todo",
            "- [ ] Todo",
            "es/first/check.md:8: the option has no feedback",
        ),
    ];
    for (file, from, to, expected) in slips {
        let mistakes = Edited::new(file, from, to).mistakes();
        assert!(mistakes.iter().any(|line| line.starts_with(expected)), "{file}, {to:?}: {mistakes:#?}");
    }
}

#[test]
fn several_mistakes_in_one_front_matter_are_all_found() {
    let edited = Edited::new("es/course.md", "short_title: Datos", "short_title: [Datos]\nbogus: 1");
    edited.and("es/course.md", "audience:", "public:");
    let mistakes = edited.mistakes();
    for expected in
        ["es/course.md:3: not the YAML", "es/course.md:4: unknown key `bogus`", "es/course.md:6: unknown key `public`"]
    {
        assert!(mistakes.iter().any(|line| line.starts_with(expected)), "{expected}: {mistakes:#?}");
    }
}

#[test]
fn a_file_that_nothing_names_and_a_folder_without_a_course_are_mistakes() {
    let edited = Edited::new("course.yaml", "hours", "hours");
    std::fs::copy(edited.course().join("es/second/telling.md"), edited.course().join("es/second/stray.md")).unwrap();
    std::fs::create_dir(edited.folder().join("empty")).unwrap();
    let mistakes = edited.mistakes();
    assert!(
        mistakes.iter().any(|line| line.starts_with("es/second/stray.md:1: course.yaml does not name this file")),
        "{mistakes:#?}"
    );
    assert!(
        mistakes
            .iter()
            .any(|line| line.ends_with("empty/course.yaml:1: missing; a course is a folder with a course.yaml")),
        "{mistakes:#?}"
    );
    assert_eq!(check_dir(Path::new("tests/nowhere")).len(), 1);
}

#[test]
fn one_slip_in_the_whole_format_is_one_line_about_it() {
    let slips = [
        // The frame.
        (
            "course.yaml",
            "    - lessons",
            "    - lesson",
            "course.yaml:5: unknown word `lesson`; the words here are full",
        ),
        (
            "course.yaml",
            "key: plan }",
            "key: plans }",
            "course.yaml:8: `completion` asks for the assignment `plans`; there are plan",
        ),
        ("course.yaml", "key: final-test,", "key: plan,", "course.yaml:7: `completion` asks for the quiz `plan`"),
        ("course.yaml", "grade: 80", "grade: 180", "course.yaml:7: `grade` is 180; it must be from 1 to 100"),
        ("course.yaml", "least: 1", "least: 4", "course.yaml:8: `least` is 4; it must be from 1 to 3"),
        ("course.yaml", "attendance: 2", "attendence: 2", "course.yaml:8: unknown word `attendence`"),
        ("course.yaml", "grade: average", "grade: mean", "course.yaml:13: `grade` is `mean`; use best, last, average"),
        (
            "course.yaml",
            "feedback: after-due",
            "feedback: never",
            "course.yaml:13: `feedback` is `never`; use at-once, after-due",
        ),
        ("course.yaml", "attempts: 3", "attempts: 0", "course.yaml:13: `attempts` is 0; it must be from 1 to 100"),
        ("course.yaml", "pre_test: { week: 1 }", "pre_test: { pass: 1 }", "course.yaml:9: unknown key `pass`"),
        (
            "course.yaml",
            "plan, annex]",
            "plan, annex, forum]",
            "course.yaml:12: `forum` is the address of another page",
        ),
        (
            "course.yaml",
            "plan, annex]",
            "plan, annex, survey]",
            "course.yaml:12: the activity key `survey` is used twice",
        ),
        ("course.yaml", "en: [annex]", "en: [annexe]", "course.yaml:17: `untranslated` names `annexe`"),
        ("course.yaml", "en: [annex]", "es: [annex]", "course.yaml:17: `es` is the first language"),
        ("course.yaml", "untranslated: { en: [annex] }", "", "en/only/annex.md:1: missing: course.yaml:12 names it"),
        ("course.yaml", "hours: 1", "hours: 2", "course.yaml:1: `hours` says 120 minutes, the activities take 56"),
        // Activities.
        (
            "es/only/sheet.md",
            "kind: worksheet",
            "kind: sheet",
            "es/only/sheet.md:2: `kind` is `sheet`; use lesson, worksheet, assignment",
        ),
        ("es/only/sheet.md", "kind: worksheet", "kind: check", "es/only/sheet.md:2: `check` is no kind of this file"),
        (
            "es/only/sheet.md",
            "kind: worksheet\n",
            "",
            "es/only/sheet.md:5: `fields` belongs to a file with `kind: worksheet`",
        ),
        ("es/only/sheet.md", "key: people", "key: problem", "es/only/sheet.md:10: the key `problem` stands here twice"),
        (
            "es/only/sheet.md",
            "rows: 2",
            "rows: 3",
            "en/only/sheet.md:1: fields: problem (2 rows), people (3 rows) here",
        ),
        ("es/only/plan.md", "week: 3", "week: 4", "en/only/plan.md:1: week: 3 here, 4 in es/only/plan.md"),
        ("es/only/plan.md", "points: 4", "points: 5", "en/only/plan.md:1: rubric: diagnosis (0/4 points) here"),
        (
            "es/only/plan.md",
            "points: 4",
            "points: 0",
            "es/only/plan.md:10: `diagnosis` needs at least two levels, the lowest first",
        ),
        ("es/only/plan.md", "[pdf, docx]", "[pdf, exe]", "es/only/plan.md:8: `kinds` is `exe`; use pdf, docx"),
        ("es/only/plan.md", "pass: 60\n", "", "es/only/plan.md:1: `pass` is missing"),
        // Questions.
        ("es/only/check.md", "objective 1", "objective 3", "es/only/check.md:4: `objective 3` is no objective"),
        (
            "es/only/check.md",
            "objective 1",
            "objective 2",
            "en/only/check.md:4: question `c-1`: objective 1 here, 2 in",
        ),
        ("es/only/check.md", "uno => A", "uno", "es/only/check.md:37: not of the form `- [x] left => right`"),
        (
            "es/only/check.md",
            "tres => A",
            "tres => B",
            "en/only/check.md:33: question `c-4`: other lines share a right side",
        ),
        ("es/only/check.md", "- [x] primero\n  > +\n", "", "es/only/check.md:44: fewer than three lines"),
        (
            "es/only/check.md",
            "- [ ] *\n  > Es otra cosa.\n",
            "",
            "es/only/check.md:55: nothing is said to any other answer",
        ),
        (
            "es/only/check.md",
            "- [x] BRECHA",
            "- [x] ¿?",
            "es/only/check.md:61: an accepted answer has letters or digits",
        ),
        ("es/only/check.md", "12,5", "doce", "es/only/check.md:69: not a number"),
        ("es/only/check.md", "12,5", "12,6", "en/only/check.md:65: question `c-7`: another number is right"),
        (
            "es/final-test.md",
            "f-4 (truefalse, objective 2)",
            "f-4 (truefalse, objective 1)",
            "es/final-test.md:1: 1 questions cover objective 2",
        ),
        (
            "es/post-test.md",
            "objective 1",
            "objective 2",
            "es/post-test.md:4: question 1 is of another kind or objective",
        ),
        (
            "es/post-test.md",
            "post-1",
            "pre-1",
            "es/post-test.md:4: the question `pre-1` is in es/pre-test.md:4 as well",
        ),
        // The survey and the glossary.
        ("es/survey.md", "(scale)", "(stars)", "es/survey.md:4: `## clear (stars)` is no question"),
        ("es/survey.md", "- Práctica\n", "", "es/survey.md:8: a `choice` has at least two options"),
        ("es/glossary.md", "## rate:", "## ratio:", "en/glossary.md:8: the term `rate` is not in es/glossary.md"),
        (
            "es/only/reading.md",
            "glossary:gap",
            "glossary:gaps",
            "es/only/reading.md:5: the glossary of this language has no term `gaps`",
        ),
        // Media.
        ("es/only/reading.md", "cycle.svg", "cycles.svg", "es/only/reading.md:9: there is no file es/media/cycles.svg"),
        (
            "es/only/reading.md",
            "media/cycle.svg",
            "media/film.vtt",
            "es/only/reading.md:9: `../media/film.vtt` is nothing to show",
        ),
        ("es/only/reading.md", "![Puntos]", "![]", "es/only/reading.md:13: no words for those who do not see it"),
        (
            "es/only/reading.md",
            "![Puntos]",
            "Aquí: ![Puntos]",
            "es/only/reading.md:13: a picture, a film or a sound stands in a paragraph",
        ),
        (
            "es/only/reading.md",
            "media/plan.docx",
            "media/film.mp4",
            "es/only/reading.md:5: `../media/film.mp4` is no document",
        ),
        (
            "es/media/cycle.svg",
            "<circle",
            "<script/><circle",
            "es/media/cycle.svg:1: `script` is not taken in a drawing",
        ),
        ("es/media/film.vtt", "WEBVTT", "WEB", "es/media/film.vtt:1: what is in it is not VTT"),
    ];
    let unnamed: Vec<_> = slips
        .into_iter()
        .map(|(file, from, to, expected)| (expected, Edited::of("whole-format", file, from, to).mistakes()))
        .filter(|(expected, mistakes)| !mistakes.iter().any(|line| line.starts_with(expected)))
        .collect();
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn media_need_what_belongs_to_them_and_something_that_shows_them() {
    let edited = Edited::of("whole-format", "course.yaml", "hours", "hours");
    for gone in ["es/media/film.md", "en/media/film.vtt"] {
        std::fs::remove_file(edited.course().join(gone)).unwrap();
    }
    std::fs::write(edited.course().join("es/media/stray.png"), "GIF").unwrap();
    std::fs::write(edited.course().join("en/media/plan.docx"), "MZ").unwrap();
    std::fs::write(edited.course().join("media/dots.png"), vec![0; 3 << 20]).unwrap();
    let mistakes = edited.mistakes();
    for expected in [
        "es/only/reading.md:15: es/media/film.mp4 has no transcript; write es/media/film.md beside it",
        "en/only/reading.md:15: en/media/film.mp4 has no captions; write en/media/film.vtt",
        "es/media/stray.png:1: no text shows this file",
        "en/media/plan.docx:1: what is in it is not DOCX",
        "media/dots.png:1: larger than 2 MiB",
    ] {
        assert!(mistakes.iter().any(|line| line.starts_with(expected)), "{expected}: {mistakes:#?}");
    }
}

//! The checker of course files: every mistake, with its file and line. No database is needed.
#![cfg(test)]

mod files;

use files::{BROKEN, Edited, SOUND};
use services::course::check_dir;
use std::path::Path;

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

//! Every slip in the whole of the format, tasks and media among it, is one line about it.
#![cfg(test)]

mod files;

use files::Edited;

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

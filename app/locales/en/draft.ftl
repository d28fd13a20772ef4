# Writing courses
draft-courses = Courses being written
draft-courses-lede = Every course, with the version that editions can use and the draft that somebody works on.
draft-new = New course
draft-new-lede = A course begins with a title in each language. Everything else is written afterwards, in any order, and nobody sees it before you publish it.
draft-search = Search by title or address
draft-empty-title = No courses yet
draft-empty = Begin one, or bring the folder of one.
draft-none-title = No course found
draft-none = No course has “{ $search }” in its title or address.
draft-show-all = Show all courses
draft-caption = { $count ->
    [one] 1 course
   *[other] { $count } courses
}
draft-course = Course
draft-address = Address
draft-languages = Languages
draft-version = Version
draft-draft = Draft
draft-no-version = none yet
draft-changed-on = changed on
draft-unchanged = as published
draft-discarded = What had been changed in “{ $value }” was given up.
draft-begin = Begin the course
draft-hours-hint = Learning hours, all activities together.
draft-slug-hint = Small letters, digits and hyphens. Left empty, it is made of the title. It stays for good.
draft-completion-hint = full, lessons, final-test, survey, recorded; or a rule such as { "{" } all: [lessons, checks, final-test] { "}" }.
field-taught-in = Languages of the course
field-slug = Address
field-learning-hours = Hours
draft-bring-title = Or bring a course as files
draft-bring-file = Zip of the course's folder
draft-bring-hint = A zip with course.yaml and the folders of its languages, up to 64 MiB.
draft-bring = Bring the files
draft-bring-over = Replace the draft by files…
draft-bring-over-hint = Everything in this draft is replaced by what is in the zip. Published versions stay.

draft-breadcrumb = Where you are
draft-tabs = Pages of the draft
draft-tab-outline = Outline
draft-tab-media = Media
draft-tab-files = Files
draft-tab-publish = Check and publish
draft-draft-of = Draft of a course
draft-title = Draft: { $course }
draft-made = It is there. Now write what it says.
draft-saved = Saved.
draft-published = Published as version { $value }. Editions keep the version they have; new ones begin with this one.
draft-state-first = Nothing of this course is published yet.
draft-state-clean = This is version { $version }, as it is published. The first change begins a draft.
draft-state-changed = Version { $version } is published. What is here differs from it and only the staff sees it.
draft-overtaken = A newer version was imported since this draft was begun. Publishing the draft would replace what that version says.
draft-to-publish = Check and publish
draft-no-modules-title = No modules yet
draft-no-modules = A course is divided into modules, each with its lessons and, if you wish, a check. Add the first one below.
draft-module-empty = Nothing in this module yet.
draft-add = Add
draft-add-module = Add a module
draft-add-activity = Add a lesson, worksheet or assignment
draft-add-check = Add a knowledge check
draft-add-once = Add { $what }
draft-once-about = the course's description
draft-once-glossary = a glossary
draft-once-pre-test = a pre-test
draft-once-final-test = a final test
draft-once-post-test = a post-test
draft-once-survey = a closing survey
draft-kind = What it is
draft-title-in = Title · { $language }
draft-kind-about = The course's description
draft-kind-lesson = Lesson
draft-kind-worksheet = Worksheet
draft-kind-assignment = Assignment
draft-kind-quiz = Questions
draft-kind-edge-test = Test before or after
draft-kind-survey = Survey
draft-kind-glossary = Glossary
draft-kind-question = Question
draft-kind-survey-question = Question of the survey
draft-kind-term = Term
draft-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
draft-terms = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
draft-missing = Missing in { $languages }
draft-stale = May be behind in { $languages }
draft-up = Move “{ $title }” up
draft-down = Move “{ $title }” down
draft-remove = Take away…
draft-remove-module = Take the module away…
draft-remove-sure = What it says in every language goes with it.
draft-remove-yes = Take it away
draft-frame = Hours and completion
draft-save = Save
draft-away = As files
draft-away-hint = A course is a folder of texts that can be kept, compared and carried to another campus.
draft-export = Download the folder (zip)
draft-discard-title = Give up the draft…
draft-discard-hint = Everything that was changed since the published version is lost.
draft-discard-all = Nothing of this course was published. Giving it up takes all of it away.
draft-discard = Give up the draft

# Editing a text
draft-looks = How it will look
draft-minor = Only a slip was mended: the other language stays right
draft-stale-here = This may be behind in: { $languages }. Another language was changed since.
draft-fresh = It says the same by now
draft-changed-meanwhile = Somebody else saved this in between. What you typed is still here; saving again replaces theirs.
draft-something = Something to save
draft-spare = Saving gives more empty rows. A row that is emptied goes away.
draft-to-list = Back to the list
draft-new-question = New question
draft-new-survey-question = New question of the survey
draft-new-term = New term
draft-one-question = Question { $key }
draft-one-survey-question = Question { $key }
draft-one-term = Term { $key }
draft-add-question = Add a question
draft-add-survey-question = Add a question
draft-add-term = Add a term
draft-all-question = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
draft-all-survey-question = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
draft-all-term = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
draft-no-question = No questions yet. Write the first one, or import a file.
draft-no-survey-question = No questions yet. Write the first one.
draft-no-term = No terms yet. Write the first one; lessons show its definition at a tap.
draft-part-module-title = Module { $number }
draft-part-blank = Field { $number }
draft-part-criterion = Criterion { $number }
draft-part-level = Level { $number }
draft-part-option = Answer { $number }
draft-part-survey-option = Answer { $number }
draft-no-objective = of none in particular
draft-field-title = Title
draft-field-short-title = Short title
draft-field-summary = Summary in a sentence
draft-field-audience = Whom it is for
draft-field-objectives = What a learner will be able to do
draft-field-body = Text
draft-field-definition = Definition
draft-field-term = Term
draft-field-minutes = Minutes
draft-field-limit = Time limit in minutes
draft-field-week = Due in week
draft-field-pass = Percent that passes
draft-field-weight = Weight in the final grade
draft-field-files-most = Most files
draft-field-files-megabytes = Largest file, in megabytes
draft-field-files-kinds = Kinds of files
draft-field-draw = Questions of an attempt
draft-field-attempts = Attempts
draft-field-wait = Minutes between attempts
draft-field-shuffle = Answers in another order at each attempt
draft-field-grade = Which attempt counts
draft-field-feedback = When feedback is shown
draft-field-kind = Kind
draft-field-objective = Objective
draft-field-asked = What is asked
draft-field-text = Text
draft-field-with = Goes with
draft-field-said = What is said to it
draft-field-other = What is said to any other answer
draft-field-right = Right
draft-field-label = What is to be filled in
draft-field-hint = Hint
draft-field-rows = Lines shown
draft-field-points = Points
draft-hint-objectives = One in a line, in the same order in each language.
draft-hint-kinds = Endings with spaces between them: pdf docx odt xlsx ods png jpg. Left empty, only a text is handed in.
draft-hint-files = Left empty, only a text is handed in.
draft-hint-body = Markdown: ## for a heading, **strong**, - for a list, [a link](other-lesson.md). Media have their own page, which says what to write.
draft-hint-week = Counted from 1; left empty, the edition's last day.
draft-hint-draw = Left empty, all of them.
draft-hint-wait = Left empty, none.
draft-hint-other = For short answers and numbers. A number may have a tolerance: 12.5 +- 0.5
draft-choice-kind-single = One right answer
draft-choice-kind-multiple = Several right answers
draft-choice-kind-truefalse = True or false
draft-choice-kind-matching = Matching
draft-choice-kind-ordering = Putting in order
draft-choice-kind-short = Short answer
draft-choice-kind-numeric = Number
draft-choice-kind-scale = Scale from 1 to 5
draft-choice-kind-choice = One of several answers
draft-choice-kind-text = Text
draft-choice-grade-best = The best
draft-choice-grade-last = The last
draft-choice-grade-average = The average
draft-choice-feedback-at-once = At once
draft-choice-feedback-after-due = After the due date

# Media
draft-media-title = Media of { $course }
draft-no-media-title = No media yet
draft-no-media = Pictures, films, sounds and documents that lessons show are kept here.
draft-medium-added = Added: { $value }. A text has to show it before the course can be published.
draft-medium-removed = Taken away.
draft-not-shown = No text shows it
draft-shown-by = Shown by
draft-write = To show it, write
draft-medium-add = Add a file
draft-medium-file = File
draft-medium-hint = Pictures (svg, png, jpg, webp) and documents (pdf, docx, xlsx, odt, ods, csv, txt) up to 2 MiB; films and sounds (webm, mp4, mp3, ogg) up to 20 MiB.
draft-medium-language = For
draft-medium-all = every language: there are no words in it
draft-medium-only = { $language } only
draft-medium-film = Only for films and sounds
draft-medium-captions = Captions (WebVTT)
draft-medium-transcript = Transcript

# Files
draft-files-title = Files of { $course }
draft-files-lede = The course's texts as they are kept. Whatever the fields cannot say can be written here.
draft-raw = The file's text

# Publishing
draft-publish-title = Check and publish { $course }
draft-publish-stale = These texts may be behind in a language. They can be published all the same.
draft-flaws = { $count ->
    [one] 1 thing to mend first
   *[other] { $count } things to mend first
}
draft-flaws-hint = Each line names the file and the line in it.
draft-mend = Open its fields
draft-no-flaws = The check found nothing to mend.
draft-changes = What changes
draft-no-changes = No activity changes.
draft-nothing-to-publish = The draft says what the published version says. There is nothing to publish.
draft-publish-hint = Editions that exist keep their version. New editions, and the course's own page, show this one.
draft-publish = Publish as version { $number }
change-new = New
change-changed = Changed
change-moved = Moved
change-removed = Gone

# Questions from files
draft-import-title = Import questions into { $quiz }
draft-import-questions = Import questions from a file
draft-import-lede = Moodle XML, GIFT or Aiken. First you see what was read and what was not; nothing is added before that.
draft-import-file = File of questions
draft-import-hint = Up to 8 MiB, as text in UTF-8.
draft-import-language = The language of its texts
draft-import-look = See what is in it
draft-import-add = { $count ->
    [one] Add the question
   *[other] Add the { $count } questions
}
draft-import-report = { $count } read, { $lost } not
draft-import-caption = The questions of the file
draft-import-line = Line
draft-import-fate = What becomes of it
draft-import-read = Read
draft-import-lossy = Read, something is lost
draft-import-unread = Not read
draft-imported = { $value } questions were added at the end. What is missing, such as feedback, the check names.
question-note-essay = It is answered in words that somebody judges. Use an assignment for that.
question-note-description = It is a text that asks nothing. Put it into a lesson.
question-note-cloze = It has several questions inside one text, which this campus does not have.
question-note-kind-unknown = It is of a kind that this campus does not have.
question-note-no-right-answer = No answer of it is right.
question-note-answers-few = It has fewer than two answers.
question-note-broken = Its notation cannot be read.
question-note-partial-credit = Answers that were worth a part of the points count as wrong, or are not accepted.
question-note-general-feedback = What was said after any answer is left out. Each answer has its own feedback here.
question-note-pictures = Its pictures and files are left out. Add them under Media.
question-note-case-ignored = Capitals make no difference to short answers here.
question-note-several-numbers = Only its first right number is accepted.
question-note-distractors = Answers that went with nothing are left out.
question-note-wrong-answers = What was said to one certain wrong answer is left out.

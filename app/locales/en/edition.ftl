# Editions: the staff's register, and the names of time zones.
editions-title = Editions
editions-made = Edition { $code } was made.
editions-new = New edition
editions-search = Search by title, code or course
editions-empty-title = There are no editions yet
editions-empty = Make the first one: choose a course, its dates and its languages.
editions-none-title = No edition matches
editions-none = There are no editions with “{ $search }”. Try fewer letters.
editions-show-all = See all editions
editions-caption = { $count ->
    [one] 1 edition
   *[other] { $count } editions
}
editions-edition = Edition
editions-phase = State
editions-dates = Dates
editions-code = Code and modality
editions-seats = Seats
editions-enrolled = Enrolled
editions-completed = Completed
editions-no-limit = no limit

new-edition-title = New edition
new-edition-breadcrumb = Where you are
new-edition-lede = An edition is one running of a course, with its dates and its participants. It keeps the version of the course that is published today.
new-edition-choose = Choose a course
new-edition-code-hint = Lower-case letters without accents, numbers and hyphens, for example sisdehm-2026-1. It becomes part of its address and does not change.
new-edition-title-hint = Left empty, it takes the course’s title.
new-edition-ends-hint = This day is included, up to its midnight.
new-edition-zone-hint = In which local time its days begin and end.
new-edition-modality-hint = All four modalities count in the indicators.
new-edition-seats-hint = No limit if you leave it empty.
new-edition-course-rule = The course’s own rule
new-edition-completion-hint = It is pinned: it does not change for those who have begun.
new-edition-no-country = None in particular
new-edition-country-hint = For workshops and transfers that take place in one country.
new-edition-any-kind = Every kind of personnel
new-edition-kind-hint = When the edition is made for one group, for example media staff.
new-edition-instructors-hint = E-mail addresses of their accounts, one a line or separated by commas.
new-edition-button = Make the edition
enrolment-open = Open: everybody enrols by themselves
enrolment-application = By application: people apply, and its team accepts
enrolment-code = By code: whoever has the code enrols
enrolment-invitation = By invitation: whoever is invited enrols
enrolment-closed = Closed: the campus team enrols people
new-edition-what = What is taught
new-edition-when = When and where
new-edition-people = Who takes part
new-edition-completing = How it is completed
new-edition-begin = How it begins
new-edition-as-draft = As a draft: only its team sees it until you open it
new-edition-as-open = Open at once: it stands in the catalogue
new-edition-place-hint = A city, a building, a room: for those who meet.
new-edition-link-hint = The address of the room online, beginning with https://. Only those who take part see it.

state-draft = Draft
state-open = Open
state-running = Running
state-grading = Grading
state-closed = Closed
state-draft-means = Only its team and staff see it.
state-open-means = It stands in the catalogue, and people come in by its way of enrolment.
state-running-means = The call is over. Those who are in it learn; its team can still add people.
state-grading-means = Learning is over. Work is graded, attendance and completions are recorded.
state-closed-means = Nothing of it changes any more. Its people keep what they reached.
state-draft-done = The edition is a draft again. It has left the catalogue.
state-open-done = The call is open. The edition stands in the catalogue.
state-running-done = The call is over, and learning goes on.
state-grading-done = Learning is over. What was handed in waits to be graded.
state-closed-done = The edition is closed.
step-draft-open = Open the call
step-draft-open-means = The edition appears in the catalogue and on its course’s page, and people can come in. Learning begins on its first day.
step-open-running = End the call
step-open-running-means = Nobody comes in by themselves any more. Those who are in it go on learning.
step-open-grading = End learning
step-open-grading-means = Lessons and tests stop counting from now on, also before the last day. Work that was handed in waits for its grade.
step-open-draft = Back to draft
step-open-draft-means = The edition leaves the catalogue. Possible only while nobody is in it.
step-running-grading = End learning
step-running-grading-means = Lessons and tests stop counting from now on, also before the last day. Work that was handed in waits for its grade.
step-running-open = Take up the call again
step-running-open-means = People can come in again by the edition’s way of enrolment.
step-grading-closed = Close the edition
step-grading-closed-means = Grades, attendance, people and completions stay as they are now. Only staff can reopen it, with a reason.
step-grading-running = Let learning go on
step-grading-running-means = Lessons and tests count again, within the edition’s days.
step-closed-grading = Reopen the edition
step-closed-grading-means = Grades, attendance and people can be changed again. The reason stays in the audit trail.
overview-waits = What waits for you
overview-nothing-waits = Nothing waits for you.
overview-to-grade = { $count ->
    [one] 1 work waits to be graded
   *[other] { $count } works wait to be graded
}
overview-not-started = { $count ->
    [one] 1 person has not started
   *[other] { $count } people have not started
}
overview-state = Where it stands
overview-closed = Staff can reopen it.
overview-reason-hint = Why it is reopened. It stays in the audit trail.
overview-to-clone = Clone this edition
overview-to-rule = Change the rule
overview-made = The edition was made. Look it over, and open the call when it is ready.

settings-title = { $edition }: settings
settings-saved = The settings were saved.
settings-save = Save the settings
settings-rule = How it is completed has a page of its own, which shows what a change means for each person.
settings-to-rule = Change the rule
settings-by-staff = The course, the code, the modality, the rule and who teaches are in the hands of staff.
settings-closed-title = This edition is closed

clone-title = Clone this edition
clone-lede = The same edition some weeks later, on the same days of the week. You first see what it would be; nothing is made until you confirm it.
clone-weeks-hint = 52 weeks are a year. Every date moves by so many, and hours stay as the clocks show them.
clone-newest-hint = This edition has version { $was } of the course; the newest is { $number }.
clone-newest-misfits = The rule of this edition asks for something that the newest version does not have. Leave this off, or change the rule afterwards.
clone-show = Show what it would be
clone-preview = What { $code } would be
clone-caption = Its dates
clone-what = What
clone-was = Here
clone-will-be = In the clone
clone-days = First and last day
clone-copied = What is copied
clone-copied-settings = Titles, languages, modality, place, link, seats and the way of enrolment
clone-copied-rule = The course’s version and the rule of completion
clone-copied-team = Who teaches: { $names }
clone-copied-sessions = { $count ->
    [0] Sessions: there are none
    [one] 1 session, without who came
   *[other] { $count } sessions, without who came
}
clone-left = What is not copied
clone-left-people = People, applications and certificates
clone-left-work = Work, grades, attendance and the survey’s answers
clone-left-talk = The forum and messages
clone-draft = The clone is a draft: only its team sees it until you open the call.
clone-button = Make the clone

zone-time = { $place } time
zone-America-New_York = Washington
zone-America-Los_Angeles = Los Angeles
zone-America-Denver = Denver
zone-America-Chicago = Chicago
zone-America-Toronto = Toronto
zone-America-Mexico_City = Mexico City
zone-America-Havana = Havana
zone-America-Nassau = Nassau
zone-America-Santo_Domingo = Santo Domingo
zone-America-Port-au-Prince = Port-au-Prince
zone-America-Jamaica = Kingston
zone-America-Guatemala = Guatemala City
zone-America-Belize = Belmopan
zone-America-El_Salvador = San Salvador
zone-America-Tegucigalpa = Tegucigalpa
zone-America-Managua = Managua
zone-America-Costa_Rica = San José
zone-America-Panama = Panama City
zone-America-Barbados = Bridgetown
zone-America-Port_of_Spain = Port of Spain
zone-America-Caracas = Caracas
zone-America-Bogota = Bogotá
zone-America-Guyana = Georgetown
zone-America-Paramaribo = Paramaribo
zone-America-Guayaquil = Quito
zone-America-Lima = Lima
zone-America-La_Paz = La Paz
zone-America-Sao_Paulo = Brasília
zone-America-Asuncion = Asunción
zone-America-Santiago = Santiago
zone-America-Montevideo = Montevideo
zone-America-Argentina-Buenos_Aires = Buenos Aires
zone-UTC = Greenwich (UTC)

edition-rule = How it is completed
edition-rule-pinned = This rule is the edition’s own. It is the same for everybody in it, and changes only here.
edition-rule-changed = { $count ->
    [0] The rule is changed. Nobody was completed by it just now.
    [one] The rule is changed, and completed 1 person who already met it.
   *[other] The rule is changed, and completed { $count } people who already met it.
}
edition-nobody = nobody yet
edition-version = { $title }, version { $number }
edition-to-people = People of this edition
edition-to-attendance = Sessions and attendance
edition-to-course = The course’s page
edition-change = Another rule
edition-change-lede = Choose what completing this edition should ask for. You will first see what the change means for each person; nothing is written until you confirm it there.
edition-change-text = The rule as text
new-edition-rule-hint = For a rule that is none of these, written as in a course’s file, for example: all: [lessons, some: …]. Once the edition is made, its page offers a form to choose from.

rule-to-complete = To complete it: { $what }
rule-all = all of these
rule-some = { $count ->
    [one] at least 1 of these
   *[other] at least { $count } of these
}
rule-lessons = { $count ->
    [one] the lesson, read to its end
   *[other] all { $count } lessons and worksheets
}
rule-checks = { $count ->
    [one] the knowledge check, passed
   *[other] all { $count } knowledge checks, passed
}
rule-final-test = the final test, with { $pass }% or more
rule-survey = the closing survey
rule-recorded = the edition’s team records who completes it
rule-quiz = “{ $title }”, with { $pass }% or more
rule-assignment = the assignment “{ $title }”, graded { $pass }% or more
rule-attendance = { $count ->
    [one] attendance at 1 session or more
   *[other] attendance at { $count } sessions or more
}
rule-final-grade = a final grade of { $pass }% or more
rule-part-lessons = Every lesson and worksheet
rule-part-checks = Every knowledge check, passed
rule-part-final-test = The final test, passed
rule-part-survey = The closing survey
rule-part-attendance = Attendance
rule-part-final-grade = The final grade
rule-part-sessions = Sessions at least
rule-part-percent = Percent at least
rule-part-grade = Percent at least ({ $pass } if empty)
rule-how = How many of the chosen
rule-how-all = All of the chosen
rule-how-some = At least so many of the chosen:
rule-nested-now = The present rule is nested and is written in the text below; these rows begin empty.
rule-text-hint = For nested rules. A word (full, final-test, recorded) or a tree such as: some: {"{"} least: 1, of: [final-test, attendance: 3] {"}"}
rule-preview-button = See what it means
rule-preview-title = What the change means
rule-preview-lede = Nothing has been written yet. This is what would happen if the rule changed now.
rule-preview-old = The rule now
rule-preview-new = The new rule
rule-preview-means = For the people of this edition
rule-preview-completes = Would be complete at once, with today’s date and a certificate
rule-preview-more = Are under way and would have more left
rule-preview-same = Are under way and would have as much left, or less
rule-preview-keeps = Have completed, and keep it
rule-preview-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
rule-preview-same-rule = This is the rule that the edition already has.
rule-preview-confirm = Change the rule
rule-preview-back = Back without changing
rule-preview-hint = The change is kept in the campus’s record, with the old and the new rule. It takes no completion away.
rule-preview-who = Who they are
rule-preview-nobody = Nobody.
rule-preview-before = Steps left now
rule-preview-after = Steps left then
rule-tab-completes = Complete at once
rule-tab-more = More left
rule-tab-same = As much or less
rule-tab-keeps = Completed

version-title = Content version of { $edition }
version-newest = This edition has version { $number } of its course, which is the newest.
version-older = This edition has version { $number } of its course. Version { $newest } is the newest. Nothing changes here until somebody says so.
version-changes = What would change
version-words-only = No activity; only what is said about the course.
version-effects = What it would do to the people
version-back = What somebody did stays recorded. A new or changed activity is one more to do.
version-hint = Completions stay, whatever the new version asks. There is no way back to the older version.
version-upgrade = Go over to version { $number }
version-obstacles = It cannot be done now:
version-done = { $count ->
    [0] The edition has the newest version now. Nobody completed by that.
    [one] The edition has the newest version now. 1 person completed by that.
   *[other] The edition has the newest version now. { $count } people completed by that.
}
effect-keeps = Have completed, and keep that
effect-completes = Would complete at once
effect-further = Would be further
effect-same = Would be where they are
effect-back = Would have more to do
obstacle-rule-unfit = The edition's rule asks for something that the new version lacks. Change the rule first.
obstacle-language-missing = The edition is taught in a language that the new version lacks.
obstacle-open-attempts = Somebody sits at a test that would change. Try again when they have handed in.
teach-tab-version = Content

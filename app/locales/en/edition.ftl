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
enrolment-closed = Closed: the campus team enrols people

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

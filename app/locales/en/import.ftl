# Lists of people: loading, looking, undoing.
imports-title = Load a list
imports-page-title = Load a list: { $edition }
imports-lede = Bring the list of your workshop or course. You will see what becomes of each row before anything is done, and can take the whole of it back.
imports-file-hint = A CSV or XLSX file. Columns are recognised by their names in Spanish, English, Portuguese or French, in any order. Template:
imports-template-xlsx = XLSX
imports-template-csv = CSV
imports-presence-hint = For rows without a date or a “no” of their own.
imports-day-hint = The day on which they attended or completed.
presence-enrolled = They only enrolled
presence-attended = They attended
presence-completed = They attended and completed it
imports-read = Look at the list
imports-read-hint = Nobody is saved yet.
imports-one-by-one = Only a few people?
imports-past = Earlier lists
imports-none = No list has been loaded yet.
imports-undone = The list was taken back: everything is as it was before.
imports-caption = { $count ->
    [one] 1 list
   *[other] { $count } lists
}
imports-list = List
imports-when = When
imports-state = State
imports-what = What it did
imports-act = Actions
imports-undo = Undo
imports-typed = { $name } (one person)
imports-unnamed = File without a name
imports-sums = { $rows } rows: { $added } added, { $filled } filled in, { $unchanged } already there, { $flawed } with errors.
imports-kept = { $count ->
    [one] 1 row stayed, because it was in use.
   *[other] { $count } rows stayed, because they were in use.
}
import-state-prepared = To confirm
import-state-done = Loaded
import-state-undone = Undone
import-title-prepared = Look at the list: { $name }
import-title-done = Loaded list: { $name }
import-title-undone = List taken back: { $name }
import-unread = The file could not be read, and nothing was saved.
import-again = Load another file
import-nothing-yet = Nothing has been done yet.
import-presence-enrolled = Whoever has no date in their row will only be enrolled.
import-presence-attended = Whoever has no date in their row attended on { $day }.
import-presence-completed = Whoever has no date in their row attended and completed on { $day }.
import-chosen = Your choices are kept.
import-left-out = { $count ->
    [one] This column is left out: { $names }.
   *[other] These columns are left out: { $names }.
}
import-filters = Which rows are shown
import-all = All
import-caption = { $count ->
    [one] 1 row
   *[other] { $count } rows
}, in the order of the file
import-row = Row
import-fate = What becomes of it
import-no-name = no name
import-no-rows = There are no such rows.
import-fills = Fills in: { $what }
fate-flawed = Error
fate-duplicate = Possible duplicate
fate-new = New person
fate-match = Known by e-mail
fate-fill = Filled in
fate-there = Already there
import-who = Is { $name } somebody who is on the campus already?
import-apart = No, another person
import-same = Yes, it is { $name }, { $email }, { $place }
import-no-email = no e-mail
import-here = in this edition
import-elsewhere = in another edition
import-keep-choices = Keep the choices
import-duplicates = { $count ->
    [one] 1 possible duplicate will be added as another person, unless you choose.
   *[other] { $count } possible duplicates will be added as other people, unless you choose.
}
import-flawed = { $count ->
    [one] 1 row with an error will not be loaded. You can mend it in your file and bring it again: what is there is not repeated.
   *[other] { $count } rows with errors will not be loaded. You can mend them in your file and bring it again: what is there is not repeated.
}
import-confirm = { $count ->
    [one] Load 1 row
   *[other] Load { $count } rows
}
import-nothing-to-do = There is nothing to load.
import-discard = Discard
import-to-people = See the people of the edition
import-to-undo = Take this list back
column-given_name = given name
column-family_name = family name
column-full_name = full name
column-email = e-mail
column-sex = sex
column-country = country
column-personnel_kind = kind of personnel
column-institution = institution
column-language = language
column-enrolled_at = enrolment
column-first_activity_at = attendance
column-completed_at = completion
undo-title = Take back: { $name }
undo-lede = Only what this list did is taken back:
undo-nothing = There is nothing left to take back.
undo-people = { $count ->
    [one] 1 person whom the campus did not know
   *[other] { $count } people whom the campus did not know
}
undo-participations = { $count ->
    [one] 1 participation
   *[other] { $count } participations
}
undo-filled = { $count ->
    [one] what it filled in in 1 participation
   *[other] what it filled in in { $count } participations
}
undo-certificates = { $count ->
    [one] 1 certificate
   *[other] { $count } certificates
}
undo-kept = { $count ->
    [one] This row stays, because somebody uses it:
   *[other] These { $count } rows stay, because somebody uses them:
}
undo-row = Row { $line }, { $name }:
kept-claimed = the person has an account and made it theirs.
kept-elsewhere = the person is also in another edition or list.
kept-active = the person has done something in the edition since.
kept-changed = something was changed since.
undo-button = Take the whole list back
undo-button-others = Take the other rows back
undo-back = Back without undoing
new-person-title = Add a person
new-person-lede = For short lists, or on paper. The person needs no account.
new-person-email-hint = With it, the person can find their record and certificate later.
new-person-counted = Write only what the person declared about themselves. Nothing is inferred from a name, and none of this appears on lists or certificates.
new-person-sex = Only if the person declared it: woman, man, another identity, or that they prefer not to say.
new-person-consent = The person declared it in writing and agrees. Needed only if you filled in any of the above.
new-person-button = Add
new-person-new = The person was added. You can add the next one.
new-person-filled = The person was there already, and what was missing was filled in.
new-person-there = The person was in the edition already. Nothing was changed.

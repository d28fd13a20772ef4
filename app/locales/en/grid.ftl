# An edition at a glance: the grid and the gradebook.
teach-tab-activities = Activities
teach-tab-gradebook = Gradebook
grid-title = { $edition }: activities
grid-search = Search by name
grid-module = Module
grid-all-modules = All modules
grid-order = In order of
grid-name = Name
grid-caption = { $count ->
    [one] 1 person
   *[other] { $count } people
}
grid-keys = What the signs say
grid-key-done = ✓ done, or the grade in percent
grid-key-waiting = ● handed in, waits for its grade
grid-key-below = ↓ graded under the mark
grid-key-late = ! due and not done
grid-key-open = · nothing yet
grid-done = done
grid-waiting = waits for its grade
grid-below = under the mark
grid-late = late
grid-open = nothing yet
gradebook-title = { $edition }: gradebook
gradebook-lede = The grades that count, as each person sees their own. The final grade is the mean by weight; what was not tried counts as nothing in it.
gradebook-download = Download as XLSX
gradebook-final = Final grade
gradebook-mean = Mean of those who have a grade
gradebook-weight = weight { $weight }
gradebook-none = no grade
gradebook-count = of { $count }
gradebook-nothing-title = Nothing is graded here
gradebook-nothing = This course has no tests and no assignments.

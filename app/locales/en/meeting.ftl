# Sessions, and who came.
meeting-title = Sessions and attendance
meeting-saved = Saved.
meeting-removed = The session was removed.
meeting-new = A new session
meeting-empty-title = There are no sessions yet
meeting-empty = Add the first one below. Participants see it in their course, on their start page and in their calendar.
meeting-caption = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}, { $zone }
meeting-session = Session
meeting-when = When
meeting-where = Where
meeting-online = online
meeting-nowhere = not said yet
meeting-came = Came
meeting-marked = Noted
meeting-of = { $part } of { $whole }
meeting-add = Add the session
meeting-save = Save the session
meeting-zone-hint = In { $zone }.
meeting-link-hint = Where people join online. Only participants of this edition see it.
meeting-join = Join online
meeting-print = Sheet to print and sign
meeting-change = Change this session
meeting-remove = Remove this session
meeting-remove-why = { $count ->
    [0] Nobody’s attendance was noted yet. It disappears from everybody’s course and calendar.
    [one] The attendance of 1 person was noted and is lost with it. Whoever completed the edition keeps that.
   *[other] The attendance of { $count } people was noted and is lost with it. Whoever completed the edition keeps that.
}
meeting-remove-yes = Yes, remove it
meeting-early = This session has not begun. Until an hour before, only excuses can be noted.
meeting-search = Search by name
meeting-sheet-caption = { $count ->
    [one] 1 person
   *[other] { $count } people
}, by family name
meeting-mark = Attendance
meeting-so-far = Sessions attended
meeting-rest-leave = stay without one
meeting-save-marks = Save
meeting-previous = Save and go back a page
meeting-next = Save and go on
meeting-sheet-hint = Searching and turning the page save what you marked. Attendance counts at once for whoever needs it to complete the edition.
meeting-number = No.
meeting-sign = Signature
meeting-print-back = Back to the session
meeting-print-how = Print this page from your browser.
meeting-mine = Sessions
attendance-none = no mark
attendance-present = Present
attendance-late = Late
attendance-absent = Absent
attendance-excused = Excused
attendance-unknown = Not noted yet

# Everybody's own start page; an instructor's editions and rosters.
home-title = My campus
home-hello = Hello, { $name }
home-verified = Your e-mail address is confirmed. Thank you.
home-empty-title = Your path begins here
home-empty = You have no editions yet. Once you enrol in one, you will see here what comes next and its dates.
home-empty-action = See the courses
home-resume = Continue where you left off
home-resume-action = Continue
home-start = Your first step
home-start-action = Begin
home-editions = My editions
home-more-courses = Find another course
home-certificates = Certificates
home-no-certificates = When you complete an edition, its certificate will be here.
home-next-step = Next:
home-percent = { $percent }% done
home-progress-label = Your progress
home-remaining = { $count ->
    [0] Nothing remains
    [one] 1 step remains
   *[other] { $count } steps remain
}
home-completed = Completed

teach-title = Teach
teach-running = Under way
teach-upcoming = Yet to begin
teach-ended = Ended
teach-empty-title = You do not teach an edition yet
teach-empty = Once the campus team assigns you one, you will see its participants and their progress here.
teach-empty-action = Read the guide for instructors
teach-enrolled = { $count ->
    [one] 1 person enrolled
   *[other] { $count } people enrolled
}
teach-not-started = { $count } not started
teach-waiting = { $count ->
    [one] 1 submission waits for a grade
   *[other] { $count } submissions wait for a grade
}
teach-tabs = This edition
teach-kind-edition = Edition
teach-kind-people = People
teach-kind-sessions = Sessions
teach-kind-work = Work
teach-kind-talk = Messages
teach-kind-results = Results
teach-tab-overview = Overview
teach-tab-settings = Settings
teach-tab-people = People
teach-tab-import = Lists
teach-tab-sign-in = Sign-in
teach-tab-attendance = Sessions
teach-tab-grading = Grading
teach-tab-survey = Survey
teach-completed-of = { $completed } of { $enrolled } completed it
teach-completed-label = People who completed

roster-title = People: { $edition }
roster-breadcrumb = Where you are
roster-filters = Which people are shown
roster-filter-all = All
roster-filter-not-started = Not started
roster-filter-under-way = Under way
roster-filter-completed = Completed
roster-search = Search by name or e-mail
roster-name = Name
roster-progress = Progress
roster-last-activity = Last activity
roster-email = E-mail
roster-state = State
roster-never = none yet
roster-completed = Completed
roster-under-way = Under way
roster-not-started = Not started
roster-caption = { $count ->
    [one] 1 person
   *[other] { $count } people
}, in order of: { $order }
roster-empty-title = Nobody is enrolled yet
roster-empty = People will appear here as soon as they enrol or the campus team loads their list.
roster-none-title = Nobody matches
roster-none = Try fewer letters of the name, or another filter.
roster-show-all = See everybody

home-todo = To do
home-todo-none = Nothing is waiting for you just now.
home-todo-later = { $count ->
    [one] 1 more, later
   *[other] { $count } more, later
}
home-no-current = You are not in an edition that runs now.
home-past = { $count ->
    [one] 1 past edition
   *[other] { $count } past editions
}
todo-until = by { $at }
todo-next = Continue: { $title }
todo-pre-test = Before you begin: { $title }
todo-check = Pass: { $title }
todo-assignment = Hand in: { $title }
todo-final-test = Pass: { $title }
todo-post-test = At the end: { $title }
todo-survey = Tell us what you think: { $title }
todo-lesson = Read: { $title }
todo-worksheet = Fill in: { $title }
todo-checks = { $count ->
    [one] 1 knowledge check still to pass
   *[other] { $count } knowledge checks still to pass
}
todo-waiting = Handed in: { $title }
todo-waiting-badge = waits for its grade
todo-meeting = Session: { $title }

grades-title = My grades
grades-lede = Everything that is graded in this edition, what each needs, and what you have reached so far. Only you and those who teach it see this page.
grades-caption = What is graded. Dates are in { $zone }.
grades-what = Activity
grades-state = State
grades-grade = You have
grades-pass = Needed
grades-weight = Weight
grades-attempts = Attempts
grades-due = Due
grades-percent = { $percent }%
grades-no-grade = none yet
grades-passed = Passed
grades-waiting = Waits for its grade
grades-under = Not yet enough
grades-not-tried = Not tried yet
grades-no-attempts = can be handed in again
grades-attempts-of = { $count } made, { $left } left
grades-attempts-any = { $count } made, no limit
grades-feedback = What was said
grades-module = Module { $number }
grades-final = Final grade
grades-final-asked = This edition asks for { $pass }% or more.
grades-final-how = The mean of everything that is graded, each by its weight. What you have not tried yet counts as nothing, so it grows as you go.
grades-none-title = Nothing is graded here
grades-none = This edition has no quizzes or assignments.
grades-attended = You attended { $attended } of { $all } sessions.
grades-attended-asked = You attended { $attended } of { $all } sessions; { $least } are needed.

roster-filter-at-risk = At risk
roster-filter-failed = Failed
roster-filter-left = Left
roster-enrolled = Enrolled on
roster-columns = Columns
roster-column-show = Show “{ $column }”
roster-column-hide = Hide “{ $column }”
roster-choose = Choose
roster-choose-one = Choose { $name }
roster-at-risk = at risk
roster-acts = With those chosen
roster-act-write = Write to them…
roster-act-withdraw = Withdrawn
roster-act-no-show = Never came
roster-act-fail = Failed
roster-act-reinstate = Take this back
roster-act-complete = Record the completion
roster-outcomes = How they ended…
roster-outcomes-hint = Who withdrew or never came frees the seat, and whoever waits for one moves up. What they did stays and counts as it counted. Each of the three can be taken back.
roster-reason-hint = Why. The team sees it; a completion by hand needs it.
roster-by-hand = A completion by hand
roster-by-hand-hint = For what the campus did not see. It issues the certificate, tells the person by mail, and stays.
roster-evidence-hint = What shows it: a list, a letter, a file's number.
roster-day-hint = The day of it. Left empty, today.
roster-acted = { $count ->
    [0] Nothing was recorded.
    [one] Recorded of 1 person.
   *[other] Recorded of { $count } people.
}
roster-passed = { $count ->
    [one] Of 1 person it could not be said: they completed, were there, or there is no seat.
   *[other] Of { $count } people it could not be said: they completed, were there, or there is no seat.
}
outcome-withdrawn = Withdrew
outcome-no-show = Never came
outcome-failed = Failed
home-left = You left the edition. Your seat is free for somebody else; what you did is kept.

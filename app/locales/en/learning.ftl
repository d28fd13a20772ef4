# Learning inside an edition; what lists show.
learning-my-campus = My campus
learning-breadcrumb = Where you are
learning-done-mark = Done:
learning-minutes-short = { $count } min
learning-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
learning-progress = { $percent }% done, { $done } of { $all } activities
learning-progress-label = Your progress
learning-upcoming = This edition begins on { $date }. You can read from now on; your progress is recorded from that day.
learning-ended = This edition ended on { $date }. You can still read; your progress stays as it was that day.
learning-completed = You completed this edition.
learning-see-certificate = See your certificate
learning-start = Begin: { $title }
learning-resume = Continue: { $title }
learning-no-lessons-title = The lessons are not online yet
learning-no-lessons = The people who run this edition will tell you when and where it is taught, and will record who completes it.
learning-dates = Dates
learning-contents = { $edition }: contents
learning-to-outline = Back to the contents
learning-place = Module { $number } · { $title }
learning-read = Read
learning-nav = Lessons
learning-finish = Mark as read and continue
learning-next = Next: { $title }

remains-title = What remains
remains-title-done = Completed
remains-nothing = Nothing remains.
remains-lesson = Finish the lesson “{ $title }”
remains-lessons = { $count ->
    [one] Finish 1 lesson
   *[other] Finish { $count } lessons
}
remains-quiz = Module { $module }, “{ $title }”: { $pass }% is needed
remains-quiz-tried = Module { $module }, “{ $title }”: you have { $best }%, { $pass }% is needed
remains-recorded = The people who run the edition record it as completed
remains-with = { $what }, { $attempts }
remains-attempts = { $count ->
    [0] no attempt left: write to whoever teaches the edition
    [one] 1 attempt left
   *[other] { $count } attempts left
}
remains-assignment = Hand in “{ $title }”: { $pass }% is needed
remains-assignment-waiting = “{ $title }” is handed in and waits for its grade: { $pass }% is needed
remains-assignment-under = “{ $title }”: you have { $grade }%, { $pass }% is needed. You can hand it in again
remains-assignment-again = “{ $title }”: you have { $grade }%, { $pass }% is needed. What you handed in again waits for its grade
remains-survey = Tell us what you think in “{ $title }”
remains-attendance = Attend sessions: { $attended } of { $least } so far
remains-final-grade = Final grade: you have { $grade }%, { $pass }% is needed
remains-choice = { $count ->
    [one] 1 more of these:
   *[other] { $count } more of these:
}
remains-all-of = All of these:

quiz-about-check = A few questions to check what you have read. After each answer you will see why it is right or not.
quiz-about-final = The final test brings together questions from the whole course. Once you submit it you will see your result and a note on each answer.
quiz-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
quiz-pass-mark = { $pass }% or more to pass
quiz-retries = You can try as often as you like; your best result counts.
quiz-start = Begin
quiz-submit = Submit my answers
quiz-again = Try again
quiz-question = Question { $number } of { $asked }
quiz-choose-all = Choose all that apply.
quiz-score = { $percent } of 100
quiz-score-label = Score
quiz-passed = You passed: { $right } of { $asked } answers were right. Read the notes before you go on; the ones you got right teach something too.
quiz-failed = This time { $right } of { $asked } were right, and { $pass }% is needed to pass. Take your time with the notes and try again whenever you like.
quiz-failed-passed-before = This time { $right } of { $asked } were right. You had already passed, and that stays.
quiz-answer-right = You answered this one right.
quiz-answer-wrong = Not yet. Read the note.
quiz-your-answer = your answer
quiz-mark-right = Right:
quiz-mark-wrong = Not right:
quiz-check-answer = Check this answer
quiz-check-right = Right.
quiz-check-wrong = Not yet. You can change your answer.
quiz-check-choose = Choose an answer first.
quiz-check-failed = We could not check it now. Your choice is still here: try again, or submit all your answers below.

list-search = Search
list-pages = Pages
list-page-of = Page { $number } of { $pages }
list-previous = Previous
list-next = Next
learning-to-grades = My grades and attendance

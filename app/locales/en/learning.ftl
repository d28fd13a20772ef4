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
quiz-about-final-test = The final test brings together questions from the whole course. Once you submit it you will see your result and a note on each answer.
quiz-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
quiz-pass-mark = { $pass }% or more to pass
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

when-moment = { $date }, { $time } ({ $zone })

quiz-about-pre-test = What do you know already? These questions show where you begin; at the end of the course you will answer others like them and see what you have gained. There is no grade, and nobody passes or fails.
quiz-about-post-test = Questions like those at the beginning, to see what the course has given you. There is no grade, and nobody passes or fails.
quiz-once = You can answer them once.
quiz-attempts-any = You can try as often as you like; { $method }.
quiz-attempts-one = There is one attempt.
quiz-attempts-left = { $count ->
    [one] You have 1 attempt left; { $method }.
   *[other] You have { $count } attempts left; { $method }.
}
quiz-attempts-none = You have used all your attempts. If something went wrong, write to the people who teach this edition.
quiz-method-best = your best result counts
quiz-method-last = your last result counts
quiz-method-average = the average of your results counts
quiz-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
quiz-hours = { $count } hours
quiz-limit = Once you begin you have { $span }. Answers are saved as you give them.
quiz-wait = Between two attempts: { $span }.
quiz-due = Due { $at }.
quiz-feedback-later = You will see which answers were right from { $at }.
quiz-granted = Your instructors have given you:
quiz-granted-minutes = { $count ->
    [one] 1 minute more
   *[other] { $count } minutes more
}
quiz-granted-attempts = { $count ->
    [one] 1 attempt more
   *[other] { $count } attempts more
}
quiz-granted-due = until { $at }
quiz-next-at = You can begin the next attempt on { $at }.
quiz-over = The time of this attempt is over. The answers that were saved in time count.
quiz-see-result = See the result
quiz-timed-out = The time ran out before this attempt was handed in. The answers that had been saved by then count.
quiz-save = Save and go on later
quiz-saving = Saving…
quiz-saved = Saved:
quiz-saved-later = Your answers are saved. Come back and go on whenever you like.
quiz-saved-at = Saved at { $time }.
quiz-kept = Not saved yet: no connection to the campus. Your answers are kept on this device and will be sent again.
quiz-kept-wrong = One answer cannot be read, such as a number with letters. The others are saved.
quiz-ended = This attempt is over: it was handed in, or its time ran out. Reload the page to see it.
quiz-closes = This attempt ends on { $at }. What is saved by then counts.
quiz-left = Time left: { $time }
quiz-left-few = Minutes left: { $count }
quiz-left-none = The time is over. What was saved counts: reload the page to see the result.
quiz-match-each = Choose for each line what it goes with.
quiz-order-each = Choose for each line its place in the order, from 1.
quiz-type-words = Answer in a few words. Capitals and accents do not count.
quiz-type-number = Answer with a number, such as 12.5.
quiz-number-invalid = This is not a number. Write one such as 12 or 12.5.
quiz-choose = Choose
quiz-typed = Your answer
quiz-not-answered = You did not answer this one.
quiz-position = place { $place }
quiz-nowhere = nothing
quiz-put = Your answer: { $place }
quiz-belongs = Right: { $place }
quiz-wrote = Your answer: { $text }
quiz-solution = Right: { $text }
quiz-grade-best = Your grade, by your best attempt: { $percent }% ({ $pass }% passes)
quiz-grade-last = Your grade, by your last attempt: { $percent }% ({ $pass }% passes)
quiz-grade-average = Your grade, the average of your attempts: { $percent }% ({ $pass }% passes)
quiz-pre-result = { $right } of { $asked } were right. This is where you begin; it counts for nothing else.
quiz-post-result = { $right } of { $asked } were right.
quiz-gain-more = { $count ->
    [one] Before the course it was { $pre }%, now it is { $post }%: 1 point more.
   *[other] Before the course it was { $pre }%, now it is { $post }%: { $count } points more. That is what you have added to what you knew.
}
quiz-gain-same = Before the course it was { $pre }% as well. A few questions cannot show everything: what you have read and practised is yours all the same.
quiz-gain-less = { $count ->
    [one] Before the course it was { $pre }%, now it is { $post }%: 1 point less.
   *[other] Before the course it was { $pre }%, now it is { $post }%: { $count } points less.
} It happens: the questions are others, and whoever knows more doubts more. The notes below show what is worth a second look.
quiz-go-on = Go on with the open attempt
quiz-past = Your attempts ({ $count })
quiz-past-caption = Attempts that were handed in, the newest first
quiz-past-attempt = Attempt
quiz-past-number = Attempt { $number }
quiz-past-at = Handed in
quiz-past-timed-out = time ran out

person-granted = The extension is granted. The person sees it on the page of the activity.
person-percent = { $percent }% done
person-activities = Activity by activity
person-activity = Activity
person-done = State
person-done-yes = Done
person-done-no = Not yet
person-grade = Grade
person-attempts = Attempts
person-attempts-of = { $taken } of { $most }
person-extension = Extension
person-reason = Why: { $reason }
person-extend = Give an extension
person-extend-one = Extend
person-extend-lede = More time, attempts or days for this person alone. It replaces what was given there before and is written to the audit trail with your name.
person-due = Due for this person
person-minutes-hint = More minutes in each attempt; an open one ends later too.
person-attempts-hint = How many attempts more than the others have.
person-due-hint = The last day, included, in the edition’s time zone.
person-reason-hint = For your colleagues, for example “no electricity that week”. No health details.
person-extend-button = Give the extension

learning-leave = Leave this edition…
learning-leave-hint = Your seat is given to somebody else. What you did is kept, but you no longer have access to it here.
learning-leave-yes = Leave it
person-by-hand = The completion was recorded by hand:
person-evidence = Shown by: { $evidence }

# Assignments and grading.
field-text = Your work
field-files = Files

submission-due = Due:
submission-pass-mark = { $pass }% or more to pass
submission-is-late = The due date has passed. You can still hand your work in while the edition runs; it will be marked as late.
submission-rubric = How it is graded
submission-rubric-hint = You receive the points of one level for each part, { $most } at most. It is the same table that your instructor will use.
submission-points = Points
submission-level = What is needed
submission-up-to = up to { $count }
submission-reached = Reached
submission-comment = Comment
submission-grade = { $part } of { $whole } points, { $percent }%
submission-passed = You passed.
submission-waits = Your work waits for its grade.
submission-waits-hint = We will write to you as soon as it has one.
submission-below = { $pass }% is needed, and this has not been reached yet.
submission-below-hint = Read the comments and hand your work in again below.
submission-yours = Hand in your work
submission-draft = Your draft
submission-again = Hand it in again
submission-past = Your grades
submission-number = Submission { $number }
submission-handed-in-at = Handed in:
submission-graded-at = Graded:
submission-late = Late
submission-files = Files
submission-comment-whole = Comment on the whole
submission-by-criterion = Part by part
submission-what = What you handed in
submission-text-hint = You can write here, attach files, or both. Save the draft whenever you like.
submission-files-hint = Up to { $most } files of { $megabytes } MB each. Accepted: { $kinds }.
submission-files-again = A browser does not keep files that were refused: please choose them again.
submission-files-full = There is no room for more files. Remove one if you want to add another.
submission-remove = Remove
submission-saved = Draft saved:
submission-save = Save the draft
submission-hand-in = Hand in
submission-hand-in-hint = Handing in sends your work to the people who teach this edition. You can take it back until they grade it, and you will receive an e-mail when there is a grade.
submission-stored = What was saved from the other window
submission-typed = This is what you had written; copy it if you still need it.
submission-take-back = Take it back to change it
submission-take-back-hint = It becomes a draft again and nobody grades it until you hand it in once more, with the new date.
submission-closed = Nothing can be handed in now.
submission-closed-graded = Nothing more can be handed in. Your grades stay here.
submission-closed-draft = The time to hand it in is over. Your draft stays here to read.
submission-n-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}

grading-title = Grading: { $edition }
grading-filters = Which submissions are shown
grading-filter-waiting = Waiting
grading-filter-graded = Graded
grading-filter-all = All
grading-activity = Assignment
grading-every-activity = All assignments
grading-handed-in = Handed in
grading-waits = Waits for a grade
grading-graded = Graded
grading-caption = { $count ->
    [one] 1 submission
   *[other] { $count } submissions
}; what has waited longest comes first
grading-none-title = Nothing has been handed in yet
grading-none = When somebody hands in their work it will appear here, the oldest first.
grading-no-assignments = This course has no assignments to grade.
grading-done-title = Nothing waits here
grading-done = Everything is graded. What comes in will appear here.
grading-no-match-title = Nothing matches
grading-saved-all = The grade is saved and its writer will be told. Nothing else waits.
grading-saved = The grade is saved and its writer will be told.
grading-of = { $name }: { $title }
grading-work = The work
grading-asked = What was asked
grading-others = Other submissions of the same person
grading-open = Open this submission
grading-by = Graded by { $name },
grading-passed = It passes.
grading-not-passed = { $pass }% is needed to pass.
grading-meanwhile = This changed while you were grading
grading-meanwhile-hint = This is what is saved now. Your own grade is still in the form: compare both, and save again if yours should stand.
grading-hint = Choose one level for each part. It passes with { $pass }% of { $most } points.
grading-save = Save the grade
grading-save-next = { $count ->
    [one] Save and open the last one waiting
   *[other] Save and open the next of { $count }
}
grading-save-hint = The person receives an e-mail with a link to the points and comments. You can correct a grade later.
grading-participant = Participant { $number }
grading-next = Grade the one that has waited longest
grading-hide-names = Hide names while grading
grading-show-names = Show names
grading-hide-hint = Until a work is graded you see a number in place of its writer's name.
grading-hidden = Names are hidden until the work is graded. The text itself may still tell them.
grading-bank = Use a comment again
grading-bank-of = Comments used before: { $title }
grading-bank-hint = What you tick is added to your comment when you save.
grading-feedback = Send a file back
grading-feedback-hint = One file of up to { $megabytes } MB that only its reader and the graders can open; a new one takes the place of the last. Accepted: { $kinds }.
grading-feedback-remove = Take this file back
grading-reason-hint = Needed when the points change. It stays in the history, which graders see.
grading-history = { $count ->
    [one] 1 grade so far
   *[other] { $count } grades so far
}
grading-history-caption = Every grade that this work was given, the newest first
grading-history-when = When
grading-history-who = Who
grading-history-from = From
grading-history-to = To
grading-history-first = First grade
submission-feedback = File from your instructor

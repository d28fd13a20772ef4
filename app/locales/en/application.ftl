# Applications, codes, invitations.
apply-title = Take part in { $edition }
apply-to-course = About the course
apply-lede = Your application goes to the edition’s team. You get a mail when it has decided.
apply-full = All seats are taken. You can apply all the same: your application waits in case a seat frees.
apply-again = You took your application back. You can apply again.
apply-choose = Choose an answer
apply-button = Apply
apply-sent = Your application was sent.
apply-applied = Your application was received. The team has not decided yet.
apply-waiting = Your application is on the waiting list. If a seat frees for you, you get a mail.
apply-accepted = You have a place.
apply-declined = This time the team could not give you a place.
apply-withdrawn = You took your application back.
apply-on = Sent on
apply-answers = What you answered
apply-withdraw = Take the application back
apply-withdraw-hint = As long as there is no decision you can take it back, and apply again later.
apply-code-lede = This edition is for those who have its code. Its team gives it to you.
apply-code-hint = Capital letters and accents do not matter.
application-applied = not decided
application-waiting = waits for a seat
application-accepted = accepted
application-declined = declined
application-withdrawn = withdrawn
home-applications = My applications
course-apply = Apply
course-with-code = Enter with a code
course-by-invitation = People take part by invitation. If you have one, open the link in its mail.
invitation-title = You are invited
invitation-lede = The team of “{ $edition }” invites you to take part.
invitation-accept = Take my place
invitation-expired = This invitation was used already, or a newer one has taken its place. If you have a place, you find the edition in My campus.

applications-title = { $edition }: applications
applications-filters = Which applications
applications-applied = Not decided
applications-waiting = Waiting
applications-accepted = Accepted
applications-declined = Declined
applications-withdrawn = Withdrawn
applications-all = All
applications-search = Search by name or e-mail
applications-caption = { $count ->
    [one] 1 application, in order of applying
   *[other] { $count } applications, in order of applying
}
applications-choose = Choose
applications-choose-one = Choose { $name }
applications-name = Name
applications-applied-at = Applied on
applications-state = State
applications-answers = Answers
applications-no-answers = none
applications-read = Read the answers
applications-decide = Decide about the chosen
applications-reason-hint = Whoever is declined reads it in the mail.
decision-accept = Accept
decision-wait = Put on the waiting list
decision-decline = Decline
decision-undo = Undo the decision
applications-done = { $count ->
    [0] Nothing was changed.
    [one] Done, for 1 application.
   *[other] Done, for { $count } applications.
}
applications-no-seat = { $count ->
    [one] For 1 there was no seat left: it is on the waiting list.
   *[other] For { $count } there was no seat left: they are on the waiting list.
}
applications-passed = { $count ->
    [one] 1 was left as it is: what was decided is undone first, and a seat in which somebody has begun is not taken back.
   *[other] { $count } were left as they are: what was decided is undone first, and a seat in which somebody has begun is not taken back.
}
applications-empty-title = No applications here
applications-empty = Nobody has applied yet. You can write questions of your own that every application answers.
applications-none = None stands so, or none matches.
applications-not-so = People do not come into this edition by application. Its settings say how they do.
applications-show-all = See all applications
applications-to-questions = Write questions
applications-to-settings = Open the settings

entry-title = { $edition }: how people come in
entry-change = Change it in the settings
entry-questions = Questions to those who apply
entry-no-questions = There are none. Whoever applies only confirms it.
entry-new-question = Add a question
entry-options-hint = For a list of answers: one a line, in Spanish and after a bar in English. For example: Ministerio | Ministry
entry-add = Add the question
entry-remove = Remove
entry-remove-one = Remove “{ $question }”
entry-required = has to be answered
entry-waiting = Waiting list and code
entry-shares-hint = Only for reserved seats: one country a line with its seats, for example PY 2. The other seats go to whoever applied first.
entry-code-hint = For editions by code: at least six characters.
entry-invite = Invite people
entry-emails-hint = E-mail addresses, one a line or separated by commas. Each gets a link that gives a seat once.
entry-invite-button = Send the invitations
entry-invited = { $count ->
    [0] All of them had accepted already. Nobody was written to.
    [one] 1 invitation is on its way.
   *[other] { $count } invitations are on their way.
}
entry-invitations = { $count ->
    [one] 1 invitation
   *[other] { $count } invitations
}
entry-used = accepted
entry-not-used = not accepted yet
question-line = A line
question-text = Several lines
question-choice = A list of answers
waiting-team = The team decides who gets a seat that frees
waiting-first-come = Whoever applied first gets a seat that frees
waiting-shares = Seats are reserved by country
overview-applications = { $count ->
    [one] 1 application waits for a decision
   *[other] { $count } applications wait for a decision
}
teach-tab-applications = Applications
teach-tab-entry = Entry

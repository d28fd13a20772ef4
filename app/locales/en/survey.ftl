# The closing survey.
survey-question = Question { $number }
survey-private-title = Your answers lead to nobody.
survey-private = We note that you gave the survey, so that it is given once. Your answers are kept without your name, without your account and without the time, and are shown only in groups of { $together }. You can leave out any question.
survey-give = Send my answers
survey-give-hint = They cannot be changed afterwards, because nobody could tell which are yours.
survey-thanks = Thank you for your answers.
survey-thanks-hint = They are kept without your name and will help to improve the course.
survey-closed = The survey can be answered while the edition runs.
survey-scale-least = not at all
survey-scale-most = entirely

survey-results-title = Survey: { $edition }
survey-none-title = This course has no survey
survey-none = When a course has one, you will see here what its participants said.
survey-too-few-title = { $count ->
    [0] No answers yet
    [one] 1 answer so far
   *[other] { $count } answers so far
}
survey-too-few = Results are shown once { $together } have come together, so that they lead to nobody. { $missing ->
    [one] 1 is missing.
   *[other] { $missing } are missing.
}
survey-shown = { $count } answers are shown.
survey-waiting = { $count ->
    [one] 1 more waits until { $together } have come together.
   *[other] { $count } more wait until { $together } have come together.
}
survey-no-names = Answers are kept without a person and without a time. The order of the texts says nothing.
survey-answered = { $count ->
    [0] Nobody answered
    [one] 1 person answered
   *[other] { $count } people answered
}
survey-mean = Mean:
survey-distribution = How often each answer was chosen
survey-answer = Answer
survey-bar = Bar
survey-count = Times
survey-share = Share

# Words that several pages use.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
dates-from-to = { $from } to { $to }

language-es = Spanish
language-en = English

near-past = overdue
near-today = today
near-tomorrow = tomorrow
near-days = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}

no-data = no data
optional = optional

# Forms
error-prefix = Error:
form-has-errors = { $count ->
    [one] One answer needs correcting
   *[other] { $count } answers need correcting
}
field-given-name = Given name
field-family-name = Family name
field-email = E-mail address
field-password = Password
field-current = Current password
field-language = Language
field-sex = Sex
field-country = Country
field-personnel-kind = Kind of personnel
field-institution = Institution
field-consent = I agree to the campus using these details as explained here
field-course = Course
field-code = Code
field-title-es = Title in Spanish
field-title-en = Title in English
field-starts-on = First day
field-ends-on = Last day
field-zone = Time zone
field-languages = Languages
field-modality = Modality
field-seats = Seats
field-enrolment = Enrolment
field-completion = How it is completed
field-rule-text = Rule as text
field-parts = What it asks for
field-least = How many
field-number = Grade or number
field-title = Title
field-day = Day
field-from = From
field-to = Until
field-place = Place
field-link = Link to join
field-rest = Those without a mark on this page
field-instructors = Instructors

# Closed lists
modality-virtual-course = Virtual course
modality-workshop = Workshop
modality-transfer = Methodology transfer
modality-diploma = Diploma course
phase-upcoming = Not yet started
phase-running = Under way
phase-ended = Ended
sex-woman = Woman
sex-man = Man
sex-another = Another identity
sex-declined = Declined to say
sex-not_recorded = Not recorded
completion-full = Every lesson, the knowledge checks and the final test
completion-final-test = The final test
completion-recorded = Recorded by the edition’s team
activity-lesson = Lesson
activity-check = Knowledge check
activity-final-test = Final test
field-activity = Activity
field-extra-minutes = More minutes
field-extra-attempts = More attempts
field-due-on = Due on
field-state = Begin as
field-weeks = Weeks later
field-newest = Take the newest version of the course
field-answer = Question
field-words-es = Question in Spanish
field-words-en = Question in English
field-kind = Kind of answer
field-options = Answers to choose from
field-required = It has to be answered
field-waiting = A seat that frees
field-shares = Reserved seats
field-join-code = Code to enter
field-emails = E-mail addresses
field-tell = Tell them by mail
field-ids = Applications
field-happened = What was done
field-learned = What we learned
field-advice = Advice for the next one
field-segment = To
field-subject = Subject
field-body = Text
field-send-at = Send it at
field-reason = Reason
activity-pre-test = Pre-test
activity-post-test = Post-test
activity-worksheet = Worksheet
activity-assignment = Assignment
activity-survey = Survey
field-file = File
field-presence = What the list says
field-same-person = Is it somebody who is on the campus already?
field-on-the-list = Is it you?
field-hours = Time
field-meeting = Session

field-evidence = What shows it
field-certificates = Certificates

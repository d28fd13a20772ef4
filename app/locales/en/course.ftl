# The front page, the catalogue and each course's page.
landing-page-title = Courses of the Inter-American Commission of Women
landing-eyebrow = Free training for the Americas
landing-title = Women’s rights are learnt, too
landing-lede = Courses for public officials and organisations that make women’s rights real in their daily work.
landing-action = See the courses
landing-open = Open now
landing-all = The courses
landing-fact-forum = the first hemispheric forum on women’s rights: the CIM was founded in Havana
landing-figure-forum = 1928
landing-fact-states = Delegates in the CIM’s Assembly, one for each OAS Member State
landing-figure-states = 34
landing-fact-trained = professionals trained from 2013 to 2016 by the gender equality course
landing-figure-trained = over 600
landing-proof-title = A certificate that can be checked
landing-proof = Each certificate carries a code. Whoever receives it sees at once what was learnt, in which edition, on which dates and in how many hours. Nothing else about you.

catalogue-title = Courses
catalogue-lede = All of them are free. Choose by subject, language or date.
catalogue-search = Look for a course
catalogue-search-button = Search
catalogue-filters = Filters
catalogue-all = All
catalogue-open = Open for enrolment
catalogue-in-es = In Spanish
catalogue-in-en = In English
catalogue-none-title = No course matches
catalogue-none = Try another word, or fewer filters.
catalogue-none-action = See all courses

course-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
course-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
course-seats-left = { $count ->
    [one] 1 seat left
   *[other] { $count } seats left
}
course-free = free of charge
course-open = Open for enrolment
course-full = No seats left
course-starts = Starts on { $date }
course-no-edition = Next edition to be announced
course-no-edition-hint = This course has no open edition just now. Come back to this page, or choose another course from the catalogue.
course-outline-short = lessons in preparation
course-outline = This course’s online lessons are in preparation. Its editions are taught outside the campus and recorded here.
course-breadcrumb = You are here
course-objectives = What you will be able to do
course-about = About the course
course-modules = Modules
course-editions = Editions
course-to-editions = See the editions and their seats
course-dates = Dates
course-unlimited = no limit
course-no-seats = none available
course-you-are-in = You are in this edition
course-go-learn = Go to the course
course-enrol = Enrol
course-register-to-enrol = Create an account and enrol
course-sign-in-to-enrol = Sign in to enrol
course-past = { $count ->
    [one] One past edition
   *[other] { $count } past editions
}
course-rule = How it is completed

# The plan's indicators, for staff.
indicators-title = Indicators
indicators-lede = Every indicator of the plan against its target, from the campus’s own records.
indicators-window = Counted over: { $window }
indicators-csv = Download as CSV
indicators-how = How it is counted
indicators-how-persons = A person counts once per indicator and period, however many editions or languages they take part in. Participations count each of their editions; that is why there can be more of them than persons.
indicators-how-years = The persons of the years need not add up to the plan’s: somebody trained in two years counts in each, and once in the plan. Years follow Washington time.
indicators-how-sex = Everybody declares their sex themselves, if they wish. “Declined to say” and “not recorded” are different things and always shown; the total is the sum of the five cells. The women’s share is taken over those who declared, and the coverage says how many they are.
indicators-empty-title = There are no indicators yet
indicators-empty = They are loaded when the campus is set up. Ask whoever administers it to run the migration.

indicator-breadcrumb = Where you are
indicator-plan = the whole plan
indicator-window = Period
indicator-counted-participants = Participants
indicator-counted-completers = Persons trained
indicator-unit-persons = Persons
indicator-unit-activities = Activities
indicator-unit-workshops = Workshops
indicator-unit-countries = Countries
indicator-unit-language-versions = Language versions
indicator-unit-percentage-points = Percentage points
indicator-target = Target
indicator-baseline = Baseline
indicator-to-be-determined = to be determined
indicator-not-stated = not stated
indicator-no-target = no target
indicator-at-least = at least { $target }
indicator-at-least-a-year = at least { $target } a year
indicator-no-value-nobody-tested = nobody has handed in both tests yet
indicator-progress = { $value } of { $target } ({ $share }), { $window }
indicator-progress-unknown = Progress towards { $target } cannot be computed while the baseline is to be determined.
indicator-unsettled = The plan does not say whether the target includes the baseline; both readings are shown until that is settled.
indicator-reading-new = without the baseline
indicator-reading-including-baseline = with the baseline
indicator-target-met = Target met
indicator-share = Women: { $share } of the { $declared } who declared their sex; coverage { $coverage }
indicator-share-none = Nobody declared their sex, so there is no women’s share.
indicator-women-share = Women’s share
indicator-coverage = Coverage
indicator-persons = Persons
indicator-participations = Participations
indicator-sex = Sex
indicator-nobody = Nobody is counted yet ({ $window }).
indicator-total = Total
indicator-value = Value
indicator-cell-woman = Women
indicator-cell-man = Men
indicator-cell-another = Another
indicator-cell-declined = Declined to say
indicator-cell-not-recorded = Not recorded
indicator-cells-caption = { $indicator }, by sex, { $window }
indicator-definition = What it counts
indicator-version = Version { $number } of this definition.
indicator-by-sex = By sex
indicator-by-year = By year
indicator-by-year-caption = The years need not add up to the plan’s value.
indicator-moved = { $count ->
    [one] 1 person declared different things in their participations and counts in the cell of the last one.
   *[other] { $count } persons declared different things in their participations; each counts in the cell of the last one.
}
indicator-open-list = Open the list behind this number
indicator-table = The same figures as a table
indicator-table-caption = { $indicator }, by year and in the whole plan
indicator-table-hint = Every number opens its list. Coverage is the part of the persons who declared their sex.
indicator-year = Period
indicator-edition = Edition
indicator-editions = The editions behind it
indicator-editions-caption = Editions counted, { $window }
indicator-editions-hint = Somebody who took part in several editions stands in each; that is why their persons can add up to more than the value.
indicator-editions-search = Search the editions
indicator-editions-none = No edition of that name adds to this figure. Search for something else.
indicator-no-editions = No edition adds to this figure yet ({ $window }).

members-title = The list behind { $code }, { $window }
members-lede = Without names: each person always carries the same pseudonym. Every opening of this list is recorded.
members-filter = By sex
members-everybody = Everybody
members-caption = { $count ->
    [one] 1 person
   *[other] { $count } persons
}
members-person = Person
members-cell = Sex
members-edition = Edition that decides
members-country = Country
members-kind = Kind of personnel
members-counted-at = Counted on
members-woman = Woman
members-man = Man
members-another = Another
members-declined = Declined to say
members-moved = declared different things
members-not-recorded = not recorded
members-empty-title = The list is empty
members-empty = Nobody counts here in this period. Try another year or the whole plan.
members-show-all = See everybody

indicator-gain = Mean gain
indicator-gain-points = { $points } points
indicator-gain-by-sex = Mean gain by sex
indicator-gain-caption = { $indicator }: mean gain in percentage points, with the number of persons (n), { $window }
indicator-gain-hint = The points between the pre-test and the post-test, of those who handed in both. With few persons a mean says little.
indicator-unit-participations = Participations
indicator-more-than = more than { $target }
indicator-more-than-a-year = more than { $target } a year
indicator-splits = The figure in parts
indicator-split-caption = { $axis }, { $window }
indicator-split-more = { $count } more rows
indicator-saved-1 = The definition was saved as a new version.
indicator-saved-evidence = The fact was recorded.
indicator-saved-withdrawn = The fact no longer counts; it stays in the register with its reason.
staff-tabs = The numbers
staff-tab-indicators = Indicators
staff-tab-history = Before the platform
staff-tab-people = People
staff-tab-plan = The plan
definition-new = New indicator
definition-new-title = New indicator
definition-title = Definition of { $code }
definition-lede = What the indicator counts and what it is held against. Every change is a new version; earlier ones and closed periods stay as they were.
definition-what = What it counts
definition-tree = Place in the plan
definition-scope = Scope
definition-target = Target
definition-baseline = Baseline
definition-more = To explain it
definition-why = Why it changes
definition-code-hint = Letters, numbers and hyphens, for example PGA-TRAINED.
definition-choose = Choose
definition-unit-hint = What the figure is a number of. It has to fit what is counted.
definition-period-hint = Whether the target is for the whole plan or for each year.
definition-section-hint = As the plan numbers it, for example 3.1.1 IO1.b.
definition-scope-hint = Where nothing is ticked, everything is taken in.
definition-languages-hint = The languages that the edition is offered in, not the one each person chooses.
definition-countries = Only some countries
definition-reading-hint = Until it is settled, both readings are shown.
definition-milestones-hint = One year a line, for example “2024: 100”.
definition-responsible-hint = A post or a unit, not a person.
definition-reason-hint = It stays in the indicator’s history.
definition-look = See the effect
definition-save = Save this definition
definition-effect = What changes
definition-effect-caption = The figure before and after
definition-before = Before
definition-after = After
definition-moved = Over the whole plan { $joined } persons come in and { $left } go out.
definition-closed-stay = Closed periods do not change.
definition-history = History
definition-by-campus = the campus’s first definition
definition-first = First version.
definition-empty = (empty)
definition-retire = Retire this indicator
definition-restore = Report this indicator again
definition-retire-hint = Once retired it no longer appears in lists and new reports. It can be brought back.
definition-is-retired = This indicator is retired: it appears neither in lists nor in new reports.
definition-change = Change the definition
definition-counts-participants = Participants
definition-counts-completers = Persons trained
definition-counts-editions = Editions with participants
definition-counts-published-language-versions = Published languages of a course
definition-counts-learning-gain = Learning gain
definition-counts-recorded-by-staff = Facts that staff record
definition-period-plan = The whole plan
definition-period-calendar-year = Each year
definition-comparator-at-least = at least the target
definition-comparator-more-than = more than the target
definition-reading-new = The target comes on top of the baseline
definition-reading-including-baseline = The target includes the baseline
definition-reading-unsettled = Not settled
definition-baseline-value = A number
definition-baseline-to-be-determined = To be determined
definition-baseline-not-stated = The plan states none
evidence-title = Recorded facts
evidence-hint = Each fact has its date and the document that proves it.
evidence-none = No fact has been recorded yet.
evidence-new = Record a fact
evidence-no-country = No country
evidence-what-hint = In one or two sentences.
evidence-document-hint = Title and page of the document that proves it.
evidence-record = Record
evidence-open = open the document
evidence-withdrawn = Taken back
evidence-withdraw = Take back
past-title = Before the platform
past-line = { $number } reported before the platform + { $here } recorded here; overlap unknown. { $title }, { $years }.
past-source = Source: { $source }
past-hint = These are numbers without names: they stand beside the figure and are never added to it.
past-short = { $count ->
    [one] Besides, { $number } reported before the platform.
   *[other] Besides, { $number } and others reported before the platform.
}
qualifier-exactly = exactly
qualifier-at-least = at least
qualifier-over = over
qualifier-about = about
history-title = Before the platform
history-lede = Numbers that a document gives without names. Nobody is invented from them: they stand beside the campus’s figures and are never added.
history-import = Bring a file
history-search = Search by title, audience or document
history-empty-title = There are no earlier figures yet
history-empty = Add one with the form or bring a file.
history-new = Add a figure
history-add = Add
history-title-hint = As the document calls it.
history-no-course = None of the campus’s
history-course-hint = The indicators of this course will show it.
history-split = By sex
history-split-hint = Leave the five cells empty if the document does not say.
history-document-hint = The document that gives the number.
history-no-language = Not stated
history-any-kind = Not stated
history-years = Years
history-withdrawn = out of the count
history-replaced-by = replaced by { $edition }
history-no-split = no split by sex
history-withdraw = Take out of the count
history-restore = Show it again
history-replace = Edition whose list came later (code)
history-replace-button = Replace
history-done-added = The figure was recorded.
history-done-withdrawn = The figure is no longer shown; you can show it again.
history-done-restored = The figure is shown again.
history-done-replaced = The change was saved.
history-done-imported = { $count ->
    [one] 1 figure was added.
   *[other] { $count } figures were added.
}
history-import-title = Bring a file of earlier figures
history-import-lede = Bring the file, or paste it as text separated by commas. First you see row by row what would be added; nothing is added while a row is wrong.
history-import-upload-hint = CSV or XLSX. Its first sheet is read and stands below as text, to be corrected right there.
history-import-columns = course_slug, qualifier, women, men, another, declined, not_recorded, personnel_kind, document and page are read too. A file brought twice adds nothing the second time.
history-import-document-hint = Which document the rows that do not say it are from.
history-import-look = See the rows
history-import-confirm = Add these figures
history-import-caption = What was read
history-line = Line
history-fate = What will happen
history-known = already recorded
history-added-alone = will be added, without a course of the campus
history-added-course = will be added to the course { $course }
plan-title = The plan
plan-lede = Between which days “the whole plan” counts, and which numbers are too small to show to the public.
plan-ends-hint = Leave it empty while the plan is open.
plan-hide-hint = Numbers from 1 to one less than this are not published.
plan-save = Save
plan-saved = The plan was saved.
staff-tab-periods = Periods
staff-tab-report = Annual report
periods-title = Periods
periods-lede = Each year is closed once it has ended: its figures, who is counted in them and their definitions are frozen. What comes later waits in the adjustments ledger.
periods-state = State
periods-version = Version
periods-approver = Approved by
periods-waiting = Adjustments waiting
periods-closed = Closed
periods-running = Running
periods-open = To be closed
periods-waiting-count = { $count ->
    [one] 1 indicator
   *[other] { $count } indicators
}
period-title = Period: { $period }
period-done-closed = The period is closed and its reports are ready.
period-done-restated = The new version is published; the one before stays available.
period-done-carried = The difference will be reported in the next period that is closed.
period-running-lede = This period has not ended yet. These are its figures so far.
period-open-lede = This period has ended and is to be closed. Look through what is open before you freeze it.
period-questions = What is open
period-no-questions = Nothing is open.
period-question-duplicates = { $count ->
    [one] 1 pair of records may be one person.
   *[other] { $count } pairs of records may be one person.
}
period-settle-duplicates = Decide
period-question-unknown = The sex of { $count } of the { $of } people trained is not known.
period-question-grading = These editions ended in the period and are not closed:
period-question-narratives = Without a narrative: { $codes }.
period-settle-narratives = Write
period-preview = What would be frozen
period-indicator = Indicator
period-value = In the period
period-to-date = In the plan to its end
period-close = Close the period
period-close-what = Figures, who is counted in them and definitions are frozen, and the reports are made in Spanish and English. None of it changes afterwards; what comes later is adjusted or reported apart.
period-approver-hint = Name and post of whoever approves the figures.
period-close-button = Close and freeze
period-restate = Publish a new version
period-restate-what = It is counted again by the frozen definitions from today’s data. The version before stays available.
period-restate-button = Publish the new version
period-versions = Published versions
period-version = Version { $number }
period-approved-by = Approved by: { $name }
period-digest = Digest of the content:
period-report-es = Report in Spanish
period-report-en = Report in English
period-pdf-es = PDF in Spanish
period-pdf-en = PDF in English
ledger-title = Adjustments ledger
ledger-hint = What differs today from what was published, counted by the definitions that were frozen.
ledger-empty = Nothing differs from what was published.
ledger-published = Published
ledger-today = Today
ledger-redefined = The definition has a newer version, which does not change this period.
ledger-carried = Reported in the next period
ledger-carry = Report in the next period
ledger-late-data = { $count ->
    [one] 1 person recorded after the closing
   *[other] { $count } persons recorded after the closing
}
ledger-linked = { $count ->
    [one] 1 record linked to another or taken apart
   *[other] { $count } records linked to others or taken apart
}
ledger-declaration = { $count ->
    [one] 1 person in another cell of sex
   *[other] { $count } persons in another cell of sex
}
ledger-correction = { $count ->
    [one] 1 correction of dates or scope
   *[other] { $count } corrections of dates or scope
}
ledger-removed = { $count ->
    [one] 1 participation that is gone
   *[other] { $count } participations that are gone
}
reports-title = Annual report
reports-lede = What the commission hands in each year, made from a closed period, in Spanish and English.
reports-open = This period is not closed yet.
reports-close = Go and close it
reports-older = { $count ->
    [one] 1 earlier version
   *[other] { $count } earlier versions
}
reports-narratives = Narratives of the indicators
narratives-title = Narratives: { $period }
narratives-lede = What stands behind each figure, in the report’s two languages. When the period is closed they are frozen with it.
narrative-saved = The narrative of { $code } was saved.
narrative-none = There is no narrative yet.
narrative-write = Write
narrative-save = Save
duplicates-title = Records that may be one person
duplicates-lede = The search compares addresses, names, countries and dates, and says why. It is staff who decide: when linked, both records keep their dates, and the link can be undone.
duplicates-looked-at = Last search:
duplicates-never = Nothing has been searched yet.
duplicates-search = Search now
duplicates-found = { $count ->
    [0] No pair was found.
    [one] There is 1 pair to decide on.
   *[other] There are { $count } pairs to decide on.
}
duplicates-done-apart = It is noted that they are not the same person.
duplicates-done-linked = The records are linked; each keeps its dates.
duplicates-empty-title = There are no pairs to decide on
duplicates-empty = Search again after lists were imported or people registered.
duplicates-count = { $count ->
    [one] 1 pair to decide on
   *[other] { $count } pairs to decide on
}
duplicates-score = Likeness: { $score } of 100
duplicates-apart = They are not the same person
duplicates-keep = They are the same: keep this one
duplicates-no-email = no address
duplicates-account = has an account
duplicates-editions = Editions
duplicates-linked = Records already linked
sign-same-mailbox = same address
sign-same-name = same name
sign-near-name = nearly the same name
sign-same-country = same country
sign-other-country = another country
sign-same-day = same date
sign-same-edition = same edition
staff-tab-audit = Audit
staff-tab-tokens = Access tokens
audit-title = Audit trail
audit-lede = Who did what, when, and what changed. It is only appended to: nobody can change or remove a line.
audit-search = Search the acts
audit-action = Act
audit-every = All
audit-from = From
audit-to = To
audit-empty-title = Nothing fits that search
audit-empty = Take away a filter or widen the days.
audit-count = { $count ->
    [one] 1 act
   *[other] { $count } acts
}
audit-when = When
audit-who = Who
audit-subject = About
audit-details = Details
audit-campus = the campus
tokens-title = Data access tokens
tokens-lede = With a token another program can read the figures. Each has its own rights and its own end.
tokens-openapi = Description of the interface (OpenAPI)
tokens-made = Copy the token now: it will not be shown again.
tokens-revoked = The token no longer works.
tokens-empty-title = There are no tokens yet
tokens-empty = Make one for the sheet or dashboard that will read the figures.
tokens-new = New token
tokens-name-hint = For example “Secretariat’s dashboard”.
tokens-days-hint = From 1 to 366.
tokens-make = Make the token
tokens-used = last used on
tokens-never = never used
tokens-is-revoked = Revoked
tokens-is-expired = Expired
tokens-revoke = Revoke
tokens-until = valid until
right-figures = Figures and indicators
right-members = Lists without names
right-participations = Participations without names
public-title = Our figures
public-lede = How many people have been trained with the Commission, and how far the plan’s targets are. These are figures of years that are closed and approved.
public-empty-title = No figures are published yet
public-empty = They are published once the first year is closed. Come back later.
public-until = Up to { $year }, closed on
public-hidden-why = ▪ Numbers from 1 to { $most } persons are not shown, nor others that would give them away.
public-hidden = not shown, to protect people
public-so-far = The plan up to { $year }
public-past = Besides, { $number } reported before the platform: { $title }.
public-embed = Show it on another page
public-caption = { $indicator }, by year and in the plan
public-countries = People trained by country
public-countries-caption = In any course, in the plan up to the last closed year. Countries with few persons stand together.
public-other-countries = Other countries
public-source = CIM virtual campus
indicators-download = Download
indicators-xlsx = Excel, with notes
indicators-json = JSON
indicators-sdmx = SDMX-CSV
indicators-iati = IATI 2.03 (results)
staff-tab-codes = Code lists
codes-title = Kinds of personnel
codes-lede = What people can declare about where they work. A kind in use is retired and never deleted: what was declared with it stays readable.
codes-saved = “{ $code }” was saved.
codes-new = Add a kind
codes-change = Change “{ $code }”
codes-code-hint = Lower-case letters, numbers and hyphens. It cannot be changed later.
codes-save = Save
codes-edit = Change
codes-retire = Retire
codes-restore = Offer again
codes-retired = retired
institution-type-state = State
institution-type-oas = OAS
institution-type-international = International organisation
institution-type-civil-society = Civil society
institution-type-media = Media
institution-type-other = Other
staff-tab-dashboard = Dashboard
dashboard-title = The plan at a glance
dashboard-lede = How many people have been trained, how each target stands, where they are from and how far they come.
dashboard-empty-title = There is nobody to count yet
dashboard-empty = Figures appear once somebody completes an edition.
dashboard-trained = Persons trained, { $window }
dashboard-trend = By year
dashboard-trend-caption = Persons trained in any course, by year and sex. The years need not add up to the plan’s total.
dashboard-funnel = From application to completion
dashboard-funnel-caption = Participations in the editions that begin in { $window }, by sex.
dashboard-stage = How far
dashboard-countries = By country
dashboard-countries-caption = Persons trained in any course, by country and sex, { $window }. The fifteen countries with most persons.
dashboard-progress = Progress to the targets
chart-table = See the table
declaration-title = Participation of { $person }
declaration-corrected = The correction was saved. Closed periods do not change: the difference waits in their adjustments ledger.
declaration-moments = Why it counts
declaration-first = First learning act
declaration-completed = Last requirement met
declaration-recorded = recorded on
declaration-rule = The edition’s rule
declaration-no-acts = No acts are recorded on the campus: what counts comes from a list.
declaration-act = Act
declaration-progress = See the progress in the edition
declaration-correct = Correct what was declared
declaration-correct-hint = For slips in recording only. It changes this participation and not the person’s profile, and stays in the audit trail with its reason. Sex is never inferred from a name.
declaration-save = Save the correction
declaration-acts = { $count ->
    [one] 1 recorded act
   *[other] { $count } recorded acts
}
declaration-nameless = A person without a name
declaration-erased = The person’s identity was erased. The figures are as they were.
declaration-erase = Erase this person
declaration-erase-what = Their name, address, accounts, certificates and what they handed in are removed. The cells that are counted stay, with no way to anybody. It cannot be undone.

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
indicator-no-value-recorded-by-staff-later = not recorded on the campus yet
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
indicator-modality = Modality
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
indicator-begins = First day
indicator-editions = The editions behind it
indicator-editions-caption = Editions counted, { $window }
indicator-editions-hint = Somebody who took part in several editions stands in each; that is why their persons can add up to more than the value.
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

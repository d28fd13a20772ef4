staff-tab-roles = Roles
roles-title = Roles
roles-lede = Who may read the figures, see names and administer the campus. Instructors are named in each edition.
roles-search = Search by name or e-mail
roles-count = { $count ->
    [one] 1 person with a role
   *[other] { $count } people with a role
}
roles-empty-title = Nobody of that name has a role
roles-empty = Search for something else, or grant a role below.
roles-grant = Grant a role
roles-granted = The role holds from now on.
roles-revoke = Take away
roles-revoked = The role holds no longer.
roles-email-hint = That of an account that exists already.
roles-countries = Only for some countries
roles-countries-hint = For “Personal data”: sees the names of those who declared one of these countries, and may correct what was declared. With none ticked, of all.
roles-only = only { $countries }
roles-since = since
role-staff = Staff: figures, periods and courses
role-personal-data = Personal data: the names behind the figures
role-administrator = Administration of the campus
field-role = Role

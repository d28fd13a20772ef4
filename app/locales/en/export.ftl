staff-tab-exports = Files
exports-title = Files
exports-lede = Long files are made on the side while you go on with something else. Each is kept for seven days, only for whoever asked for it, and the audit trail tells of it.
exports-removed = The file was removed.
exports-empty-title = You have asked for no file yet
exports-empty = Ask for one below, or from the list behind a figure.
exports-elsewhere = The list behind a figure is asked for on its own page; the indicators' figures, ready made, are downloaded at
exports-participations = Every participation, without names
exports-new = Ask for every participation
exports-participations-hint = One row a participation: pseudonym, edition, course, modality, language, sex, country, kind of personnel and the two dates that count.
exports-members = The list behind { $code }, { $window }: { $cell }
exports-trail = The audit trail
exports-ask = Ask for it as CSV
exports-again = See how far it is
exports-asked = asked for on
exports-kept = kept until
exports-stop = Stop making it
exports-remove = Remove
exports-take = Download
exports-progress = { $done } of { $total } rows
exports-size = { $count ->
    [one] 1 row, { $size }
   *[other] { $rows } rows, { $size }
}
export-waiting = waiting
export-running = being made
export-ready = ready
export-failed = could not be made

# Signing in on the spot: the screen and the phone.
checkin-title = Sign-in on the spot
checkin-page-title = Sign-in on the spot: { $edition }
checkin-lede = Open the sign-in and project this page: people in the room sign in on their own phones, without an account.
checkin-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
checkin-hours-hint = How long the code works. You can end it earlier.
checkin-session-hint = Whoever signs in is recorded as present at it.
checkin-no-session = None in particular
checkin-open = Open the sign-in
checkin-before = { $count ->
    [one] 1 person has signed in this way in this edition.
   *[other] { $count } people have signed in this way in this edition.
}
checkin-how = Scan the code with your phone, or type this address
checkin-qr = QR code of { $address }
checkin-code = Code:
checkin-signed = { $count ->
    [0] Nobody has signed in yet
    [one] 1 person signed in
   *[other] { $count } people signed in
}
checkin-until = It works until
checkin-refresh = Update the number
checkin-end = End the sign-in
here-title = Sign your attendance
here-lede = Only your name is needed. You need no account.
here-email-why = So that you can find your certificate later. Nobody else uses it.
here-consent = Needed only if you answered any of these questions.
here-on-the-list = Somebody of your name is on the list of this edition.
here-it-is-me = Yes, that is me on the list
here-another = No, that is another person
here-sign = Sign in
here-thanks-title = Thank you
here-thanks = Your attendance is recorded.
here-later = Whenever you want to find your certificate, create an account with the same e-mail address.
here-ended-title = This sign-in has ended
here-unknown-title = We do not know this code
here-find-title = Type the code on the screen
here-find-lede = Six letters and digits. Capitals or small letters, as you like.
here-find = Go on

# Accounts: getting one, signing in, getting back in.
account-already-title = You are signed in, { $name }
account-already = Your account is open in this browser.
account-to-home = Go to my campus
account-to-profile = Go to my profile
account-expired-title = This link no longer works

account-register-title = Create an account
account-register-lede = It is free. With it you can enrol, keep your progress and receive your certificate.
account-register-button = Create my account
account-register-link = Create an account
account-register-privacy = We use your name and e-mail address so that you can study and receive your certificate, and for nothing else.
account-register-privacy-link = How we look after your data
account-name-hint = As it should stand on your certificate.
account-email-hint = One that you can open: we will send a link to confirm it.
account-password-hint = Ten characters or more. It can be a phrase, and you can paste it from a password manager.
account-language-hint = The language of the messages we send you. You can read the campus in either.
account-have-one = Do you have an account?
account-have-none = No account yet?
account-registered = We sent you a message with what comes next. If you created a new account, you can sign in here now; open the link in the message to confirm your e-mail address.

account-sign-in-title = Sign in
account-sign-in-button = Sign in
account-sign-in-link = Sign in
account-password-changed = Your password has changed. Sign in with the new one.

account-forgot-link = Forgot my password
account-forgot-title = Get back into your account
account-forgot-lede = Write the e-mail address of your account and we will send you a link to choose another password.
account-forgot-button = Ask for a link
account-back-to-sign-in = Back to sign in
account-reset-sent = If that address has an account on the campus, we sent it a link. It works for one hour.
account-reset-sent-hint = If it does not arrive within a few minutes, look in your junk mail and check that you typed the address correctly.
account-reset-again = Ask again
account-reset-title = Choose a new password
account-reset-lede = Saving it closes the sessions open on other devices.
account-reset-button = Save the password
account-reset-expired = Links to change a password work once and for one hour. Ask for another and use it soon.

account-verify-title = Confirm your e-mail address
account-verify-lede = One more step: press the button and your address is confirmed.
account-verify-button = Confirm my address
account-verify-expired = Links to confirm an address work once and for seven days. If yours is still unconfirmed, ask for another link from your profile.

# The profile, and why each thing is asked.
person-title = My profile
person-lede = Only your given name and family name are needed. The rest is voluntary, and you can change it whenever you like.
person-saved = Your changes are saved.
person-link-sent = We sent you another link. If it does not arrive within a few minutes, look in your junk mail.
person-about = About you
person-name-why = This is the name on your certificates.
person-language-why = So that we write to you in your language.

person-counted = What helps us account for our work
person-counted-why = The CIM reports to the States how many people are trained, who they are and where they work. Your answers are added to those of others and never appear in lists of participants or on certificates.
person-sex-why = The CIM’s plan asks how many women and how many men are trained. You declare it; it is never inferred from your name. “I prefer not to say” is an answer too.
person-sex-woman = Woman
person-sex-man = Man
person-sex-another = Another identity
person-sex-declined = I prefer not to say
person-country-why = To know which countries the training reaches. Choose the one you work in. The OAS Member States come first.
person-kind-why = To know which sectors it reaches: health, justice, education and others.
person-institution-why = So that the CIM knows which institutions it works with.
person-no-answer = No answer

person-consent-title = What we do with these answers
person-consent-use = The CIM uses your sex, country, kind of personnel and institution to count the people it has trained and to make totals known.
person-consent-never = Nobody in your courses sees these answers. Public totals hide very small groups. They are not sold, and not used to decide anything about you.
person-consent-change = You can change them here. To withdraw them, choose “No answer”, empty the institution, untick the box and save. What was counted in editions you completed is kept.
person-consent-more = How we look after your data
person-consent-hint = Version { $version } of this text. Needed only if you answer any of these questions.
person-save = Save

person-email-title = E-mail address
person-email-verified = Confirmed
person-email-unverified = It is not confirmed yet. Open the link we sent you; if you cannot find it, ask for another.
person-resend = Send me another link

person-password-title = Change the password
person-password-lede = Changing it closes all your sessions, and you sign in again with the new one.
person-password-new = The new one: ten characters or more. It can be a phrase.
person-password-button = Change the password

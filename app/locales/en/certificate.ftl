# Certificates and their verification.
certificate-title = Certificate: { $course }
certificate-print-hint = To print it or save it as a PDF, use Print in your browser.
certificate-see-verification = See the verification page
certificate-issuer = Inter-American Commission of Women
certificate-issuer-of = Organization of American States
certificate-certifies = Certifies that
certificate-completed-course = completed the course
certificate-edition = Edition
certificate-dates = Dates
certificate-hours = Hours
certificate-language = Language
certificate-completed = Completed
certificate-code = Code
certificate-verify-at = Verify it at

verify-title = Verify a certificate
verify-lede = Type the code at the foot of the certificate to learn whether it is valid.
verify-code = Certificate code
verify-code-hint = Twelve letters and numbers in three groups. Capitals and hyphens do not matter.
verify-button = Verify
verify-valid = This certificate is valid
verify-invalid = We found no certificate with this code
verify-invalid-help = We looked for “{ $code }”. Check that the code is complete and type it again. If the certificate shows it like this, ask the person who presented it.
verify-another = Verify another certificate
verify-name = Person
verify-course = Course
verify-objectives = What was learnt

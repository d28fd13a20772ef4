# Finding one’s record under another address; linked records.
claim-ask = Did you take part under another address?
claim-title = Find my record
claim-lede = If you gave another address on an attendance list, write it here: we will send a link there to join that record, with its certificates, to your account.
claim-email-hint = The address that you gave on the list.
claim-button = Send me the link
claim-without = Did you give no address? Write to the team that organised the activity.
claim-sent = If anything is recorded under that address, we sent a link to it. It works for one day.
claim-sent-hint = Open it in this same browser, while you are signed in. If it does not arrive within a few minutes, look in your junk mail.
claim-confirm-title = Is this your record?
claim-confirm-lede = Under { $email } these participations are recorded:
claim-confirm-after = Once you confirm, they appear on your campus with their certificates. Every date stays as it is.
claim-confirm-button = Yes, it is my record
claim-expired = Links to find a record work once and for one day. Ask for another.
linked-title = Linked records
linked-lede = Records that were found to be of one person. Taking a link back puts every figure as it was.
linked-none = There are no linked records.
linked-caption = { $count ->
    [one] 1 record
   *[other] { $count } records
}
linked-record = Record
linked-to = Is the same person as
linked-undo = Separate
linked-undone = The records are separate again.

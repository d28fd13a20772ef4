# Messages of an edition's team.
teach-tab-messages = Messages
messages-title = { $edition }: messages
messages-written = What was written
messages-empty = Nothing was written yet. A short, kind message in the first days is often a great help.
messages-caption = { $count ->
    [one] 1 message, the newest first
   *[other] { $count } messages, the newest first
}
message-new = Write a message
message-body-hint = As in the forum: **bold**, lists, links. Whoever gets it by mail reads the text as it is typed.
message-when-hint = In { $zone }. Empty: now.
message-look = See who gets it
message-send = Send
message-preview = { $count ->
    [0] Nobody would get it
    [one] 1 person gets it
   *[other] { $shown } people get it
}
message-names = Who
message-more = and { $count } more
message-without = { $count ->
    [one] 1 of them has no account, and gets no mail.
   *[other] { $count } of them have no account, and get no mail.
}
message-when = When
message-state = State
message-sent = sent
message-scheduled = waits for its time
message-cancelled = called off
message-cancel = Call it off
message-cancelled-done = The message was called off. Nobody gets it.
message-on-its-way = The message is on its way.
message-kept = The message waits for its time. Until then it can be called off.
message-back = All messages
message-people = Who got it
segment-all = everybody, and on the edition’s page
segment-not-started = those who have not started
segment-under-way = those under way
segment-completed = those who completed
segment-missing = those who have not handed in “{ $title }”
delivery-delivered = Delivered
delivery-waiting = On its way
delivery-failed = Not delivered
delivery-no-address = No account
announcements = Announcements

segment-chosen = { $count ->
    [one] The person chosen on the roster
   *[other] The { $count } people chosen on the roster
}

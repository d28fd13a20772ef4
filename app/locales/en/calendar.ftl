# One's calendar as a link, and what the feed tells.
calendar-title = My calendar
calendar-why = Have your sessions and due dates in the calendar you use every day, and kept up to date by themselves.
calendar-make = Make a link for my calendar
calendar-have = Add this address to your calendar as a subscription (“from URL”). It carries dates only, neither your name nor your progress.
calendar-link = Address of your calendar
calendar-secret = Whoever has this address can see these dates. Keep it to yourself.
calendar-open = Open in my calendar program
calendar-change = Change or end this link
calendar-change-why = A new link ends the old one: calendars that use the old one no longer receive anything.
calendar-make-new = Make a new link
calendar-end = End the link
calendar-name = CIM Campus
calendar-begins = Begins: { $edition }
calendar-ends = Last day: { $edition }
calendar-due = Due: { $title }
calendar-until = Until { $at } ({ $zone })

# Forums of editions and communities of practice of courses.
field-thread-title = Title
field-post-text = Message
field-forum-name = How your name appears in forums
field-forum-chosen = The name you choose
field-forum-institution = Show my institution too
field-forum-mail = Mail about the conversations I follow
field-forum-mentions = Write to me when somebody mentions me
field-forum-follow = Follow the conversations I write in
field-report-reason = Why you report it
field-hide-reason = Reason

forum-forum = Forum
forum-community = Community of practice
forum-lede = Ask, answer and share with those who take this edition. Nothing that you write here is graded.
forum-community-lede = Those who completed the course, in any of its editions, meet here to tell each other what helps them at work.
forum-community-link = The course’s community of practice
forum-ended = This edition has ended: what was said can be read, and no more messages are taken.
forum-start = Start a conversation
forum-empty-title = The first voice can be yours
forum-empty = There are no conversations yet. Say hello, tell where you take part from, or leave a question: one line is enough.
forum-empty-ended = There were no conversations in this edition.
forum-empty-action = Write the first one
forum-none-title = Nothing matches
forum-none = Try other words or another filter.
forum-show-all = See all
forum-search = Search titles and messages
forum-filters = Which conversations are shown
forum-filter-all = All
forum-filter-unanswered = Unanswered
forum-filter-mine = I wrote in
forum-filter-followed = I follow
forum-count = { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}
forum-replies = { $count ->
    [0] No replies
    [one] 1 reply
   *[other] { $count } replies
}
forum-last = Last activity:
forum-pinned = Pinned
forum-answered = Answered
forum-closed = Closed
forum-hidden = Hidden
forum-followed = You follow it
forum-hidden-thread = Conversation hidden by moderators
forum-role-instructor = Instructor
forum-role-team = Campus team
forum-moment = { $date }, { $time }
forum-zone = Times are those of the zone { $zone }.

forum-new-title = Start a conversation
forum-new-lede = One question a conversation helps others to find it and to answer it.
forum-title-hint = On one line, up to { $most } characters.
forum-text-hint = Up to { $most } characters. Those who read this forum will see your message.
forum-publish = Publish
forum-preview = See how it looks
forum-preview-title = It will look like this. It is not published yet.
forum-help = How to format and mention somebody
forum-markdown-help = You can use Markdown: **bold**, *italics*, lists that begin with a hyphen, > to quote, and whole links with https://. Images are shown as links, and HTML as text.
forum-mention-help = Write @ and the name of somebody of this forum to let them know. For example:
forum-name-why = Only the name that you choose here is shown; never your e-mail address, sex, country or kind of personnel. You can change it in your profile whenever you like.
forum-name-chosen = Another name, which I write below
forum-chosen-hint = Only if you chose another name.
forum-institution-why = { $name }. Unless you tick this box, nobody in your courses sees it.

forum-reply-title = Reply
forum-reply-button = Publish reply
forum-to-answer = Go to the chosen answer
forum-answer = Answer
forum-post-by = Message { $number }, by { $name }
forum-somebody = somebody
forum-edited = Edited:
forum-edit = Edit
forum-edit-until = You can edit it until:
forum-edit-button = Save changes
forum-cancel = Leave it as it is
forum-follow = Follow by e-mail
forum-unfollow = Stop following
forum-report = Report to moderators
forum-reported = You reported this message
forum-report-hint = Only moderators read it, up to { $most } characters.
forum-report-button = Send report
forum-hidden-post = This message was hidden by moderators.
forum-hidden-why = Hidden from others. Reason:

forum-act-pin = Pin on top
forum-act-unpin = Unpin
forum-act-close = Close
forum-act-reopen = Reopen
forum-mark = Mark as answer
forum-unmark = Take the answer mark away
forum-hide = Hide
forum-hide-hint = Whoever wrote the message reads it, up to { $most } characters.
forum-hide-button = Hide the message
forum-show = Show again
forum-waiting = { $count ->
    [0] No reports waiting
    [one] 1 report waiting
   *[other] { $count } reports waiting
}
forum-queue-link = Reports for moderators
forum-queue-title = Moderation: { $forum }
forum-queue-all = Moderation of forums and communities
forum-queue-lede = What somebody asked to be looked at. Every decision is kept in the trail.
forum-queue-empty-title = Nothing to look at
forum-queue-empty = When somebody reports a message, it will be here.
forum-outcome-open = Waiting
forum-outcome-hidden = Hidden
forum-outcome-kept = Kept
forum-written-by = Written by:
forum-report-says = The report says:
forum-keep = Keep the message

forum-settings-title = Forums and communities
forum-save-name = Save the name
forum-mail-why = Each mail gathers all that is new, and has a link to get no more.
forum-mail-at-once = At once, within about a minute
forum-mail-daily = Once a day, in the morning
forum-mail-never = Never
forum-save-mail = Save the mail preferences
forum-unsubscribe-title = Mail of the forums
forum-unsubscribe-lede = With this button you get no more mail of the forums. You can read and write as always.
forum-unsubscribe-button = Get no more
forum-unsubscribed = Done: we will send you no more mail of the forums.
forum-to-settings = Choose what mail to get, in your profile

teach-tab-forum = Forum

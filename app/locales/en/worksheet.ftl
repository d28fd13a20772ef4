# Worksheets.
worksheet-done = Done
worksheet-saved = Saved:
worksheet-save = Save
worksheet-finish = Save, mark as done and continue
worksheet-save-on = Save and continue
worksheet-private = Only you see what you write here. It stays available after the edition ends, to read, print and download.
worksheet-blank = Not filled in
worksheet-nothing = Nothing has been written in this worksheet yet.
worksheet-print = View to read and print
worksheet-text = Download as plain text
worksheet-html = Download as a web page

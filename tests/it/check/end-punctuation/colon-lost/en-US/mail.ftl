# A text.
look = The message may look like this:

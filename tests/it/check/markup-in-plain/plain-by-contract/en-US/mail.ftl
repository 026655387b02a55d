# A text.
note = A <em>note</em>

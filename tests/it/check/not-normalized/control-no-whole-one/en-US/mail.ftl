# A text.
due = The letter m̂

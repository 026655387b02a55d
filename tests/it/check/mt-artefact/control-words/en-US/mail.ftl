# A text.
tool = Use a tool today, in the tag __init__, for the PH value.

# A text.
all = All we have to do

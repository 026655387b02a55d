# A text.
data = Your data and your account are in the portal; contact support.

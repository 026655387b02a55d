# The brand.
-brand = Example Cloud

# The greeting.
# $name (string): the name. Example: Anneke
hello = Hello { $name }!

# The first line.
# $name (string): the name. Example: Anneke
# $days (number): the days. Example: 5
line = { hello } You have { $days ->
    [one] { $days } day
   *[other] { $days } days
} left.

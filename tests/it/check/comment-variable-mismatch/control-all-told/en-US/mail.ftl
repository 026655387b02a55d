# The stage of the mail.
# $stage (final): which one.
# $name (string), the name. It costs $5.
hello =
    { $stage ->
        [first] Hello { $name }
       *[final] Dear { $name }
    }

# The line below the greeting.
# $name (string): the name. Example: Anneke
# $stage: which one it is.
line = { hello }!

text =
    Betaal nu.
    Dank u.

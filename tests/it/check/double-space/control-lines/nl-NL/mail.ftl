text =
    Betaal nu.
      Het is eenvoudig.

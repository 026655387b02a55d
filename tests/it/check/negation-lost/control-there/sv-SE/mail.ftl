charge = Vi kunde inte debitera ditt kort. Betala utan dröjsmål.
never = Vi ber aldrig om det.

subject =
    Uw factuur
    is vervallen

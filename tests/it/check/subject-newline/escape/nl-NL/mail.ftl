subject = Uw factuur{ "\u000A" }is vervallen

help = <b>Ask</b> us.

help = [Ask](support) us.

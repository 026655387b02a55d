help = Het woord “您好，” is Chinees.

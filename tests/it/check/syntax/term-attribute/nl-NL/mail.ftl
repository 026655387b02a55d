-brand = Wij
    .gender = m
help = Hulp van { -brand.gender }

hours = Hours
    .short = Mon–Fri
help = Call us: { hours.short }.

hours = Monday to Friday
help = Call us: { hours }.

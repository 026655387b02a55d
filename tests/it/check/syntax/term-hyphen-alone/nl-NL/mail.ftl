help = Hulp van { - brand }

help = Hulp van { -- }

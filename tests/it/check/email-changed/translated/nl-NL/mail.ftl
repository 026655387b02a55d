help = Schrijf naar hulp@example.com.

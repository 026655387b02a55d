help = Schrijf naar help@example.com.

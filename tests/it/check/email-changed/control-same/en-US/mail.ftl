help = Write to help@example.com.

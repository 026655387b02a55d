help = See www.example.com.

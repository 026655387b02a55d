help = Hulp nodig? <a href="https://evil.example">Neem contact op</a>.

help = Hulp nodig? Neem contact op</a>.

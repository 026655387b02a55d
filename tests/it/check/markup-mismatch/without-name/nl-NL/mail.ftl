help = Hulp nodig? <a>Neem contact op</a>.

help = Zie de hulp.

help = <storng>Betaal</storng> nu.

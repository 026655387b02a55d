help = <strong>Betaal</strong> nu.

help = <strong><em>Betaal</strong></em> nu.

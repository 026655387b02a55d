help = <strong><em>Pay</em></strong> now.

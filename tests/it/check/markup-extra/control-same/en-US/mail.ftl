help = <strong>Pay</strong> now.

help = <strong>Pay</strong> <em>now</em>.

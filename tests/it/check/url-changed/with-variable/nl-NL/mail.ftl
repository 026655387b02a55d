help = Zie https://example.org/{ $accountName }/pay

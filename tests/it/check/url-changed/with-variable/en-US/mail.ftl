help = See https://example.com/{ $accountName }/pay

request = Pay {accountName} now.

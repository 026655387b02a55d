help = Wij helpen u met foto’s: ‘ja’.

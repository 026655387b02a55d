title = Herinnering

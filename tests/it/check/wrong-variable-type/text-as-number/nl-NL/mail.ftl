n = { NUMBER($accountName) }

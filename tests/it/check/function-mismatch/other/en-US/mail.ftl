n = { NUMBER($x) }

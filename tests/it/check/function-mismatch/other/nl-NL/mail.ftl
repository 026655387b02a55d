n = { FORMAT($x) }

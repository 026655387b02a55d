wait = Even geduld… zie ../x.

help = <strong>Nu <em>betalen</em></strong>.

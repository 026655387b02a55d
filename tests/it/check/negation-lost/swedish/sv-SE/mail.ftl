charge = Vi har kunnat debitera ditt kort.

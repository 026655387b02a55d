help = Nous vous aidons aujourd’hui : oui.

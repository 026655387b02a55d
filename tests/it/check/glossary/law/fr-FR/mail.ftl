notice = Ceci est une mise en demeure.

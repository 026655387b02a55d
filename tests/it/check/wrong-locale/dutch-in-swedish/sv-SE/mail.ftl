first = De betaling voor uw abonnement is door uw bank geweigerd.
second = U kunt de creditcard wijzigen die voor dit abonnement wordt gebruikt.
third = Hebt u al betaald, dan hoeft u dit niet te doen.

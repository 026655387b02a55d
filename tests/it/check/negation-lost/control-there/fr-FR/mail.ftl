charge = Nous n’avons pas pu débiter votre carte. Payez sans délai.
never = Nous ne le demandons jamais.

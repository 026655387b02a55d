help = Nous nous voyons si vous vous inscrivez.

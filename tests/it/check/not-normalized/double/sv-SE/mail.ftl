unit = I Ångström

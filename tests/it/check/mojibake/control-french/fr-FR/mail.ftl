title = Nous avons vu « été » et « café ».

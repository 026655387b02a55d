title = Från ”A” till ”Ö” och ”Å”

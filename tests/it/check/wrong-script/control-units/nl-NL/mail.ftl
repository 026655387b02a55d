size = 5 kΩ en 3 µm, β-test, Ω

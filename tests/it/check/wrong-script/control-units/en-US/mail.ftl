# A text.
size = 5 kΩ and 3 µm, β-test, Ω

help = Tarvitsetko apua？

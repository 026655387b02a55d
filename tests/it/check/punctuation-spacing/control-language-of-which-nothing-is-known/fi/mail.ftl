help = Tarvitsetko apua ?

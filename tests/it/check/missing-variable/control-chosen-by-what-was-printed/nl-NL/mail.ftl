title = Fase: { $stage ->
    [first] eerste
    [reminder] tweede
   *[final] laatste
}

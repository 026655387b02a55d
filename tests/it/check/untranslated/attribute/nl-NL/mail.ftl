pay = Betalen
    .title = Pay the invoice

# A text.
pay = Pay
    .title = Pay the invoice

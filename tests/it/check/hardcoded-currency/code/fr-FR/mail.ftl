fee = Les frais sont de 5 EUR.

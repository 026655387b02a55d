fee = Les frais sont de 5 $, pas 6 £.

-service = tjänsten
end = Slut på { -service(case: "genitive") }

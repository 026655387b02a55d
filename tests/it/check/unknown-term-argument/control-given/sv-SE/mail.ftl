-service = { $case ->
    [genitive] tjänstens
   *[nominative] tjänsten
}
end = { -service(case: "genitive") } slut

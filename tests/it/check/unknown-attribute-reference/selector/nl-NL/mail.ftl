-brand = Example Cloud
    .gender = neuter
help = { -brand.gendre ->
    [neuter] Het team van het { -brand }
   *[other] Het team van de { -brand }
}

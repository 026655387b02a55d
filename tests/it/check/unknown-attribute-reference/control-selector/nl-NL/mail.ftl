-brand = Example Cloud
    .gender = neuter
help = { -brand.gender ->
    [neuter] Het team van het { -brand }
   *[other] Het team van de { -brand }
}

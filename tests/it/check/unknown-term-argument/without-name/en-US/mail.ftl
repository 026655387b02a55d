-brand = Example Cloud
end = { -brand } for { $accountName }

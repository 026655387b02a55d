-brand = Example Cloud
end = { -brand($accountName) } för { $accountName }

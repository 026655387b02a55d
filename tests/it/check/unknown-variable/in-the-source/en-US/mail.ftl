greeting = Hello { $customer },

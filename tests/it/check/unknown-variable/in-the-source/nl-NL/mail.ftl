greeting = Beste { $customer },

greeting = Hello { $name },

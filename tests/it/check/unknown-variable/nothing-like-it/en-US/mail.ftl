greeting = Hello,

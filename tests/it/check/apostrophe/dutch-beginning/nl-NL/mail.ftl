hours = 's avonds

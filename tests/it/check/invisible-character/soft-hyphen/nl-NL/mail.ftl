bill = Uw re­kening

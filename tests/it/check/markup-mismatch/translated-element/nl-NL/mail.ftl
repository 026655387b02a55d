help = <vet>Betaal</vet> nu.

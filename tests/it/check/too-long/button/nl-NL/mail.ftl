pay = Druk op deze knop om naar de pagina te gaan waar u uw betalingsgegevens kunt bijwerken

all = Alles wat we moeten doen

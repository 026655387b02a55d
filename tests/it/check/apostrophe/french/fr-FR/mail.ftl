signature = L'équipe { -brand } du service d'{ -brand }
-brand = Example Cloud

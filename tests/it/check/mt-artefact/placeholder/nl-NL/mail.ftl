request = Betaal __PH0__ de factuur PH_1.

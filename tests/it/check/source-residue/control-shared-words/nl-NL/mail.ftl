data = Uw data en uw account zijn in de portal; neem contact op met support.

ended = De service is beÃƒÂ«indigd.

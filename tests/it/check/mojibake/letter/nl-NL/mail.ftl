ended = De service is beÃ«indigd.

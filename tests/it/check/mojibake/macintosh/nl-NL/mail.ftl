ended = De service is be√´indigd.

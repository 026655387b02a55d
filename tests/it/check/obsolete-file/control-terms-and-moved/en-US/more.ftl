# A page.
more = More

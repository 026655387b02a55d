help = In in dit artikel

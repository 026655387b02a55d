help = Gebruik .NET om 12:30, Node.js, B.V., 1.5, 1,5: :) (a), “b”? Ja!

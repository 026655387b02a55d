due = La lettre m̂

bill = Uw ﻿rekening

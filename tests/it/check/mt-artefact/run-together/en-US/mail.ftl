# A text.
title = Contact your bank to resolve the problem.

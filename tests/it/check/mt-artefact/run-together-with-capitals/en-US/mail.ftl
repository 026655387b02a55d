# A text.
title = Past due balance

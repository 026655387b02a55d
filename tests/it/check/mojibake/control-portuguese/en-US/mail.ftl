# A text.
title = No

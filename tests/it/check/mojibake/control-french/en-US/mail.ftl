# A text.
title = We have seen “summer” and “café”.

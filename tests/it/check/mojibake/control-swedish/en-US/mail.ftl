# A text.
title = From A to Z

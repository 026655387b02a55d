# A text.
title = Send your payment to the location.

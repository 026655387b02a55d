# A text.
title = Contact us to resolve this.

# A text.
due = A résumé

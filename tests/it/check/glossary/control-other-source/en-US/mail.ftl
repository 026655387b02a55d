# A text.
file = Open the file in the archive.

"""One loader for each kind of file; a foreign library is imported where its loader first needs it."""

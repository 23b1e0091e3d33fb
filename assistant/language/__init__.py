"""Vietnamese text, pure functions: folding, sentences, accents, abbreviations, document numbers."""

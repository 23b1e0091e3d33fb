"""Answers questions about Party congresses from the guidance documents, every sentence cited."""

"""The index: embeddings, vectors in Chroma, lexical index and catalogue in SQLite."""

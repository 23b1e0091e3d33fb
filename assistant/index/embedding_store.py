"""Vectors stored by what was embedded: a text that stands in the catalogue already is never embedded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from assistant.datatypes import Document, Passage
from assistant.index.catalogue import UNSWEPT, Catalogue, meta, set_meta
from assistant.index.embedding_texts import embedded_sentences, embedded_text
from assistant.index.faults import fault
from assistant.index.vector_data import PASSAGE, SENTENCE, digest, to_bytes, unit

if TYPE_CHECKING:
    import sqlite3

    from langchain_core.embeddings import Embeddings

_CHUNK = 128
"""Texts embedded between two writes: enough for full batches, little enough to lose nothing worth naming."""
_PART = 1_000
"""Passages whose texts are in memory together; a document may have a hundred thousand."""


class EmbeddingStore:
    """The vectors of one catalogue, filled by one model."""

    def __init__(self, catalogue: Catalogue, embeddings: Embeddings, fingerprint: str) -> None:
        self._catalogue = catalogue
        self._embeddings = embeddings
        self._fingerprint = fingerprint
        self.embedded = 0

    def store(self, documents: Sequence[tuple[Document, Sequence[Passage]]], advance: Callable[[float], None]) -> None:
        """Embed and store what these documents need and the catalogue lacks; `advance` hears which share is done."""
        passages = [(document, passage) for document, own in documents for passage in own]
        for first in range(0, len(passages), _PART):
            part = passages[first : first + _PART]
            self._store(part, partial(_advance, advance, first / len(passages), len(part) / len(passages)))

    def _store(self, passages: Sequence[tuple[Document, Passage]], advance: Callable[[float], None]) -> None:
        wanted: dict[bytes, tuple[str, str]] = {}
        for document, passage in passages:
            wanted |= {digest(self._fingerprint, *one): one for one, _, _ in _texts(document, passage)}
        with self._catalogue.reading() as connection:
            missing = {name: one for name, one in wanted.items() if _find(connection, name) is None}
        ordered = sorted(missing.items(), key=lambda item: len(item[1][1]))  # equal lengths, little padding
        for first in range(0, len(ordered), _CHUNK):
            self._embed(ordered[first : first + _CHUNK])
            advance(min(1.0, (first + _CHUNK) / len(ordered)))

    def _embed(self, chunk: Sequence[tuple[bytes, tuple[str, str]]]) -> None:
        vectors = unit(self._embeddings.embed_documents([text for _, (_, text) in chunk]))
        fault("vectors: embedded")
        with self._catalogue.changing() as connection:
            set_meta(connection, UNSWEPT, "1")
            connection.executemany(
                "INSERT INTO vectors (kind, digest, data) VALUES (?, ?, ?)",
                [(kind, name, to_bytes(row)) for (name, (kind, _)), row in zip(chunk, vectors, strict=True)],
            )
        fault("vectors: stored")
        self.embedded += len(chunk)

    def link(self, connection: sqlite3.Connection, document: Document, keys: Sequence[tuple[int, Passage]]) -> None:
        """Name the stored vectors of passages, given with the keys of their rows."""
        for key, passage in keys:
            for one, start, end in _texts(document, passage):
                vector = _find(connection, digest(self._fingerprint, *one))
                connection.execute("INSERT INTO passage_vectors VALUES (?, ?, ?, ?)", (key, start, vector, end))

    def sweep(self) -> None:
        """Delete the vectors that no passage names: of replaced passages, and of runs that were cut off."""
        with self._catalogue.changing() as connection:
            if meta(connection, UNSWEPT):
                connection.execute("DELETE FROM vectors WHERE id NOT IN (SELECT vector_id FROM passage_vectors)")
                set_meta(connection, UNSWEPT, "")


def _advance(advance: Callable[[float], None], before: float, width: float, share: float) -> None:
    advance(before + width * share)


def _texts(document: Document, passage: Passage) -> list[tuple[tuple[str, str], int, int]]:
    """What is embedded of a passage, as (kind, text), each with the offsets that it stands for."""
    whole = ((PASSAGE, embedded_text(document, passage)), passage.start, passage.end)
    return [whole, *(((SENTENCE, text), start, end) for start, end, text in embedded_sentences(passage))]


def _find(connection: sqlite3.Connection, name: bytes) -> int | None:
    row = connection.execute("SELECT id FROM vectors WHERE digest = ?", (name,)).fetchone()
    return int(row[0]) if row else None

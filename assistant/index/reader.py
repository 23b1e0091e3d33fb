"""The index as answering sees it: documents, texts, passages, and three ways to find passages."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.datatypes import Document, Passage, SentenceScore
from assistant.errors import CorpusError
from assistant.index import lexical, rows
from assistant.index.records import PASSAGE_COLUMNS, Holding, document_from_json, passage_from_row
from assistant.index.snapshots import PerGeneration, Snapshot, Snapshots, check_model
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from assistant.index.dense import DenseIndex
    from assistant.index.vector_data import Vector

_CHROMA_FROM = 5_000
"""Vectors that a process which asks once compares without Chroma: quicker than loading it."""
_PASSAGES = f"SELECT {PASSAGE_COLUMNS} FROM passages JOIN documents ON documents.key = passages.document_key"


def open_reader(settings: Settings, embeddings: Embeddings | None = None) -> IndexReader:
    """Open the index for reading; the model and Chroma are loaded by the first dense search.

    Args:
        settings: where the index lies, and which model made it.
        embeddings: the model, where it is not the one that the settings name.

    Raises:
        IndexMissingError: nothing was ingested yet.
        IndexOutdatedError: the index was made by another version of the program.
        StorageError: the index cannot be read.
    """
    reader = IndexReader(settings, embeddings)
    reader.generation()
    return reader


class IndexReader:
    """Reads the index, always the state of the last finished write; safe to use from many threads."""

    def __init__(self, settings: Settings, embeddings: Embeddings | None = None) -> None:
        self._settings = settings
        self._embeddings = embeddings
        self._snapshots = Snapshots(settings.data_dir)
        self._documents = PerGeneration(_Documents())
        self._passage_count = PerGeneration(_passage_count)
        self._frequencies: PerGeneration[dict[str, lexical.Frequency]] = PerGeneration(lambda _: {})
        self._dense: DenseIndex | None = None
        self._query_vector = lru_cache(maxsize=256)(self._embed)

    def generation(self) -> int:
        """A number that grows with every change of the index."""
        return self._snapshots.read(lambda now: now.generation)

    def is_empty(self) -> bool:
        """Whether there is not one passage."""
        return self.passage_count() == 0

    def passage_count(self) -> int:
        """How many passages there are."""
        return self._snapshots.read(self._passage_count.of)

    def documents(self) -> tuple[Document, ...]:
        """All documents, ordered by id."""
        return self._snapshots.read(self._documents.of)

    def document(self, document_id: str) -> Document:
        """One document.

        Raises:
            CorpusError: there is no such document.
        """
        for document in self.documents():
            if document.id == document_id:
                return document
        raise _unknown(document_id)

    def holdings(self) -> tuple[Holding, ...]:
        """The file behind each document and its state, ordered by id."""
        return self._snapshots.read(lambda now: rows.holdings(now.connection))

    def text(self, document_id: str) -> str:
        """The stored text of one document.

        Raises:
            CorpusError: there is no such document.
        """
        row = self._snapshots.read(
            lambda now: now.connection.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
        )
        if row is None:
            raise _unknown(document_id)
        return str(row[0])

    def beginnings(self, most: int) -> Mapping[str, str]:
        """The first `most` characters of the stored text of every document, by its id."""
        query = "SELECT id, substr(text, 1, ?) FROM documents ORDER BY id"
        return self._snapshots.read(lambda now: dict(now.connection.execute(query, (most,))))

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of one document in reading order."""
        query = f"{_PASSAGES} WHERE documents.id = ? ORDER BY passages.position"
        return self._snapshots.read(lambda now: _fetch(now.connection, query, document_id))

    def passage(self, passage_id: str) -> Passage | None:
        """One passage, or `None` where it is no longer in the collection."""
        query = f"{_PASSAGES} WHERE passages.id = ?"
        return next(iter(self._snapshots.read(lambda now: _fetch(now.connection, query, passage_id))), None)

    def search_dense(self, text: str, k: int) -> list[tuple[Passage, float]]:
        """The `k` passages nearest in meaning with their cosine, best first.

        Raises:
            IndexOutdatedError: another embedding model made the index.
            ModelError: the embedding model cannot be loaded.
        """
        vector, dense = self._query_vector(text), self._dense_index()

        def search(now: Snapshot) -> list[tuple[Passage, float]]:
            check_model(now.connection, self._fingerprint(), self._settings.data_dir)
            return dense.search(now, vector, k)

        return self._snapshots.read(search)

    def search_lexical(self, terms: Sequence[str], k: int) -> list[tuple[Passage, float]]:
        """The `k` passages that best share these folded syllables, or pairs of them, with their BM25 score."""

        def search(now: Snapshot) -> list[tuple[Passage, float]]:
            chosen = lexical.telling_terms(terms, lambda term: self._frequency(now, term))
            return lexical.search(now.connection, chosen, k)

        return self._snapshots.read(search)

    def search_phrase(self, text: str, k: int) -> list[Passage]:
        """Passages in which the words stand in this order, accents and punctuation aside."""
        return self._snapshots.read(lambda now: lexical.search_phrase(now.connection, text, k))

    def sentence_scores(self, text: str, passage_ids: Sequence[str]) -> Mapping[str, tuple[SentenceScore, ...]]:
        """The sentences of these passages with their cosine to a text, in reading order."""
        from assistant.index.dense import sentence_scores

        vector = self._query_vector(text)
        return self._snapshots.read(lambda now: sentence_scores(now.connection, vector, passage_ids))

    def document_frequency(self, term: str) -> int:
        """In how many passages a folded syllable or pair stands."""
        return self._snapshots.read(lambda now: self._frequency(now, term)).passages

    def embeddings(self) -> Embeddings:
        """The model of this reader, so that a writer in the same process need not load another."""
        return self._model()

    def load(self) -> None:
        """Load the model and Chroma now: for a process that will answer many questions, before the first one.

        Raises:
            IndexOutdatedError: another embedding model made the index.
            ModelError: the embedding model cannot be loaded.
        """
        self.search_dense("đại hội", 1)
        self._snapshots.read(self._dense_index().prepare)

    def close(self) -> None:
        """Release files and memory; the reader is of no use afterwards."""
        if self._dense is not None:
            self._dense.close()
        self._snapshots.close()

    def _frequency(self, now: Snapshot, term: str) -> lexical.Frequency:
        known = self._frequencies.of(now)
        if term not in known:
            known[term] = lexical.frequency(now.connection, term)
        return known[term]

    def _dense_index(self) -> DenseIndex:
        if self._dense is None:
            from assistant.index.dense import DenseIndex
            from assistant.index.vectors import VectorSets

            url = self._settings.chroma_url
            self._dense = DenseIndex(lambda build: VectorSets(build, url), from_size=_CHROMA_FROM)
        return self._dense

    def _model(self) -> Embeddings:
        if self._embeddings is None:
            from assistant.index.embeddings import load_embeddings

            self._embeddings = load_embeddings(self._settings)
        return self._embeddings

    def _fingerprint(self) -> str:
        from assistant.index.embeddings import fingerprint_of

        return fingerprint_of(self._model())

    def _embed(self, text: str) -> Vector:
        from assistant.index.vector_data import unit

        vector: Vector = unit([self._model().embed_query(text)])[0]
        return vector


def _unknown(document_id: str) -> CorpusError:
    return CorpusError(f"Trong kho không có văn bản {document_id}; xem danh mục bằng: python -m assistant documents.")


def _fetch(connection: sqlite3.Connection, query: str, value: str) -> tuple[Passage, ...]:
    return tuple(passage_from_row(row) for row in connection.execute(query, (value,)))


class _Documents:
    """Reads the catalogue's documents; a record that did not change since the last time is not parsed again."""

    def __init__(self) -> None:
        self._known: Mapping[str, Document] = {}

    def __call__(self, connection: sqlite3.Connection) -> tuple[Document, ...]:
        known = self._known
        records = connection.execute("SELECT record FROM documents ORDER BY id")
        now = {record: known.get(record) or document_from_json(record) for (record,) in records}
        self._known = now
        return tuple(now.values())


def _passage_count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM passages").fetchone()[0])

"""Dense search in one snapshot: Chroma for the bulk, an exact comparison for what came after its set was written."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from assistant.datatypes import Passage, SentenceScore
from assistant.errors import StorageError
from assistant.index.catalogue import meta
from assistant.index.chroma import VectorSet
from assistant.index.records import PASSAGE_COLUMNS, passage_from_row
from assistant.index.snapshots import Snapshot
from assistant.index.vector_data import PASSAGE, SENTENCE, Matrix, Vector, from_bytes
from assistant.index.vectors import VectorSets

_RETRY_SECONDS = 30.0
"""Longest time until Chroma is tried again; after the first failure it is a second, then twice as long each time."""
_LOGGER = logging.getLogger(__name__)

_PASSAGES = f"""
SELECT passage_vectors.vector_id, {PASSAGE_COLUMNS} FROM json_each(?) AS wanted
JOIN passage_vectors ON passage_vectors.vector_id = wanted.value
JOIN passages ON passages.key = passage_vectors.passage_key
JOIN documents ON documents.key = passages.document_key
"""
_SENTENCES = """
SELECT passages.id, passage_vectors.start, passage_vectors."end", vectors.data FROM json_each(?) AS wanted
JOIN passages ON passages.id = wanted.value
JOIN passage_vectors ON passage_vectors.passage_key = passages.key
JOIN vectors ON vectors.id = passage_vectors.vector_id AND vectors.kind = ?
ORDER BY passages.id, passage_vectors.start
"""


class DenseIndex:
    """The vectors of whichever snapshot is searched; follows the catalogue from one set of vectors to the next.

    Where Chroma cannot be used (a full disk, a server that is away), all vectors are compared exactly: slower in a
    large collection, never wrong. Chroma is tried again after a second, and then ever less often.

    Args:
        sets_of: gives the sets of vectors of a build.
        from_size: how large a set must be to be worth loading Chroma, which takes a process about a second.
    """

    def __init__(self, sets_of: Callable[[Path], VectorSets], *, from_size: int) -> None:
        self._sets_of = sets_of
        self._from_size = from_size
        self._lock = threading.Lock()
        self._name = ""
        self._set: VectorSet | None = None
        self._retry_at = 0.0
        self._failures = 0
        self._beyond = _Resident(Path(), 0)

    def prepare(self, snapshot: Snapshot) -> None:
        """Open Chroma now, however small the set: the process is going to search often."""
        with self._lock:
            self._from_size = 0
            self._drop()
            self._follow(snapshot)

    def search(self, snapshot: Snapshot, vector: Vector, k: int) -> list[tuple[Passage, float]]:
        """The passages of this snapshot nearest to a vector, with their cosine, best first."""
        count = k + k // 4 + 8  # some hits are no longer live
        while True:
            hits, complete = self._nearest(snapshot, vector, count)
            found = _live(snapshot.connection, hits)
            if complete or len(found) >= k:
                return found[:k]
            count *= 4

    def close(self) -> None:
        """Release Chroma."""
        with self._lock:
            self._drop()

    def _nearest(self, snapshot: Snapshot, vector: Vector, count: int) -> tuple[dict[int, float], bool]:
        """Cosines by vector id, and whether these are all there are."""
        with self._lock:  # a set must not be closed while another thread searches it
            self._follow(snapshot)
            hits = self._beyond.nearest(vector, count)
            if self._set is None:
                return hits, len(hits) == len(self._beyond)
            try:
                hits.update(self._set.nearest(vector, count))
            except StorageError as error:
                self._give_up(error)
            else:
                self._failures = 0
                return hits, count >= max(self._set.size, len(self._beyond))
        return self._nearest(snapshot, vector, count)

    def _follow(self, snapshot: Snapshot) -> None:
        """Open the set that the snapshot names and load the vectors beyond it."""
        name = meta(snapshot.connection, "vectors")
        if name != self._name or (name and self._set is None and time.monotonic() > self._retry_at):
            self._drop()
            self._name = name
            self._open(snapshot)
        through = _number(snapshot, "vectors_through") if self._set else 0
        if (self._beyond.build, self._beyond.through) != (snapshot.build, through):
            self._beyond = _Resident(snapshot.build, through)
        self._beyond.load(snapshot.connection)

    def _open(self, snapshot: Snapshot) -> None:
        size = _number(snapshot, "vectors_size")
        if not self._name or size < self._from_size:
            return
        try:
            self._set = self._sets_of(snapshot.build).open(self._name, size)
        except StorageError as error:
            self._give_up(error)

    def _give_up(self, error: StorageError) -> None:
        _LOGGER.warning("Searching without Chroma: %s", error)
        name = self._name
        self._drop()
        self._name = name
        self._retry_at = time.monotonic() + min(_RETRY_SECONDS, 2.0 ** min(self._failures, 8))
        self._failures += 1

    def _drop(self) -> None:
        if self._set is not None:
            self._set.close()
        self._set = None
        self._name = ""


def _number(snapshot: Snapshot, key: str) -> int:
    return int(meta(snapshot.connection, key) or 0)


class _Resident:
    """Vectors of one build in memory: those of passages with an id above `through`, live or not."""

    def __init__(self, build: Path, through: int) -> None:
        self.build = build
        self.through = through
        self._last = through
        self._ids = np.zeros(0, np.int64)
        self._matrix: Matrix = np.zeros((0, 0), np.float32)

    def __len__(self) -> int:
        return len(self._ids)

    def load(self, connection: sqlite3.Connection) -> None:
        """Add what was stored since the last call; ids only grow."""
        rows = connection.execute(
            "SELECT id, data FROM vectors WHERE kind = ? AND id > ? ORDER BY id", (PASSAGE, self._last)
        ).fetchall()
        if not rows:
            return
        fresh = from_bytes([data for _, data in rows])
        self._ids = np.concatenate([self._ids, np.array([key for key, _ in rows], np.int64)])
        self._matrix = np.concatenate([self._matrix, fresh]) if self._matrix.size else fresh
        self._last = int(self._ids[-1])

    def nearest(self, vector: Vector, count: int) -> dict[int, float]:
        """The cosines of the nearest by id."""
        if not len(self):
            return {}
        cosines = self._matrix @ vector
        best = np.argpartition(-cosines, count)[:count] if count < len(self) else range(len(self))
        return {int(self._ids[row]): float(cosines[row]) for row in best}


def _live(connection: sqlite3.Connection, hits: dict[int, float]) -> list[tuple[Passage, float]]:
    """The passages that these vectors stand for in the snapshot, best first."""
    rows = connection.execute(_PASSAGES, (json.dumps(list(hits)),))
    found = [(passage_from_row(row[1:]), hits[row[0]]) for row in rows]
    return sorted(found, key=lambda one: (-one[1], one[0].id))


def sentence_scores(
    connection: sqlite3.Connection, vector: Vector, passage_ids: Sequence[str]
) -> dict[str, tuple[SentenceScore, ...]]:
    """The sentences of passages with their cosine to a vector, in reading order."""
    rows = connection.execute(_SENTENCES, (json.dumps(list(passage_ids)), SENTENCE)).fetchall()
    found: dict[str, list[SentenceScore]] = {identity: [] for identity in passage_ids}
    if not rows:
        return dict.fromkeys(found, ())
    for row, cosine in zip(rows, from_bytes([row[3] for row in rows]) @ vector, strict=True):
        found[row[0]].append(SentenceScore(row[1], row[2], float(cosine)))
    return {identity: tuple(scores) for identity, scores in found.items()}

"""When Chroma gets a new set of vectors, and how the catalogue comes to name it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from assistant.index.catalogue import Catalogue, generation_of, meta, set_meta
from assistant.index.faults import fault
from assistant.index.vector_data import PASSAGE, Matrix, from_bytes
from assistant.index.vectors import VectorSets

_TOLERATED = 0.05
"""Share of vectors that may be new or dead before a set is written anew; until then they are compared exactly."""
_BATCH = 2_000


class VectorSetKeeper:
    """Keeps Chroma's set close to the catalogue of one build."""

    def __init__(self, catalogue: Catalogue, url: str) -> None:
        self._catalogue = catalogue
        self._sets = VectorSets(catalogue.build, url)

    def bring_up_to_date(self) -> None:
        """Write and name a new set where the named one is too far from the catalogue, and sweep the others.

        All stored vectors must be in use, so that the set lacks none that could come back.
        """
        with self._catalogue.reading() as connection:
            named = meta(connection, "vectors")
            outdated = self._is_outdated(connection, named)
            through = connection.execute("SELECT coalesce(max(id), 0) FROM vectors").fetchone()[0]
            size = _count(connection)
        if outdated:
            named = self._write(size, through)
            self._sets.sweep_server(keep=named)
        self._sets.sweep(keep=named)

    def _is_outdated(self, connection: sqlite3.Connection, named: str) -> bool:
        total = _count(connection)
        if not named:
            return total > 0
        size = int(meta(connection, "vectors_size"))
        if meta(connection, "vectors_place") != self._sets.place or not self._sets.holds(named, size):
            return True
        kept = _count(connection, through=int(meta(connection, "vectors_through")))
        return (total - kept) + (size - kept) > _TOLERATED * size

    def _write(self, size: int, through: int) -> str:
        name = self._sets.write(size, self._batches)
        fault("set: written")
        with self._catalogue.changing() as connection:
            set_meta(connection, "vectors", name)
            set_meta(connection, "vectors_place", self._sets.place)
            set_meta(connection, "vectors_size", str(size))
            set_meta(connection, "vectors_through", str(through))
            set_meta(connection, "generation", str(generation_of(connection) + 1))
            fault("set: named")
        fault("set: in use")
        return name

    def _batches(self) -> Iterator[tuple[Sequence[int], Matrix]]:
        last = 0
        query = "SELECT id, data FROM vectors WHERE kind = ? AND id > ? ORDER BY id LIMIT ?"
        while True:
            with self._catalogue.reading() as connection:
                rows = connection.execute(query, (PASSAGE, last, _BATCH)).fetchall()
            if not rows:
                return
            yield [key for key, _ in rows], from_bytes([data for _, data in rows])
            fault("set: batch written")
            last = rows[-1][0]


def forget_set(connection: sqlite3.Connection) -> None:
    """Name no set: for a catalogue that came from elsewhere without one."""
    for key, value in (("vectors", ""), ("vectors_place", ""), ("vectors_size", "0"), ("vectors_through", "0")):
        set_meta(connection, key, value)


def _count(connection: sqlite3.Connection, through: int | None = None) -> int:
    query = "SELECT count(*) FROM vectors WHERE kind = ? AND (? IS NULL OR id <= ?)"
    return int(connection.execute(query, (PASSAGE, through, through)).fetchone()[0])

"""One consistent state of the index at a time, whatever another process writes meanwhile."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from assistant.errors import IndexMissingError, IndexOutdatedError, StoreError
from assistant.index.catalogue import SCHEMA_VERSION, Catalogue, generation_of, meta
from assistant.index.layout import current_build
from assistant.index.storage_errors import REBUILD, told

T = TypeVar("T")
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the catalogue that stays the same while its connection is in use."""

    connection: sqlite3.Connection
    build: Path
    generation: int


class Snapshots:
    """Opens snapshots of the build in use; safe to share between threads."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._catalogue: Catalogue | None = None

    def read(self, work: Callable[[Snapshot], T]) -> T:
        """Do some work on one snapshot; again on a newer one where a rebuild took the build away meanwhile.

        Raises:
            IndexMissingError: nothing was ingested yet.
            IndexOutdatedError: the index was made by another version.
            StorageError: the catalogue cannot be read.
        """
        for _ in range(_ATTEMPTS - 1):
            catalogue = self._current()
            try:
                return self._read(catalogue, work)
            except StoreError:
                if current_build(self._data_dir) == catalogue.build:
                    raise
        return self._read(self._current(), work)

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            if self._catalogue is not None:
                self._catalogue.close()
            self._catalogue = None

    def _read(self, catalogue: Catalogue, work: Callable[[Snapshot], T]) -> T:
        with told(self._data_dir), catalogue.reading() as connection:
            check_schema(connection, self._data_dir)
            return work(Snapshot(connection, catalogue.build, generation_of(connection)))

    def _current(self) -> Catalogue:
        with told(self._data_dir):
            build = current_build(self._data_dir)
        if build is None:
            raise IndexMissingError(f"Kho {self._data_dir} chưa có văn bản nào; hãy chạy: python -m ingest.")
        with self._lock:
            if self._catalogue is None or self._catalogue.build != build:
                if self._catalogue is not None:
                    self._catalogue.close()
                self._catalogue = Catalogue(build)
            return self._catalogue


def check_schema(connection: sqlite3.Connection, data_dir: Path) -> None:
    """Refuse a catalogue that another version of the program laid out.

    Raises:
        IndexOutdatedError: it did.
    """
    found = meta(connection, "schema_version")
    if found != str(SCHEMA_VERSION):
        raise IndexOutdatedError(
            f"Kho {data_dir} theo định dạng {found or '?'}, chương trình này cần {SCHEMA_VERSION}; hãy chạy: {REBUILD}."
        )


def check_model(connection: sqlite3.Connection, fingerprint: str, data_dir: Path) -> None:
    """Refuse vectors of another model than the one in use.

    Raises:
        IndexOutdatedError: they are.
    """
    if meta(connection, "fingerprint") != fingerprint:
        raise IndexOutdatedError(f"Kho {data_dir} do một mô hình nhúng khác tạo ra; hãy chạy: {REBUILD}.")


class PerGeneration(Generic[T]):
    """A value computed once for each generation of the index."""

    def __init__(self, compute: Callable[[sqlite3.Connection], T]) -> None:
        self._compute = compute
        self._held: tuple[int, T] | None = None

    def of(self, snapshot: Snapshot) -> T:
        """The value for this snapshot."""
        held = self._held
        if held is None or held[0] != snapshot.generation:
            held = (snapshot.generation, self._compute(snapshot.connection))
            self._held = held
        return held[1]

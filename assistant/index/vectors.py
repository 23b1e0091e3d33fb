"""Sets of vectors in Chroma that were written once and never change.

Chroma in a folder bears neither two processes nor a writer that is killed (tried: of 25 killed writers the fifth left
a folder that Chroma could not open again). So the catalogue keeps the vectors, each ingest that changed enough of
them writes a set of its own, named in the catalogue only once it is complete, and nobody writes to it afterwards.
A set is written in parts, since Chroma keeps a whole part in memory meanwhile.
"""

from __future__ import annotations

import hashlib
import logging
import platform
import shutil
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import StorageError
from assistant.index.chroma import (
    FOLDER,
    QUERY_SECONDS,
    WRITE_SECONDS,
    VectorSet,
    failures_told,
    open_folder,
    open_server,
    release,
)
from assistant.index.set_files import is_sealed, seal
from assistant.index.storage_errors import full_disk, is_full
from assistant.index.vector_data import Matrix

if TYPE_CHECKING:
    from chromadb.api.client import Client

FOLDER_PREFIX = "vectors-"
_PART = 100_000
"""Vectors of one part: writing 44,000 of 64 dimensions took 86 MB, and more dimensions take more."""
_WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further attempt to write to a server: long enough for one that is restarted."""
_DATABASE = "chroma.sqlite3"
_HNSW = {"space": "cosine", "ef_construction": 100, "ef_search": 200}
_LOGGER = logging.getLogger(__name__)

Batch = tuple[Sequence[int], Matrix]


class VectorSets:
    """Where sets of vectors are kept, by name: folders of a build, or collections of a Chroma server.

    Args:
        build: the folder of the build.
        url: address of a Chroma server; empty: Chroma in the folder.
    """

    def __init__(self, build: Path, url: str) -> None:
        self._build = build
        self._url = url
        self.place = url or FOLDER

    def new_name(self) -> str:
        """A name for a set that no other has, on a server that keeps those of several data folders neither."""
        return f"{self._family()}{uuid.uuid4().hex[:12]}"

    def open(self, name: str, size: int) -> VectorSet:
        """Open a set of a size for searching.

        Raises:
            StorageError: there is no such set, it is damaged, or the server cannot be reached.
        """
        if not self._url and not is_sealed(self._build / name):
            raise StorageError(f"Chỉ mục véc-tơ {self._build / name} bị thiếu; hãy chạy: python -m ingest.")
        clients: list[Client] = []
        with failures_told(self.place):
            try:
                parts = []
                for number in range(_parts(size)):
                    if not clients or not self._url:
                        clients.append(self._client(name, number, QUERY_SECONDS))
                    parts.append(clients[-1].get_collection(_part_name(name, number), embedding_function=None))
                found = VectorSet(clients, parts, self.place)
                if found.size != size:
                    raise ValueError(f"{found.size}/{size}")
                return found
            except BaseException:
                for client in clients:
                    release(client)
                raise

    def holds(self, name: str, size: int) -> bool:
        """Whether a set is there whole, as far as that shows; a server that does not answer is believed to have it."""
        if not self._url:
            return is_sealed(self._build / name)
        from chromadb.errors import NotFoundError

        try:
            with self._connected(name) as client:
                names = [_part_name(name, number) for number in range(_parts(size))]
                return sum(client.get_collection(one, embedding_function=None).count() for one in names) == size
        except NotFoundError:
            return False
        except Exception as error:  # whatever the connection raises; who needs the server will hear of it
            _LOGGER.warning("Cannot ask %s for its vectors: %s", self.place, error)
            return True

    def write(self, size: int, batches: Callable[[], Iterable[Batch]]) -> str:
        """Write a new set, to a server that fails anew after a while.

        Returns:
            Its name.

        Raises:
            StorageError: the disk is full, or the server could not be reached again and again.
        """
        for wait in _WAITS if self._url else ():
            try:
                return self._write(size, batches())
            except StorageError as error:
                _LOGGER.warning("Writing vectors again in %s s: %s", wait, error)
                time.sleep(wait)
        return self._write(size, batches())

    def sweep_server(self, keep: str) -> None:
        """Delete the sets of this data folder on a server but one, those of interrupted runs too."""
        if self._url:
            with suppress(Exception), self._connected(keep) as client:  # one set too many on a server does no harm
                for collection in client.list_collections():
                    if collection.name.startswith(self._family()) and not collection.name.startswith(f"{keep}-"):
                        client.delete_collection(collection.name)

    def sweep(self, keep: str) -> None:
        """Delete the folders of all sets of this build but one, those of interrupted runs too."""
        for entry in self._build.glob(f"{FOLDER_PREFIX}*"):
            if entry.name != keep:
                shutil.rmtree(entry, ignore_errors=True)  # a file that is still open on Windows goes next time

    def _family(self) -> str:
        """How the names of all sets of this data folder begin."""
        if not self._url:
            return FOLDER_PREFIX
        owner = f"{platform.node()}\0{uuid.getnode()}\0{self._build.parent.resolve()}"
        return f"{FOLDER_PREFIX}{hashlib.sha256(owner.encode()).hexdigest()[:12]}-"

    def _write(self, size: int, batches: Iterable[Batch]) -> str:
        name = self.new_name()
        try:
            with failures_told(self.place):
                for number, part in groupby(_numbered(batches), key=lambda one: one[0]):
                    self._write_part(name, number, min(size, _PART), (batch for _, batch in part))
                if not size:
                    self._write_part(name, 0, 0, ())
        except StorageError as error:
            if not self._url and is_full(self._build):  # Chroma does not say so itself
                raise StorageError(full_disk(self._build)) from error
            raise
        if not self._url:
            seal(self._build / name)
        return name

    def _write_part(self, name: str, number: int, size: int, batches: Iterable[Batch]) -> None:
        # Written to disk once, when all are in: otherwise Chroma does it every thousand vectors.
        settings: Any = {"hnsw": _HNSW | {"sync_threshold": max(size, 2), "batch_size": max(min(size, 100), 2)}}
        with self._connected(name, number) as client:
            collection = client.create_collection(
                _part_name(name, number), embedding_function=None, configuration=settings
            )
            for ids, matrix in batches:
                collection.add(ids=[str(key) for key in ids], embeddings=matrix)
        if not self._url:
            _shrink(self._build / name / str(number))

    @contextmanager
    def _connected(self, name: str, number: int = 0) -> Iterator[Client]:
        client = self._client(name, number, WRITE_SECONDS)
        try:
            yield client
        finally:
            release(client)

    def _client(self, name: str, number: int, seconds: float) -> Client:
        if self._url:
            return open_server(self._url, seconds)
        return open_folder(self._build / name / str(number))


def _parts(size: int) -> int:
    """How many parts a set of a size has."""
    return max(1, -(-size // _PART))


def _part_name(name: str, number: int) -> str:
    return f"{name}-{number}"


def _numbered(batches: Iterable[Batch]) -> Iterator[tuple[int, Batch]]:
    """Batches with the number of the part that each belongs to, cut where a part is full."""
    before = 0
    for ids, matrix in batches:
        first = 0
        while first < len(ids):
            last = min(len(ids), first + _PART - before % _PART)
            yield before // _PART, (ids[first:last], matrix[first:last])
            before, first = before + last - first, last


def _shrink(folder: Path) -> None:
    """Give back the room that Chroma's log took while a part was written: more than half of the folder."""
    connection = sqlite3.connect(folder / _DATABASE, isolation_level=None)
    try:
        connection.execute("VACUUM")
    finally:
        connection.close()

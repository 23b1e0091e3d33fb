"""Chroma: an index over vectors that were written once and never change; the only file that imports it.

Chroma in a folder bears neither two processes nor a writer that is killed (tried: of 25 killed writers the fifth left
a folder that Chroma could not open again). So the catalogue keeps the vectors, each ingest that changed enough of
them writes a set of its own, named in the catalogue only once it is complete, and nobody writes to it afterwards.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np

from assistant.errors import SettingsError, StorageError
from assistant.index.storage_errors import REBUILD, full_disk, is_full
from assistant.index.vector_data import Matrix, Vector

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

FOLDER_PREFIX = "vectors-"
_DATABASE = "chroma.sqlite3"
_HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 200}
_LOGGER = logging.getLogger(__name__)


class VectorSet:
    """One complete, unchanging set of vectors."""

    def __init__(self, client: Client, collection: Collection) -> None:
        self._client = client
        self._collection = collection
        self.size = collection.count()

    def nearest(self, vector: Vector, count: int) -> list[tuple[int, float]]:
        """The ids of the nearest vectors and their cosine, nearest first.

        Raises:
            StorageError: Chroma fails or its server cannot be reached.
        """
        if not self.size:
            return []
        try:
            found = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=min(count, self.size), include=["distances"]
            )
        except Exception as error:  # Chroma raises errors of its own, of httpx and of its Rust part
            raise _failed(error) from error
        distances = found["distances"] or [[]]
        return [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]

    def close(self) -> None:
        """Release files and memory."""
        with suppress(Exception):
            self._client.close()


class VectorSets:
    """Where sets of vectors are kept, by name: folders of a build, or collections of a Chroma server.

    Args:
        build: the folder of the build.
        url: address of a Chroma server; empty: Chroma in the folder.
    """

    def __init__(self, build: Path, url: str) -> None:
        self._build = build
        self._url = url
        self.place = url or "folder"

    def open(self, name: str) -> VectorSet:
        """Open a set for searching.

        Raises:
            StorageError: there is no such set, it is damaged, or the server cannot be reached.
        """
        if not self.may_hold(name):
            raise StorageError(f"Không thấy chỉ mục véc-tơ {self._build / name}; hãy chạy: python -m ingest.")
        try:
            client = self._client(name)
        except Exception as error:
            raise _failed(error) from error
        try:
            return VectorSet(client, client.get_collection(name, embedding_function=None))
        except Exception as error:
            client.close()
            raise _failed(error) from error

    def may_hold(self, name: str) -> bool:
        """Whether a set can be there, as far as that shows without opening it."""
        return bool(self._url) or (self._build / name / _DATABASE).is_file()

    def write(self, name: str, size: int, batches: Iterable[tuple[Sequence[int], Matrix]]) -> None:
        """Write a new set.

        Raises:
            StorageError: the disk is full or the server cannot be reached.
        """
        try:
            client = self._client(name)
            try:
                # Written to disk once, when all are in: otherwise Chroma does it every thousand vectors.
                settings: Any = {"hnsw": _HNSW | {"sync_threshold": max(size, 2), "batch_size": max(min(size, 100), 2)}}
                collection = client.create_collection(name, embedding_function=None, configuration=settings)
                for ids, matrix in batches:
                    collection.add(ids=[str(key) for key in ids], embeddings=matrix)
            finally:
                client.close()
            if not self._url:
                self._shrink(name)
        except Exception as error:
            if not self._url and is_full(self._build):  # Chroma does not say so itself
                raise StorageError(full_disk(self._build)) from error
            raise _failed(error) from error

    def _shrink(self, name: str) -> None:
        """Give back the room that Chroma's log took while the set was written: more than half of the folder."""
        connection = sqlite3.connect(self._build / name / _DATABASE, isolation_level=None)
        try:
            connection.execute("VACUUM")
        finally:
            connection.close()

    def drop(self, name: str) -> None:
        """Delete a set that is no longer named; its searchers find the new one."""
        if not self._url:
            return
        with suppress(Exception):  # one set too many on a server does no harm
            client = self._client(name)
            try:
                client.delete_collection(name)
            finally:
                client.close()

    def sweep(self, keep: str) -> None:
        """Delete the folders of all sets of this build but one, those of interrupted runs too."""
        for entry in self._build.glob(f"{FOLDER_PREFIX}*"):
            if entry.name != keep:
                shutil.rmtree(entry, ignore_errors=True)  # a file that is still open on Windows goes next time

    def _client(self, name: str) -> Client:
        import chromadb
        from chromadb.config import Settings

        if not self._url:
            folder = str(self._build / name)
            return cast("Client", chromadb.PersistentClient(path=folder, settings=Settings(anonymized_telemetry=False)))
        address = urlsplit(self._url)
        if not address.hostname:
            raise SettingsError(f"ASSISTANT_CHROMA_URL={self._url} không phải địa chỉ; ví dụ: http://127.0.0.1:8000.")
        secure = address.scheme == "https"
        client = chromadb.HttpClient(
            host=address.hostname,
            port=address.port or (443 if secure else 80),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )
        return cast("Client", client)


def _failed(error: Exception) -> Exception:
    if isinstance(error, SettingsError | StorageError):
        return error
    _LOGGER.debug("Chroma failed", exc_info=error)
    return StorageError(f"Chỉ mục véc-tơ Chroma không dùng được ({error}); nếu lặp lại, hãy chạy: {REBUILD}.")

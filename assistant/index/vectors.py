"""Chroma: an index over vectors that were written once and never change; the only file that imports it.

Chroma in a folder bears neither two processes nor a writer that is killed (tried: of 25 killed writers the fifth left
a folder that Chroma could not open again). So the catalogue keeps the vectors, each ingest that changed enough of
them writes a set of its own, named in the catalogue only once it is complete, and nobody writes to it afterwards.
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
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np

from assistant.errors import AssistantError, SettingsError, StorageError
from assistant.index.set_files import is_sealed, seal
from assistant.index.storage_errors import REBUILD, full_disk, is_full
from assistant.index.vector_data import Matrix, Vector

if TYPE_CHECKING:
    import httpx
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_LOGGER = logging.getLogger(__name__)

FOLDER = "folder"
FOLDER_PREFIX = "vectors-"
_GREETING_SECONDS = 3.0
_QUERY_SECONDS = 10.0
_WRITE_SECONDS = 60.0
_WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further attempt to write to a server: long enough for one that is restarted."""
_DATABASE = "chroma.sqlite3"
_HNSW = {"space": "cosine", "ef_construction": 100, "ef_search": 200}


class VectorSet:
    """One complete, unchanging set of vectors."""

    def __init__(self, client: Client, collection: Collection, place: str) -> None:
        self._client = client
        self._collection = collection
        self._place = place
        self.size = collection.count()

    def nearest(self, vector: Vector, count: int) -> list[tuple[int, float]]:
        """The ids of the nearest vectors and their cosine, nearest first.

        Raises:
            StorageError: Chroma fails or its server cannot be reached.
        """
        if not self.size:
            return []
        with _failures_told(self._place):
            found = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=min(count, self.size), include=["distances"]
            )
        distances = found["distances"] or [[]]
        return [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]

    def close(self) -> None:
        """Release files, connections and memory."""
        _release(self._client)


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

    def _family(self) -> str:
        """How the names of all sets of this data folder begin."""
        if not self._url:
            return FOLDER_PREFIX
        owner = f"{platform.node()}\0{uuid.getnode()}\0{self._build.parent.resolve()}"
        return f"{FOLDER_PREFIX}{hashlib.sha256(owner.encode()).hexdigest()[:12]}-"

    def open(self, name: str, size: int) -> VectorSet:
        """Open a set of a size for searching.

        Raises:
            StorageError: there is no such set, it is damaged, or the server cannot be reached.
        """
        if not self._url and not is_sealed(self._build / name):
            raise StorageError(f"Chỉ mục véc-tơ {self._build / name} bị thiếu; hãy chạy: python -m ingest.")
        with _failures_told(self.place):
            client = self._client(name, _QUERY_SECONDS)
            try:
                found = VectorSet(client, client.get_collection(name, embedding_function=None), self.place)
                if found.size != size:
                    raise ValueError(f"{found.size}/{size}")
                return found
            except BaseException:
                _release(client)
                raise

    def holds(self, name: str, size: int) -> bool:
        """Whether a set is there whole, as far as that shows; a server that does not answer is believed to have it."""
        if not self._url:
            return is_sealed(self._build / name)
        from chromadb.errors import NotFoundError

        try:
            with self._connected(name) as client:
                return bool(client.get_collection(name, embedding_function=None).count() == size)
        except NotFoundError:
            return False
        except Exception as error:  # whatever the connection raises; who needs the server will hear of it
            _LOGGER.warning("Cannot ask %s for its vectors: %s", self.place, error)
            return True

    def write(self, size: int, batches: Callable[[], Iterable[tuple[Sequence[int], Matrix]]]) -> str:
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

    def _write(self, size: int, batches: Iterable[tuple[Sequence[int], Matrix]]) -> str:
        name = self.new_name()
        try:
            with _failures_told(self.place), self._connected(name) as client:
                # Written to disk once, when all are in: otherwise Chroma does it every thousand vectors.
                settings: Any = {"hnsw": _HNSW | {"sync_threshold": max(size, 2), "batch_size": max(min(size, 100), 2)}}
                collection = client.create_collection(name, embedding_function=None, configuration=settings)
                for ids, matrix in batches:
                    collection.add(ids=[str(key) for key in ids], embeddings=matrix)
        except StorageError as error:
            if not self._url and is_full(self._build):  # Chroma does not say so itself
                raise StorageError(full_disk(self._build)) from error
            raise
        if not self._url:
            self._shrink(name)
            seal(self._build / name)
        return name

    def sweep_server(self, keep: str) -> None:
        """Delete the sets of this data folder on a server but one, those of interrupted runs too."""
        if self._url:
            with suppress(Exception), self._connected(keep) as client:  # one set too many on a server does no harm
                for collection in client.list_collections():
                    if collection.name.startswith(self._family()) and collection.name != keep:
                        client.delete_collection(collection.name)

    def sweep(self, keep: str) -> None:
        """Delete the folders of all sets of this build but one, those of interrupted runs too."""
        for entry in self._build.glob(f"{FOLDER_PREFIX}*"):
            if entry.name != keep:
                shutil.rmtree(entry, ignore_errors=True)  # a file that is still open on Windows goes next time

    def _shrink(self, name: str) -> None:
        """Give back the room that Chroma's log took while the set was written: more than half of the folder."""
        connection = sqlite3.connect(self._build / name / _DATABASE, isolation_level=None)
        try:
            connection.execute("VACUUM")
        finally:
            connection.close()

    @contextmanager
    def _connected(self, name: str) -> Iterator[Client]:
        client = self._client(name, _WRITE_SECONDS)
        try:
            yield client
        finally:
            _release(client)

    def _client(self, name: str, seconds: float) -> Client:
        import chromadb
        import httpx
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        if not self._url:
            return cast("Client", chromadb.PersistentClient(path=str(self._build / name), settings=settings))
        address = urlsplit(self._url)
        if not address.hostname:
            raise SettingsError(f"ASSISTANT_CHROMA_URL={self._url} không phải địa chỉ; ví dụ: http://127.0.0.1:8000.")
        secure = address.scheme == "https"
        port = address.port or (443 if secure else 80)
        # Chroma's own first request has no time limit.
        httpx.get(f"{self._url.rstrip('/')}/api/v2/heartbeat", timeout=_GREETING_SECONDS).raise_for_status()
        client = cast("Client", chromadb.HttpClient(host=address.hostname, port=port, ssl=secure, settings=settings))
        for session in _sessions(client):
            session.timeout = seconds
        return client


def _sessions(client: Client) -> list[httpx.Client]:
    """The HTTP sessions of a client of a server, to which Chroma gives neither a time limit nor an end."""
    servers = (client._server, getattr(client._admin_client, "_server", None))
    return [session for server in servers if (session := getattr(server, "_session", None))]


def _release(client: Client) -> None:
    with suppress(Exception):
        sessions = _sessions(client)
        client.close()
        for session in sessions:
            session.close()


@contextmanager
def _failures_told(place: str) -> Iterator[None]:
    """Turn what Chroma raises (errors of its own, of httpx, of its Rust part) into an error for the screen."""
    try:
        yield
    except (AssistantError, sqlite3.Error):
        raise
    except Exception as error:
        if place == FOLDER:
            message = f"Chỉ mục véc-tơ Chroma không dùng được ({error}); nếu lặp lại, hãy chạy: {REBUILD}."
        else:
            message = f"Máy chủ Chroma ở {place} không trả lời được ({error}); hãy khởi động máy chủ rồi chạy lại."
        raise StorageError(message) from error

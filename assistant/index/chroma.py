"""Chroma opened in a folder or at a server, asked for what is near, and what it raises.

With `vectors`, which writes, the only file that knows it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import numpy as np

from assistant.errors import AssistantError, SettingsError, StorageError
from assistant.index.storage_errors import REBUILD
from assistant.index.vector_data import Vector

if TYPE_CHECKING:
    import httpx
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

FOLDER = "folder"
QUERY_SECONDS = 10.0
WRITE_SECONDS = 60.0
_GREETING_SECONDS = 3.0


def open_folder(folder: Path) -> Client:
    """Open Chroma in a folder of its own."""
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    return cast("Client", chromadb.PersistentClient(path=str(folder), settings=settings))


def open_server(url: str, seconds: float) -> Client:
    """Open a connection to a Chroma server, each of whose requests may take so many seconds.

    Raises:
        SettingsError: the address is none.
    """
    import chromadb
    import httpx
    from chromadb.config import Settings

    address = urlsplit(url)
    if not address.hostname:
        raise SettingsError(f"ASSISTANT_CHROMA_URL={url} không phải địa chỉ; ví dụ: http://127.0.0.1:8000.")
    secure = address.scheme == "https"
    port = address.port or (443 if secure else 80)
    # Chroma's own first request has no time limit.
    httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat", timeout=_GREETING_SECONDS).raise_for_status()
    settings = Settings(anonymized_telemetry=False)
    client = cast("Client", chromadb.HttpClient(host=address.hostname, port=port, ssl=secure, settings=settings))
    for session in _sessions(client):
        session.timeout = seconds
    return client


def release(client: Client) -> None:
    """Close files and connections."""
    with suppress(Exception):
        sessions = _sessions(client)
        client.close()
        for session in sessions:
            session.close()


def _sessions(client: Client) -> list[httpx.Client]:
    """The HTTP sessions of a client of a server, to which Chroma gives neither a time limit nor an end."""
    servers = (client._server, getattr(client._admin_client, "_server", None))
    return [session for server in servers if (session := getattr(server, "_session", None))]


class VectorSet:
    """One complete, unchanging set of vectors.

    Args:
        clients: to release at the end.
        parts: the collections that it consists of.
        place: where they lie, for errors.
    """

    def __init__(self, clients: Sequence[Client], parts: Sequence[Collection], place: str) -> None:
        self._clients = clients
        self._parts = parts
        self._place = place
        self._sizes = [part.count() for part in parts]
        self.size = sum(self._sizes)

    def nearest(self, vector: Vector, count: int) -> list[tuple[int, float]]:
        """The ids of the nearest vectors and their cosine, nearest first.

        Raises:
            StorageError: Chroma fails or its server cannot be reached.
        """
        hits: list[tuple[int, float]] = []
        with failures_told(self._place):
            for part, size in zip(self._parts, self._sizes, strict=True):
                if size:
                    hits += _nearest(part, vector, min(count, size))
        return sorted(hits, key=lambda hit: -hit[1])[:count]

    def close(self) -> None:
        """Release files, connections and memory."""
        for client in self._clients:
            release(client)


def _nearest(part: Collection, vector: Vector, count: int) -> list[tuple[int, float]]:
    found = part.query(query_embeddings=vector[np.newaxis], n_results=count, include=["distances"])
    distances = found["distances"] or [[]]
    return [(int(key), 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]


@contextmanager
def failures_told(place: str) -> Iterator[None]:
    """Turn what Chroma raises (errors of its own, of httpx, of its Rust part) into an error for the screen.

    Raises:
        StorageError: anything but our own errors and SQLite's was raised inside.
    """
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

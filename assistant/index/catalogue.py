"""The catalogue of one build: an SQLite database with documents, passages, lexical index and vectors.

It is the only truth of the index: one document is replaced in one transaction, and Chroma is built from it.
"""

from __future__ import annotations

import queue
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.index.layout import CATALOGUE

SCHEMA_VERSION = 5
"""Grows with every change of the tables below and of the folding."""
UNSWEPT = "unswept"
"""Set while vectors may be stored that no passage names."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    record TEXT NOT NULL,
    text TEXT NOT NULL,
    health TEXT NOT NULL,
    UNIQUE (root, path)
);
CREATE TABLE shadowed (
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    document_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    PRIMARY KEY (root, path)
) WITHOUT ROWID;
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document_key INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    locator TEXT NOT NULL,
    headings TEXT NOT NULL,
    role TEXT NOT NULL,
    page INTEGER
);
CREATE INDEX passages_of_document ON passages (document_key, position);
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    data BLOB NOT NULL
);
CREATE INDEX vectors_of_kind ON vectors (kind, id);
CREATE TABLE passage_vectors (
    passage_key INTEGER NOT NULL REFERENCES passages (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    vector_id INTEGER NOT NULL REFERENCES vectors (id),
    "end" INTEGER NOT NULL,
    PRIMARY KEY (passage_key, start, vector_id)
) WITHOUT ROWID;
CREATE INDEX passages_of_vector ON passage_vectors (vector_id);
CREATE VIRTUAL TABLE lexical USING fts5 (
    title, syllables, pairs,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_,'"
);
CREATE VIRTUAL TABLE lexical_terms USING fts5vocab (lexical, col);
"""


def create_catalogue(build: Path, *, generation: int, fingerprint: str) -> None:
    """Make an empty catalogue in the folder of a new build."""
    connection = sqlite3.connect(build / CATALOGUE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript("BEGIN;" + _TABLES)
        set_meta(connection, "schema_version", str(SCHEMA_VERSION))
        set_meta(connection, "generation", str(generation))
        set_meta(connection, "fingerprint", fingerprint)
        connection.execute("COMMIT")
    finally:
        connection.close()


def meta(connection: sqlite3.Connection, key: str) -> str:
    """A value from the catalogue's own notes; empty where it was never set."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Note a value in the catalogue."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def generation_of(connection: sqlite3.Connection) -> int:
    """The number that grows with every change that a search could see."""
    return int(meta(connection, "generation"))


class _Connection(sqlite3.Connection):
    lasting = True


class Catalogue:
    """Connections to the catalogue of one build, shared by all threads of a process."""

    def __init__(self, build: Path) -> None:
        self.build = build
        self._idle: queue.LifoQueue[_Connection] = queue.LifoQueue()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the catalogue until the block ends."""
        connection = self._take()
        try:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")
        finally:
            self._give_back(connection)

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes take effect together at the end of the block, or not at all."""
        connection = self._take()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        finally:
            self._give_back(connection)

    def close(self) -> None:
        """Close all connections; those in use are closed when their block ends."""
        self._closed = True
        while not self._idle.empty():
            self._idle.get_nowait().close()

    def _take(self) -> _Connection:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return _connect(self.build / CATALOGUE)

    def _give_back(self, connection: _Connection) -> None:
        if self._closed or not connection.lasting:
            connection.close()
        else:
            self._idle.put(connection)


def _connect(path: Path) -> _Connection:
    """Open the database; on a disk that takes no writes, for one use as the unchanging file that it then is."""
    if not path.is_file():
        raise sqlite3.DatabaseError(f"không thấy {path.name}")
    try:
        connection = _open(path, "mode=rw")
    except sqlite3.OperationalError:
        connection = _open(path, "mode=ro&immutable=1")
        connection.lasting = False
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _open(path: Path, options: str) -> _Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        uri=True,
        timeout=30,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection

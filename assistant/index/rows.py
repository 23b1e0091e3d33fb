"""Documents and their passages written to and taken out of the tables, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from assistant.datatypes import Document, Passage
from assistant.index import lexical
from assistant.index.catalogue import UNSWEPT, set_meta
from assistant.index.records import Holding, document_from_json, document_to_json, passage_to_row

_INSERT_PASSAGE = """
INSERT INTO passages (id, document_key, position, start, "end", text, locator, headings, role, page)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def holdings(connection: sqlite3.Connection) -> tuple[Holding, ...]:
    """Where each document came from, ordered by id."""
    rows = connection.execute(
        "SELECT id, root, path, content_hash, record ->> 'provenance', health FROM documents ORDER BY id"
    )
    return tuple(Holding(*row) for row in rows)


def roots(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of all roots, ordered."""
    rows = connection.execute("SELECT root FROM documents UNION SELECT root FROM shadowed ORDER BY root")
    return tuple(str(root) for (root,) in rows)


def document(connection: sqlite3.Connection, document_id: str) -> Document:
    """A document that the catalogue holds."""
    (record,) = connection.execute("SELECT record FROM documents WHERE id = ?", (document_id,)).fetchone()
    return document_from_json(record)


def documents(connection: sqlite3.Connection) -> tuple[Document, ...]:
    """All documents, ordered by id."""
    rows = connection.execute("SELECT record FROM documents ORDER BY id")
    return tuple(document_from_json(record) for (record,) in rows)


def shadowed(connection: sqlite3.Connection) -> tuple[Holding, ...]:
    """The files that stand back behind a document of the same id."""
    rows = connection.execute("SELECT document_id, root, path, content_hash FROM shadowed ORDER BY root, path")
    return tuple(Holding(*row) for row in rows)


def shadow(connection: sqlite3.Connection, holding: Holding) -> None:
    """Note a file that stands back."""
    row = (holding.root, holding.path, holding.document_id, holding.content_hash)
    connection.execute("INSERT OR REPLACE INTO shadowed VALUES (?, ?, ?, ?)", row)


def unshadow(connection: sqlite3.Connection, root: str, path: str) -> None:
    """Forget that a file stands back."""
    connection.execute("DELETE FROM shadowed WHERE root = ? AND path = ?", (root, path))


def insert_document(
    connection: sqlite3.Connection,
    document: Document,
    text: str,
    passages: Sequence[Passage],
    source: Holding,
) -> list[tuple[int, Passage]]:
    """Add a document with its passages and the state of its file; returns the passages with their keys."""
    key = connection.execute(
        "INSERT INTO documents (id, root, path, content_hash, record, text, health) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (document.id, source.root, source.path, source.content_hash, document_to_json(document), text, source.health),
    ).lastrowid
    assert key is not None
    keys: list[tuple[int, Passage]] = []
    for passage in passages:
        passage_key = connection.execute(_INSERT_PASSAGE, passage_to_row(passage, key)).lastrowid
        assert passage_key is not None
        keys.append((passage_key, passage))
    lexical.insert(connection, keys, document)
    return keys


def move_document(connection: sqlite3.Connection, document: Document, source: Holding) -> None:
    """Note another place for the file of a document."""
    row = (source.root, source.path, document_to_json(document), document.id)
    connection.execute("UPDATE documents SET root = ?, path = ?, record = ? WHERE id = ?", row)


def delete_document(connection: sqlite3.Connection, document_id: str) -> bool:
    """Take a document out with all that hangs on it; false where there is none."""
    return _delete(connection, "id = ?", document_id)


def delete_file(connection: sqlite3.Connection, root: str, path: str) -> bool:
    """Take out the document that came from a file; false where none did."""
    return _delete(connection, "root = ? AND path = ?", root, path)


def _delete(connection: sqlite3.Connection, condition: str, *values: str) -> bool:
    row = connection.execute(f"SELECT key FROM documents WHERE {condition}", values).fetchone()
    if row is None:
        return False
    lexical.delete(connection, row[0])
    connection.execute("DELETE FROM documents WHERE key = ?", row)
    set_meta(connection, UNSWEPT, "1")
    return True

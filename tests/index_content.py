"""What an index holds, in a form in which two indexes can be compared."""

from __future__ import annotations

import sqlite3

from assistant.index.layout import CATALOGUE, current_build
from assistant.settings import Settings


def content(settings: Settings) -> list[object]:
    """What the index holds, whatever happened on the way: comparable between two indexes."""
    build = current_build(settings.data_dir)
    assert build is not None
    connection = sqlite3.connect(build / CATALOGUE)
    queries = (
        "SELECT id, root, path, content_hash, record, text FROM documents ORDER BY id",
        "SELECT p.id, d.id, p.position, p.start, p.text, p.locator FROM passages p "
        "JOIN documents d ON d.key = p.document_key ORDER BY p.id",
        "SELECT p.id, l.title, l.syllables, l.pairs FROM lexical l JOIN passages p ON p.key = l.rowid ORDER BY p.id",
        'SELECT p.id, pv.start, pv."end", v.kind, v.data FROM passage_vectors pv JOIN passages p '
        "ON p.key = pv.passage_key JOIN vectors v ON v.id = pv.vector_id ORDER BY p.id, v.kind, pv.start",
        "SELECT kind, digest, data FROM vectors ORDER BY digest",
        "SELECT * FROM shadowed",
    )
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO lexical (lexical) VALUES ('integrity-check')")
        return [connection.execute(query).fetchall() for query in queries]
    finally:
        connection.rollback()
        connection.close()

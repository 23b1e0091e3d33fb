"""Documents and passages as rows of the catalogue, and back."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from assistant.datatypes import Document, Passage, Relation, Source

PASSAGE_COLUMNS = (
    "passages.key, passages.id, documents.id, passages.text, passages.start, passages.end, "
    "passages.locator, passages.position, passages.headings, passages.role, passages.page"
)


@dataclass(frozen=True, slots=True)
class Holding:
    """Where a document of the catalogue came from, or a file that stands back behind another of the same id.

    `health` is what the ingest noted of the state of the file, in its own form.
    """

    document_id: str
    root: str
    path: str
    content_hash: str
    provenance: str = ""
    health: str = ""


def document_to_json(document: Document) -> str:
    """One JSON text with all fields of a document."""
    return json.dumps(asdict(document), ensure_ascii=False, default=date.isoformat)


def document_from_json(text: str) -> Document:
    """The document that `document_to_json` wrote."""
    fields: dict[str, Any] = json.loads(text)
    for name in ("issued", "effective", "expired"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    for name in ("congress", "levels"):
        fields[name] = tuple(fields[name])
    fields["relations"] = tuple(Relation(**relation) for relation in fields["relations"])
    fields["sources"] = tuple(Source(**source) for source in fields["sources"])
    return Document(**fields)


def passage_to_row(passage: Passage, document_key: int) -> tuple[object, ...]:
    """The values of a new row in `passages`, its key left to SQLite."""
    headings = json.dumps(passage.headings, ensure_ascii=False)
    place = (passage.order, passage.start, passage.end)
    return (passage.id, document_key, *place, passage.text, passage.locator, headings, passage.role, passage.page)


def passage_from_row(row: sqlite3.Row | tuple[Any, ...]) -> Passage:
    """The passage of a row of `PASSAGE_COLUMNS`."""
    _, identity, document_id, text, start, end, locator, order, headings, role, page = row
    return Passage(identity, document_id, text, start, end, locator, order, tuple(json.loads(headings)), role, page)

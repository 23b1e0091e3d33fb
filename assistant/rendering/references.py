"""How a document is referred to in writing, as Party papers do it; pure."""

from __future__ import annotations

from assistant.datatypes import DIGEST, Citation, Document
from assistant.wording import day, place


def reference(document: Document, locator: str = "") -> str:
    """The full reference: "Bộ Chính trị: Chỉ thị số 35-CT/TW, ngày 30/5/2019, về … (bản lược thuật), mục II.3"."""
    issuer = f"{document.issuer}: " if document.issuer else ""
    issued = f"ngày {day(document.issued)}" if document.issued else ""
    parts = [_named(document), issued, _subject(document.title) if document.number else ""]
    remark = " (bản lược thuật)" if document.provenance == DIGEST else ""
    return f"{issuer}{', '.join(part for part in parts if part)}{remark}{f', {locator}' if locator else ''}"


def citation_reference(citation: Citation) -> str:
    """The full reference of one mark, with the place in the document."""
    return reference(citation.document, place(citation.passage))


def _named(document: Document) -> str:
    if not document.number:
        return f"“{document.title}”"
    kind = document.kind[:1].upper() + document.kind[1:]
    return f"số {document.number}" if document.kind == "khác" else f"{kind} số {document.number}"


def _subject(title: str) -> str:
    first = title[:1].lower() + title[1:]
    return first if first.startswith(("về ", "v/v ")) else f"“{title}”" if title else ""

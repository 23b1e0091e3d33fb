"""What the head of a file left untold: a number, a day, an issuer, a title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from assistant.datatypes import Document
from ingest.headers import Header
from ingest.health.findings import Finding

_TOLD = {"number": "số hiệu", "issued": "ngày ban hành", "issuer": "cơ quan ban hành"}


def check_head(document: Document, header: Header) -> Iterator[Finding]:
    """Find what an official document must tell and this one does not, as far as it could be recognised."""
    if header.is_official:
        untold = [words for field, words in _TOLD.items() if not getattr(header, field)]
        if untold:
            text = f"Có dáng văn bản chính thức nhưng không nhận ra {', '.join(untold)}; hãy xem lại phần đầu văn bản."
            yield Finding("header_incomplete", "warning", text, {"untold": len(untold)})
    if document.title == PurePath(document.path).stem:
        yield Finding("title_from_name", "note", "Không nhận ra tên văn bản nên lấy tên tệp làm tên.")

"""How documents and places are named in Vietnamese sentences; pure, shared by answers, screens and Word files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.datatypes import DIGEST, Document, DocumentReference, Passage

REPLACED = "được thay thế"
LONGEST_TITLE = 90


def day(value: date) -> str:
    """A date in the official form: day below 10 and months 1 and 2 with a zero ("03/7/2020", "20/01/2025")."""
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def document_name(document: Document) -> str:
    """How a document is called: kind and number ("Công văn 11849-CV/BTCTW"), else its title in quotation marks."""
    if document.number:
        return f"{_capital(document.kind)} {document.number}" if document.kind != "khác" else document.number
    if document.title.lower().startswith(document.kind):
        return f"“{shortened(document.title)}”"
    kind = "Bài" if document.kind in ("bài học kinh nghiệm", "khác") else _capital(document.kind)
    return f"{kind} “{shortened(document.title)}”"


def document_line(document: Document) -> str:
    """Name, date and, for a digest, that it is one: "Chỉ thị 35-CT/TW (30/5/2019, bản lược thuật)"."""
    remarks = [day(document.issued)] if document.issued else []
    if document.provenance == DIGEST:
        remarks.append("bản lược thuật")
    return f"{document_name(document)} ({', '.join(remarks)})" if remarks else document_name(document)


def reference_name(reference: DocumentReference) -> str:
    """How a question names a document: "chỉ thị 35 năm 2018"."""
    number = f"{reference.serial}-{reference.symbol}" if reference.symbol else reference.serial
    dated = f" ngày {day(reference.issued)}" if reference.issued else f" năm {reference.year}" if reference.year else ""
    return f"{reference.kind or 'văn bản'} {number}{dated}"


def shortened(text: str, limit: int = LONGEST_TITLE) -> str:
    """A text cut at a word's end with an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"


def place(passage: Passage) -> str:
    """Where a passage stands, for people: "mục II.1", in a file with pages "mục II.1, trang 3"."""
    return ", ".join(part for part in (passage.locator, _pages([passage])) if part)


def common_place(passages: Sequence[Passage]) -> str:
    """What the places share from the left, part by part, and the pages: "mục 3, trang 2–4"."""
    shared: list[str] = []
    for parts in zip(*(passage.locator.split(", ") for passage in passages), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return ", ".join(part for part in (*shared, _pages(passages)) if part)


def _pages(passages: Sequence[Passage]) -> str:
    pages = sorted({passage.page for passage in passages if passage.page is not None})
    return f"trang {pages[0]}{f'–{pages[-1]}' if len(pages) > 1 else ''}" if pages else ""


def is_table_head(heading: str) -> bool:
    """Whether a heading is the head row of a table, which titles its columns and no section."""
    return heading.startswith("|")


def without_bars(text: str) -> str:
    """A quotation with its table rows written as "1 – Thôn Thượng – 03/4/2025"; other text as it is."""
    return "\n".join(_cells(line) if line.startswith("|") else line for line in text.split("\n"))


def _cells(row: str) -> str:
    return " – ".join(cell.strip() for cell in row.split("|") if cell.strip())


def joined(parts: Sequence[str], last: str = "và") -> str:
    """A list in a sentence: "a, b và c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

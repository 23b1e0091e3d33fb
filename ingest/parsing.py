"""A file becomes a document: its properties, its stored text and its passages; everything between disk and index."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.datatypes import Document, Passage, Source
from assistant.errors import DocumentError
from assistant.language.folding import fold
from ingest.boilerplate import find_furniture, find_markup
from ingest.headers import Header, read_header
from ingest.health.examining import examine, refuse_below_floor
from ingest.health.findings import health_to_json
from ingest.loaded import PAGE_BREAK, Reading
from ingest.loading import load
from ingest.looks.lines import Line, split_lines
from ingest.roles import label_lines, label_trusted
from ingest.roots import address_of
from ingest.sections.paragraphs import read_paragraphs
from ingest.splitting import split_passages
from ingest.structure import read_structure

_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """What one file gives: `text[p.start:p.end] == p.text` for each passage; `health` as the catalogue keeps it."""

    document: Document
    text: str
    passages: tuple[Passage, ...]
    reading: Reading = field(default_factory=Reading)
    health: str = ""


def read_document(path: Path, root: Path, *, force: bool = False) -> ParsedDocument:
    """Read a file of any supported format.

    Args:
        path: the file.
        root: the folder through which it came in; the document's path counts from there.
        force: take the file also where its text is in so bad a state that it should stay out.

    Raises:
        DocumentError: the file cannot become a document; the message says why.
    """
    loaded = load(path)
    lines = split_lines(loaded.text, is_markdown=loaded.is_markdown, headings=loaded.headings)
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    header = None
    if loaded.metadata is not None:
        document = _described(loaded.metadata, lines, path, place)
        labelled, is_official = label_trusted(lines, find_markup(lines)), bool(document.number)
    else:
        is_web = loaded.may_be_web_page and PAGE_BREAK not in loaded.text
        furniture = find_furniture(lines) if is_web else find_markup(lines)
        header = read_header(lines, furniture)
        document = _recognised(header, path, place, loaded.address or address_of(path))
        labelled, is_official = label_lines(lines, furniture, header), header.is_official
    paragraphs = read_paragraphs(labelled, is_markdown=loaded.is_markdown, is_paragraphed=loaded.is_paragraphed)
    blocks = read_structure(paragraphs, is_official=is_official)
    passages = split_passages(loaded.text, blocks, document.id)
    if not passages:
        raise DocumentError(f"Tệp {path.name} không có đoạn văn nào đọc được; hãy kiểm tra lại nội dung tệp.")
    health = examine(loaded, document, header, blocks, passages)
    if not force:
        refuse_below_floor(health, path.name)
    return ParsedDocument(document, loaded.text, passages, loaded.reading, health_to_json(health))


def _described(fields: Mapping[str, Any], lines: tuple[Line, ...], path: Path, place: str) -> Document:
    """Return the document that a front matter describes; id and title may be left to the file."""
    heading = next((line.text for line in lines if line.level == 1), "")
    known = {"id": slug(path.stem), "title": heading or path.stem, **fields}
    return Document(path=place, **known)


def _recognised(header: Header, path: Path, place: str, address: str) -> Document:
    title = header.title or path.stem
    return Document(
        id=_identifier(header) or slug(path.stem),
        title=title,
        path=place,
        number=header.number,
        kind=header.kind,
        issuer=header.issuer,
        issued=header.issued,
        signer=header.signer,
        congress=header.congress,
        authority=header.authority,
        validity=header.validity,
        effective=header.effective,
        expired=header.expired,
        sources=(Source(1, title, address),) if address else (),
    )


def _identifier(header: Header) -> str:
    """Name an official document by kind, number and year ("cong-van-11849-cv-btctw-2020"); nothing without a number."""
    if not header.number:
        return ""
    year = str(header.issued.year) if header.issued else ""
    kind = header.kind if header.kind != "khác" else ""
    parts = [kind, header.number, "" if year in header.number.split("/") else year]
    return slug(" ".join(part for part in parts if part))


def slug(text: str) -> str:
    """Return a text as an identifier: folded letters and digits, joined by hyphens."""
    return _NO_ID.sub("-", fold(text)).strip("-") or "tai-lieu"

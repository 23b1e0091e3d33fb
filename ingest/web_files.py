"""What was fetched becomes a file: its kind, its name, and a page that says where it came from and how to read it."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from assistant.errors import DocumentError
from ingest.fetching import Fetched, wrong_kind
from ingest.parsing import slug

_TYPES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_STARTS = ((b"%PDF-", ".pdf"), (rb"{\rtf", ".rtf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"))
_ZIP = b"PK\x03\x04"
_LONGEST_NAME = 60
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def save(address: str, fetched: Fetched, folder: Path) -> Path:
    """Write what came from an address into a folder, under a name that this address always gets.

    Raises:
        DocumentError: it is of a kind that is not read.
    """
    suffix = _suffix(address, fetched)
    content = fetched.content
    if suffix == ".html":
        content = _page(address, fetched)
    elif suffix == ".txt" and (text := _declared_text(fetched)) is not None:
        content = text.encode("utf-8", "replace")
    target = folder / f"{_stem(address)}{suffix}"
    target.write_bytes(content)
    return target


def _suffix(address: str, fetched: Fetched) -> str:
    """By the content where it tells, since servers often call a document a mere stream of bytes."""
    start = fetched.content.lstrip()[:8]
    found = next((suffix for mark, suffix in _STARTS if start.startswith(mark)), "")
    if start.startswith(_ZIP):
        is_odt = b"application/vnd.oasis.opendocument.text" in fetched.content[:120]
        found = ".odt" if is_odt else ".docx" if b"word/document.xml" in fetched.content else ""
    found = found or _TYPES.get(fetched.media_type, "")
    if not found:
        raise DocumentError(wrong_kind(address, fetched.media_type))
    return found


def _stem(address: str) -> str:
    """The last part of the path for people, and a few characters that tell this address from all others."""
    parts = urlsplit(address)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2].rpartition(".")
    readable = slug(last[0] or last[2] or parts.hostname or "")[:_LONGEST_NAME].strip("-")
    return f"{readable}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def _page(address: str, fetched: Fetched) -> bytes:
    """The page in UTF-8, with the comment in which browsers note where they saved a page from."""
    written = address.replace("--", "-%2D")  # must not end the comment
    text = _declared_text(fetched)
    if text is None:
        text = fetched.content.decode("windows-1252", "replace")  # as browsers do
    head = f'<!-- saved from url=({len(written):04d}){written} -->\n<meta charset="utf-8">\n'
    return (head + text).encode("utf-8", "replace")


def _declared_text(fetched: Fetched) -> str | None:
    """The text by the first character set that fits: UTF-8, which hardly fits by chance, then what is declared."""
    content = fetched.content
    declared = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    inside = declared[1].decode("ascii") if declared else ""
    marked = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""
    for name in filter(None, (marked, "utf-8-sig", fetched.charset, inside)):
        try:
            return content.decode(name)
        except (UnicodeError, LookupError):
            continue
    return None

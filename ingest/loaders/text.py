"""Plain text and Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.frontmatter import split_front_matter
from ingest.loaded import LoadedFile, Reading
from ingest.loaders.encodings import decode
from ingest.loaders.mojibake import repair


@dataclass(frozen=True, slots=True)
class _Content:
    text: str
    reading: Reading


def load_text(path: Path) -> LoadedFile:
    """Read plain text in any of the encodings that Vietnamese texts have."""
    content = _read(path)
    return LoadedFile(content.text, reading=content.reading, may_be_web_page=True)


def load_markdown(path: Path) -> LoadedFile:
    """Read Markdown, with or without front matter."""
    content = _read(path)
    front = split_front_matter(content.text, path.name)
    if front is None:
        return LoadedFile(content.text, is_markdown=True, reading=content.reading, may_be_web_page=True)
    return LoadedFile(front.body, is_markdown=True, metadata=front.fields, reading=content.reading)


def _read(path: Path) -> _Content:
    decoded = decode(path.read_bytes(), path.name)
    repaired = repair(decoded.text)
    encoding = " + ".join((decoded.encoding, *repaired.encodings))
    return _Content(repaired.text, Reading(encoding, remarks=repaired.remarks))

"""What one file may cost, by kind of file: bytes on disk, seconds to read, memory of the process that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

MEGABYTE = 2**20
WORKER_BYTES = 2 * 2**30
"""Memory of one worker process, and of each program that it starts, such as a converter."""
UNPACKED_BYTES = 300 * MEGABYTE
"""What all parts of an archive (a Word or LibreOffice file is one) may come to."""
UNPACKED_PARTS = 20_000
HARMLESS_BYTES = 64 * 2**10
"""Plain text up to here is read in the main process: the worst that was tried cost less than a second there, about
as much as the start of a worker, and most runs change a few small files only."""
_PLAIN = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class Limit:
    """A file is refused above `most_bytes`; reading it may take `seconds`, and `per_megabyte` seconds more.

    It never may take more than `most_seconds`.
    """

    most_bytes: int
    seconds: float
    per_megabyte: float
    most_seconds: float = inf


_TEXT = Limit(50 * MEGABYTE, 60, 10)
# A full page was recognised in 3.5 s, with the processor shared. The lightest scans, black and white at 200 dpi, weigh
# 0.028 MB a page and so get 14 s for each; the longest time is that of the most pages that are recognised in a file.
_PAGED = Limit(500 * MEGABYTE, 300, 500, most_seconds=300 + 300 * 14)
_PICTURE = Limit(100 * MEGABYTE, 180, 60)
_OFFICE = Limit(200 * MEGABYTE, 180, 20)
_KINDS = {
    _TEXT: (".md", ".txt", ".html", ".htm", ".xhtml"),
    _PAGED: (".pdf", ".tif", ".tiff"),
    _PICTURE: (".png", ".jpg", ".jpeg", ".bmp", ".webp"),
}
_LIMITS = {suffix: limit for limit, suffixes in _KINDS.items() for suffix in suffixes}


def limit_of(path: Path) -> Limit:
    """What a file may cost; one of a suffix not listed counts as an office file."""
    return _LIMITS.get(path.suffix.lower(), _OFFICE)


def seconds_for(path: Path, size: int) -> float:
    """How long reading a file of so many bytes may take."""
    limit = limit_of(path)
    return min(limit.seconds + limit.per_megabyte * size / MEGABYTE, limit.most_seconds)


def is_harmless(path: Path, size: int) -> bool:
    """Whether a file can be read without the protection of a process of its own."""
    return path.suffix.lower() in _PLAIN and size <= HARMLESS_BYTES

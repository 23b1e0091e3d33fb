"""What reading a file gives, before anything is understood of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PAGE_BREAK = "\f"  # stands between the pages of a paged file


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read, for the health report.

    Attributes:
        encoding: the encoding found ("UTF-8", "UTF-16", "TCVN3", "VNI", "VISCII", "Windows-1258", several joined by
            " + "); empty where the format knows none.
        confidences: for each page how sure the character recognition was, 0 to 100, `None` for a page that has text
            of its own; empty for a file without recognised pages.
        remarks: what a person should know of the reading, one Vietnamese sentence each.
    """

    encoding: str = ""
    confidences: tuple[float | None, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file's body as it will be stored: composed Unicode, plain line ends, pages parted by `PAGE_BREAK`.

    `is_markdown` says that "#", "|" and "*" are markup; `metadata` holds the fields of the front matter, None without;
    `headings` gives the level (1 to 6) of lines that the file itself marks as headings, by the offset of their first
    character; `address` is the web address that the file came from. A row of a table is a line "| a | b |".
    `is_paragraphed` says that the format itself parts paragraphs, so that no two lines are one.
    `may_be_web_page`: lines of the page around a document may stand in it, as copies from a browser have them.
    """

    text: str
    is_markdown: bool = False
    metadata: Mapping[str, Any] | None = None
    headings: Mapping[int, int] = field(default_factory=dict)
    address: str = ""
    reading: Reading = field(default_factory=Reading)
    is_paragraphed: bool = False
    may_be_web_page: bool = False

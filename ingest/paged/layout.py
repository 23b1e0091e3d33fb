"""Words and tables of pages laid out as text: running rows and notes taken off, the rest in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from ingest.paged.assembling import PageText, assemble
from ingest.paged.furniture import find_running_rows
from ingest.paged.notes import split_notes
from ingest.paged.reading_order import in_reading_order
from ingest.paged.tables import Table
from ingest.paged.words import Row, Word, body_size, rows_of

_TELLING_ROWS = 8  # a page with fewer takes its edges from the other pages
_FARTHEST = 0.95  # of a page's rows end left of this one, which may be too long by itself


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page outside its tables, the tables, and the page's width and height in points."""

    words: tuple[Word, ...]
    width: float
    height: float
    tables: tuple[Table, ...] = ()


def text_of(pages: Sequence[PageWords]) -> str:
    """Return the text of pages, parted by page breaks."""
    rows = [rows_of(page.words) for page in pages]
    running = find_running_rows(rows, [page.height for page in pages])
    size = body_size([row for page in rows for row in page])
    feet = [
        split_notes([row for i, row in enumerate(own) if (number, i) not in running], size, pages[number].height)
        for number, own in enumerate(rows)
    ]
    edges = _edges([foot.rows for foot in feet], max((page.width for page in pages), default=0.0))
    return assemble(
        [
            PageText(tuple(in_reading_order(_from_top(foot.rows, page.tables), own)), foot.notes)
            for foot, page, own in zip(feet, pages, edges, strict=True)
        ]
    )


def _from_top(rows: Sequence[Row], tables: Sequence[Table]) -> list[Row | Table]:
    return sorted([*rows, *tables], key=lambda one: one.top)


def _edges(pages: Sequence[Sequence[Row]], width: float) -> list[tuple[float, float]]:
    """Return for each page where its lines begin and end, in points; margins are taken to be equal if nothing tells."""
    own = [_edges_of(rows) for rows in pages]
    telling = [edges for edges, rows in zip(own, pages, strict=True) if len(rows) >= _TELLING_ROWS]
    lefts, rights = zip(*(telling or [(left, max(right, width - left)) for left, right in own]), strict=True)
    left, right = median(lefts), median(rights)
    return [
        edges if len(rows) >= _TELLING_ROWS else (min(left, edges[0]), max(right, edges[1]))
        for edges, rows in zip(own, pages, strict=True)
    ]


def _edges_of(rows: Sequence[Row]) -> tuple[float, float]:
    if not rows:
        return 0.0, 0.0
    ends = sorted(row.x1 for row in rows)
    return min(row.x0 for row in rows), ends[ceil(_FARTHEST * (len(ends) - 1))]

"""Running heads and feet and page numbers, told by coming back at the same height of other pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.language.folding import fold
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker
from ingest.paged.words import Row

_EDGE_ROWS = 3  # at the top and at the foot of a page that are looked at
_MARGIN = 0.15  # of the page's height in which they stand
_HEIGHTS = 6.0  # points within which a height is the same
_PAGE_NUMBER = re.compile(r"[^\w]*(?:trang(?: so)?\W*)?(\d{1,4})(?:\s*(?:/|tren)\s*\d{1,4})?[^\w]*")
_DIGITS = re.compile(r"\d+")

Place = tuple[int, int]


def find_running_rows(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> frozenset[Place]:
    """Return the (page, row) of each row that is no part of the text, both counted from 0.

    Args:
        pages: the rows of each page from top to bottom.
        heights: of the pages, in points.
    """
    margins = [place for page, rows in enumerate(pages) for place in _margin_rows(page, rows, heights[page])]
    numbers = _page_numbers(pages, margins)
    others = [place for place in margins if place not in numbers]
    return frozenset(numbers | _repeated(pages, others))


def _margin_rows(page: int, rows: Sequence[Row], height: float) -> list[Place]:
    last = len(rows) - _EDGE_ROWS
    return [
        (page, i)
        for i, row in enumerate(rows)
        if (i < _EDGE_ROWS and row.bottom < _MARGIN * height) or (i >= last and row.top > (1 - _MARGIN) * height)
    ]


def _page_numbers(pages: Sequence[Sequence[Row]], margins: Sequence[Place]) -> set[Place]:
    """Return the numbers that count the pages: as far from the page's place in the file as most others are."""
    found = {place: _PAGE_NUMBER.fullmatch(fold(pages[place[0]][place[1]].text)) for place in margins}
    offsets = {place: int(number[1]) - place[0] for place, number in found.items() if number}
    if not offsets:
        return set()
    offset, count = Counter(offsets.values()).most_common(1)[0]
    is_known = offset == 1 or count > 1
    return {place for place, one in offsets.items() if is_known and one == offset}


def _repeated(pages: Sequence[Sequence[Row]], margins: Sequence[Place]) -> set[Place]:
    """Return the rows whose words, numbers aside, come back at their height on at least half of the other pages.

    Books change their running head from left to right pages, so that one in three is enough there.
    """
    keys = {place: _key(pages[place[0]][place[1]]) for place in margins}
    on_pages = Counter(key for key, _ in {(key, place[0]) for place, key in keys.items()})
    least = max(2, len(pages) // 3)
    return {place for place, key in keys.items() if on_pages[key] >= least}


def _key(row: Row) -> tuple[str, int]:
    folded = fold(row.text)
    is_numbered = read_marker(Line(0, row.text, folded)) is not None  # "Điều 5." and "Điều 9." are no running head
    return folded if is_numbered else _DIGITS.sub("#", folded), round(row.middle / _HEIGHTS)

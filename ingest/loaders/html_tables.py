"""The tables of a web page: their cells in rows, and whether they list data or only place what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ingest.loaders.tables import Place

Element = Any  # of lxml, which has no types

_BORDER = re.compile(r"border[\w-]*\s*:\s*(?!none|0|hidden|collapse|separate)", re.IGNORECASE)
_LINES_OF_A_CELL = 10  # with more, a table places the parts of a page
_MOST_SPAN = 1000


def table_grid(table: Element) -> Iterator[list[Element | None]]:
    """Yield the rows of a table; None holds the place of a cell that reaches down from a row above."""
    reaching: dict[int, int] = {}
    for row in _rows(table):
        cells = list(row.iterchildren("td", "th"))
        places: list[Element | None] = []
        while cells or any(left and at >= len(places) for at, left in reaching.items()):
            at = len(places)
            if reaching.get(at):
                reaching[at] -= 1
                places.append(None)
            elif cells:
                cell = cells.pop(0)
                places.append(cell)
                reaching[at] = _span(cell, "rowspan") - 1
            else:
                break
        yield places


def merged_places(grid: Sequence[Sequence[Element | None]]) -> dict[Place, Place]:
    """Return where cells reach down from a row above (row, place in it), each with the cell's own place."""
    merged: dict[Place, Place] = {}
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if cell is None:
                merged[i, j] = merged.get((i - 1, j), (i - 1, j))
    return merged


def _rows(table: Element) -> Iterator[Element]:
    for child in table.iterchildren("caption", "thead", "tbody", "tfoot", "tr"):
        if child.tag == "tr":
            yield child
        elif child.tag != "caption":
            yield from child.iterchildren("tr")


def _span(cell: Element, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return min(int(written), _MOST_SPAN) if written.isdecimal() else 1


def places_parts(table: Element, words: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether a table places the parts of a page: it says so, holds tables or headings, or whole texts in its cells."""
    if table.get("role") == "presentation" or any(len(cell) > _LINES_OF_A_CELL for row in words for cell in row):
        return True
    return any(inner is not table for inner in table.iter("table", "h1", "h2", "h3"))


def is_bordered(table: Element) -> bool:
    """Whether a table says of itself or of a cell that lines are drawn."""
    if (table.get("border") or "0").strip() != "0":
        return True
    return any(_BORDER.search(one.get("style") or "") for one in table.iter("table", "td", "th"))

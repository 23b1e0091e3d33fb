"""Which cells of a table in a Word file are one, merged over several rows."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.loaders.tables import Place
from ingest.loaders.word_package import Element, W
from ingest.loaders.word_styles import text_of, value, whole


def reaches_down(cell: Element) -> bool:
    """Whether a cell only goes on with the one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and value(merged, "val") in ("", "continue")


def merged_places(
    rows: Sequence[Element], cells: Sequence[Sequence[Element]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return where cells go on with one above (row, place in it), each with the place of the uppermost.

    Cells belong together that begin in the same column, for rows may have different numbers of cells.
    """
    merged: dict[Place, Place] = {}
    above: dict[int, Place] = {}
    for i, (row, own) in enumerate(zip(rows, cells, strict=True)):
        column, below = whole(text_of(row, "trPr/gridBefore")), dict[int, Place]()
        for j, cell in enumerate(own):
            if not reaches_down(cell):
                below[column] = (i, j)
            elif column in above:
                below[column] = merged[i, j] = above[column]
            column += whole(text_of(cell, "tcPr/gridSpan"), 1)
        above = below
    return merged

"""Ruled tables: the boxes of their cells, and the words that stand in them; pure."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.paged.line_ends import join_lines
from ingest.paged.tables import Cells, Table, filled
from ingest.paged.words import Word, rows_of

_LEAST_COLUMNS = 2

Box = tuple[float, float, float, float]
"""The edges of a cell in points: x0, top, x1, bottom."""
Grid = tuple[tuple[Box | None, ...], ...]
"""Rows of cells, None where a cell is joined with one before or above it."""


def split_tables(grids: Sequence[Grid], words: Sequence[Word]) -> tuple[list[Word], list[Table]]:
    """Return the words outside tables, and the tables with theirs."""
    rest, tables = list(words), []
    for grid in grids:
        boxes = [box for row in grid for box in row if box]
        inside = {id(word) for word in rest if any(_holds(box, word) for box in boxes)}
        table = _table(grid, [word for word in rest if id(word) in inside])
        if table:
            rest = [word for word in rest if id(word) not in inside]
            tables.append(table)
    return rest, tables


def _table(grid: Grid, words: Sequence[Word]) -> Table | None:
    """Return a grid with its words, None where it frames text or rules off something and is no table."""
    cells = filled([tuple(_cell(box, words) for box in row) for row in grid])
    columns = max((sum(map(bool, row)) for row in cells), default=0)
    if columns < _LEAST_COLUMNS:
        return None
    boxes = [box for row in grid for box in row if box]
    x0, tops, x1, bottoms = zip(*boxes, strict=True)
    return Table(_without_empty_columns(cells), min(x0), max(x1), min(tops), max(bottoms))


def _without_empty_columns(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    kept = [i for i in range(len(rows[0])) if any(row[i] for row in rows)]
    return tuple(tuple(row[i] for i in kept) for row in rows)


def _cell(box: Box | None, words: Sequence[Word]) -> str:
    text = ""
    for row in rows_of(word for word in words if box and _holds(box, word)):
        text = join_lines(text, row.text) if text else row.text
    return text


def _holds(box: Box, word: Word) -> bool:
    x0, top, x1, bottom = box
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.middle <= bottom

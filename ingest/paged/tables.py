"""Tables of a page as rows of cells, and how they become lines of the stored text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_SAME_EDGE = 6.0  # points by which a table may be moved on the next page
_BAR = "¦"  # stands for a bar inside a cell, which would part it

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells and the box around them in points; all rows have the same number of cells."""

    rows: tuple[Cells, ...]
    x0: float
    x1: float
    top: float
    bottom: float


def row_line(cells: Cells) -> str:
    """Write a row as a line of the stored text."""
    return f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"


def goes_on(before: Table, table: Table) -> bool:
    """Whether a table at the top of a page goes on with the one at the foot of the page before."""
    is_alike = len(before.rows[0]) == len(table.rows[0])
    return is_alike and abs(before.x0 - table.x0) < _SAME_EDGE and abs(before.x1 - table.x1) < _SAME_EDGE


def without_repeated_head(before: Table, table: Table) -> Table:
    """Leave out the head that a table repeats on each page."""
    same = 0
    while same < min(len(before.rows), len(table.rows) - 1) and before.rows[same] == table.rows[same]:
        same += 1
    return replace(table, rows=table.rows[same:])


def split_row(cells: Cells, following: Cells) -> bool:
    """Whether a row only goes on with the row before it, which a page break cut through."""
    written = [cell for cell in following if cell]
    return not following[0] and bool(cells[0]) and bool(written) and all(not cell[0].isupper() for cell in written)


def joined_row(cells: Cells, following: Cells) -> Cells:
    """Put the parts of a row that was cut through together."""
    return tuple(" ".join(part for part in pair if part) for pair in zip(cells, following, strict=True))


def filled(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """Leave out rows without any text."""
    return tuple(row for row in rows if any(row))

"""The tables of office files and pages as lines: rows of data, or the plain lines of a table that only places text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ingest.heads.official import is_motto, is_number_line
from ingest.heads.signatures import RECIPIENTS, opens_signature
from ingest.looks.dates import is_place_and_date
from ingest.looks.lines import Line, split_lines

Cell = Sequence[str]  # its lines
Row = Sequence[Cell]
Place = tuple[int, int]  # of a cell: its row, and which of the row's cells it is

_LONGEST_REPEATED = 120  # characters of a merged cell that each of its rows says again; longer ones are texts
_MOST_ROWS, _MOST_CELLS = 12, 5  # of the table that places the head or the end of a document


def table_lines(
    rows: Sequence[Row], *, is_bordered: bool, merged: Mapping[Place, Place] = MappingProxyType({})
) -> Iterator[str]:
    """Yield a table's lines: "| a | b |" for each row, plain lines where it only places text side by side.

    Args:
        rows: the cells with their lines; a merged cell's text stands in the first of its places only.
        is_bordered: whether lines are drawn between the cells.
        merged: the places over which a cell of a row above reaches, and where it stands; what it says holds for all
            these rows, and so each says it.
    """
    if is_layout(rows, is_bordered=is_bordered):
        for row in rows:
            for cell in row:
                yield from (line for line in cell if line.strip())
        return
    written = [[" ".join(" ".join(map(_without_bars, cell)).split()) for cell in row] for row in rows]
    for i, row in enumerate(written):
        if any(row):
            cells = [_repeated(written, merged[i, j]) if (i, j) in merged else cell for j, cell in enumerate(row)]
            yield f"| {' | '.join(cells)} |"


def _repeated(written: Sequence[Sequence[str]], place: Place) -> str:
    cell = written[place[0]][place[1]]
    return cell if len(cell) <= _LONGEST_REPEATED else ""


def _without_bars(line: str) -> str:
    """Return a row of a table inside a cell as an enumeration."""
    is_row = line.startswith("| ") and line.endswith(" |")
    return ", ".join(filter(None, line[2:-2].split(" | "))) if is_row else line


def is_layout(rows: Sequence[Row], *, is_bordered: bool) -> bool:
    """Whether a table places text instead of listing data: the head of an official document, its end, a frame."""
    most_cells = max((len(row) for row in rows), default=0)
    if most_cells <= 1:
        return True
    if len(rows) > _MOST_ROWS or most_cells > _MOST_CELLS:
        return False
    cells = [split_lines("\n".join(cell)) for row in rows for cell in row]
    return any(_is_of_form(cell) or (not is_bordered and any(map(_may_be_of_form, cell))) for cell in cells)


def _is_of_form(cell: Sequence[Line]) -> bool:
    """Whether a cell holds the motto or a list of recipients; "Nơi nhận" alone may be the title of a column."""
    recipients = [line for line in cell if RECIPIENTS.match(line.folded)]
    return any(map(is_motto, cell)) or any(":" in line.text or len(cell) > 1 for line in recipients)


def _may_be_of_form(line: Line) -> bool:
    is_signature = opens_signature(line, is_near_end=True) and not RECIPIENTS.match(line.folded)
    return is_signature or is_number_line(line) or is_place_and_date(line)

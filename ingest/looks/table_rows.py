"""The first row of a table: whether it titles the columns."""

from __future__ import annotations

_LONGEST_TITLE = 60  # characters of a column's title
_CLOSED = (".", ";", ":", "!", "?")


def heads_table(row: str) -> bool:
    """Whether a row "| a | b |" titles columns: two titles or more, all short, none a number, date or sentence."""
    cells = [cell.strip(" *_") for cell in row.strip().strip("|").split("|")]
    written = [cell for cell in cells if cell]
    return len(written) >= 2 and all(_is_title(cell) for cell in written)


def _is_title(cell: str) -> bool:
    return len(cell) <= _LONGEST_TITLE and any(map(str.isalpha, cell)) and not cell.endswith(_CLOSED)

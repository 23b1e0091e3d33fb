"""Rows of tables, which say something only together with the titles of their columns; pure."""

from __future__ import annotations

from assistant.datatypes import Passage
from assistant.wording import is_table_head

_ROW = "|"


def head_row(passage: Passage, start: int) -> str:
    """The row that titles the columns of a table's row; empty where there is none, or where the row itself is it.

    Args:
        passage: holds the row.
        start: of the row, as an offset in the document.
    """
    taken_along = next((heading for heading in reversed(passage.headings) if is_table_head(heading)), "")
    rows: list[str] = []
    for line in reversed(passage.text[: start - passage.start].rstrip().split("\n")):
        if not line.startswith(_ROW):
            break
        rows.append(line)
    return taken_along or (rows[-1] if rows else "")


def told(passage: Passage, start: int, end: int) -> str:
    """What a sentence says: a table's row with each cell behind its column's title, any other sentence as it stands."""
    text = passage.text[start - passage.start : end - passage.start]
    head = head_row(passage, start) if text.startswith(_ROW) else ""
    if not head:
        return text
    pairs = zip(_cells(head), _cells(text), strict=False)
    return "; ".join(f"{title}: {cell}" if title else cell for title, cell in pairs if cell)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip(_ROW).split(_ROW)]

"""Rows of a page in the order of reading: columns one after the other, columns of short entries as a table.

A band is a run of rows that one gutter parts from top to bottom: the head of an official document (body on the left,
motto on the right), its end (recipients and signature), or a page in two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.language.folding import fold
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker
from ingest.paged.tables import Table
from ingest.paged.words import Row, Word, rows_of

_SPACE, _GUTTER, _WIDE = 0.8, 1.2, 2.0  # widths of blanks, of the letters' size
_BEHIND_NUMBER = 5.0  # of the letters' size: a wider blank parts columns, such as the "*" below a body's name
_COLUMNS_OF_TABLE, _ROWS_OF_TABLE = 3, 3
_ROWS_AT_TOP = 3  # that a motto may begin above the body's name
_NEAR = 2.5  # of the letters' size: a row further below belongs to what comes next
_INFINITE = 1e9

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line in the order of reading; `left` and `right` are the edges of its column, `first` its first word's width.

    `column` tells the columns of a page apart; 0 is the whole page.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    left: float
    right: float
    first: float
    column: int = 0
    is_bold: bool = False


Item = TextLine | Table


def in_reading_order(rows: Sequence[Row | Table], edges: Gap | None = None) -> list[Item]:
    """Return the lines and tables of a page.

    Args:
        rows: of the page, from top to bottom.
        edges: between which the text stands, in points; None takes them from the rows.
    """
    parts = list(_parts(rows))
    plain = [part for part in parts if isinstance(part, Row)]
    left, right = edges or (min((row.x0 for row in plain), default=0.0), max((row.x1 for row in plain), default=0.0))
    items: list[Item] = []
    for part in parts:
        if isinstance(part, Row):
            items.append(_line(part, left, right))
        elif isinstance(part, Table):
            items.append(part)
        else:
            items.extend(part.items())
    return items


def _line(row: Row, left: float, right: float) -> TextLine:
    first = row.words[0].x1 - row.words[0].x0
    return TextLine(row.text, row.x0, row.x1, row.top, row.bottom, row.size, left, right, first, is_bold=row.is_bold)


@dataclass(frozen=True, slots=True)
class _Band:
    rows: Sequence[Row]
    gutters: Sequence[Gap]

    def items(self) -> list[Item]:
        """Return the columns from left to right, or the band as a table with the lines below it."""
        table = self._table()
        if table:
            return [table, *in_reading_order([row for row in self.rows if row.top >= table.bottom])]
        gutter = max(self.gutters, key=self._weight)
        return [
            replace(item, column=10 * item.column + number) if isinstance(item, TextLine) else item
            for number, side in enumerate(self._sides(gutter), 1)
            for item in in_reading_order(rows_of(side))
        ]

    def _weight(self, gutter: Gap) -> tuple[int, float]:
        parted = sum(row.x0 < gutter[0] and row.x1 > gutter[1] for row in self.rows)
        return parted, gutter[1] - gutter[0]

    def _sides(self, gutter: Gap) -> tuple[list[Word], list[Word]]:
        middle = sum(gutter) / 2
        words = [word for row in self.rows for word in row.words]
        return [word for word in words if word.x0 < middle], [word for word in words if word.x0 >= middle]

    def _table(self) -> Table | None:
        """Return three or more columns of entries as a table; a row without its first cell goes on with the last.

        Rows at the end that fill one column only stand below the table.
        """
        held = list(self.rows)
        while held and sum(map(bool, self._cells(held[-1]))) < 2 and held[-1].x0 < min(self.gutters)[0]:
            held.pop()
        rows = [self._cells(row) for row in held]
        full = sum(sum(map(bool, cells)) >= _COLUMNS_OF_TABLE for cells in rows)
        if len(self.gutters) + 1 < _COLUMNS_OF_TABLE or full < _ROWS_OF_TABLE:
            return None
        joined: list[tuple[str, ...]] = []
        for cells in rows:
            if joined and not cells[0]:
                joined[-1] = tuple(f"{above} {cell}".strip() for above, cell in zip(joined[-1], cells, strict=True))
            else:
                joined.append(cells)
        first, last = held[0], held[-1]
        x0, x1 = min(row.x0 for row in held), max(row.x1 for row in held)
        return Table(tuple(joined), x0, x1, first.top, last.bottom)

    def _cells(self, row: Row) -> tuple[str, ...]:
        bounds = [-_INFINITE, *(sum(gutter) / 2 for gutter in self.gutters), _INFINITE]
        parts = [[word for word in row.words if a <= word.x0 < b] for a, b in pairwise(bounds)]
        return tuple(Row(tuple(part)).text if part else "" for part in parts)


def _parts(rows: Sequence[Row | Table]) -> Iterator[Row | Table | _Band]:
    """Yield rows, tables and bands from top to bottom."""
    start = 0
    while start < len(rows):
        band = _band_from(rows, start)
        if band is None:
            yield rows[start]
            start += 1
        else:
            yield band
            start += len(band.rows)


def _band_from(rows: Sequence[Row | Table], start: int) -> _Band | None:
    """Return the band that begins with a row; rows on the right of its gutter alone may stand at its top."""
    gutters: list[Gap] = [(-_INFINITE, _INFINITE)]
    taken: list[Row] = []
    parted: list[Gap] = []
    for row in rows[start:]:
        if isinstance(row, Table) or (not parted and len(taken) > _ROWS_AT_TOP):
            break
        common = _meet(gutters, _blanks(row), _SPACE * row.size)
        still = [gap for gap in common if _parted([*taken, row], gap)]
        if (parted and not still) or (taken and _falls_away(taken, row, common)):
            break
        gutters, parted, taken = common, still, [*taken, row]
    found = [gap for gap in parted if _is_gutter(taken, gap)]
    if not found or not (taken[0].x0 >= max(found)[1] or any(_parted(taken[:1], gap) for gap in found)):
        return None  # a short line on the left ends what stands above
    return _Band(taken, found)


def _falls_away(taken: Sequence[Row], row: Row, gutters: Sequence[Gap]) -> bool:
    """Whether a row on the left stands too far below all others on the left to belong to their column."""
    if any(row.x1 > gap[1] for gap in gutters if gap[1] < _INFINITE):
        return False
    lowest = max((one.bottom for one in taken if any(one.x0 < gap[0] for gap in gutters)), default=row.top)
    return row.top - lowest > _NEAR * row.size


def _parted(rows: Sequence[Row], gap: Gap) -> list[Row]:
    """Return the rows with words on both sides of a gutter."""
    return [row for row in rows if row.x0 < gap[0] and row.x1 > gap[1]]


def _is_gutter(rows: Sequence[Row], gap: Gap) -> bool:
    """Whether words stand side by side in two rows, or far apart in one, and not just the numbers of pages."""
    parted = _parted(rows, gap)
    widths = [_width_at(row, gap) / row.size for row in parted]
    is_wide = max(widths) >= _WIDE or sum(width >= _GUTTER for width in widths) >= 2
    right = [word.text for row in parted for word in row.words if word.x0 >= gap[1]]
    return is_wide and any(sign.isalpha() for text in right for sign in text)


def _width_at(row: Row, gap: Gap) -> float:
    before = max(word.x1 for word in row.words if word.x1 <= gap[0] + 0.01)
    after = min(word.x0 for word in row.words if word.x0 >= gap[1] - 0.01)
    return after - before


def _blanks(row: Row) -> list[Gap]:
    """Return where a row has no words, wide enough for a gutter, with what lies left and right of it."""
    blanks = [(-_INFINITE, row.x0)]
    end, said = row.words[0].x1, row.words[0].text
    for word in row.words[1:]:
        least = _BEHIND_NUMBER if _is_numbering(said) else _SPACE
        if word.x0 - end >= least * row.size:
            blanks.append((end, word.x0))
        end, said = max(end, word.x1), f"{said} {word.text}"
    return [*blanks, (end, _INFINITE)]


def _is_numbering(text: str) -> bool:
    """Whether a row's first words only number it: the blank behind them is no gutter."""
    marker = read_marker(Line(0, f"{text} x", fold(f"{text} x")))
    return len(text) <= 8 and (marker is not None or not any(map(str.isalnum, text)))


def _meet(gutters: Sequence[Gap], blanks: Sequence[Gap], least: float) -> list[Gap]:
    """Return what two sets of gaps have in common."""
    met = [(max(a, c), min(b, d)) for a, b in gutters for c, d in blanks]
    return [gap for gap in met if gap[1] - gap[0] >= least]

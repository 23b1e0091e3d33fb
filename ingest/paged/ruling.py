"""Ruling lines in the picture of a page, and the grids of cells that they draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from ingest.paged.grids import Box, Grid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DARK = 0.65  # of the paper's shade
_LEAST_ACROSS, _LEAST_DOWN = 150, 80  # pixels at 300 dpi: longer than any stroke of a letter
_SLANT = 2  # pixels to both sides in which a line that is not quite straight is still one run
_GAP = 12  # pixels by which two lines may miss each other, or a line be interrupted
_THICKEST, _SLOPE = 24, 0.03  # a line's extent across itself, and what a tilted page adds for each pixel of length
_MOST_RUNS = 20_000  # more come from photographs
_LEAST_LINES = 3  # each way: fewer frame text


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from `start` to `end`, at `place` across its direction; in pixels."""

    place: float
    start: int
    end: int


@dataclass(slots=True)
class _Growing:
    """Runs of dark pixels that touch each other, `first` to `last` across their direction."""

    first: int
    last: int
    start: int
    end: int

    @property
    def is_rule(self) -> bool:
        return self.last - self.first <= _THICKEST + _SLOPE * (self.end - self.start)


def find_grids(shades: NDArray[np.uint8], points: float) -> tuple[Grid, ...]:
    """Return the ruled tables of a page from top to bottom.

    Args:
        shades: of grey, one for each pixel of the page at 300 dpi.
        points: in a pixel.
    """
    import numpy as np

    dark = shades < _DARK * float(np.median(shades))
    across, down = _rules(dark, _LEAST_ACROSS), _rules(dark.T, _LEAST_DOWN)
    grids = [_grid(own, crossing) for own, crossing in _tables(across, down)]
    scaled = (tuple(tuple(box and _scaled(box, points) for box in row) for row in grid) for grid in grids)
    return tuple(sorted(scaled, key=_top))


def _top(grid: Grid) -> float:
    return min(box[1] for row in grid for box in row if box)


def _scaled(box: Box, points: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * points, top * points, x1 * points, bottom * points


def _rules(dark: NDArray[np.bool_], least: int) -> list[Rule]:
    """Return the lines along the rows of a picture."""
    thick = dark.copy()
    for shift in range(1, _SLANT + 1):
        thick[shift:] |= dark[:-shift]
        thick[:-shift] |= dark[shift:]
    runs = _runs(thick, least)
    if len(runs) > _MOST_RUNS:
        return []
    joined = _joined(runs)
    return [Rule((one.first + one.last) / 2, one.start, one.end) for one in joined if one.is_rule]


def _runs(dark: NDArray[np.bool_], least: int) -> list[tuple[int, int, int]]:
    """Return row, start and end of each long run of dark pixels, from top to bottom."""
    import numpy as np

    edges = np.zeros((dark.shape[0], dark.shape[1] + 1), dtype=bool)
    edges[:, 0] = dark[:, 0]
    edges[:, 1:-1] = dark[:, 1:] != dark[:, :-1]
    edges[:, -1] = dark[:, -1]
    rows, columns = np.nonzero(edges)
    long = columns[1::2] - columns[::2] >= least
    found: list[tuple[int, int, int]] = np.stack([rows[::2][long], columns[::2][long], columns[1::2][long]], 1).tolist()
    return found


def _joined(runs: Sequence[tuple[int, int, int]]) -> list[_Growing]:
    """Put runs of neighbouring rows together where one goes on with the other."""
    done: list[_Growing] = []
    open_: list[_Growing] = []
    for row, start, end in runs:
        done += [one for one in open_ if row - one.last > _SLANT]
        open_ = [one for one in open_ if row - one.last <= _SLANT]
        touching = [one for one in open_ if start <= one.end + _GAP and end >= one.start - _GAP]
        grown = _Growing(row, row, start, end)
        for one in touching:
            grown = _Growing(min(grown.first, one.first), row, min(grown.start, one.start), max(grown.end, one.end))
        open_ = [one for one in open_ if one not in touching] + [grown]
    return done + open_


def _tables(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines of each table: those that hang together."""
    left, free = list(across), list(down)
    while left:
        own, crossing = [left.pop()], []
        while True:
            new = [line for line in free if any(_meet(one, line) for one in own)]
            free = [line for line in free if line not in new]
            crossing += new
            more = [one for one in left if any(_meet(one, line) for line in new)]
            left = [one for one in left if one not in more]
            own += more
            if not more:
                break
        if len(own) >= _LEAST_LINES and len(crossing) >= _LEAST_LINES:
            yield own, crossing


def _meet(across: Rule, down: Rule) -> bool:
    is_within = across.start - _GAP <= down.place <= across.end + _GAP
    return is_within and down.start - _GAP <= across.place <= down.end + _GAP


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid:
    """Return the cells of a table; where no line parts two of them they are one."""
    tops, lefts = _places(across), _places(down)
    taken: set[tuple[int, int]] = set()
    rows: list[list[Box | None]] = [[None] * (len(lefts) - 1) for _ in tops[1:]]
    for i, j in product(range(len(tops) - 1), range(len(lefts) - 1)):
        if (i, j) in taken:
            continue
        right = _end(down, lefts, j, (tops[i] + tops[i + 1]) / 2)
        low = _end(across, tops, i, (lefts[j] + lefts[j + 1]) / 2)
        taken |= set(product(range(i, low), range(j, right)))
        rows[i][j] = (lefts[j], tops[i], lefts[right], tops[low])
    return tuple(map(tuple, rows))


def _end(rules: Sequence[Rule], places: Sequence[float], first: int, middle: float) -> int:
    """Return the index of the next of the places at which a line ends a cell that begins at the first."""
    last = len(places) - 1
    return next((i for i in range(first + 1, last) if _is_parted(rules, places[i], middle)), last)


def _places(rules: Sequence[Rule]) -> list[float]:
    """Return where lines stand, those on one line as one."""
    groups: list[list[float]] = []
    for place in sorted(rule.place for rule in rules):
        if groups and place - groups[-1][-1] <= _GAP:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _is_parted(rules: Sequence[Rule], place: float, middle: float) -> bool:
    return any(abs(rule.place - place) <= 2 * _GAP and rule.start <= middle <= rule.end for rule in rules)

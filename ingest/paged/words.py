"""Words with their places on a page, and the rows that they stand in; lengths in points, from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

_SAME_ROW = 0.6  # of the letters' size: middles nearer than that stand in one row


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box around it; `size` is that of its font.

    `is_glued`: no blank parts it from the word before. `is_raised`: it stands above the line, as the number of a note.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_glued: bool = False
    is_raised: bool = False
    is_bold: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Row:
    """Words at one height, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """The right edge."""
        return max(word.x1 for word in self.words)

    @cached_property
    def top(self) -> float:
        """The upper edge."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lower edge."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return median([word.size for word in self.words for _ in word.text])

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @cached_property
    def is_bold(self) -> bool:
        """Whether all its words are."""
        return all(word.is_bold for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words with a blank between them where the page has one."""
        return "".join(word.text if word.is_glued or not i else f" {word.text}" for i, word in enumerate(self.words))


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the rows of a page or a part of it, from top to bottom."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.middle):
        first = groups[-1][0] if groups else None
        if first and word.middle - first.middle < _SAME_ROW * max(word.size, first.size):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Row(tuple(sorted(group, key=lambda one: one.x0))) for group in groups]


def body_size(rows: Sequence[Row]) -> float:
    """Return the size in which most of a text is set, 0 without text."""
    sizes = [row.size for row in rows for _ in range(len(row.text))]
    return median(sizes) if sizes else 0.0

"""Footnotes: small lines at the foot of a page that begin with a number, and the raised numbers that point to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.paged.line_ends import join_lines
from ingest.paged.words import Row, Word

_SMALL = 0.93  # of the text's size: notes are set smaller
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[)\].]?")
_SQUARES = ("m", "km", "cm", "mm", "dm", "ha")


@dataclass(frozen=True, slots=True)
class Foot:
    """The rows of a page without its notes, and the notes as lines "[1] …"."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def split_notes(rows: Sequence[Row], size: float, height: float) -> Foot:
    """Take the notes off the foot of a page.

    Args:
        rows: of the page, from top to bottom.
        size: in which the document's text is set, in points.
        height: of the page, in points.
    """
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * size and rows[start - 1].middle > height / 2:
        start -= 1
    while start < len(rows) and not _number_of(rows[start]):
        start += 1
    notes = _notes(rows[start:])
    numbers = {number for number, _ in notes}
    kept = tuple(_with_marks(row, numbers) for row in rows[:start])
    return Foot(kept, tuple(f"[{number}] {text}" for number, text in notes))


def _number_of(row: Row) -> str:
    first = row.words[0]
    found = _NUMBER.fullmatch(first.text)
    return found[1] if found and len(row.words) > 1 and (first.is_raised or not first.text.isdecimal()) else ""


def _notes(rows: Sequence[Row]) -> list[tuple[str, str]]:
    notes: list[tuple[str, str]] = []
    for row in rows:
        number = _number_of(row)
        if number:
            rest = replace(row.words[1], is_glued=False)
            notes.append((number, Row((rest, *row.words[2:])).text))
        else:
            notes[-1] = (notes[-1][0], join_lines(notes[-1][1], row.text))
    return notes


def _with_marks(row: Row, numbers: set[str]) -> Row:
    """Write raised numbers of notes as "[1]", raised digits behind a measure as the sign for it."""
    return Row(tuple(_marked(word, row.words[i - 1].text if i else "", numbers) for i, word in enumerate(row.words)))


def _marked(word: Word, before: str, numbers: set[str]) -> Word:
    found = _NUMBER.fullmatch(word.text) if word.is_raised else None
    if not found:
        return word
    if word.text in ("2", "3") and before in _SQUARES:
        return replace(word, text="²" if word.text == "2" else "³", is_glued=True)
    return replace(word, text=f"[{found[1]}]", is_glued=True) if found[1] in numbers else word

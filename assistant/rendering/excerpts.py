"""A quotation in its surroundings, cut out of the stored text for reading; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.marks import MARK
from assistant.wording import without_bars

REACH = 280

_SOURCE_MARKS = re.compile(rf"[ \t]*{MARK.pattern}")
_LINE_SIGNS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+])[ \t]+", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The quoted words with what stands before and after them; `quote` is exact, the rest is tidied for reading."""

    before: str
    quote: str
    after: str


def excerpt(text: str, start: int, end: int, *, reach: int = REACH) -> Excerpt:
    """Cut the surroundings of `text[start:end]`, at most `reach` characters on either side, at whole words."""
    return Excerpt(_before(text, start, reach), text[start:end], _after(text, end, reach))


def readable(text: str) -> str:
    """Text without the signs of its storage: source marks, list dashes, heading signs, bars of table rows."""
    return readable_quote(_LINE_SIGNS.sub("", _SOURCE_MARKS.sub("", text)))


def readable_quote(quote: str) -> str:
    """Quoted words with table rows without their bars, and no gap where a page ends."""
    return without_bars(_BLANK_LINES.sub("\n", quote.replace("\f", "")))


def _before(text: str, start: int, reach: int) -> str:
    begin = max(0, start - reach)
    taken = text[begin:start]
    if begin and not text[begin - 1].isspace():
        taken = taken.partition(" ")[2]
    shown = readable(_without_open_sign(taken)).lstrip()
    return f"… {shown}" if begin and shown.strip() else shown


def _without_open_sign(taken: str) -> str:
    """Drop a sign at the end that no words follow here: the quotation begins there, or the text was cut."""
    head, newline, last = taken.rpartition("\n")
    return head + newline if re.fullmatch(r"\s*(?:#{1,6}|[-*+]|\d{1,3}[.)])?\s*", last) else taken


def _after(text: str, end: int, reach: int) -> str:
    stop = min(len(text), end + reach)
    taken = text[end:stop]
    cut = stop < len(text)
    if cut and not text[stop].isspace():
        taken = taken.rpartition(" ")[0]
    shown = readable(_without_open_sign(taken) if cut else taken).rstrip()
    return f"{shown} …" if cut and shown.strip() else shown

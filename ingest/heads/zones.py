"""Where a text's head ends and its running text begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from ingest.heads.official import is_motto, is_number_line
from ingest.looks.dates import is_date_line, is_place_and_date
from ingest.looks.labels import is_label_line, read_labels
from ingest.looks.lines import PROSE_CHARS, Line
from ingest.looks.markers import read_marker
from ingest.looks.table_rows import heads_table

HEADLINE_CHARS = 250
_ADDRESSED = re.compile(r"kinh gui\b")
_SUBJECT = re.compile(r"(?:v/v|v\.v|ve viec|trich yeu)\b")
_OPENS_BODY = re.compile(r"(?:can cu|thuc hien|xet)\s")
_NUMBERED_LIST = frozenset({"part", "chapter", "section", "question", "article", "capital", "roman", "number"})
_SENTENCE_WORDS = 6
_INTRODUCTION_LINES = 40  # of a page that reprints a document


def head_end(lines: Sequence[Line], furniture: Collection[int]) -> int:
    """Return the index of the first line of running text: behind headline, date, number, subject and addressees."""
    kept = [i for i in range(len(lines)) if i not in furniture]
    before: Line | None = None
    for i in kept[len(find_introduction(lines, furniture)) :]:
        line = lines[i]
        is_first = before is None and _may_be_headline(line)
        is_section = before is not None and (line.level > 0 or (before.level > 0 and not before.is_upper))
        in_head = is_first or _belongs_to_head(line, before)
        if is_section or (not in_head and (_is_running(line) or _runs_on(lines, i))):
            return i
        before = line
    return len(lines)


def find_introduction(lines: Sequence[Line], furniture: Collection[int]) -> tuple[int, ...]:
    """Return the lines that stand above a document's official head: a page's title, table and words of its own."""
    kept = [i for i in range(len(lines)) if i not in furniture]
    for place, i in enumerate(kept[:_INTRODUCTION_LINES]):
        if is_motto(lines[i]) or (is_number_line(lines[i]) and not is_label_line(lines[i])):
            names = takewhile(lambda above: lines[above].is_upper, reversed(kept[:place]))
            return tuple(kept[: place - sum(1 for _ in names)])
    return ()


def _may_be_headline(line: Line) -> bool:
    marker = read_marker(line)
    is_numbered = marker is not None and marker.style in _NUMBERED_LIST
    return len(line.text) <= HEADLINE_CHARS and not line.text.endswith(".") and not is_numbered


def _belongs_to_head(line: Line, before: Line | None) -> bool:
    if _ADDRESSED.match(line.folded) or _SUBJECT.match(line.folded) or is_place_and_date(line) or is_date_line(line):
        return True
    if before is None:
        return False
    if _ADDRESSED.match(before.folded) or (before.text.endswith((",", ";")) and line.text.startswith(("-", "–", "+"))):
        marker = read_marker(line)
        return marker is not None and marker.is_bullet and len(line.text) <= HEADLINE_CHARS and line.gap == 0
    if before.ends_sentence or line.ends_sentence or len(line.text) > HEADLINE_CHARS or _OPENS_BODY.match(line.folded):
        return False
    continues = line.text[0].islower() and line.gap == 0
    return continues or line.text[0] == "(" or (before.is_upper and line.gap <= 2 and not read_marker(line))


def _is_running(line: Line) -> bool:
    marker = read_marker(line)
    if line.is_prose or (marker and marker.style in _NUMBERED_LIST) or _heads_list(line):
        return True
    is_sentence = line.text.endswith((".", ";")) and len(line.words) >= _SENTENCE_WORDS and not line.is_upper
    opens = _OPENS_BODY.match(line.folded) and line.ends_sentence
    return is_sentence or bool(opens) or (marker is not None and line.ends_sentence)


def _heads_list(line: Line) -> bool:
    """Whether a line titles the columns of a table that is the text itself, as in a list of names."""
    is_row = line.text[0] == "|" and not line.is_upper and not read_labels([line])
    return is_row and heads_table(line.text)


def _runs_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line and those below it are a paragraph that was broken to fit its page."""
    length = len(lines[i].text)
    if not lines[i].text[0].isupper() or lines[i].is_upper:
        return False
    for before, line in pairwise(lines[i : i + 4]):
        if line.gap or before.ends_sentence or not line.text[0].islower():
            return False
        length += len(line.text)
        if length >= 2 * PROSE_CHARS or (length >= PROSE_CHARS and line.ends_sentence):
            return True
    return False

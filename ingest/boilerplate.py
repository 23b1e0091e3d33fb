"""Finds the lines of a saved web page that are no part of its document: menus, buttons, counters, teasers, comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.language.folding import fold
from ingest.heads.official import is_bare_kind
from ingest.looks.dates import is_date_line
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker
from ingest.looks.people import read_byline
from ingest.looks.web_words import (
    BEGINNINGS,
    BUTTON_WORDS,
    CONTACTS,
    LATE_BEGINNINGS,
    LINES,
    LONGEST_FURNITURE,
    TAIL_BEGINNINGS,
    TAIL_OPENERS,
    TOPICS,
)

_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"[\W_]+")
_COUNTER = re.compile(
    r"[\d.,:x\s/()\[\]%+-]+(?:\s*(?:luot xem|luot doc|luot|views?|binh luan|ban doc|likes?|shares?))?"
)
_AGO = re.compile(r"(?:khoang )?(?:\d+ (?:phut|gio|ngay|tuan|thang|nam) ?)+truoc")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+@[\w.-]+")
_WEATHER = re.compile(r"[^\d.]{0,30}\d{1,2}\s?°\s?c?")
_CRUMB = re.compile(r"\s*(?:[>»›|]|\s/\s|\s{3,}|\t)\s*")
_CUT_OFF = re.compile(r"(?:\.{3}|…)\W{0,3}$")
_MENU_WORDS, _MENU_RUN = 6, 3
_REPEATED = 3
_TITLE_WORDS = 5
_LONGEST_BUTTONS = 80
_TEASER_CHARS = 160
_TAIL_SHARE = 0.5  # of the running text must stand above a line that opens the tail
_LATE_SHARE = 0.9
_LEAST_CUT = 40  # characters of a cut-off paragraph before it is compared with what follows


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that belong to the web page or are bare separators.

    Without any sign of a web page only separators and doubled leads are found, so that an office text stays whole.
    """
    separators = set(find_markup(lines))
    web = {i for i, line in enumerate(lines) if i not in separators and is_furniture(line)}
    doubled = set(_cut_off_copies(lines))
    found = separators | web | doubled
    if not web:
        return frozenset(found)
    found |= set(_topics(lines, found))
    found |= set(_repeated(lines, found))
    found |= set(_menus(lines, found))
    found |= set(_teasers(lines, found))
    return frozenset(found | set(_tail(lines, found)))


def find_markup(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines of a Markdown text that are rules, fences or comments."""
    return frozenset(i for i, line in enumerate(lines) if _is_markup(line))


def _is_markup(line: Line) -> bool:
    is_comment = line.text.startswith("<!--") and line.text.endswith("-->")
    return is_comment or line.text.startswith("```") or bool(_SEPARATOR.fullmatch(line.folded))


def is_furniture(line: Line) -> bool:
    """Whether the words of one line alone show that it belongs to a web page."""
    if len(line.text) > LONGEST_FURNITURE or is_bare_kind(line):
        return False
    bare = _EDGES.sub("", line.folded)
    if bare in LINES or line.folded.startswith(BEGINNINGS):
        return True
    is_sign = any(pattern.fullmatch(line.folded) for pattern in (_COUNTER, _AGO, _ADDRESS, _WEATHER))
    return (is_sign and not is_date_line(line)) or _is_buttons(line) or _is_crumbs(line)


def _is_buttons(line: Line) -> bool:
    marker = read_marker(line)
    if len(line.text) > _LONGEST_BUTTONS or (marker and marker.is_bullet):
        return False  # "- Lưu." closes a list of recipients
    glued = "".join(f" {sign}" if sign.isupper() else sign for sign in line.text)  # "EmailPrintAa" is three buttons
    words = _WORD.findall(fold(glued if any(map(str.islower, line.text)) else line.text))
    named = [word for word in words if not word.isdecimal()]
    return bool(named) and all(word in BUTTON_WORDS for word in named)


def _is_crumbs(line: Line) -> bool:
    """Whether it is a path through the site ("Trang chủ > Tin tức > Xây dựng Đảng") or a menu in one line."""
    parts = [part for part in _CRUMB.split(line.folded) if part]
    known = sum(_EDGES.sub("", part) in LINES | TOPICS for part in parts)
    return len(parts) >= 2 and (known >= 2 or (known == 1 and parts[0] in ("trang chu", "home", "trang nhat")))


def _cut_off_copies(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the teasers that repeat the beginning of the text below them and break off with an ellipsis."""
    for i, line in enumerate(lines[:-1]):
        if len(line.text) < _LEAST_CUT or not _CUT_OFF.search(line.text[-10:]):
            continue
        wanted = _squeezed(_CUT_OFF.sub("", line.folded))
        below = ""
        for following in lines[i + 1 :]:
            below += _squeezed(following.folded[: len(wanted) * 2])
            if len(below) >= len(wanted) or not wanted.startswith(below):
                break
        if len(wanted) >= _LEAST_CUT and below.startswith(wanted):
            yield i


def _squeezed(folded: str) -> str:
    return "".join(folded.split())


def _topics(lines: Sequence[Line], found: set[int]) -> Iterator[int]:
    """Yield names of topics and forms at the edges of the page or beside other furniture, where they title nothing."""
    prose = [i for i, line in enumerate(lines) if line.is_prose and i not in found]
    beside = False
    for i, line in enumerate(lines):
        is_edge = not prose or i < prose[0] - 1 or i > prose[-1]
        if i not in found and _is_topic(line):
            beside = beside or i + 1 in found
            if is_edge or beside:
                yield i
        else:
            beside = i in found


def _is_topic(line: Line) -> bool:
    bare = _EDGES.sub("", line.folded[:_LONGEST_BUTTONS])
    return (bare in TOPICS and not is_bare_kind(line)) or (line.folded.startswith(CONTACTS) and not line.is_prose)


def _repeated(lines: Sequence[Line], found: set[int]) -> Iterator[int]:
    """Yield lines that come again and again, and long ones and titles from their second time on."""
    counts = Counter(line.folded for i, line in enumerate(lines) if i not in found and not read_marker(line))
    seen: set[str] = set()
    for i, line in enumerate(lines):
        words = len(line.words)
        often = counts[line.folded] >= _REPEATED and words <= 25 and not line.is_prose
        if i not in found and (often or (line.folded in seen and words >= _TITLE_WORDS and line.folded in counts)):
            yield i
        seen.add(line.folded)


def _menus(lines: Sequence[Line], found: set[int]) -> Iterator[int]:
    """Yield runs of short lines of which half are known menu entries, up to the last; a headline may stand below."""
    run: list[int] = []
    for i, line in enumerate([*lines, None]):
        if line is not None and _may_be_entry(line):
            run.append(i)
            continue
        known = [entry for entry in run if entry in found]
        if len(run) >= _MENU_RUN and 2 * len(known) >= len(run):
            yield from range(run[0], known[-1] + 1)
        run = []


def _may_be_entry(line: Line) -> bool:
    short = len(line.words) <= _MENU_WORDS and len(line.text) <= 40
    return short and not (line.ends_sentence or read_marker(line) or is_date_line(line) or read_byline(line))


def _teasers(lines: Sequence[Line], found: set[int]) -> Iterator[int]:
    """Yield the headlines of other articles that follow a line such as "Tin liên quan" inside the text."""
    first_prose = next((i for i, line in enumerate(lines) if line.is_prose and i not in found), len(lines))
    for i in sorted(found):
        if i < first_prose or not _opens_tail(lines[i]):
            continue
        for j in range(i + 1, len(lines)):
            if not _may_be_teaser(lines[j]):
                break
            yield j


def _may_be_teaser(line: Line) -> bool:
    is_short = len(line.text) <= _TEASER_CHARS and not line.ends_sentence
    return is_short and not read_marker(line) and not read_byline(line)


def _tail(lines: Sequence[Line], found: set[int]) -> range:
    """Return all lines from the first one that closes the document: comments, lists of other articles, tags."""
    prose = [len(line.text) if line.is_prose and i not in found else 0 for i, line in enumerate(lines)]
    above, whole = 0, sum(prose)
    for i, line in enumerate(lines):
        opens = line.folded.startswith(TAIL_BEGINNINGS) or (i in found and _opens_tail(line))
        opens_late = line.folded.startswith(LATE_BEGINNINGS)
        if whole and ((opens and above >= _TAIL_SHARE * whole) or (opens_late and above >= _LATE_SHARE * whole)):
            return range(i, len(lines))
        above += prose[i]
    return range(0)


def _opens_tail(line: Line) -> bool:
    return _EDGES.sub("", line.folded) in TAIL_OPENERS or line.folded.startswith(TAIL_BEGINNINGS)

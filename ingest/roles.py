"""What each line is in its document: running text, heading, caption, footnote, signature, date or head."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.datatypes import Role
from ingest.headers import Header
from ingest.heads.articles import is_dated
from ingest.heads.official import is_number_line
from ingest.heads.zones import find_introduction
from ingest.looks.captions import is_caption
from ingest.looks.dates import is_date_line, is_place_and_date
from ingest.looks.labels import is_label_line
from ingest.looks.lines import Line
from ingest.looks.markers import read_marker
from ingest.looks.people import read_byline

FOOTNOTE = re.compile(r"\[\^?(\d{1,4})\]:?\s*\S")
_NOTE_BELOW = re.compile(r"\(\d{1,2}\)\s*\S")
NOTE_NUMBER = re.compile(r"[\[(]\^?(\d{1,4})[\])]")
_OPEN_ENDS = ("…", "...", "?")  # of headings such as "Từ một việc nhỏ…"
_HEADING_CHARS, _LEFTOVER_CHARS = 110, 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with its role, None for what is no part of the document; a heading is body that titles a section."""

    line: Line
    role: Role | None
    is_heading: bool = False


def label_lines(lines: Sequence[Line], furniture: Collection[int], header: Header) -> tuple[Labelled, ...]:
    """Give every line its role, in order."""
    kept = [i for i in range(len(lines)) if i not in furniture]
    is_saved_page = any(sign.isalnum() for i in furniture for sign in lines[i].text[:80])
    roles: dict[int, Role | None]
    if header.is_official:
        roles = _official_roles(lines, furniture, header, is_saved_page=is_saved_page)
    else:
        roles = _article_roles(lines, kept, header, is_saved_page=is_saved_page)
    headings = set(_headings(lines, [i for i in kept if roles[i] == "body"], header))
    return tuple(Labelled(line, roles.get(i), i in headings) for i, line in enumerate(lines))


def _foreign_words(lines: Sequence[Line], furniture: Collection[int]) -> list[int]:
    """Return the words with which a page introduces a document that it reprints; its title and table stay."""
    above = find_introduction(lines, furniture)
    has_prose = any(lines[i].is_prose and not is_label_line(lines[i]) for i in above[1:])
    return [i for i in above[1:] if has_prose and not is_label_line(lines[i])]


def _official_role(line: Line, i: int, header: Header) -> Role:
    is_signature = any(i in found for found in header.signatures)
    is_dated = is_place_and_date(line) or is_date_line(line)
    is_dated &= not is_label_line(line) and not is_number_line(line)
    if is_dated and (i < header.head or is_signature):
        return "date"
    if i < header.head:
        return "header"
    if is_signature:
        return "signature"
    is_below = bool(header.signatures) and i >= header.signatures[-1].stop
    return "footnote" if FOOTNOTE.match(line.folded) or (is_below and _NOTE_BELOW.match(line.folded)) else "body"


def _official_roles(
    lines: Sequence[Line], furniture: Collection[int], header: Header, *, is_saved_page: bool
) -> dict[int, Role | None]:
    kept = [i for i in range(len(lines)) if i not in furniture]
    end = header.signatures[-1].stop if header.signatures else len(lines)
    roles: dict[int, Role | None] = {i: _official_role(lines[i], i, header) for i in kept}
    roles |= {i: None for i in _foreign_words(lines, furniture)}
    tail = [i for i in kept if i >= end and is_saved_page]
    goes_on = any(lines[i].is_prose and roles[i] == "body" for i in tail)
    return roles | {i: None for i in tail if roles[i] == "body" and not goes_on and _is_leftover(lines[i])}


def _article_roles(
    lines: Sequence[Line], kept: Sequence[int], header: Header, *, is_saved_page: bool
) -> dict[int, Role | None]:
    last = max((i for i in kept if lines[i].is_prose), default=len(lines))
    rule = _last_rule(lines, kept)
    roles: dict[int, Role | None] = {}
    for i in kept:
        role = _article_role(lines[i], i, header, is_below=i > last)
        if role == "body" and i > rule and _NOTE_BELOW.match(lines[i].folded):
            role = "footnote"
        is_leftover = i > last and role == "body" and _is_leftover(lines[i])
        is_above = header.headline is not None and i < header.headline and role == "header"
        roles[i] = None if is_saved_page and (is_leftover or is_above) else role
    return roles


def _last_rule(lines: Sequence[Line], kept: Sequence[int]) -> int:
    """Return the index of the rule that parts the notes from the second half of a text; the last line without one."""
    left_out = set(range(len(lines) // 2, len(lines))) - set(kept)
    return min((i for i in left_out if not any(map(str.isalnum, lines[i].text))), default=len(lines))


def _article_role(line: Line, i: int, header: Header, *, is_below: bool) -> Role:
    is_margin = i < header.head or is_below
    if i == header.headline:
        return "header"
    if is_margin and is_dated(line):
        return "date"
    if i == header.byline or (is_below and read_byline(line)):
        return "signature"
    if is_caption(line):
        return "caption"
    if FOOTNOTE.match(line.folded):
        return "footnote"
    return "header" if i < header.head - 1 else "body"


def _is_leftover(line: Line) -> bool:
    """Whether a short line below a saved page's last paragraph is rather a button than the end of the text."""
    return len(line.text) <= _LEFTOVER_CHARS and not line.ends_sentence and not read_marker(line)


def _headings(lines: Sequence[Line], body: Sequence[int], header: Header) -> list[int]:
    """Return the lines that title a section by their looks: short, without a full stop, with text below."""
    found = [i for i in body if lines[i].level]
    if found:
        return found
    for i, below in pairwise(body):
        line = lines[i]
        looks_so = line.is_upper if header.is_official else len(line.text) <= _HEADING_CHARS
        is_closed = line.ends_sentence and not line.text.endswith(_OPEN_ENDS)
        is_open = not (is_closed or line.text.endswith(",") or read_marker(line))
        starts = line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "“\"'‘"
        if looks_so and starts and is_open and _may_follow(lines[below]):
            found.append(i)
    return found


def _may_follow(line: Line) -> bool:
    """Whether a line can be the first one below a heading."""
    return line.is_prose or line.ends_sentence or read_marker(line) is not None or line.is_upper or line.text[0] == "("


def label_trusted(lines: Sequence[Line], markup: Collection[int]) -> tuple[Labelled, ...]:
    """Give the lines of a file that describes itself their roles: all are text, headings are marked as such."""
    return tuple(
        Labelled(line, None)
        if i in markup
        else Labelled(line, "footnote" if FOOTNOTE.match(line.folded) else "body", line.level > 0)
        for i, line in enumerate(lines)
    )

"""A document's stored text as HTML to read: headings, lists, tables, pages, anchors, highlighted stretches; pure.

Offsets count in the stored text, so that a highlighted stretch is exactly what a citation quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, groupby

from assistant.datatypes import Passage
from assistant.marks import MARK
from assistant.rendering.html import highlighted_html
from assistant.wording import is_table_head

_LINE = re.compile(r"[^\n]+")
_SIGN = re.compile(r"[ \t]*(?:(?P<heading>#{1,6})|(?P<bullet>[-*+•]))[ \t]+")
_SOURCE_MARK = re.compile(rf"[ \t]*{MARK.pattern}")
_CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")
_PAGE_BREAK = "\f"
_WRAPS = {"li": "ul", "tr": "table"}
_UNSEEN = "|#-*+• \t\n\f"  # what is stored and not shown

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents; `level` 1 is the outermost."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    tag: str
    anchor: str = ""
    page: int = 0


def passage_anchor(passage: Passage) -> str:
    """The id of the element where a passage begins."""
    return f"doan-{passage.order + 1}"


def contents(passages: Sequence[Passage]) -> tuple[Heading, ...]:
    """The table of contents, taken from the heading paths of the passages."""
    headings: list[Heading] = []
    last: tuple[str, ...] = ()
    for passage in passages:
        shared = _shared(last, passage.headings)
        for level in range(shared, len(passage.headings)):
            if is_table_head(passage.headings[level]):
                continue
            headings.append(Heading(passage_anchor(passage), passage.headings[level], level + 1))
        last = passage.headings
    return tuple(headings)


def document_html(
    text: str, passages: Sequence[Passage], highlighted: Sequence[Stretch] = (), *, first_id: str = "trich"
) -> str:
    """The whole text with an anchor where each passage begins; each highlighted stretch an id of its own.

    Args:
        text: the stored text.
        passages: the passages of the document.
        highlighted: stretches of the text.
        first_id: the id of the first highlight; the others are `first_id-2`, `first_id-3`, …
    """
    starts = {passage.start: passage_anchor(passage) for passage in reversed(passages)}
    pieces: list[str] = []
    for wrap, lines in groupby(_lines(text, starts), key=lambda line: _WRAPS.get(line.tag)):
        shown = "".join(_line_html(text, line, highlighted) for line in lines)
        pieces.append(f"<{wrap}>{shown}</{wrap}>" if wrap else shown)
    numbers = count(1)
    return re.sub("<mark>", lambda _: f'<mark id="{_numbered(first_id, next(numbers))}">', "".join(pieces))


def _line_html(text: str, line: _Line, highlighted: Sequence[Stretch]) -> str:
    if line.tag == "hr":
        return f'<p class="page-number">Trang {line.page}</p>'
    opening, link = (f' id="{line.anchor}"', _link_here(line.anchor)) if line.anchor else ("", "")
    if line.tag == "tr":
        cells = [_stretch(text, *cell.span(), highlighted) for cell in _CELL.finditer(text, line.start, line.end)]
        return f"<tr{opening}><td>{'</td><td>'.join(cell.strip() for cell in cells)}{link}</td></tr>"
    return f"<{line.tag}{opening}>{_inline(text, line, highlighted)}{link}</{line.tag}>"


def _link_here(anchor: str) -> str:
    return f' <a class="here" href="#{anchor}" tabindex="-1" title="Đường dẫn tới đoạn này" aria-hidden="true">¶</a>'


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _lines(text: str, starts: dict[int, str]) -> list[_Line]:
    lines: list[_Line] = []
    page = 1
    for found in _LINE.finditer(text):
        for _ in range(found[0].count(_PAGE_BREAK)):
            page += 1
            lines.append(_Line(found.start(), found.start(), "hr", page=page))
        if not found[0].strip():
            continue
        sign = _SIGN.match(found[0])
        begin = found.start() + (sign.end() if sign else len(found[0]) - len(found[0].lstrip(_PAGE_BREAK)))
        anchors = [starts[at] for at in range(found.start(), found.end()) if at in starts]
        lines.append(_Line(begin, found.end(), _tag(found[0], sign), anchors[0] if anchors else ""))
    return lines


def _tag(line: str, sign: re.Match[str] | None) -> str:
    if sign is None:
        return "tr" if line.startswith("| ") and line.endswith(" |") else "p"
    return f"h{min(6, len(sign['heading']) + 1)}" if sign["heading"] else "li"


def _inline(text: str, line: _Line, highlighted: Sequence[Stretch]) -> str:
    pieces: list[str] = []
    position = line.start
    for found in _SOURCE_MARK.finditer(text, line.start, line.end):
        pieces.append(_stretch(text, position, found.start(), highlighted))
        key = found[1]
        pieces.append(f'<sup class="source-mark"><a href="#nguon-{key}" aria-label="Nguồn {key}">{key}</a></sup>')
        position = found.end()
    return "".join([*pieces, _stretch(text, position, line.end, highlighted)])


def _stretch(text: str, start: int, end: int, highlighted: Sequence[Stretch]) -> str:
    """A piece of a line; of a stretch that goes on here from another piece, the mark is another one, without an id."""
    begun = [(max(a, start) - start, min(b, end) - start, a) for a, b in highlighted if a < end and b > start]
    shown = highlighted_html(text[start:end], [(a, b) for a, b, _ in begun if text[start + a : start + b].strip()])
    goes_on = any(a < start and text[a:start].strip(_UNSEEN) for _, _, a in begun)
    return shown.replace("<mark>", '<mark class="goes-on">', 1) if goes_on else shown

"""The visible text of a web page in blocks: lines of paragraphs, list items with their numbers, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ingest.loaders.assembly import unbroken
from ingest.loaders.counters import letters, roman
from ingest.loaders.html_tables import is_bordered, merged_places, places_parts, table_grid
from ingest.loaders.tables import is_layout, table_lines
from ingest.looks.lines import split_lines
from ingest.looks.markers import read_marker

Element = Any  # of lxml, which has no types

_UNSEEN_TAGS = """
head script style noscript template svg math iframe object embed canvas audio video map area
input select option textarea button datalist progress meter dialog
"""
_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
_UNSEEN, _BLOCKS = frozenset(_UNSEEN_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ASIDE_TAGS = frozenset({"nav", "footer", "aside"})
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|binh-?luan|menu|nav|navbar|navigation|breadcrumbs?|sidebar|related|lien-?quan|footer"
    r"|share|sharing|social|adverts?|ads|quang-?cao|cookies?|banner|pagination|tags|newsletter|widget)(?:$|[\s_-])"
)
_MOST_OF_AN_ASIDE = 0.4  # of the page's text: what holds more is the page itself, whatever its name
_INVISIBLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NO_BULLET = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x00"  # stands for <br> until a block is finished
_NOTE_SIGN = re.compile(r"[\[(]?(\d{1,3})[\])]?")
_LIST_STYLES: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda n: letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page; `linked` is the share of its characters in links, `is_aside`: it stands in a menu or such."""

    text: str
    level: int = 0
    linked: float = 0.0
    is_aside: bool = False
    marker: str = ""

    @property
    def line(self) -> str:
        """The text behind the number or bullet of its list."""
        return self.marker + self.text


def read_blocks(root: Element) -> list[Block]:
    """Return the blocks of a parsed page, in order; blank ones for paragraphs without text."""
    whole = sum(len(text.strip()) for text in root.itertext())
    return _Builder(_note_targets(root), whole).build(root)


def _note_targets(root: Element) -> dict[str, str]:
    """Return the numbers of notes by the name of the place to which their marks in the text lead."""
    targets: dict[str, str] = {}
    for link in root.iter("a"):
        address, sign = link.get("href") or "", _NOTE_SIGN.fullmatch("".join(link.itertext()).strip())
        if address.startswith("#") and sign:
            targets.setdefault(address[1:], sign[1])
    return targets


class _Builder:
    """Collects the words of inline elements until a block ends."""

    def __init__(self, notes: dict[str, str], whole: int) -> None:
        self._notes = notes
        self._whole = whole
        self._blocks: list[Block] = []
        self._words: list[str] = []
        self._linked = 0
        self._in_link = self._asides = self._depth = 0
        self._marker = ""

    def build(self, element: Element) -> list[Block]:
        """Return the blocks inside an element."""
        self._inside(element)
        self._flush()
        return self._blocks

    def _inside(self, element: Element) -> None:
        self._add(element.text)
        for child in element.iterchildren("*"):
            if not _is_unseen(child):
                self._element(child)
            self._add(child.tail)

    def _element(self, element: Element) -> None:
        tag = element.tag
        is_aside = self._is_aside(element)
        self._asides += is_aside
        if tag == "br":
            self._words.append(_BREAK)
        elif tag == "table":
            self._flush()
            self._table(element)
        elif tag in ("ul", "ol", "menu", "dir"):
            self._flush()
            self._list(element)
        elif tag == "a":
            self._link(element)
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self._inside(element)
        self._asides -= is_aside

    def _is_aside(self, element: Element) -> bool:
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        is_named = element.tag in _ASIDE_TAGS or element.get("role") == "navigation" or _ASIDE_NAMES.search(names)
        if not is_named:
            return False
        return sum(len(text.strip()) for text in element.itertext()) <= _MOST_OF_AN_ASIDE * self._whole

    def _block(self, element: Element) -> None:
        self._flush()
        before = len(self._blocks)
        if element.tag == "pre":
            for line in "".join(element.itertext()).split("\n"):
                self._add(line)
                self._flush()
        else:
            self._inside(element)
            self._flush(_HEADINGS.get(element.tag, 0))
        if element.tag == "p" and len(self._blocks) == before:
            self._blocks.append(Block(""))

    def _link(self, element: Element) -> None:
        address, sign = element.get("href") or "", _NOTE_SIGN.fullmatch("".join(element.itertext()).strip())
        if address.startswith("#") and sign:
            self._words.append(f"[{sign[1]}]")  # the mark of a note, or the way back from it
            return
        self._in_link += bool(address)
        self._inside(element)
        self._in_link -= bool(address)

    def _list(self, element: Element) -> None:
        self._depth += element.tag != "ol"
        items = [item for item in element.iterchildren("*") if not _is_unseen(item)]
        numbers = _numbers(element, items)
        is_bare = bool(_NO_BULLET.search(element.get("style") or ""))
        for item, number in zip_longest(items, numbers):
            if item.tag != "li":
                self._element(item)  # a list that stands in a list without an item of its own
                continue
            note = self._notes.get(item.get("id") or "")
            bullet = "" if is_bare else "- " if self._depth <= 1 else "+ "
            self._marker = f"[{note}] " if note else f"{number} " if number else bullet
            self._element(item)
            self._marker = ""
        self._depth -= element.tag != "ol"

    def _table(self, table: Element) -> None:
        grid = list(table_grid(table))
        rows = [[self._cell(cell) for cell in row] for row in grid]
        words = [[[block.line for block in cell] for cell in row] for row in rows]
        if places_parts(table, words) or is_layout(words, is_bordered=is_bordered(table)):
            self._blocks.extend(block for row in rows for cell in row for block in cell)
            return
        every = [block for row in rows for cell in row for block in cell if block.text]
        linked = sum(block.linked * len(block.text) for block in every) / max(1, sum(len(b.text) for b in every))
        for line in table_lines(words, is_bordered=True, merged=merged_places(grid)):
            self._blocks.append(Block(line, linked=linked, is_aside=self._asides > 0))

    def _cell(self, cell: Element | None) -> list[Block]:
        """Return the blocks of a cell; none for a place over which another cell reaches."""
        if cell is None:
            return []
        inner = _Builder(self._notes, self._whole)
        inner._asides = self._asides
        return inner.build(cell)

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append(text.replace(_BREAK, ""))
            self._linked += len(text.strip()) if self._in_link else 0

    def _flush(self, level: int = 0) -> None:
        words, self._words = "".join(self._words), []
        linked, self._linked = self._linked, 0
        lines = unbroken([_BLANKS.sub(" ", part) for part in words.split(_BREAK)])
        lines = [" ".join(lines)] if level and lines else lines
        share = min(1.0, linked / max(1, len(words.strip())))
        for line in lines:
            marker, self._marker = self._marker, ""
            is_marked = bool(marker) and read_marker(split_lines(line)[0]) is not None
            marker = "" if is_marked and marker in ("- ", "+ ") else marker
            self._blocks.append(Block(line, level, share, self._asides > 0, marker))


def _is_unseen(element: Element) -> bool:
    is_hidden = element.get("hidden") is not None or _INVISIBLE.search(element.get("style") or "")
    return element.tag in _UNSEEN or bool(is_hidden)


def _numbers(listed: Element, items: Sequence[Element]) -> Iterator[str]:
    """Yield the numbers of an ordered list as a browser prints them; nothing for other lists."""
    if listed.tag != "ol" or _NO_BULLET.search(listed.get("style") or ""):
        return
    is_reversed = listed.get("reversed") is not None
    count = _whole(listed.get("start"), sum(item.tag == "li" for item in items) if is_reversed else 1)
    style = _LIST_STYLES.get(listed.get("type") or "", str)
    for item in items:
        if item.tag != "li":
            yield ""
            continue
        count = _whole(item.get("value"), count)
        yield f"{style(count)}."
        count += -1 if is_reversed else 1


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,6}", written.strip()) else otherwise

"""A made-up document in neutral form: writers make files of every format from it, and the text that must be stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, product

_SPACE = re.compile(r"\s+")
_MARKER = re.compile(r"(Điều \d+\.|[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|[-+])\s+")
_NOTE = re.compile(r"\[(\d+)\]\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A centred line in bold: the kind, the subject, the name of a chapter below its number."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a section; `marker` is its numbering, empty where it has none."""

    text: str
    level: int
    marker: str = ""

    @property
    def line(self) -> str:
        return f"{self.marker} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered or dashed paragraph."""

    marker: str
    text: str

    @property
    def line(self) -> str:
        return f"{self.marker} {self.text}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; marks such as [1] point to the footnotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the heading first."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns without borders, as heads and signatures have them: rows of a left and a right line."""

    rows: tuple[tuple[str, str], ...]

    def down(self) -> list[str]:
        """The lines as they are read column by column."""
        return [line for column in zip(*self.rows, strict=True) for line in column if line]

    def across(self) -> list[str]:
        """The lines as they are read row by row."""
        return [line for row in self.rows for line in row if line]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins here, in files that have pages."""


Block = Title | Heading | Item | Paragraph | Table | Columns | PageBreak


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the document and where a citation must say they stand.

    `titled` is the place in a file that marks headings as such, where it is named otherwise; `page` counts from 1.
    """

    where: str
    words: str
    titled: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head tells."""

    number: str = ""
    kind: str = "khác"
    issued: date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """One document: its blocks in order, the footnotes without their numbers, and what must be found in it."""

    name: str
    blocks: tuple[Block, ...]
    places: tuple[Place, Place, Place]
    footnotes: tuple[str, ...] = ()
    facts: Facts = Facts()


def describe(name: str, written: str, places: tuple[Place, Place, Place], facts: Facts = Facts()) -> Description:
    """Read a document from the short notation of `texts.py`.

    "a || b" are two columns, "| a | b |" a row of a table, "^ " a title, "# " and "## " headings,
    "[1] " a footnote, "---" a new page.
    """
    lines = [line.strip() for line in written.strip().splitlines() if line.strip()]
    notes = tuple(_NOTE.sub("", line, count=1) for line in lines if _NOTE.match(line))
    return Description(name, tuple(_blocks(line for line in lines if not _NOTE.match(line))), places, notes, facts)


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    for kind, group in groupby(lines, key=_kind):
        if kind is Columns:
            pairs = [line.split("||") for line in group]
            yield Columns(tuple((left.strip(), right.strip()) for left, right in pairs))
        elif kind is Table:
            yield Table(tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in group))
        else:
            yield from map(_block, group)


def _kind(line: str) -> type:
    if "||" in line:
        return Columns
    return Table if line.startswith("|") else Paragraph


def _block(line: str) -> Block:
    if line == "---":
        return PageBreak()
    if line.startswith("^ "):
        return Title(line[2:])
    level = len(line) - len(line.lstrip("#"))
    line = line[level:].strip()
    marker = _MARKER.match(line)
    if level:
        return Heading(line[marker.end() :], level, marker[1]) if marker else Heading(line, level)
    return Item(marker[1], line[marker.end() :]) if marker else Paragraph(line)


def block_lines(block: Block) -> list[str]:
    """The lines of one block in the stored text; columns are read downwards."""
    if isinstance(block, PageBreak):
        return []
    if isinstance(block, Columns):
        return block.down()
    if isinstance(block, Table):
        return [f"| {' | '.join(row)} |" for row in block.rows]
    return [block.line] if isinstance(block, Heading | Item) else [block.text]


def stored_lines(description: Description) -> list[str]:
    """The stored text, line by line, footnotes last."""
    lines = [line for block in description.blocks for line in block_lines(block)]
    return [*lines, *(f"[{number}] {note}" for number, note in enumerate(description.footnotes, 1))]


def readings(description: Description) -> tuple[str, ...]:
    """All texts that are right: what stands in two columns may be read across or down."""
    choices = [
        ("\n".join(block.across()), "\n".join(block.down()))
        if isinstance(block, Columns)
        else ("\n".join(block_lines(block)),)
        for block in description.blocks
    ]
    notes = [f"[{number}] {note}" for number, note in enumerate(description.footnotes, 1)]
    return tuple("\n".join([*chosen, *notes]) for chosen in product(*choices))


def flat(text: str) -> str:
    """A text as it is compared: white space and the bars between cells count as one blank."""
    return _SPACE.sub(" ", text.replace("|", " ")).strip()


def rewritten(description: Description, change: Callable[[str], str]) -> Description:
    """The document with each of its texts changed, for character sets that lack a sign and the like."""

    def block(one: Block) -> Block:
        if isinstance(one, PageBreak):
            return one
        if isinstance(one, Columns):
            return Columns(tuple((change(left), change(right)) for left, right in one.rows))
        if isinstance(one, Table):
            return Table(tuple(tuple(change(cell) for cell in row) for row in one.rows))
        return replace(one, text=change(one.text))

    first, second, third = (replace(one, words=change(one.words)) for one in description.places)
    notes = tuple(change(note) for note in description.footnotes)
    return replace(
        description, blocks=tuple(map(block, description.blocks)), places=(first, second, third), footnotes=notes
    )

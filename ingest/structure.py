"""A text's paragraphs in their sections: for each its role, the way to its place and the headings above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.datatypes import Role
from ingest.heads.signatures import RECIPIENTS
from ingest.looks.lines import BOLD
from ingest.looks.markers import BULLETS
from ingest.looks.table_rows import heads_table
from ingest.roles import NOTE_NUMBER
from ingest.sections.locators import Step, counted
from ingest.sections.outline import OPENING, PARAGRAPH, Outline
from ingest.sections.paragraphs import Paragraph

_LEAD_CHARS = 200  # a longer line is text in its own right, not a title or the opening of a list
_ALWAYS_TITLED = frozenset({"annex", "part", "chapter", "section"})
_SECTIONS = _ALWAYS_TITLED | {"article", "capital", "roman", "question"}
_UNSECTIONED = BULLETS | {"ordinal"}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one paragraph, item or title.

    `leads`: it says nothing without what follows, being a title or the opening of a list. `is_section`: a section
    begins with it. `is_markup`: a Markdown heading, which stands in heading paths only.
    """

    start: int
    end: int
    role: Role
    steps: tuple[Step, ...]
    headings: tuple[str, ...] = ()
    leads: bool = False
    is_section: bool = False
    is_markup: bool = False


def read_structure(paragraphs: Sequence[Paragraph], *, is_official: bool) -> tuple[Block, ...]:
    """Return the blocks of a document in reading order."""
    reader = _Reader(is_official=is_official, title=_document_title(paragraphs))
    pairs = zip_longest(paragraphs, paragraphs[1:])
    blocks = [reader.read(one, following) for one, following in pairs if one]
    return tuple(_lone_paragraphs(_opening(blocks)))


def _document_title(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the one Markdown heading of the first level, which titles the document and no section."""
    top = [one for one in paragraphs if one.lines[0].level == 1]
    return top[0] if len(top) == 1 else None


class _Reader:
    """Reads paragraph after paragraph, keeping what is open and what is counted."""

    def __init__(self, *, is_official: bool, title: Paragraph | None) -> None:
        self._outline = Outline()
        self._is_official = is_official
        self._title = title
        self._photos = 0
        self._recipients = False
        self._awaits_title = False
        self._table_head: str | None = None

    def read(self, one: Paragraph, following: Paragraph | None) -> Block:
        """Return the block of one paragraph; `following` is the next one."""
        block = self._read(one, following)
        if one.marker is None or one.marker.style != "row":
            self._table_head = None
        elif self._table_head is None or one.lines[0].gap:
            self._table_head = one.text if heads_table(one.text) else ""
        elif self._table_head:
            return replace(block, headings=(*block.headings, self._table_head))
        return block

    def _read(self, one: Paragraph, following: Paragraph | None) -> Block:
        if one.role != "body":
            return Block(one.start, one.end, one.role, (self._aside(one),))
        awaited, self._awaits_title = self._awaits_title, False
        if one.is_heading and not (awaited and not one.marker):
            return self._heading(one)
        if one.marker:
            return self._item(one, following)
        if awaited and len(one.text) <= _LEAD_CHARS and not one.ends_sentence:
            self._outline.name(one.text)
            return self._block(one, self._outline.steps, leads=True, is_section=True)
        return self._block(one, self._outline.add_paragraph(), leads=_points_on(one, following))

    def _heading(self, one: Paragraph) -> Block:
        level = one.lines[0].level
        if one is not self._title and one.marker and one.marker.style not in _UNSECTIONED:
            self._enter_titled(one, level)
        elif one is not self._title:
            self._outline.enter_heading(one.text, 0 if level == BOLD else level)
        return self._block(one, self._outline.steps, leads=True, is_section=True, is_markup=level > 0)

    def _enter_titled(self, one: Paragraph, level: int) -> None:
        """Open a section under a heading: articles and the like by their number, others by the heading's words."""
        assert one.marker
        if level in (0, BOLD):
            self._outline.enter(one.marker, title=one.text)
        elif one.marker.style in _ALWAYS_TITLED | {"article"}:
            self._outline.enter(one.marker, title=one.text, level=level)
        else:
            self._outline.enter_heading(one.text, level)

    def _item(self, one: Paragraph, following: Paragraph | None) -> Block:
        assert one.marker
        titled = _is_title(one, following)
        leads = titled or _points_on(one, following)
        self._outline.enter(one.marker, title=one.text if leads else "", is_titled=titled)
        above = self._outline.headings[: -1 if leads else None]
        self._awaits_title = titled and len(one.text) <= one.marker.size and one.marker.style in _ALWAYS_TITLED
        is_section = one.marker.style not in _UNSECTIONED
        return Block(one.start, one.end, "body", self._outline.steps, above, leads, is_section)

    def _block(
        self, one: Paragraph, steps: tuple[Step, ...], *, leads: bool, is_section: bool = False, is_markup: bool = False
    ) -> Block:
        return Block(one.start, one.end, "body", steps, self._outline.headings, leads, is_section, is_markup)

    def _aside(self, one: Paragraph) -> Step:
        """Name what stands outside the running text."""
        if one.role == "caption":
            self._photos += 1
            return counted("chú thích ảnh", self._photos)
        if one.role == "footnote":
            number = NOTE_NUMBER.match(one.lines[0].folded)
            return Step("chú thích", f"[{number[1]}]" if number else "")
        if one.role == "signature":
            self._recipients = bool(RECIPIENTS.match(one.lines[0].folded)) or (
                self._recipients and one.lines[0].text[0] in "-–+"
            )
            return Step("nơi nhận" if self._recipients else "chữ ký" if self._is_official else "tác giả")
        if one.role == "date":
            return Step("dòng ghi ngày")
        return Step("phần đầu văn bản" if self._is_official else "tiêu đề")


def _is_title(one: Paragraph, following: Paragraph | None) -> bool:
    """Whether a numbered line only titles what stands below it."""
    assert one.marker
    if len(one.text) > _LEAD_CHARS or one.marker.style in BULLETS - {"star"}:
        return False
    if one.marker.style in _ALWAYS_TITLED:
        return True
    if following is None or following.role != "body" or one.text.endswith((".", ";", ",", "…", "!")):
        return False
    below = following.marker
    if below is None:
        return one.marker.style not in BULLETS
    return (below.style != one.marker.style and below.rank > one.marker.rank) or below.label.startswith(
        f"{one.marker.label}."
    )


def _points_on(one: Paragraph, following: Paragraph | None) -> bool:
    """Whether a line speaks of what stands below: it opens a list with a colon, or asks what the next one answers."""
    if len(one.text) > _LEAD_CHARS or following is None or following.role != "body" or following.is_heading:
        return False
    marker = following.marker
    if one.text.endswith("?"):
        return marker is None
    return one.text.rstrip("*_ ").endswith(":") and marker is not None and marker.style not in _SECTIONS


def _opening(blocks: list[Block]) -> list[Block]:
    """Name what stands above the first section."""
    first = next((i for i, block in enumerate(blocks) if block.is_section and block.role == "body"), 0)
    return [
        replace(block, steps=(OPENING, *block.steps)) if i < first and block.role == "body" else block
        for i, block in enumerate(blocks)
    ]


def _lone_paragraphs(blocks: list[Block]) -> list[Block]:
    """Leave the count out where a section has one paragraph only, and where a document has one photograph."""
    children = Counter(block.steps[:-1] for block in blocks if block.steps)
    photos = sum(block.role == "caption" for block in blocks)

    def named(block: Block) -> tuple[Step, ...]:
        last = block.steps[-1] if block.steps else None
        is_lone = last is not None and last.word == PARAGRAPH and last.count == 1 and children[block.steps[:-1]] == 1
        if is_lone and len(block.steps) > 1:
            return block.steps[:-1]
        return (Step("chú thích ảnh"),) if block.role == "caption" and photos == 1 else block.steps

    return [replace(block, steps=named(block)) for block in blocks]

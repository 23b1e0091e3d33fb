"""Lines joined to paragraphs where a text was broken to fit its page; elsewhere each line is a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.datatypes import Role
from ingest.looks.lines import Line
from ingest.looks.markers import BULLETS, RANKS, Marker, read_marker
from ingest.roles import FOOTNOTE, Labelled

_NARROWEST, _WIDEST = 45, 140  # characters of the lines of a page
_FULL = 0.75  # of the page's width: a shorter line ends its paragraph
_LEAST_LINES, _LEAST_OPEN = 8, 0.5
_INDENT = 2  # blanks by which a nested item of a Markdown list is moved in, at least


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines that belong together, with the numbering they begin with."""

    lines: tuple[Line, ...]
    role: Role
    marker: Marker | None = None
    is_heading: bool = False

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last line ends with a sign that closes a sentence or opens a list."""
        return self.lines[-1].ends_sentence


def read_paragraphs(
    labelled: Sequence[Labelled], *, is_markdown: bool, is_paragraphed: bool = False
) -> tuple[Paragraph, ...]:
    """Join the lines that have a role to paragraphs, in order; `is_paragraphed`: every line is one already."""
    if is_paragraphed:
        return tuple(_paragraph([item], is_markdown=is_markdown) for item in labelled if item.role)
    width = 0 if is_markdown else _page_width([item for item in labelled if item.role == "body"])
    groups: list[list[Labelled]] = []
    goes_on = False
    for before, item in zip([None, *labelled], labelled, strict=False):
        if before is not None and goes_on and _joins(before, item, width=width, is_markdown=is_markdown):
            groups[-1].append(item)
        elif item.role:
            groups.append([item])
        goes_on = item.role is not None
    return tuple(_paragraph(group, is_markdown=is_markdown) for group in groups)


def _paragraph(group: Sequence[Labelled], *, is_markdown: bool) -> Paragraph:
    first = group[0]
    role: Role = first.role or "body"
    marker = read_marker(first.line) if role == "body" else None
    if is_markdown and marker and marker.style in BULLETS - {"row"}:
        depth = first.line.indent // _INDENT
        marker = replace(marker, style="plus" if depth else "dash", rank=RANKS["dash"] + depth)
    return Paragraph(tuple(item.line for item in group), role, marker, first.is_heading)


def _joins(before: Labelled, item: Labelled, *, width: int, is_markdown: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    line = item.line
    if item.role != before.role or item.role not in ("body", "footnote", "caption") or line.gap:
        return False
    if item.is_heading and before.is_heading and not line.level:
        return line.is_upper and before.line.is_upper and not read_marker(line) and not read_marker(before.line)
    if item.is_heading or before.is_heading or read_marker(line) or FOOTNOTE.match(line.folded):
        return False
    if is_markdown:
        return True
    if not before.line.ends_sentence and line.text[0].islower():
        return True
    is_full = width > 0 and len(before.line.text) >= _FULL * width
    return is_full and not (line.indent > before.line.indent and before.line.ends_sentence)


def _page_width(body: Sequence[Labelled]) -> int:
    """Return the width to which a text was broken, 0 where each line is a paragraph of its own."""
    broken = [before.line for before, item in pairwise(body) if item.line.gap == 0 and not read_marker(item.line)]
    if len(broken) < _LEAST_LINES or sum(not line.ends_sentence for line in broken) < _LEAST_OPEN * len(broken):
        return 0
    lengths = sorted(len(line.text) for line in broken)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if _NARROWEST <= width <= _WIDEST else 0

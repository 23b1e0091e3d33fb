"""The Markdown of an answer as a few plain blocks, from which HTML, Word and plain text are made; pure.

Only what answers use is read: paragraphs, headings, lists, quotations, bold, italic and marks `[1]`. Everything else,
links and HTML included, stays the text it is, so that a quotation can never turn into markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["paragraph", "heading", "bullet", "numbered", "quotation"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; a mark `[3]` is a span of its own whose `mark` is 3."""

    text: str
    strong: bool = False
    emphasis: bool = False
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item; `label` is the number of a numbered item as written ("2.")."""

    kind: BlockKind
    spans: tuple[Span, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The words without any styling, marks included."""
        return "".join(span.text for span in self.spans)


_LINE = re.compile(
    r"(?P<heading>#{1,6})\s+|(?P<bullet>[-*•])\s+|(?P<numbered>\d{1,3}[.)])\s+|(?P<quotation>>)\s?",
)
_INLINE = re.compile(
    r"\\(?P<literal>[!-/:-@\[-`{-~])"
    r"|\[(?P<mark>\d{1,3})\](?!\()"
    r"|\*\*(?P<strong>(?:\\.|[^*\\\n]|\*(?!\*))+?)\*\*"
    r"|(?<!\w)\*(?!\s)(?P<emphasis>(?:\\.|[^*\\\n])+?)(?<!\s)\*(?!\w)",
)


def parse(markdown: str) -> tuple[Block, ...]:
    """Read an answer's Markdown; a line that is no list item or heading joins the paragraph above it."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        found = _LINE.match(line.strip())
        if line.strip() and not found:
            paragraph.append(line.strip())
            continue
        if paragraph:
            blocks.append(Block("paragraph", _spans("\n".join(paragraph))))
            paragraph = []
        if found:
            blocks.append(_marked_block(found))
    return tuple(blocks)


def _marked_block(found: re.Match[str]) -> Block:
    spans = _spans(found.string[found.end() :])
    if found["heading"]:
        return Block("heading", spans)
    if found["bullet"]:
        return Block("bullet", spans)
    if found["numbered"]:
        return Block("numbered", spans, found["numbered"])
    return Block("quotation", spans)


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(_joined(_styled(text, Span(""))))


def _styled(text: str, style: Span) -> Iterator[Span]:
    position = 0
    for found in _INLINE.finditer(text):
        yield replace(style, text=text[position : found.start()])
        position = found.end()
        if found["literal"]:
            yield replace(style, text=found["literal"])
        elif found["mark"]:
            yield replace(style, text=found[0], mark=int(found["mark"]))
        elif found["strong"]:
            yield from _styled(found["strong"], replace(style, strong=True))
        else:
            yield from _styled(found["emphasis"], replace(style, emphasis=True))
    yield replace(style, text=text[position:])


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if held and held.mark is None and replace(span, text="") == replace(held, text=""):
            held = replace(held, text=held.text + span.text)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held

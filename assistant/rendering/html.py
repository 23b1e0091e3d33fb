"""Answers and excerpts as HTML in which every character that came from outside is escaped; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby

from assistant.rendering.blocks import Block, BlockKind, Span, parse
from assistant.rendering.excerpts import Excerpt, readable_quote

MarkHtml = Callable[[int], str]

_LIST_TAGS: dict[BlockKind, str] = {"bullet": "ul", "numbered": "ol"}
_LAST_WORD = re.compile(r"[^\s<>]+\s?$")
_SAFE_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def markdown_html(markdown: str, mark: MarkHtml) -> str:
    """An answer's Markdown as HTML; `mark` makes the element that stands for a mark `[n]`."""
    blocks = parse(markdown)
    return "".join(_group_html(kind, list(group), mark) for kind, group in groupby(blocks, key=lambda one: one.kind))


def excerpt_html(cut: Excerpt) -> str:
    """The quoted words, marked, in their surroundings; table rows without their bars."""
    return (
        f'<p class="excerpt"><span class="around">{escape(cut.before)}</span>'
        f'<mark>{escape(readable_quote(cut.quote))}</mark><span class="around">{escape(cut.after)}</span></p>'
    )


def highlighted_html(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Text with the given stretches marked; they may touch or overlap."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        begin = max(start, position)
        if end <= begin:
            continue
        pieces += [escape(text[position:begin]), f"<mark>{escape(text[begin:end])}</mark>"]
        position = end
    return "".join([*pieces, escape(text[position:])])


def link_html(label: str, address: str) -> str:
    """A link out that opens safely; an address that is not of the web stays text."""
    if not _SAFE_ADDRESS.fullmatch(address):
        return escape(label)
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{escape(label)}</a>'


def _group_html(kind: BlockKind, blocks: Sequence[Block], mark: MarkHtml) -> str:
    tag = _LIST_TAGS.get(kind)
    if tag:
        return f"<{tag}>{''.join(_item_html(block, mark) for block in blocks)}</{tag}>"
    wrap = {"heading": ("<h4>", "</h4>"), "quotation": ("<blockquote>", "</blockquote>")}
    opening, closing = wrap.get(kind, ("<p>", "</p>"))
    return "".join(f"{opening}{_spans_html(block.spans, mark)}{closing}" for block in blocks)


def _item_html(block: Block, mark: MarkHtml) -> str:
    number = re.match(r"\d+", block.label)
    value = f' value="{int(number[0])}"' if number else ""
    return f"<li{value}>{_spans_html(block.spans, mark)}</li>"


def _spans_html(spans: Sequence[Span], mark: MarkHtml) -> str:
    """The spans; the last word before a mark stays on the mark's line."""
    pieces: list[str] = []
    for span in spans:
        if span.mark is None:
            pieces.append(_span_html(span))
        elif found := _LAST_WORD.search(pieces[-1] if pieces else ""):
            pieces[-1] = pieces[-1][: found.start()]
            pieces.append(f'<span class="unbroken">{found[0]}{mark(span.mark)}</span>')
        else:
            pieces.append(mark(span.mark))
    return "".join(pieces)


def _span_html(span: Span) -> str:
    shown = escape(span.text).replace("\n", "<br>")
    if span.emphasis:
        shown = f"<em>{shown}</em>"
    return f"<strong>{shown}</strong>" if span.strong else shown

"""Blocks become passages of about 500 characters, cut at sentence ends, with exact offsets, locators and stable ids."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.datatypes import Passage
from assistant.language.sentences import sentence_spans
from ingest.loaded import PAGE_BREAK
from ingest.sections.locators import LONGEST, locate
from ingest.sections.packing import LONGEST_CHARS, TARGET_CHARS, Piece, pack
from ingest.structure import Block

LONGEST_SENTENCE = 1_200  # a longer one is cut at a semicolon, a comma or a blank: the model reads no more at once
_CUTS = ("; ", ", ", " ")

Span = tuple[int, int]


def split_passages(text: str, blocks: Sequence[Block], document_id: str) -> tuple[Passage, ...]:
    """Return the passages of a document in reading order; `text[p.start:p.end] == p.text` for each.

    An id is made from the passage's text, so that it stays when the document is read again and the text is unchanged.
    """
    page_breaks = [place for place, sign in enumerate(text) if sign == PAGE_BREAK] if PAGE_BREAK in text else []
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    for piece in pack(text, blocks):
        parts = list(_cut(text, piece.start, piece.end))
        for number, (start, end) in enumerate(parts, 1):
            digest = hashlib.sha256(text[start:end].encode()).hexdigest()[:10]
            seen[digest] += 1
            repeated = f"-{seen[digest]}" if seen[digest] > 1 else ""
            passages.append(
                Passage(
                    id=f"{document_id}:{digest}{repeated}",
                    document_id=document_id,
                    text=text[start:end],
                    start=start,
                    end=end,
                    locator=_locator(piece, number, len(parts)),
                    order=len(passages),
                    headings=piece.first.headings,
                    role=piece.first.role,
                    page=bisect_right(page_breaks, start) + 1 if page_breaks else None,
                )
            )
    return tuple(passages)


def _locator(piece: Piece, number: int, parts: int) -> str:
    part = f" (phần {number})" if parts > 1 else ""
    return locate(piece.steps, piece.last, longest=LONGEST - len(part)) + part


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield parts of nearly equal length, each of whole sentences; one part where the stretch is short."""
    if _parts(start, end) == 1:
        return iter([(start, end)])
    stops = [stop for _, stop in _sentences(text, start, end) if stop < end]
    return _divided(text, start, end, stops)


def _divided(text: str, start: int, end: int, stops: Sequence[int]) -> Iterator[Span]:
    """Halve a stretch at the sentence end nearest to its middle until each part is short enough."""
    parts = _parts(start, end)
    if parts == 1 or not stops:
        yield start, end
        return
    ideal = start + (end - start) * (parts // 2) / parts
    after = bisect_right(stops, ideal)
    nearest = min(range(max(0, after - 1), min(after + 1, len(stops))), key=lambda i: abs(stops[i] - ideal))
    yield from _divided(text, start, stops[nearest], stops[:nearest])
    yield from _divided(text, _behind_blanks(text, stops[nearest], end), end, stops[nearest + 1 :])


def _parts(start: int, end: int) -> int:
    return max(1, round((end - start) / TARGET_CHARS))


def _behind_blanks(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch, broken lines read as one, and the parts of those that are too long."""
    flat = text[start:end].replace("\n", " ")
    for first, last in sentence_spans(flat):
        yield from _fitting(text, start + first, start + last)


def _fitting(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        earliest, latest = start + LONGEST_CHARS // 2, start + LONGEST_CHARS
        found = (text.rfind(sign, earliest, latest) + len(sign) for sign in _CUTS)
        stop = next((place for place in found if place > earliest), latest)
        yield start, stop - (text[stop - 1] == " ")
        start = stop
    yield start, end

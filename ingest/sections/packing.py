"""Neighbouring blocks put together where each alone would be too short to be found and understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.sections.locators import Step
from ingest.sections.outline import OPENING, PARAGRAPH, TABLE_ROW
from ingest.structure import Block

TARGET_CHARS = 500
LONGEST_CHARS = 800
_NUMBERED_TARGET = 300  # numbered items are cited by their number: put together only where they are short
_TINY_CHARS, _WITH_TINY = 60, 100  # so much longer than the target a piece may be that takes a tiny block in
_SHORT_CHARS = 100  # a shorter block may join what stands near it, though in another list
_COUNTED = frozenset({"gạch đầu dòng", PARAGRAPH, "ý", TABLE_ROW})
_NUMBERED = frozenset({"mục", "khoản", "điểm", "ý thứ"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that becomes one passage or, where it is long, several.

    `steps` lead to its first block, or to what holds all its blocks; `last` is the step to the last of neighbours.
    """

    start: int
    end: int
    first: Block
    steps: tuple[Step, ...]
    last: Step | None = None

    @property
    def size(self) -> int:
        """Its length in characters."""
        return self.end - self.start


def pack(text: str, blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces of a document: titles with what they title, short neighbours of one section together."""
    leads: list[Block] = []
    piece: Piece | None = None
    for block in blocks:
        larger = _extended(text, piece, block) if piece and not block.leads and not leads else None
        if larger:
            piece = larger
            continue
        if piece:
            yield piece
            piece = None
        if leads and not (_leads_to(leads[-1], block) and _adjoin(text, leads[-1].end, block)):
            yield from map(_piece, leads)
            leads = []
        if block.leads and not block.is_markup:
            leads.append(block)
        elif not block.is_markup:
            piece = replace(_piece(block), start=leads[0].start if leads else block.start)
            leads = []
    if piece:
        yield piece
    yield from map(_piece, leads)


def _piece(block: Block) -> Piece:
    return Piece(block.start, block.end, block, block.steps)


def _leads_to(lead: Block, block: Block) -> bool:
    """Whether a block is what a title or the opening of a list speaks of."""
    if block.role != lead.role or block.is_markup:
        return False
    if block.steps[: len(lead.steps)] == lead.steps:
        return True
    is_sibling = block.steps[:-1] == lead.steps[:-1] and not block.leads
    return is_sibling and not lead.is_section and lead.steps[-1] != OPENING


def _adjoin(text: str, end: int, block: Block) -> bool:
    """Whether nothing but blanks stands between; in a head or a table also rules and other signs."""
    between = text[end : block.start]
    is_ruled = block.role == "header" or (bool(block.steps) and block.steps[-1].word == TABLE_ROW)
    return not between.strip() or (is_ruled and not any(sign.isalnum() for sign in between))


def _extended(text: str, piece: Piece, block: Block) -> Piece | None:
    """Return the piece with the block put to it, None where the block should stand by itself."""
    if block.role != piece.first.role or not _adjoin(text, piece.end, block):
        return None
    whole = block.end - piece.start
    if block.role in ("header", "signature"):
        return replace(piece, end=block.end) if block.steps == piece.steps and whole <= LONGEST_CHARS else None
    if block.role != "body":
        return None
    is_tiny = min(piece.size, block.end - block.start) < _TINY_CHARS
    if _are_siblings(piece, block):
        target = TARGET_CHARS if block.steps[-1].word in _COUNTED else _NUMBERED_TARGET
        fits = whole <= target + (_WITH_TINY if is_tiny else 0)
        return replace(piece, end=block.end, last=block.steps[-1]) if fits else None
    shared = _shared(piece.steps, block.steps)
    is_near = bool(shared) and len(shared) >= min(len(piece.steps), len(block.steps)) - 1
    is_near &= {piece.steps[-1].word, block.steps[-1].word} <= _COUNTED | _NUMBERED
    is_short = min(piece.size, block.end - block.start) < _SHORT_CHARS
    fits = is_short and is_near and whole <= TARGET_CHARS
    return replace(piece, end=block.end, steps=shared, last=None) if fits else None


def _are_siblings(piece: Piece, block: Block) -> bool:
    """Whether a block is the next of the items or paragraphs that the piece holds."""
    if not piece.steps or not block.steps or piece.steps[:-1] != block.steps[:-1]:
        return False
    word = block.steps[-1].word
    return word == piece.steps[-1].word and word in _COUNTED | _NUMBERED


def _shared(one: tuple[Step, ...], other: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps that two ways have in common from the outside."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return tuple(step for step, _ in same)

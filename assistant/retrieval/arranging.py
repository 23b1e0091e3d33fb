"""The order in which ranked passages are handed on: footnotes beside their text, comparisons balanced; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.datatypes import Match, Passage

_NOTE = re.compile(r"\[(\d{1,3})\]")
FOLLOWED = 8
"""Of how many of the best passages the footnotes are followed (evidence found .935 without, .948 with)."""


def with_footnotes(
    matches: Sequence[Match], passages_of: Callable[[str], Sequence[Passage]], followed: int = FOLLOWED
) -> tuple[Match, ...]:
    """The matches, a footnote moved or brought in behind the first good passage that points to it.

    Args:
        matches: best first.
        passages_of: all passages of a document, by its id.
        followed: how many of the best matches are looked at.
    """
    arranged: list[Match] = []
    placed: set[str] = set()
    for rank, match in enumerate(matches):
        if match.passage.id in placed:
            continue
        notes = _footnotes(match, passages_of) if rank < followed else ()
        for one in (match, *notes):
            if one.passage.id not in placed:
                arranged.append(one)
                placed.add(one.passage.id)
    return tuple(arranged)


def _footnotes(match: Match, passages_of: Callable[[str], Sequence[Passage]]) -> tuple[Match, ...]:
    wanted = set(_NOTE.findall(match.passage.text))
    if not wanted or match.passage.role == "footnote":
        return ()
    notes = [one for one in passages_of(match.document.id) if one.role == "footnote"]
    return tuple(
        replace(match, passage=one) for one in notes if (found := _NOTE.match(one.text)) and found[1] in wanted
    )


def share_out(matches: Sequence[Match], most: int) -> tuple[Match, ...]:
    """The matches with at most `most` of one document first, the others behind in their order."""
    counted: Counter[str] = Counter()
    first: list[Match] = []
    rest: list[Match] = []
    for match in matches:
        counted[match.document.id] += 1
        (first if counted[match.document.id] <= most else rest).append(match)
    return (*first, *rest)

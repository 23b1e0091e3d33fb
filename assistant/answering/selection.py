"""Which sentences an answer quotes: the best ones within a budget, neighbours joined; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.evidence import Evidence
from assistant.retrieval.fusion import distinct


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer quotes: characters, sentences, and how far below the best a sentence may lie."""

    characters: int = 950
    sentences: int = 6
    relative: float = 0.68


def select(evidence: Sequence[Evidence], limits: Limits, *, each_of: Sequence[str] = ()) -> list[Evidence]:
    """The sentences to quote, best first.

    Args:
        evidence: candidates, best first.
        limits: the budget; the best sentence is always taken, whatever its length.
        each_of: documents of which each gets its best sentence before the others are filled up.
    """
    unique = [evidence[position] for position in distinct([one.text for one in evidence[: 8 * limits.sentences]])]
    firsts = [next((one for one in unique if one.document.id == wanted), None) for wanted in each_of]
    queue = [one for one in firsts if one is not None]
    queue += [one for one in unique if one not in queue]
    chosen: list[Evidence] = []
    spent = 0
    for one in queue:
        demanded = one in firsts
        if chosen and not demanded and not _worth_it(one, unique[0], spent, limits):
            continue
        chosen.append(one)
        spent += len(one.text)
        if len(chosen) >= limits.sentences:
            break
    return chosen


def _worth_it(one: Evidence, best: Evidence, spent: int, limits: Limits) -> bool:
    return one.score >= limits.relative * best.score and spent + len(one.text) <= limits.characters


def join_neighbours(chosen: Sequence[Evidence]) -> list[Evidence]:
    """Sentences that follow each other in one passage become one quotation, in the order of their document."""
    joined: list[Evidence] = []
    for one in sorted(chosen, key=lambda item: (item.document.id, item.start)):
        last = joined[-1] if joined else None
        if last is not None and last.passage.id == one.passage.id and _between(last, one).isspace():
            text = last.text + _between(last, one) + one.text
            joined[-1] = replace(last, end=one.end, text=text, score=max(last.score, one.score))
        else:
            joined.append(one)
    return joined


def _between(left: Evidence, right: Evidence) -> str:
    passage = left.passage
    return passage.text[left.end - passage.start : right.start - passage.start]

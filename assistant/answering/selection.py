"""Which sentences an answer quotes: the best ones within a budget, neighbours joined; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.evidence import Evidence
from assistant.answering.repetition import says_again
from assistant.datatypes import Document
from assistant.retrieval.fusion import distinct
from assistant.wording import REPLACED

RULES = ("chỉ đạo", "quy định")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer quotes: characters, sentences, and how far below the best a sentence may lie."""

    characters: int = 950
    sentences: int = 6
    relative: float = 0.68


_BESIDE_THE_CATALOGUE = Limits(characters=450, sentences=2, relative=0.9)
_SEVERAL_THINGS = re.compile(r"\bvà\b|\band\b|[,;]")


def limits_for(question: str, usual: Limits, *, catalogue_answers: bool) -> Limits:
    """Less where the catalogue's line answers the one thing that was asked: quotations then only bear it out."""
    return _BESIDE_THE_CATALOGUE if catalogue_answers and not _SEVERAL_THINGS.search(question) else usual


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
        if not demanded and (twin := _twin(one, chosen)):
            if _outranks(one, twin) and says_again(twin.text, one.text):
                chosen[chosen.index(twin)] = replace(one, score=twin.score)
                continue
            if not _outranks(one, twin):
                continue
        chosen.append(one)
        spent += len(one.text)
        if len(chosen) >= limits.sentences:
            break
    return chosen


def _twin(one: Evidence, chosen: Sequence[Evidence]) -> Evidence | None:
    """What was chosen from another document and says the same."""
    others = (other for other in chosen if other.document.id != one.document.id)
    return next((other for other in others if says_again(one.text, other.text)), None)


def _outranks(one: Evidence, other: Evidence) -> bool:
    return _rank(one.document) > _rank(other.document)


def _rank(document: Document) -> tuple[bool, bool, bool]:
    """What is in force before what was replaced, a rule before guidance and questions answered."""
    return bool(document.number), document.validity != REPLACED, document.authority in RULES


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

"""Decides whether the evidence answers the question, from what is asked for and what the passages supply.

The similarity score alone does not tell answerable questions from unanswerable ones inside the domain (area under the
curve .44 to .49: design, section 5), so a small logistic model over several signs decides. Its weights are data,
fitted by `bench/fit_declining.py` on development questions only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence, Rarity
from assistant.answering.fillers import fills
from assistant.answering.said_missing import said_missing
from assistant.answering.slots import slots_of
from assistant.answering.subject import Subject
from assistant.datatypes import Match, Query
from assistant.retrieval.ports import Reader

LOOKED_AT = 5
SENTENCES_READ = 15


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against an answer; every number lies between 0 and 1.

    Attributes:
        passage_cosine: nearness in meaning of the best passage.
        pair_coverage: weighted share of the question's syllable pairs in the best passages.
        named: whether it names a document of the collection.
        unfilled: whether the question wants a count, share, sum, date, time span or person, and no sentence of what it
            names holds one.
        missing: whether a digest says that it lacks what is asked.
        english: whether the question is in English, of which only what the glossary knows is compared word for word.
    """

    passage_cosine: float
    pair_coverage: float
    english: float
    named: bool
    unfilled: bool
    missing: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """Whether a question is answered: nothing asked for may be missing, and the collection must speak of such things.

    Who names a document of the collection is not off topic, however little else the question says.

    The weights tell off-topic questions, and those only: an unanswered question inside the domain shares the
    collection's words and sense as an answered one does. Fitted on both, the model loses what tells off-topic ones
    (area under the curve .91 instead of .99) and still finds none of the others.

    Attributes:
        bias: shifted so that the threshold lies at one half.
        weights: by the name of the sign.
    """

    bias: float
    weights: tuple[tuple[str, float], ...]
    threshold: float = 0.5

    def probability(self, signs: Signs) -> float:
        """How likely the evidence answers the question, 0 to 1."""
        if signs.unfilled or signs.missing:
            return 0.0
        if signs.named:
            return 1.0
        total = self.bias + sum(weight * getattr(signs, name) for name, weight in self.weights)
        return 1.0 / (1.0 + math.exp(-total))


def read_signs(query: Query, matches: Sequence[Match], evidence: Sequence[Evidence], reader: Reader) -> Signs:
    """Measure the signs on the best matches and sentences."""
    rarity = Rarity(query, reader)
    contexts = [_with_context(match) for match in matches[:LOOKED_AT]]
    return Signs(
        passage_cosine=max((match.dense or 0.0 for match in matches[:LOOKED_AT]), default=0.0),
        pair_coverage=rarity.pair_coverage(" ".join(contexts)),
        english=float(query.language == "en"),
        named=bool(query.documents),
        unfilled=_unfilled(query, matches, evidence[:SENTENCES_READ], reader),
        missing=said_missing(query, matches, evidence, reader),
    )


def _unfilled(query: Query, matches: Sequence[Match], evidence: Sequence[Evidence], reader: Reader) -> bool:
    slots = slots_of(query.meaning, english=query.language == "en")
    if not slots:
        return False
    subject = Subject.of(query, matches, reader)
    return not any(fills(slot, one.told) and subject.is_of(one) for slot in slots for one in evidence)


def _with_context(match: Match) -> str:
    return f"{match.document.title} {' '.join(match.passage.headings)} {match.passage.text}"

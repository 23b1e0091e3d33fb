"""Decides whether the evidence answers the question, from what is asked for and what the passages supply.

The similarity score alone does not tell answerable questions from unanswerable ones inside the domain (area under the
curve .44 to .49: design, section 5), so a small logistic model over several signs decides. Its weights are data,
fitted by `bench/fit_declining.py` on development questions only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from assistant.answering.evidence import Evidence, Rarity
from assistant.answering.slots import Slot, fills, slots_of
from assistant.datatypes import Match, Query
from assistant.language.folding import fold
from assistant.retrieval.ports import Reader

LOOKED_AT = 5
SENTENCES_READ = 15


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against an answer; every sign lies between 0 and 1.

    Attributes:
        passage_cosine: nearness in meaning of the best passage.
        sentence_cosine: nearness in meaning of the best sentence.
        sentence_coverage: weighted share of the question's words in the best sentences taken together.
        best_coverage: the same in the best single sentence.
        passage_coverage: the same in the best single passage with its title and headings.
        pair_coverage: weighted share of the question's syllable pairs in the best passages.
        unknown: weighted share of the question's words that the collection never uses.
        typed: whether the question wants a count, share, sum, date or name filled in.
        unfilled: how little a sentence with such a filler covers of a typed question's words; 0 for others.
        names: share of the places and bodies named in the question that the best passages name.
        numbers: share of the numbers stated in the question that the best passages hold.
        agreement: whether the nearest in meaning and the nearest in words are the same passage.
    """

    passage_cosine: float
    sentence_cosine: float
    sentence_coverage: float
    best_coverage: float
    passage_coverage: float
    pair_coverage: float
    unknown: float
    typed: float
    unfilled: float
    names: float
    numbers: float
    agreement: float


@dataclass(frozen=True, slots=True)
class Stage:
    """One logistic model over the signs, its bias shifted so that half is the line between yes and no."""

    bias: float
    weights: tuple[tuple[str, float], ...]

    def probability(self, signs: Signs) -> float:
        """How likely the stage's question is answered with yes, 0 to 1."""
        values = asdict(signs)
        total = self.bias + sum(weight * values[name] for name, weight in self.weights)
        return 1.0 / (1.0 + math.exp(-total))


@dataclass(frozen=True, slots=True)
class Judge:
    """Two questions, asked apart because the same signs speak for one and against the other.

    An unanswered question inside the domain shares the collection's words as an answered one does. In one model such
    questions take the weight off the very signs that tell off-topic ones: area under the curve .91, apart .99.

    Attributes:
        on_topic: whether the collection speaks of such things at all.
        supplied: whether what is asked for stands in the evidence.
    """

    on_topic: Stage
    supplied: Stage
    threshold: float = 0.5

    def probability(self, signs: Signs) -> float:
        """The weaker of the two probabilities."""
        return min(self.on_topic.probability(signs), self.supplied.probability(signs))


def read_signs(query: Query, matches: Sequence[Match], evidence: Sequence[Evidence], reader: Reader) -> Signs:
    """Measure the signs on the best matches and sentences."""
    rarity = Rarity(query, reader)
    top, sentences = matches[:LOOKED_AT], evidence[:LOOKED_AT]
    contexts = [_with_context(match) for match in top]
    together = " ".join(contexts)
    slots = slots_of(query.meaning)
    return Signs(
        passage_cosine=max((match.dense or 0.0 for match in top), default=0.0),
        sentence_cosine=max((one.cosine for one in evidence), default=0.0),
        sentence_coverage=rarity.coverage(" ".join(one.text for one in sentences)),
        best_coverage=max((one.coverage for one in sentences), default=0.0),
        passage_coverage=max((rarity.coverage(text) for text in contexts), default=0.0),
        pair_coverage=rarity.pair_coverage(together),
        unknown=rarity.unknown(reader),
        typed=float(bool(slots)),
        unfilled=_unfilled(slots, evidence[:SENTENCES_READ], rarity),
        names=_share(query.names, together),
        numbers=_share(_numbers(query.meaning), together),
        agreement=_agreement(matches),
    )


def _unfilled(slots: Sequence[Slot], evidence: Sequence[Evidence], rarity: Rarity) -> float:
    """One minus the best coverage of a sentence that fills the slot, averaged over the slots."""
    if not slots:
        return 0.0
    covered = [
        max((_coverage(one, rarity) for one in evidence if fills(slot, one.text)), default=0.0) for slot in slots
    ]
    return 1.0 - sum(covered) / len(covered)


def _coverage(one: Evidence, rarity: Rarity) -> float:
    return rarity.coverage(f"{one.document.title} {' '.join(one.passage.headings)} {one.text}")


def _with_context(match: Match) -> str:
    return f"{match.document.title} {' '.join(match.passage.headings)} {match.passage.text}"


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split() if any(letter.isdigit() for letter in word))


def _share(wanted: Sequence[str], text: str) -> float:
    folded = fold(text)
    return sum(fold(one).strip("?.,;:()") in folded for one in wanted) / len(wanted) if wanted else 1.0


def _agreement(matches: Sequence[Match]) -> float:
    if not matches:
        return 0.0
    dense = max(matches, key=lambda match: match.dense or 0.0)
    lexical = max(matches, key=lambda match: match.lexical or 0.0)
    return float(dense.passage.id == lexical.passage.id)

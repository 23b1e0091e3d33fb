"""The second look for the answer: sentences of the best passages, each with how well it fits the question."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.datatypes import Document, Match, Passage, Query, SentenceScore
from assistant.language.folding import pairs, syllables
from assistant.retrieval.fusion import min_max
from assistant.retrieval.ports import Reader
from assistant.retrieval.search import sense_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that may answer. Scores: `score` orders; `cosine` and `coverage` lie between 0 and 1.

    `coverage` is the share of the question's content, weighted by rarity, whose words stand in the sentence.
    """

    passage: Passage
    document: Document
    start: int
    end: int
    text: str
    score: float
    cosine: float
    coverage: float


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """How passage score, meaning and words add up for one sentence; measured with `make eval`."""

    passage: float = 1.0
    cosine: float = 1.0
    coverage: float = 0.5


def gather_evidence(
    query: Query, matches: Sequence[Match], reader: Reader, weights: EvidenceWeights | None = None
) -> list[Evidence]:
    """The sentences of the matches, best first."""
    chosen = weights or EvidenceWeights()
    rarity = Rarity(query, reader)
    sentences = reader.sentence_scores(sense_of(query), [match.passage.id for match in matches])
    passage_scores = min_max({match.passage.id: match.score for match in matches})
    cosines = min_max({f"{key}:{one.start}": one.cosine for key, listed in sentences.items() for one in listed})
    found = []
    for match in matches:
        context = rarity.coverage(f"{match.document.title} {' '.join(match.passage.headings)}")
        for one in sentences.get(match.passage.id, ()):
            text = _text_of(match.passage, one)
            coverage = rarity.coverage(text)
            score = (
                chosen.passage * passage_scores[match.passage.id]
                + chosen.cosine * cosines[f"{match.passage.id}:{one.start}"]
                + chosen.coverage * min(1.0, coverage + 0.2 * context)
            )
            found.append(Evidence(match.passage, match.document, one.start, one.end, text, score, one.cosine, coverage))
    return sorted(found, key=lambda one: (-one.score, one.document.id, one.start))


def _text_of(passage: Passage, sentence: SentenceScore) -> str:
    return passage.text[sentence.start - passage.start : sentence.end - passage.start]


class Rarity:
    """Weighs a question's syllables and pairs by how rare they are in the collection (BM25's idf)."""

    def __init__(self, query: Query, reader: Reader) -> None:
        count = max(1, reader.passage_count())
        terms = [*query.terms, *pairs(list(query.terms))]
        self._weights = {term: _idf(reader.document_frequency(term), count) for term in terms}
        self._total = sum(self._weights[term] for term in query.terms) or 1.0
        self._singles = frozenset(query.terms)

    def coverage(self, text: str) -> float:
        """Share of the question's weight whose syllables stand in the text, 0 to 1."""
        present = set(syllables(text))
        return sum(self._weights[term] for term in self._singles if term in present) / self._total

    def pair_coverage(self, text: str) -> float:
        """Share of the question's pairs, weighted, that stand in the text side by side."""
        wanted = {term: weight for term, weight in self._weights.items() if term not in self._singles}
        present = set(pairs(syllables(text)))
        total = sum(wanted.values())
        return sum(weight for term, weight in wanted.items() if term in present) / total if total else 0.0

    def unknown(self, reader: Reader) -> float:
        """Share of the question's weight in syllables that the collection never uses."""
        return sum(self._weights[term] for term in self._singles if not reader.document_frequency(term)) / self._total


def _idf(frequency: int, count: int) -> float:
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

"""The second look for the answer: sentences of the best passages, each with how well it fits the question."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.table_rows import told
from assistant.answering.titles import is_title
from assistant.datatypes import Document, Match, Passage, Query, SentenceScore
from assistant.language.folding import pairs, syllables
from assistant.marks import quotable_end
from assistant.retrieval.content_words import content_syllables
from assistant.retrieval.fusion import min_max
from assistant.retrieval.ports import Reader
from assistant.retrieval.scope import congress_terms
from assistant.retrieval.search import focus_of

_LIST_SIGN = re.compile(r"\s*(?:[-–—•*+]\s+)+")


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

    @property
    def told(self) -> str:
        """What it says; the row of a table with the titles of its columns."""
        return told(self.passage, self.start, self.end)


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """How passage score, meaning and words add up for one sentence; measured with `make eval`.

    `another_document` is the factor for sentences of documents other than those that the question names,
    `another_term` for those that speak of another term's congress than it asks about.
    """

    passage: float = 1.0
    cosine: float = 1.0
    coverage: float = 0.5
    another_document: float = 0.55
    another_term: float = 0.8


def gather_evidence(
    query: Query, matches: Sequence[Match], reader: Reader, weights: EvidenceWeights | None = None
) -> list[Evidence]:
    """The sentences of the matches, best first."""
    chosen = weights or EvidenceWeights()
    rarity = Rarity(query, reader)
    sentences = reader.sentence_scores(focus_of(query), [match.passage.id for match in matches])
    passage_scores = min_max({match.passage.id: match.score for match in matches})
    cosines = min_max({f"{key}:{one.start}": one.cosine for key, listed in sentences.items() for one in listed})
    found = []
    for match in matches:
        context = rarity.coverage(f"{match.document.title} {' '.join(match.passage.headings)}")
        for one in sentences.get(match.passage.id, ()):
            start, end = quotable_span(match.passage, one)
            text = match.passage.text[start - match.passage.start : end - match.passage.start]
            if not text or is_title(match.passage, start, end):
                continue
            coverage = rarity.coverage(told(match.passage, start, end))
            score = (
                chosen.passage * passage_scores[match.passage.id]
                + chosen.cosine * cosines[f"{match.passage.id}:{one.start}"]
                + chosen.coverage * min(1.0, coverage + 0.2 * context)
            )
            if not _is_asked_of(match.document, query):
                score *= chosen.another_document
            elif _is_of_another_term(text, match.document, query):
                score *= chosen.another_term
            found.append(Evidence(match.passage, match.document, start, end, text, score, one.cosine, coverage))
    return sorted(found, key=lambda one: (-one.score, one.document.id, one.start))


def _is_asked_of(document: Document, query: Query) -> bool:
    return not query.documents or query.asks == "compare" or document.id in query.documents


def _is_of_another_term(text: str, document: Document, query: Query) -> bool:
    """Whether a sentence names only other terms than the question, or its document serves only others."""
    if not query.congress or query.asks == "compare" or document.id in query.documents:
        return False
    terms = congress_terms(text) or document.congress
    return bool(terms) and not set(terms) & set(query.congress)


def quotable_span(passage: Passage, sentence: SentenceScore) -> tuple[int, int]:
    """Offsets of a sentence in the document without the list sign before it and the source marks behind it."""
    text = passage.text[sentence.start - passage.start : sentence.end - passage.start]
    begin = sign.end() if (sign := _LIST_SIGN.match(text)) else 0
    end = quotable_end(text, begin, len(text))
    return sentence.start + begin, sentence.start + end


class Rarity:
    """Weighs a question's syllables and pairs by how rare they are in the collection (BM25's idf)."""

    def __init__(self, query: Query, reader: Reader) -> None:
        count = max(1, reader.passage_count())
        singles = _focus_terms(query)
        terms = [*singles, *pairs(list(singles))]
        self._weights = {term: _idf(reader.document_frequency(term), count) for term in terms}
        self._total = sum(self._weights[term] for term in set(singles)) or 1.0
        self._singles = frozenset(singles)

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


def _focus_terms(query: Query) -> tuple[str, ...]:
    """The terms of what is asked, those of the documents named left out where anything else remains."""
    if query.language == "en" or not query.focus:
        return query.terms
    return content_syllables(focus_of(query))


def _idf(frequency: int, count: int) -> float:
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

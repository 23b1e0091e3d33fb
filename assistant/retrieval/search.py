"""Hybrid search: dense and lexical scores fused, then a second look at the best candidates sentence by sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.datatypes import DIGEST, Document, Match, Query, SentenceScore
from assistant.retrieval.arranging import share_out, with_footnotes
from assistant.retrieval.fusion import distinct, min_max, weighted_sum
from assistant.retrieval.ports import Reader
from assistant.retrieval.steering import steer


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts in the fused score; measured with `make eval`."""

    dense: float = 0.5
    lexical: float = 0.5
    sentence: float = 0.8
    phrase: float = 2.0


CANDIDATES = 100
CANDIDATES_TO_SIFT = 400
SECOND_LOOK = 40
MOST_OF_ONE_DOCUMENT = 4


class Retriever:
    """Finds the passages for an understood question.

    Args:
        reader: the index.
        weights: how the signals are mixed.
    """

    def __init__(self, reader: Reader, weights: Weights | None = None) -> None:
        self._reader = reader
        self._weights = weights or Weights()

    def search(self, query: Query, k: int = 10, within: Collection[str] = ()) -> tuple[Match, ...]:
        """The `k` best passages, best first, near-duplicates dropped; empty where nothing shares a word or sense.

        Args:
            query: the question as understood.
            k: how many passages to give at most.
            within: ids of the documents to search, empty for all. More candidates are fetched and then sifted, since a
                filter inside Chroma over half of the documents is ten times slower (design, section 2).
        """
        candidates = CANDIDATES_TO_SIFT if within else CANDIDATES
        sense = sense_of(query)
        dense = self._reader.search_dense(sense, candidates) if sense else []
        lexical = self._reader.search_lexical(query.terms, candidates) if query.terms else []
        phrases = [passage for text in query.quoted for passage in self._reader.search_phrase(text, 10)]
        found = {passage.id: passage for passage, _ in (*dense, *lexical)} | {one.id: one for one in phrases}
        cosines = {passage.id: score for passage, score in dense}
        bm25 = {passage.id: score for passage, score in lexical}
        fused = weighted_sum(
            (
                (self._weights.dense, min_max(cosines)),
                (self._weights.lexical, min_max(bm25)),
                (self._weights.phrase, {passage.id: 1.0 for passage in phrases}),
            )
        )
        documents = _current_documents(self._reader.documents())
        matches = [
            Match(passage, documents[passage.document_id], fused[key], cosines.get(key), bm25.get(key))
            for key, passage in found.items()
            if passage.document_id in documents and (not within or passage.document_id in within)
        ]
        ranked = self._second_look(query, _ranked(steer(query, matches)))
        return self._arranged(query, _without_repeats(ranked, 2 * k))[:k]

    def _arranged(self, query: Query, matches: Sequence[Match]) -> tuple[Match, ...]:
        """Footnotes behind the passages that point to them; a comparison's documents side by side."""
        noted = with_footnotes(matches, self._reader.passages)
        return share_out(noted, MOST_OF_ONE_DOCUMENT) if query.asks == "compare" else noted

    def _second_look(self, query: Query, matches: Sequence[Match]) -> list[Match]:
        head, tail = list(matches[:SECOND_LOOK]), list(matches[SECOND_LOOK:])
        if not head or not self._weights.sentence:
            return [*head, *tail]
        scores = self._reader.sentence_scores(focus_of(query), [match.passage.id for match in head])
        best = min_max({key: _best(sentences) for key, sentences in scores.items() if sentences})
        weight = self._weights.sentence
        looked = [replace(match, score=match.score + weight * best.get(match.passage.id, 0.0)) for match in head]
        return [*_ranked(looked), *tail]


def sense_of(query: Query) -> str:
    """What the dense search compares: the question, after what it is a follow-up to."""
    return f"{query.topic} {query.meaning}".strip()


def focus_of(query: Query) -> str:
    """What single sentences are compared with: the question without the documents it names, after its topic."""
    return f"{query.topic} {query.focus or query.meaning}".strip()


def _best(sentences: Sequence[SentenceScore]) -> float:
    return max(sentence.cosine for sentence in sentences)


def _ranked(matches: Sequence[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.score, match.passage.document_id, match.passage.order))


def _without_repeats(matches: Sequence[Match], k: int) -> tuple[Match, ...]:
    head = matches[: 2 * k]
    return tuple(head[position] for position in distinct([match.passage.text for match in head]))[:k]


def _current_documents(documents: Sequence[Document]) -> Mapping[str, Document]:
    """All documents but the digests whose original is in the collection: same number, same date."""
    originals = {(one.number, one.issued) for one in documents if one.provenance != DIGEST and one.number}
    return {one.id: one for one in documents if one.provenance != DIGEST or (one.number, one.issued) not in originals}

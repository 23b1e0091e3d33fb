"""What the retrieval needs of the index, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.datatypes import Document, Passage, SentenceScore


class Reader(Protocol):
    """The index as the searching side sees it; all answers of one call belong to one generation."""

    def generation(self) -> int:
        """A number that grows with every change of the index."""

    def documents(self) -> tuple[Document, ...]:
        """All documents."""

    def text(self, document_id: str) -> str:
        """The stored text of one document."""

    def beginnings(self, most: int) -> Mapping[str, str]:
        """The first `most` characters of the stored text of every document, by its id."""

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of one document in reading order."""

    def search_dense(self, text: str, k: int) -> list[tuple[Passage, float]]:
        """Passages nearest in meaning with their cosine, best first."""

    def search_lexical(self, terms: Sequence[str], k: int) -> list[tuple[Passage, float]]:
        """Passages that share folded syllables with the question, with their BM25 score, best first."""

    def search_phrase(self, text: str, k: int) -> list[Passage]:
        """Passages in which the words stand in this order, accents and punctuation aside."""

    def sentence_scores(self, text: str, passage_ids: Sequence[str]) -> Mapping[str, tuple[SentenceScore, ...]]:
        """The sentences of these passages, compared with the question by their stored vectors."""

    def document_frequency(self, term: str) -> int:
        """In how many passages a folded syllable or pair stands."""

    def passage_count(self) -> int:
        """How many passages there are."""

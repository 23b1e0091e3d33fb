"""Real documents multiplied with variation, for measuring a collection larger than anybody has at hand.

Each copy keeps some stretches of the real text and exchanges the others for syllables walked through the counts of
legal texts, one step in four at random: common words stay as common as they are in such documents, rare pairs become
rarer with every copy, and new ones keep coming (Zipf's law), so that BM25 has as much to walk through as in a real
collection. Numbers, titles and dates are drawn anew. The real documents stand among the copies unchanged. A vector of
a copy is the vector of the real passage or sentence with noise added, not the model's own.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from assistant.datatypes import ORIGINAL, Document, Passage
from assistant.index.embedding_texts import embedded_sentences, embedded_text
from assistant.language.syllable_counts import load_counts
from ingest.loading import SUFFIXES
from ingest.parsing import read_document

_WORD = re.compile(r"[^\W\d_]+|\d+")
_STRETCH = 5
_SHARE_EXCHANGED = 0.5
_SHARE_AT_RANDOM = 0.25
_NOISE = 0.35


@dataclass(frozen=True)
class Stored:
    """A document ready to be written."""

    document: Document
    text: str
    passages: tuple[Passage, ...]


def real_documents(folders: Sequence[Path]) -> list[Stored]:
    """The documents of some folders, as the ingest reads them."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    parsed = [read_document(path, path.parent) for path in files]
    return [Stored(one.document, one.text, one.passages) for one in parsed]


class Variation:
    """Draws copies of texts that nobody wrote and that count like those that somebody did."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        counts = load_counts()
        self._words = list(counts.singles)
        self._weights = list(accumulate(counts.singles.values()))
        followers: dict[str, tuple[list[str], list[int]]] = {}
        for pair, count in counts.pairs.items():
            first, _, second = pair.partition(" ")
            words, weights = followers.setdefault(first, ([], []))
            words.append(second)
            weights.append(count)
        self._followers = {first: (words, list(accumulate(weights))) for first, (words, weights) in followers.items()}

    def copy(self, real: Stored, number: int) -> Stored:
        """Another document like a real one."""
        draw = self._random
        identity = f"{real.document.id}-{number}"
        document = replace(
            real.document,
            id=identity,
            path=f"{identity}.txt",
            title=self.text(real.document.title),
            number=re.sub(r"^\d+", str(draw.randint(1, 999)), real.document.number),
            issued=date.fromordinal(draw.randint(date(1990, 1, 1).toordinal(), date(2026, 1, 1).toordinal())),
            provenance=ORIGINAL,
            relations=(),
            sources=(),
        )
        passages: list[Passage] = []
        start = 0
        for one in real.passages:
            text, headings = self.text(one.text), tuple(map(self.text, one.headings))
            place = {"id": f"{identity}-{one.order}", "document_id": identity, "start": start, "end": start + len(text)}
            passages.append(replace(one, text=text, headings=headings, **place))
            start += len(text) + 1
        return Stored(document, "\n".join(one.text for one in passages), tuple(passages))

    def text(self, text: str) -> str:
        """The text with about half of its stretches exchanged; punctuation and capitals stay."""
        draw = self._random
        exchanging, left, before = False, 0, ""
        parts: list[str] = []
        place = 0
        for word in _WORD.finditer(text):
            if not left:
                exchanging, left = draw.random() < _SHARE_EXCHANGED, 1 + int(draw.expovariate(1 / _STRETCH))
            left -= 1
            fresh = self._instead_of(word[0], before) if exchanging else word[0]
            parts += [text[place : word.start()], fresh]
            place, before = word.end(), fresh.lower()
        return "".join([*parts, text[place:]])

    def _instead_of(self, word: str, before: str) -> str:
        draw = self._random
        if word.isdecimal():
            return str(draw.randint(10 ** (len(word) - 1), 10 ** len(word) - 1))
        known = self._followers.get(before)
        if known is None or draw.random() < _SHARE_AT_RANDOM:
            known = (self._words, self._weights)
        fresh = draw.choices(known[0], cum_weights=known[1])[0]
        return fresh.capitalize() if word[0].isupper() else fresh


class DrawnEmbeddings(Embeddings):
    """Vectors near those that the model gives the real texts.

    Attributes:
        seconds: of the processor that the drawing took, to be left out of what the writing took.
    """

    def __init__(self, model: Embeddings, real: Sequence[Stored]) -> None:
        self.fingerprint = model.fingerprint
        self.seconds = 0.0
        self._random = np.random.default_rng(1)
        texts = list(dict.fromkeys(text for one in real for passage in one.passages for text in _texts(one, passage)))
        self._row_of = {text: row for row, text in enumerate(texts)}
        self._real = np.array(model.embed_documents(texts), dtype=np.float32)
        self._drawn: dict[str, int] = {}

    def expect(self, copy: Stored, real: Stored) -> None:
        """Note which real texts stand behind those of a copy."""
        for fresh, old in zip(copy.passages, real.passages, strict=True):
            behind = [self._row_of[text] for text in _texts(real, old)]
            for position, text in enumerate(_texts(copy, fresh)):
                self._drawn[text] = behind[min(position, len(behind) - 1)]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The model's vectors of real texts, drawn ones of the others."""
        started = time.process_time()
        rows = np.array([self._row_of.get(text, self._drawn.get(text)) for text in texts])
        vectors = self._real[rows].copy()
        drawn = np.array([text not in self._row_of for text in texts])
        noise = self._random.standard_normal((int(drawn.sum()), vectors.shape[1]), dtype=np.float32)
        vectors[drawn] += noise * (_NOISE / np.sqrt(vectors.shape[1]))
        self.seconds += time.process_time() - started
        return vectors  # rows of an array serve as the lists that the interface asks for

    def embed_query(self, text: str) -> list[float]:
        """Never called: questions go to the model."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of the texts that were expected."""
        self._drawn.clear()


def copies(real: Sequence[Stored], variation: Variation, embeddings: DrawnEmbeddings) -> Iterator[Stored]:
    """The real documents, then copies of them without end."""
    yield from real
    number = 1
    while True:
        for one in real:
            copy = variation.copy(one, number)
            embeddings.expect(copy, one)
            yield copy
        number += 1


def _texts(one: Stored, passage: Passage) -> list[str]:
    return [embedded_text(one.document, passage), *(text for _, _, text in embedded_sentences(passage))]

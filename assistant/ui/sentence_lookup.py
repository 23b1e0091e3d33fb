"""Which document has this sentence: word for word, nearly, or the nearest with the differences marked; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

from assistant.datatypes import Document, Passage
from assistant.language.folding import compose, fold
from assistant.rendering.excerpts import readable

Likeness = Literal["exact", "same words", "near"]
LEAST_LIKENESS = 60.0
MOST_NEAR = 5

_WORD = re.compile(r"\S+")
_QUOTES = "\"'“”‘’«»„ \t\n"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that both have (`kind` same), that only the document has (added), or only the question (missing)."""

    kind: Literal["same", "added", "missing"]
    text: str


@dataclass(frozen=True, slots=True)
class Located:
    """Where the sentence, or what comes nearest, stands: `text[start:end]` of the document's stored text."""

    document: Document
    likeness: Likeness
    start: int
    end: int
    share: float
    differences: tuple[Difference, ...] = ()


def pasted(text: str) -> str:
    """A pasted sentence in composed Unicode without the quotation marks around it."""
    return " ".join(compose(text).split()).strip(_QUOTES)


def locate(sentence: str, document: Document, text: str) -> Located | None:
    """Find the sentence in a document's text: word for word, else with accents, case and marks aside.

    Of a sentence typed without any accents no differences are told: they would be every word.
    """
    exact = re.search(_spaced(sentence), text) if sentence else None
    if exact:
        return Located(document, "exact", exact.start(), exact.end(), 1.0)
    words = re.findall(r"\w+", fold(sentence))
    same = re.search(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", fold(text)) if words else None
    if same is None:
        return None
    found = text[same.start() : same.end()]
    told = () if fold(sentence) == sentence.lower() else differences(sentence, found)
    return Located(document, "same words", same.start(), same.end(), 1.0, told)


def nearest(sentence: str, passages: Iterable[tuple[Passage, Document]]) -> tuple[Located, ...]:
    """The stretches of passages that come nearest to the sentence, best first; nothing where all are too far."""
    found = [_near(sentence, passage, document) for passage, document in passages]
    close = sorted((one for one in found if one), key=lambda one: -one.share)
    return tuple(close[:MOST_NEAR])


def differences(asked: str, found: str) -> tuple[Difference, ...]:
    """What the document has instead, word by word, capitals aside; what is not missing gives `found` again."""
    one, other = _WORD.findall(asked), _WORD.findall(found)
    pieces: list[Difference] = []
    plain = [word.lower() for word in one], [word.lower() for word in other]
    for tag, a, b, c, d in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Difference("same", " ".join(other[c:d])))
            continue
        if a < b:
            pieces.append(Difference("missing", " ".join(one[a:b])))
        if c < d:
            pieces.append(Difference("added", " ".join(other[c:d])))
    return tuple(pieces)


def _spaced(sentence: str) -> str:
    return r"(?<!\w)" + r"\s+".join(map(re.escape, sentence.split())) + r"(?!\w)"


def _near(sentence: str, passage: Passage, document: Document) -> Located | None:
    alignment = fuzz.partial_ratio_alignment(fold(sentence), fold(passage.text), score_cutoff=LEAST_LIKENESS)
    if alignment is None or len(fold(sentence)) > 2 * len(passage.text):
        return None
    start, end = _whole_words(passage.text, alignment.dest_start, alignment.dest_end)
    pieces = differences(sentence, readable(passage.text[start:end]))
    share = fuzz.ratio(fold(sentence), fold(passage.text[start:end])) / 100
    return Located(document, "near", passage.start + start, passage.start + end, share, pieces)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while 0 < start < len(text) and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def best_of(located: Sequence[Located | None]) -> tuple[Located, ...]:
    """What was located, word for word first."""
    order = ("exact", "same words", "near")
    return tuple(sorted((one for one in located if one), key=lambda one: (order.index(one.likeness), -one.share)))

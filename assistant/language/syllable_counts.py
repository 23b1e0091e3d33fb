"""How often syllables and pairs of syllables occur: in legal texts, in phrases of the domain, in the documents held."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from assistant.language.folding import compose
from assistant.language.syllable_shape import read_syllable

PHRASE_WEIGHT = 150  # one phrase of the domain speaks for as many occurrences in legal texts
TEXT_WEIGHT = 60  # one occurrence in the documents held

_DATA = files("assistant.language").joinpath("data")
_DOMAIN_PHRASES = "domain-phrases.txt"
_PHRASE_FILES = (_DOMAIN_PHRASES, "places.txt")
_STRETCH = re.compile(r"[^.,;:!?…()\[\]\"“”\n]+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class SyllableCounts:
    """Counts of syllables and of pairs ("đại hội"), in small letters, composed, tone marks in their usual place."""

    singles: Mapping[str, int]
    pairs: Mapping[str, int]


def load_counts(extra_texts: Iterable[str] = (), *, text_weight: int = TEXT_WEIGHT) -> SyllableCounts:
    """Read the counts that come with the package and add those of the given texts."""
    singles, pairs = _read_legal_counts()
    for name in _PHRASE_FILES:
        _add(_phrases(name), PHRASE_WEIGHT, singles, pairs)
    for text in extra_texts:
        _add(text, text_weight, singles, pairs)
    return SyllableCounts(singles, pairs)


def domain_pairs() -> frozenset[str]:
    """Return the pairs of syllables in phrases of the domain ("đảng bộ")."""
    pairs: Counter[str] = Counter()
    _add(_phrases(_DOMAIN_PHRASES), 1, Counter(), pairs)
    return frozenset(pairs)


def _phrases(name: str) -> str:
    lines = _DATA.joinpath(name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _read_legal_counts() -> tuple[Counter[str], Counter[str]]:
    """Read the counts of legal texts, leaving out what is no syllable (abbreviations, broken encodings)."""
    singles: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    packed = _DATA.joinpath("vi-syllable-counts.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        words, _, count = line.partition("\t")
        first, _, second = words.partition(" ")
        first = usual_spelling(first)
        if not second and read_syllable(first):
            singles[first] += int(count)
        elif first in singles:
            pairs[f"{first} {usual_spelling(second)}"] += int(count)
    return singles, pairs


@cache
def usual_spelling(word: str) -> str:
    """Return a small-letter word with its tone mark where most texts have it ("uỷ" is "ủy")."""
    syllable = read_syllable(word)
    return str(syllable) if syllable else word


def _add(text: str, weight: int, singles: Counter[str], pairs: Counter[str]) -> None:
    for stretch in _STRETCH.findall(compose(text).lower()):
        words = [usual_spelling(word) for word in _WORD.findall(stretch)]
        for word in words:
            singles[word] += weight
        for first, second in pairwise(words):
            pairs[f"{first} {second}"] += weight

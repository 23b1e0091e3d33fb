"""The words of a text told apart: Vietnamese with its marks, perhaps Vietnamese without, foreign, broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from assistant.language.syllable_shape import is_bare_syllable, read_syllable

Sort = Literal["marked", "bare", "foreign", "strange"]

_LONGEST = 2_000_000  # characters looked at; of a longer text, stretches from its beginning to its end
_STRETCHES = 40
_UNREADABLE = "\ufffd\ue000-\uf8ff"
_BETWEEN = "¨©¬®¶·¸¹¼½¾¡£¤¥¦§°±²³´?\u25a1\x80-\x9f"  # signs of another font or encoding, inside a word only
_TOKEN = re.compile(rf"[^\W\d_{_UNREADABLE}{_BETWEEN}][^\W\d_]*(?:[{_UNREADABLE}{_BETWEEN}]+[^\W\d_]+)*")
_WHOLE = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[\u00aa\u00b5\u00ba\u00c0-\u024f]")
_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýăđĩũơư")
_TORN_RUN = 8  # words without a mark in a row: in healthy text one in three words bears none
_BLANKS = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters; `follows` says that only blanks part it from the word before."""

    text: str
    follows: bool


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words of each sort a text has; `torn` are bare ones that stand in long rows of their like."""

    words: int = 0
    marked: int = 0
    bare: int = 0
    strange: int = 0
    torn: int = 0

    @property
    def vietnamese(self) -> float:
        """The share of words that may be Vietnamese."""
        return (self.marked + self.bare) / self.words if self.words else 0.0

    @property
    def marked_share(self) -> float:
        """The share of words with marks among those that may be Vietnamese."""
        return self.marked / (self.marked + self.bare) if self.marked + self.bare else 0.0


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text, or of a part of it where it is very long."""
    words: list[Word] = []
    place = 0
    sample = _sample(text).lower()
    for found in _TOKEN.finditer(sample):
        words.append(Word(found[0], bool(_BLANKS.fullmatch(sample, place, found.start()))))
        place = found.end()
    return tuple(words)


def count_words(words: Sequence[Word]) -> WordCounts:
    """Tell the words of a text apart."""
    sorts = [sort_of(word.text) for word in words]
    counted = Counter(sorts)
    rows = ((sort, sum(1 for _ in row)) for sort, row in groupby(sorts))
    torn = sum(length for sort, length in rows if sort == "bare" and length >= _TORN_RUN)
    return WordCounts(len(words), counted["marked"], counted["bare"], counted["strange"], torn)


@lru_cache(maxsize=1 << 16)
def sort_of(word: str) -> Sort:
    """Tell the sort of a word in small letters."""
    if word.isascii() and word.isalpha():
        return "bare" if is_bare_syllable(word) else "foreign"
    if not _WHOLE.fullmatch(word) or any(sign not in _VIETNAMESE for sign in _LATIN.findall(word)):
        return "strange"
    return "marked" if read_syllable(word) else "foreign"


def _sample(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    size, step = _LONGEST // _STRETCHES, len(text) // _STRETCHES
    return "\n".join(text[start : start + size] for start in range(0, step * _STRETCHES, step))

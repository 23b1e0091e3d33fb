"""Telling English from Vietnamese by the words themselves."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.language.folding import compose
from assistant.language.syllable_shape import is_bare_syllable

_SHORTEST_UNLISTED = 5
_WORD = re.compile(r"[^\W\d_]+")


@cache
def load_english_words() -> frozenset[str]:
    """Read the frequent English words that come with the package."""
    lines = files("assistant.language").joinpath("data/english-words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_english(text: str, also: frozenset[str] = frozenset()) -> bool:
    """Tell whether a text is English: more words that can only be foreign than words that can only be Vietnamese.

    Args:
        text: what was typed.
        also: further English words, such as those of a glossary.
    """
    english = load_english_words() | also
    words = [match[0] for match in _WORD.finditer(compose(text))]
    told = [word.lower() for place, word in enumerate(words) if not _is_name_or_abbreviation(word, is_first=place == 0)]
    foreign = sum(word.isascii() and not is_bare_syllable(word) and _is_word(word, english) for word in told)
    vietnamese = sum(not word.isascii() or (is_bare_syllable(word) and word not in english) for word in told)
    return foreign > vietnamese


def _is_name_or_abbreviation(word: str, *, is_first: bool) -> bool:
    if len(word) > 1 and word.isupper():
        return True
    return word[0].isupper() and not is_first and word.isascii() and is_bare_syllable(word.lower())


def _is_word(word: str, english: frozenset[str]) -> bool:
    """Tell a word from letters thrown together: it is in the list, or long enough to be one."""
    return word in english or len(word) >= _SHORTEST_UNLISTED

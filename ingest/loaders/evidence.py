"""How well a text reads as Vietnamese, by which the right one of several ways to read it is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from assistant.language.syllable_counts import load_counts, usual_spelling

_WORD = re.compile(r"[^\s!-@\[-`{-~\u2010-\u206f]+")  # signs that stand for letters in old encodings are kept
_LEAST_COUNT = 20  # occurrences in the counts: what occurs less is often a slip itself


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many words have letters beyond ASCII, and how many of these are syllables that Vietnamese texts have."""

    telling: int
    known: int

    @property
    def share(self) -> float:
        """The known part of the telling words, 0 to 1; 0 without any."""
        return self.known / self.telling if self.telling else 0.0


def words(text: str) -> list[str]:
    """Return the words of a text together with the signs glued to them."""
    return _WORD.findall(text)


def weigh(text: str) -> Evidence:
    """Count the words that tell the encoding."""
    counted = Counter(word for word in words(text) if not word.isascii())
    return Evidence(counted.total(), sum(times for word, times in counted.items() if is_known(word)))


def is_known(word: str) -> bool:
    """Whether a word, composed, in any case, is a syllable that Vietnamese texts have."""
    return _singles().get(usual_spelling(word.lower()), 0) >= _LEAST_COUNT


@cache
def _singles() -> dict[str, int]:
    return dict(load_counts().singles)

"""How likely one syllable follows another, for choosing between readings of what was typed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from assistant.language.folding import fold
from assistant.language.syllable_counts import SyllableCounts

_SMOOTHING = 3.0  # weight of a syllable on its own against its pairs, per kind of successor
_UNSEEN = 0.1  # how often a syllable counts as seen that never was


class SyllableModel:
    """Chances of pairs of syllables (Witten-Bell smoothing).

    A syllable on its own counts half by how often it occurs and half by how many different syllables it follows, so
    that a frequent word of few surroundings does not crowd out the others.
    """

    def __init__(self, counts: SyllableCounts) -> None:
        self.counts = counts
        self._after: Counter[str] = Counter()
        self._followers: Counter[str] = Counter()
        leaders: Counter[str] = Counter()
        for pair, count in counts.pairs.items():
            first, _, second = pair.partition(" ")
            self._after[first] += count
            self._followers[first] += 1
            leaders[second] += 1
        occurrences, kinds = sum(counts.singles.values()), sum(leaders.values())
        self._chance = {
            word: 0.5 * count / occurrences + 0.5 * (leaders[word] + _UNSEEN) / (kinds + 1)
            for word, count in counts.singles.items()
        }
        self._readings: dict[str, list[str]] = {}
        for word in counts.singles:
            self._readings.setdefault(fold(word), []).append(word)

    def knows(self, word: str) -> bool:
        """Tell whether a small-letter word occurs as written."""
        return word in self._chance

    def readings(self, word: str) -> Sequence[str]:
        """Return the known syllables that are the same without accents."""
        return self._readings.get(fold(word), ())

    def folded_words(self) -> Sequence[str]:
        """Return all known syllables without accents."""
        return list(self._readings)

    def has_pair(self, first: str, second: str) -> bool:
        """Tell whether two syllables occur one after the other."""
        return f"{first} {second}" in self.counts.pairs

    def log_chance(self, before: str, word: str) -> float:
        """Return the logarithm of the chance that a syllable follows another; "" is the start of a stretch."""
        chance = self._chance.get(word, _UNSEEN / 1e6)
        if before not in self._followers:
            return math.log(chance)
        weight = _SMOOTHING * self._followers[before]
        pair = self.counts.pairs.get(f"{before} {word}", 0)
        return math.log((pair + weight * chance) / (self._after[before] + weight))

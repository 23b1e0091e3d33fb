"""Typing errors put right against the syllables that the documents and the counts know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.language.abbreviations import load_abbreviations
from assistant.language.english import load_english_words
from assistant.language.folding import compose, fold
from assistant.language.syllable_counts import load_counts, usual_spelling
from assistant.language.syllable_model import SyllableModel
from assistant.language.syllable_shape import is_bare_syllable, read_syllable

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST = 3  # letters; shorter ones are too many things
_LONG = 7  # letters from which two slips are allowed
_COST_PER_SLIP = 6.0  # logarithm: how much likelier a neighbour must make a word that is one slip further away
_COST_PER_MARK = 2.0


class SpellingCorrector:
    """Replaces words that nobody wrote by the nearest that somebody did, chosen by its neighbours."""

    def __init__(self, model: SyllableModel) -> None:
        self._model = model
        self._folded = list(model.folded_words())

    def correct(self, text: str) -> str:
        """Put typing errors right; numbers, names, abbreviations and foreign words stay.

        Text typed without accents is put right without them ("huogn" is "huong"), for the accents to come after.
        """
        composed = compose(text)
        words = list(_WORD.finditer(composed))
        spelled = [usual_spelling(word[0].lower()) for word in words]
        parts: list[str] = []
        place = 0
        for i, word in enumerate(words):
            if self._is_error(word[0], is_first=i == 0):
                before, after = spelled[i - 1] if i else "", spelled[i + 1] if i + 1 < len(words) else ""
                nearest = self._nearest(spelled[i], before, after, is_name=word[0][0].isupper())
                spelled[i] = fold(nearest) if composed.isascii() else nearest
                parts += [composed[place : word.start()], _in_case_of(word[0], spelled[i])]
                place = word.end()
        return "".join([*parts, composed[place:]])

    def _is_error(self, word: str, *, is_first: bool) -> bool:
        small = word.lower()
        if len(word) < _SHORTEST or not word.isalpha() or self._model.knows(usual_spelling(small)):
            return False
        if word[1:] != word[1:].lower() or (word[0].isupper() and not is_first):
            return False  # an abbreviation or a name
        if word.isascii():
            is_syllable = bool(self._model.readings(small)) or is_bare_syllable(small)
            return not is_syllable and small not in load_english_words() and not load_abbreviations().meanings(word)
        return True

    def _nearest(self, word: str, before: str, after: str, *, is_name: bool) -> str:
        """Return the best known word or pair of words for an unknown one, or the word itself.

        A neighbour must prove it, and both must where wrong letters would turn a whole syllable, perhaps a rare word,
        into another. What may be a name can have wrong accents only.
        """
        is_syllable = read_syllable(word) is not None
        proven = [
            (reading, slips)
            for reading, slips in self._candidates(word)
            if not (slips and is_name)
            and self._is_proven(reading, before, after, by=all if slips and is_syllable else any)
        ]
        if not proven:
            return word if is_name else self._parted(word)
        best, _ = max(proven, key=lambda candidate: self._score(word, candidate, before, after))
        return best

    def _candidates(self, word: str) -> list[tuple[str, int]]:
        """Return known words with the number of slips that lead to the typed one."""
        allowed = 2 if len(word) >= _LONG else 1
        near = process.extract(fold(word), self._folded, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        return [(reading, int(slips)) for folded, slips, _ in near for reading in self._model.readings(folded)]

    def _is_proven(self, word: str, before: str, after: str, *, by: Callable[[Iterable[bool]], bool]) -> bool:
        """Tell whether a word is known to stand beside its neighbours, by all or any of those that there are."""
        proofs = []
        if before:
            proofs.append(any(self._model.has_pair(one, word) for one in self._possible(before)))
        if after:
            proofs.append(any(self._model.has_pair(word, one) for one in self._possible(after)))
        return not proofs or by(proofs)

    def _score(self, typed: str, candidate: tuple[str, int], before: str, after: str) -> float:
        """Rate a candidate by its slips, its marks and its neighbours, whose own accents may be missing."""
        word, slips = candidate
        marks = 0 if typed.isascii() else OSA.distance(typed, word) - slips
        left = max(self._model.log_chance(one, word) for one in self._possible(before))
        right = max(self._model.log_chance(word, one) for one in self._possible(after)) if after else 0.0
        return left + right - _COST_PER_SLIP * slips - _COST_PER_MARK * marks

    def _possible(self, neighbour: str) -> Sequence[str]:
        return (self._model.readings(neighbour) or (neighbour,)) if neighbour.isascii() else (neighbour,)

    def _parted(self, word: str) -> str:
        """Return two words that were typed as one ("đạihội"), where they are known to stand together."""
        for place in range(2, len(word) - 1):
            first, second = word[:place], word[place:]
            pairs = ((one, other) for one in self._possible(first) for other in self._possible(second))
            if any(self._model.has_pair(one, other) for one, other in pairs):
                return f"{first} {second}"
        return word


def load_corrector(extra_texts: Iterable[str] = ()) -> SpellingCorrector:
    """Load the counts that come with the package, together with those of the documents held."""
    return SpellingCorrector(SyllableModel(load_counts(extra_texts)))


def _in_case_of(typed: str, word: str) -> str:
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word

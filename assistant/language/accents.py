"""Accents put back on text typed without them: the likeliest reading of each sentence by counts of syllable pairs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.language.folding import compose, fold
from assistant.language.syllable_counts import SyllableCounts, load_counts, usual_spelling
from assistant.language.syllable_model import SyllableModel
from assistant.language.syllable_shape import split_tone

_TOKEN = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[.;:!?…()\[\]\"“”\n]|\d")
_BARE_SHARE = 0.22  # share of syllables without any mark in text typed in full
_FEWEST_DROPPED = 0.001  # chance that a syllable lost its marks where all others have theirs
_OFTEN_DROPPED = 0.15  # from here on even a known accented syllable may lack a mark ("dai hội")


class AccentRestorer:
    """Restores accents by a Viterbi search over pairs of syllables."""

    def __init__(self, model: SyllableModel) -> None:
        self._model = model

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """The syllables that it knows, accented, with their counts."""
        return self._model.counts.singles

    @classmethod
    def from_counts(cls, singles: Mapping[str, int], pairs: Mapping[str, int]) -> AccentRestorer:
        """Build a restorer from counts of syllables and of pairs written "đại hội"."""
        return cls(SyllableModel(SyllableCounts(singles, pairs)))

    def restore(self, text: str) -> str:
        """Put accents back; accented and unknown words, abbreviations, numbers and the case stay."""
        composed = compose(text)
        tokens = [token for token in _TOKEN.finditer(composed) if self._may_lack_accents(token[0], composed)]
        cost = math.log(_share_dropped([token[0] for token in tokens]))
        parts: list[str] = []
        place = 0
        for stretch in _stretches(tokens, composed):
            readings = self._likeliest([token[0].lower() for token in stretch], cost)
            for token, word in zip(stretch, readings, strict=True):
                parts += [composed[place : token.start()], _in_case_of(token[0], word)]
                place = token.end()
        return "".join([*parts, composed[place:]])

    def _may_lack_accents(self, word: str, text: str) -> bool:
        is_abbreviation = len(word) > 1 and word.isupper() and not text.isupper()
        return word.isalpha() and not is_abbreviation and bool(self._model.readings(word))

    def _likeliest(self, words: Sequence[str], cost: float) -> list[str]:
        """Return the likeliest reading of neighbouring words; each mark added to what was typed costs."""
        scores: dict[str, float] = {"": 0.0}
        trail: list[dict[str, str]] = []
        for typed in words:
            reached: dict[str, float] = {}
            origin: dict[str, str] = {}
            for word, added in self._options(typed, cost):
                score, origin[word] = max(
                    (scores[before] + self._model.log_chance(before, word), before) for before in scores
                )
                reached[word] = score + added
            trail.append(origin)
            scores = reached
        word = max(scores, key=scores.__getitem__)
        readings: list[str] = []
        for origin in reversed(trail):
            readings.append(word)
            word = origin[word]
        return readings[::-1]

    def _options(self, typed: str, cost: float) -> list[tuple[str, float]]:
        """Return how a typed syllable may be read, each with its cost; what is accented and known is not reread."""
        usual = usual_spelling(typed)
        is_known = self._model.knows(usual)
        if is_known and not typed.isascii() and cost < math.log(_OFTEN_DROPPED):
            return [(usual, 0.0)]
        fuller = [word for word in self._model.readings(typed) if word != usual and _adds_marks(usual, word)]
        if not is_known:
            return [(word, 0.0) for word in fuller] or [(usual, 0.0)]
        return [(usual, 0.0), *((word, cost) for word in fuller)]


def load_restorer(extra_texts: Iterable[str] = ()) -> AccentRestorer:
    """Load the counts that come with the package, together with those of the documents held."""
    return AccentRestorer(SyllableModel(load_counts(extra_texts)))


def _share_dropped(words: Sequence[str]) -> float:
    """Estimate the chance that a syllable of this text lost its marks, from the share that bear none."""
    if not words:
        return _FEWEST_DROPPED
    bare = sum(word.isascii() for word in words) / len(words)
    return min(1.0, max(_FEWEST_DROPPED, (bare - _BARE_SHARE) / (1 - _BARE_SHARE)))


def _stretches(tokens: Sequence[re.Match[str]], text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of words between which no sentence ends and no number or unknown word stands."""
    run: list[re.Match[str]] = []
    for token in tokens:
        between = text[run[-1].end() : token.start()] if run else ""
        if run and (_BREAK.search(between) or _TOKEN.search(between)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _adds_marks(typed: str, word: str) -> bool:
    """Tell whether a word has all marks of what was typed, and perhaps more ("hoi" and "hôi" may be "hội")."""
    letters, tone = split_tone(typed)
    fuller, other_tone = split_tone(word)
    if tone and tone != other_tone:
        return False
    return all(one in (other, fold(other)) for one, other in zip(letters, fuller, strict=True))


def _in_case_of(typed: str, word: str) -> str:
    """Write a reading in the case of what was typed; what was typed already stays to the letter."""
    if usual_spelling(typed.lower()) == word:
        return typed
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word

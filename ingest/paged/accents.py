"""Accents that recognition misread ("đẳng bộ" for "đảng bộ"), mended where the neighbours leave no doubt; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.language.syllable_counts import domain_pairs, load_counts, usual_spelling
from assistant.language.syllable_model import SyllableModel
from assistant.language.syllable_shape import split_tone

_WORD = re.compile(r"(?P<before>[^\w]*)(?P<letters>[^\W\d_]+)(?P<behind>[^\w]*)")
_LEAST_PROOF = 300  # occurrences of the term that proves a syllable, between two neighbours
_TIMES = 250  # as frequent as a pair that was read must the term be
_LEAST_GAIN = 8.0  # in the logarithm of the chance of both pairs
_COMMON, _LEAST_GAIN_OF_COMMON = 1000, 4.5  # a term so frequent needs little or nothing from the other neighbour


def mend_accents(words: Sequence[str]) -> list[str]:
    """Return the words of a recognised text with wrong marks replaced.

    A word is changed in one mark only, where the pair that it makes with a neighbour is frequent and the pair that was
    read is not, and where both neighbours together agree.

    Args:
        words: in the order of reading, with the punctuation glued to them.
    """
    mended = list(words)
    for stretch in _stretches(mended):
        _mend(mended, stretch)
    return mended


def _stretches(words: Sequence[str]) -> Iterator[list[int]]:
    """Yield runs of words between which no punctuation, number or anything else stands."""
    run: list[int] = []
    for i, word in enumerate(words):
        found = _WORD.fullmatch(word)
        if run and (found is None or found["before"]):
            yield run
            run = []
        if found:
            run.append(i)
            if found["behind"]:
                yield run
                run = []
    if run:
        yield run


def _mend(words: list[str], stretch: Sequence[int]) -> None:
    letters = [_letters(words[i]) for i in stretch]
    for place, word in enumerate(letters):
        before = letters[place - 1] if place else ""
        behind = letters[place + 1] if place + 1 < len(letters) else ""
        if _is_name(word, before, behind):
            continue
        right = _better(word.lower(), _key(before), _key(behind))
        if right:
            letters[place] = _in_case_of(word, right)
            words[stretch[place]] = words[stretch[place]].replace(word, letters[place], 1)


def _letters(word: str) -> str:
    found = _WORD.fullmatch(word)
    return found["letters"] if found else ""


def _is_name(word: str, before: str, behind: str) -> bool:
    """Whether a word is an abbreviation, or may be part of a name: capitalised beside another such word."""
    if len(word) < 2 or not (word.islower() or word.isupper() or word.istitle()):
        return True
    if word.isupper():
        return not any(one.isupper() and len(one) > 1 for one in (before, behind))
    return word.istitle() and any(one.istitle() for one in (before, behind))


def _key(word: str) -> str:
    return usual_spelling(word.lower())


def _in_case_of(word: str, right: str) -> str:
    return right.upper() if word.isupper() else right.title() if word.istitle() else right


@cache
def _model() -> SyllableModel:
    return SyllableModel(load_counts())


@cache
def _better(word: str, before: str, behind: str) -> str:
    """Return the syllable that was misread as `word` between two others ("" where none stands); empty if none was."""
    word = usual_spelling(word)
    gains = {
        one: _chance(one, before, behind) - _chance(word, before, behind)
        for one in _model().readings(word)
        if _marks_apart(one, word) == 1
    }
    best = max(gains, key=lambda one: gains[one], default="")
    return best if best and _is_proved(best, word, (before, behind), gains[best]) else ""


def _is_proved(right: str, word: str, beside: tuple[str, str], gain: float) -> bool:
    """Whether a term of the domain proves a syllable and no neighbour speaks for what was read."""
    before, behind = beside
    terms = {f"{before} {right}", f"{right} {behind}"} & _terms()
    proof = max((_model().counts.pairs[term] for term in terms), default=0)
    read = max(_times(before, word), _times(word, behind))
    if proof < _TIMES * read:
        return False
    is_common = proof >= _COMMON and gain >= _LEAST_GAIN_OF_COMMON
    return is_common or (all(beside) and proof >= _LEAST_PROOF and gain >= _LEAST_GAIN)


@cache
def _terms() -> frozenset[str]:
    return domain_pairs()


def _times(first: str, second: str) -> int:
    return _model().counts.pairs.get(f"{first} {second}", 0) if first and second else 0


def _chance(word: str, before: str, behind: str) -> float:
    chance = _model().log_chance(before, word)
    return chance + (_model().log_chance(word, behind) if behind else 0.0)


@cache
def _marks_apart(first: str, second: str) -> int:
    """Return in how many marks two syllables of the same letters differ: tones, and marks of letters."""
    (letters, tone), (others, other) = split_tone(first), split_tone(second)
    return sum(one != two for one, two in zip(letters, others, strict=True)) + (tone != other)

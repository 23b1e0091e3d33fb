"""How a Vietnamese syllable is built (onset, rhyme, tone), for telling one from foreign words and typing leftovers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from assistant.language.folding import compose, fold

LEVEL, GRAVE, ACUTE, HOOK, TILDE, DOT = "", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
TONES = (GRAVE, ACUTE, HOOK, TILDE, DOT)

_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_CODAS_OF = {  # "-": nothing follows
    "a": "- c ch m n ng nh p t i y o u",
    "ă": "c m n ng p t",
    "â": "c m n ng p t y u",
    "e": "- c m n ng p t o",
    "ê": "- ch m n nh p t u ng",
    "i": "- ch m n nh p t a u",
    "y": "- ch nh n t",
    "o": "- c m n ng p t i",
    "ô": "- c m n ng p t i",
    "ơ": "- m n p t i",
    "u": "- c m n ng p t a i",
    "ư": "- c m n ng t a i u",
    "iê": "c m n ng p t u",
    "yê": "m n ng t u",
    "uô": "c m n ng t i",
    "ươ": "c m n ng p t i u",
    "oa": "- c ch m n ng nh p t i o y",
    "oă": "c m n ng t",
    "oe": "- m n t o",
    "uâ": "n ng t y",
    "uê": "- ch nh n",
    "uy": "- ch nh n t p u a",
    "uyê": "n t",
    "uơ": "-",
}
_RHYMES = frozenset(nucleus + coda.strip("-") for nucleus, codas in _CODAS_OF.items() for coda in codas.split())
_BARE_RHYMES = frozenset(map(fold, _RHYMES))
_STOPS = ("c", "ch", "p", "t")
_CONSONANTS = ("ng", "nh", "ch", "c", "m", "n", "p", "t")
_FRONT = tuple("eêiy")


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable taken apart; `rhyme` keeps the marks of its letters ("ươ"), the tone stands apart."""

    onset: str
    rhyme: str
    tone: str = LEVEL

    def __str__(self) -> str:
        place = _tone_place(self.rhyme)
        return compose(self.onset + self.rhyme[: place + 1] + self.tone + self.rhyme[place + 1 :])

    @property
    def is_whole(self) -> bool:
        """Whether the rhyme exists, the onset is spelled as before it, and the tone goes with the ending."""
        if self.rhyme not in _RHYMES or not _is_spelled(self.onset, self.rhyme):
            return False
        return self.tone in (ACUTE, DOT) or not self.rhyme.endswith(_STOPS)


def _is_spelled(onset: str, rhyme: str) -> bool:
    """Tell whether the onset is written so before that rhyme: k, gh, ngh stand before e, ê, i, y only."""
    if onset in ("k", "gh", "ngh"):
        return rhyme.startswith(_FRONT)
    if onset in ("c", "g", "ng"):
        return not rhyme.startswith(_FRONT) or (onset == "g" and rhyme.startswith("i"))
    return not (onset == "qu" and rhyme[0] in "uư")


def _tone_place(rhyme: str) -> int:
    """Return the index of the letter that bears the tone, in the spelling most texts use ("hòa", "ủy", "hoàn")."""
    marked = [i for i, letter in enumerate(rhyme) if letter in "ăâêôơ"]
    if marked:
        return marked[-1]
    coda = next((coda for coda in _CONSONANTS if rhyme.endswith(coda)), "")
    vowels = len(rhyme) - len(coda)
    return 1 if vowels == 3 or (vowels == 2 and coda) else 0


def split_tone(word: str) -> tuple[str, str]:
    """Return the word without its tone marks, composed, and the last tone it had."""
    tone = LEVEL
    letters: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tone = sign
        else:
            letters.append(sign)
    return compose("".join(letters)), tone


def onset_of(letters: str) -> str:
    """Return the longest onset with which the toneless letters begin and behind which a vowel follows."""
    for onset in _ONSETS:
        if letters.startswith(onset) and letters[len(onset) : len(onset) + 1] in tuple("aăâeêioôơuưy"):
            return onset
    return ""


def read_syllable(word: str) -> Syllable | None:
    """Take a lower-case word apart where it is a whole Vietnamese syllable, else nothing."""
    letters, tone = split_tone(word)
    onset = onset_of(letters)
    for candidate in dict.fromkeys((onset, onset[:1] if onset in ("gi", "qu") else onset)):
        syllable = Syllable(candidate, letters[len(candidate) :], tone)
        if syllable.is_whole:
            return syllable
    return None


def is_bare_syllable(word: str) -> bool:
    """Tell whether a lower-case word can be a syllable with its marks left out ("duoc", "hoat", "truong")."""
    bare = fold(word)
    onset = onset_of(bare)
    candidates = (onset, onset[:1] if onset in ("gi", "qu") else onset)
    return any(bare[len(one) :] in _BARE_RHYMES and _is_spelled(one, bare[len(one) :]) for one in candidates)

"""Leftovers of typing put right: Telex and VNI keys that were not turned into accents, and misplaced tone marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from assistant.language.english import load_english_words
from assistant.language.folding import compose
from assistant.language.syllable_shape import (
    ACUTE,
    DOT,
    GRAVE,
    HOOK,
    LEVEL,
    TILDE,
    Syllable,
    is_bare_syllable,
    onset_of,
    read_syllable,
    split_tone,
)

_TOKEN = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[^\W_]+")
_VOWELS = frozenset("aăâeêioôơuưy")
_LONGEST = 12  # keys: "nghieengx", "thuwowngf"; nothing Vietnamese needs more
_TELEX_TONES = {"s": ACUTE, "f": GRAVE, "r": HOOK, "x": TILDE, "j": DOT}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư", "â": "ă", "ô": "ơ"}
_HATS = {"a": "â", "e": "ê", "o": "ô", "ă": "â", "ơ": "ô"}
_VNI_TONES = {"1": ACUTE, "2": GRAVE, "3": HOOK, "4": TILDE, "5": DOT}
_VNI_MARKS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_VNI_WORD = re.compile(r"[^\W\d]+(?:[1-9](?!\d\d)[^\W\d]*)+")
# A digit between letters ("d9a5i") or mark and tone at the end ("bo65"): proof that "hoi5" is no word with a number.
_VNI_PROOF = re.compile(r"\bd9[a-z]|\b[a-z]+[1-9]{1,2}[a-z]+\b|\b[a-z]*[aeiouy][a-z]*[6-9][1-5]\b", re.IGNORECASE)

_TELEX_PROOF = re.compile(r"\bdd[aeiouy]|uw|[aeiouyw](?:ng|nh|ch|[cmnpt])?j\b", re.IGNORECASE)
_KEPT = re.compile(r"\d+|[ivx]{2,}|\w*tw|[xbg]oong", re.IGNORECASE)  # numbers, congress terms, "btctw", "xoong"


def repair_typing(text: str, known: Container[str] | None = None) -> str:
    """Put typing leftovers right ("dduwowcj", "d9u7o7c5", "phaỉ"), leaving whatever is no syllable either way.

    Args:
        text: what was typed.
        known: syllables that exist; where given, a word is changed to one of them only.
    """
    composed = compose(text)
    presses = [_press_telex, *([_press_vni] if _VNI_PROOF.search(composed) else []), _press_nothing]
    foreign = frozenset[str]() if _TELEX_PROOF.search(composed) else load_english_words()

    def repair(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) > _LONGEST or _KEPT.fullmatch(word) or (_is_abbreviation(word) and not composed.isupper()):
            return word
        repaired = word.lower() if word.lower() in foreign else _repair_word(word.lower(), presses, known)
        return word if repaired == word.lower() else _in_case_of(word, repaired)

    return _TOKEN.sub(repair, composed)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isascii()


def _in_case_of(typed: str, repaired: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return repaired.upper()
    return repaired[:1].upper() + repaired[1:] if typed[:1].isupper() else repaired


def _repair_word(word: str, presses: Sequence[Callable[[str], str]], known: Container[str] | None) -> str:
    """Return the syllable that a small-letter word was meant to be, or the word itself."""
    whole = read_syllable(word)
    if whole:
        return str(whole)
    if word.isascii() and is_bare_syllable(word):
        return word
    repaired = (press(word) for press in presses)
    return next((one for one in repaired if one and (known is None or one in known)), word)


def _press_nothing(word: str) -> str:
    """Move a misplaced tone mark and complete pairs of vowels ("ngưòi", "tiéng")."""
    return "" if word.isascii() or not word.isalpha() else _whole_syllable(*split_tone(word))


def _press_vni(word: str) -> str:
    """Read the digits of VNI typing as tones and marks; the typist means every mark, so none is added."""
    letters, typed_tone = split_tone(re.sub(r"\d", "", word))
    tones = {_VNI_TONES[key] for key in word if key in _VNI_TONES} | ({typed_tone} - {LEVEL})
    if len(tones) > 1 or not _VNI_WORD.fullmatch(word):
        return ""
    for key in dict.fromkeys(key for key in word if key in _VNI_MARKS):
        marked = _mark_last(letters, _VNI_MARKS[key])
        if marked == letters:
            return ""
        letters = marked
    return _whole_syllable(letters, next(iter(tones), LEVEL), adds_hats=False)


def _press_telex(word: str) -> str:
    """Press the keys of Telex typing one after the other: tones, "aa", "dd", "w"; one tone, no "w" in front."""
    bare, typed_tone = split_tone(word)
    if not word.isalpha() or word[0] == "w":
        return ""
    letters, tones = "", ""
    for key in bare:
        if key in _TELEX_TONES and _VOWELS.intersection(letters):
            tones += _TELEX_TONES[key]
        elif key == "e" and tones:
            return ""  # "core", "these": behind its tone a Vietnamese vowel goes on with i, o, u, y, a
        else:
            letters = _press_letter(letters, key)
    if len(tones) > 1 or (not tones and letters == bare):
        return ""
    return _whole_syllable(letters, tones or typed_tone)


def _press_letter(letters: str, key: str) -> str:
    """Press one key that is no tone: it marks a letter typed before, or stands for itself."""
    if key == "w":
        marked = _mark_last(letters, _HORNS)
        return marked if marked != letters else letters + "ư"
    if key == "d" and letters.startswith("d"):
        return "đ" + letters[1:]
    if key in "aeo" and _takes_hat(letters, key):
        place = letters.rfind(key)
        return letters[:place] + _HATS[key] + letters[place + 1 :]
    return letters + key


def _takes_hat(letters: str, key: str) -> bool:
    """Tell whether a repeated vowel makes a hat: right after itself, or behind the ending ("vietej")."""
    return key in letters and (letters.endswith(key) or letters[-1] not in _VOWELS)


def _mark_last(letters: str, marks: dict[str, str]) -> str:
    """Mark the last letter that can bear one of the marks; "uo" takes both its horns at once, "uu" one."""
    if "ư" in marks.values() and ("uo" in letters or "uu" in letters):
        return letters.replace("uo", "ươ").replace("uu", "ưu")
    place = max(letters.rfind(letter) for letter in marks)
    return letters if place < 0 else letters[:place] + marks[letters[place]] + letters[place + 1 :]


def _whole_syllable(letters: str, tone: str, *, adds_hats: bool = True) -> str:
    """Return the syllable that toneless letters and a tone make, the marks of vowel pairs completed, or nothing."""
    onset = onset_of(letters)
    for start in dict.fromkeys((onset, onset[:1] if onset in ("gi", "qu") else onset)):
        rhyme = letters[len(start) :]
        hatted = re.sub("([iy])e(?=.)", r"\1ê", rhyme) if adds_hats else rhyme
        for completed in (rhyme, re.sub("ưo|uơ", "ươ", rhyme), rhyme.replace("ươ", "uơ"), hatted):
            syllable = Syllable(start, completed, tone)
            if syllable.is_whole:
                return str(syllable)
    return ""

"""What Telex and VNI keyboards send for a word when nothing turns the keys into accents."""

import unicodedata

TONES = {"\u0301": ("s", "1"), "\u0300": ("f", "2"), "\u0309": ("r", "3"), "\u0303": ("x", "4"), "\u0323": ("j", "5")}
TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}


def toneless(word):
    """The word without its tone, and the tone."""
    signs = unicodedata.normalize("NFD", word)
    tone = next((sign for sign in signs if sign in TONES), "")
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in TONES)), tone


def telex(word):
    letters, tone = toneless(word)
    return "".join(TELEX.get(letter, letter) for letter in letters) + (TONES[tone][0] if tone else "")


def telex_in_a_hurry(word):
    """One "w" for both horns, the tone right behind its vowel."""
    letters, tone = toneless(word)
    keys = "".join(TELEX.get(letter, letter) for letter in letters.replace("ươ", "uơ"))
    if not tone:
        return keys
    place = max(keys.rfind(vowel) for vowel in "aeiouyw")
    return keys[: place + 1] + TONES[tone][0] + keys[place + 1 :]


def vni(word):
    letters, tone = toneless(word)
    return "".join(VNI.get(letter, letter) for letter in letters) + (TONES[tone][1] if tone else "")


def vni_in_a_hurry(word):
    """All digits behind the letters: marks, then the tone."""
    letters, tone = toneless(word)
    letters = letters.replace("ươ", "uơ")
    marks = "".join(dict.fromkeys(VNI[letter][1] for letter in letters if letter in VNI and letter != "đ"))
    bare = "".join("d9" if letter == "đ" else VNI.get(letter, letter)[0] for letter in letters)
    return bare + marks + (TONES[tone][1] if tone else "")


KEYBOARDS = (telex, telex_in_a_hurry, vni, vni_in_a_hurry)

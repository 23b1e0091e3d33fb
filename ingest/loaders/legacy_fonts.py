"""Text set in fonts from before Unicode (TCVN3, VNI, VISCII) read as Unicode; the one user of viparse's tables."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.language.folding import compose

if TYPE_CHECKING:
    from viparse.normalize.tables import Charmap  # type: ignore[import-untyped]

TCVN3, VNI, VISCII = "TCVN3", "VNI", "VISCII"
ENCODINGS = (TCVN3, VNI, VISCII)
SOFT_HYPHEN = "\xad"  # in TCVN3 the letter "ư"

_SMALL = re.compile(r"[a-z]")
_CAPITAL_WORD = re.compile(r"(?<![a-z\xa1-\xfe])[A-Z\xa1-\xfe]*[A-Z][A-Z\xa1-\xfe]*[A-Z][A-Z\xa1-\xfe]*(?![a-z])")
_NUMBERED = re.compile(r"\S*[\d/]\S*")  # "15-HD/TU" has capitals whatever stands beside it
_VNI_WANTING = (("aú", "ẳ"), ("AÚ", "Ẳ"), ("î", "ỵ"), ("Î", "Ỵ"))  # the library's table was read off a few texts


def encoding_of_font(font: str) -> str:
    """Return the encoding that a font's name stands for, empty for fonts of Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return TCVN3
    return VNI if name.startswith("vni") else ""


def shows_capitals(font: str) -> bool:
    """Whether a font draws small letters as capitals, as ".VnTimeH" does."""
    name = font.strip()
    return name.lower().startswith(".vn") and name.endswith("H")


def to_unicode(text: str, encoding: str) -> str:
    """Return a text, whose letters stand for those of an old encoding, in composed Unicode.

    Args:
        text: characters of Latin-1 as the font's codes show without the font.
        encoding: one of `ENCODINGS`.
    """
    from viparse.normalize.tables import convert

    converted = convert(text, _charmap(encoding))
    if encoding == TCVN3 and len(converted) == len(text):
        converted = "\n".join(map(_raise_capitals, text.split("\n"), converted.split("\n")))
    return compose(converted)


def _raise_capitals(typed: str, converted: str) -> str:
    """Make accented letters capitals beside capitals: TCVN3 has none, "B¸O C¸O" was printed so or by another font.

    A word counts as one of capitals by two of them, a line of capitals has at least one such word, outside
    numbers of documents, and no small letter.
    """
    if _SMALL.search(typed) is None and _CAPITAL_WORD.search(_NUMBERED.sub("", typed)):
        return converted.upper()
    for word in _CAPITAL_WORD.finditer(typed):
        raised = converted[word.start() : word.end()].upper()
        converted = converted[: word.start()] + raised + converted[word.end() :]
    return converted


@cache
def _charmap(encoding: str) -> Charmap:
    from viparse.normalize.encodings import CHARMAPS  # type: ignore[import-untyped]
    from viparse.normalize.tables import build_charmap

    charmap = CHARMAPS[encoding.lower()]
    if encoding != VNI:
        return charmap
    known = {sequence for sequence, _ in charmap.pairs}
    return build_charmap(encoding, [*charmap.pairs, *(pair for pair in _VNI_WANTING if pair[0] not in known)])

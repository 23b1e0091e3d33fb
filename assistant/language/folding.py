"""The one folded form in which documents and questions meet: lower case, no accents, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.]*\d)")
_TOKEN = re.compile(r"\d+,\d+|\d+|[^\W\d_]+")
_INNER_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'"}
_BARRED_D = {"đ": "d", "ð": "d", "ɖ": "d"}  # the last two stand for đ in texts from old fonts


def compose(text: str) -> str:
    """Return the text in composed Unicode (NFC), the form in which everything is stored."""
    return unicodedata.normalize("NFC", text)


@cache
def _fold_character(character: str) -> str:
    """Fold one character to one character; what has no shorter form stays as it is."""
    lower = character.lower()[0]  # "İ" grows when lowered: its first letter stands for it
    lower = _BARRED_D.get(lower) or _QUOTES.get(lower) or lower
    if unicodedata.category(lower) == "Pd":
        return "-"
    bare = [c for c in unicodedata.normalize("NFKD", lower) if unicodedata.category(c) != "Mn"]
    return bare[0].lower()[0] if len(bare) == 1 else lower


def fold(text: str) -> str:
    """Lower the case and take accents and tone marks off, one character for one character of `compose(text)`.

    Dashes, quotation marks, wide letters and special spaces become the plain ones, "đ" becomes "d".
    """
    return "".join(map(_fold_character, compose(text)))


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf")


def syllables(text: str) -> list[str]:
    """Split into folded runs of letters and numbers, as the lexical index and the questions use them.

    A thousands point and leading zeros vanish ("1.357" is "1357", "03" is "3"), a decimal comma stays ("99,8"),
    an apostrophe inside a name joins it ("R'lấp" is "rlap").
    """
    folded = fold(text)
    if not folded.isascii():
        folded = "".join(c for c in folded if not _is_invisible(c))
    folded = _INNER_APOSTROPHE.sub("", folded)
    folded = _THOUSANDS.sub(lambda found: found[0].replace(".", ""), folded)
    return [_plain_number(token) for token in _TOKEN.findall(folded)]


def _plain_number(token: str) -> str:
    """Drop leading zeros of a number; leave everything else alone."""
    if not token[0].isdecimal():
        return token
    return re.sub(r"^0+(?=\d)", "", token)


def pairs(tokens: list[str]) -> list[str]:
    """Join each token with its neighbour ("dai_hoi"), the second kind of term in the lexical index."""
    return [f"{first}_{second}" for first, second in pairwise(tokens)]

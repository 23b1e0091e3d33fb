"""The congress terms (XI, XII, XIII …) that a text names, by numeral, by term of office or by term of the body."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.folding import fold
from assistant.language.spoken_numbers import spoken_value

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
_COUNTED = r"(?:dang|dai|diem|chi bo|nguoi|ngay|nam(?!\s*\d)|buoc|don vi|co quan|co so|xa|phuong|doan|to)\b"
_NUMERAL = rf"(?:[ivx]{{1,5}}\b|1?\d\b(?!\s*(?:[%/]|[.,]\d|{_COUNTED})))"
_CONGRESS = (
    r"\b(?:dai\s*hoi|dh)(?:\s*(?:dang|dai\s*bieu|toan\s*quoc|cua|db|tq))*(?:\s*lan)?(?:\s*thu)?(?:\s*khoa)?"
    rf"\s*(?:(?P<congress>{_NUMERAL})|(?P<said>muoi(?:\s*(?:mot|hai|ba|bon|tu|lam))?)\b)"
)
_ORDINALS = {
    "tenth": "X",
    "eleventh": "XI",
    "twelfth": "XII",
    "thirteenth": "XIII",
    "fourteenth": "XIV",
    "fifteenth": "XV",
}
_ENGLISH = (
    rf"\b(?:(?:(?P<nth>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{'|'.join(_ORDINALS)}))\s*(?:national\s*|party\s*)*congress"
    r"|congress\s*(?P<roman>[ivx]{1,5})\b)"
)
_YEARS = r"(?:\b(?:nhiem\s*ky|nk|term)\s*)?\b(?P<first>(?:19|20)\d\d)\s*-\s*(?P<last>(?:19|20)?\d\d)\b"
TERM = re.compile(rf"{_CONGRESS}|{_ENGLISH}|{_YEARS}")
BODY_TERM = re.compile(rf"\b(?:khoa|k\.?)\s*(?P<term>{_NUMERAL})")

_OPENED = {
    "IX": date(2001, 4, 19),
    "X": date(2006, 4, 18),
    "XI": date(2011, 1, 12),
    "XII": date(2016, 1, 20),
    "XIII": date(2021, 1, 25),
    "XIV": date(2026, 1, 19),
}


def roman(numeral: str) -> str:
    """Return a congress's Roman numeral from Roman or Arabic digits in any case; nothing where it is none."""
    if numeral.isdecimal():
        return _ROMAN[int(numeral) - 1] if 1 <= int(numeral) <= len(_ROMAN) else ""
    return numeral.upper() if numeral.upper() in _ROMAN else ""


def term_named(match: re.Match[str]) -> str:
    """Return the congress term from a match of `TERM`; nothing where the numeral or the years belong to none."""
    if match["first"]:
        last = match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]
        return term_of_years(int(match["first"]), int(last))
    if match["said"]:
        return roman(str(spoken_value(match["said"])))
    if match["ordinal"]:
        return _ORDINALS[match["ordinal"]]
    return roman(match["congress"] or match["nth"] or match["roman"])


def term_of_years(first: int, last: int) -> str:
    """Return the congress that a term of office led to: 2020-2025 is XIII."""
    if last - first != 5 or first % 5 or not 1990 <= first <= 2040:
        return ""
    return _ROMAN[(first - 2020) // 5 + 12]


def congress_terms(text: str) -> tuple[str, ...]:
    """Return the congress terms named in a text ("ĐH 13", "Đại hội lần thứ XIII", "nhiệm kỳ 2020-2025"), each once."""
    found = (term_named(match) for match in TERM.finditer(fold(text)))
    return tuple(dict.fromkeys(term for term in found if term))


def is_of_body_term(issued: date, term: str) -> bool:
    """Tell whether a document of that date came from the bodies which that congress elected ("khoá XII")."""
    start = _OPENED.get(term)
    if start is None:
        return True
    following = _OPENED.get(_ROMAN[_ROMAN.index(term) + 1], date.max)
    return start <= issued < following

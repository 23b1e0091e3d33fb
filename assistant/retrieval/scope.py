"""Years, congress terms and levels named in a question; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.language.folding import fold

_YEAR = re.compile(r"(?<![\d/.-])(19[89]\d|20[0-4]\d)(?![\d])")
_DATE_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)\d\d)")
_TERM = re.compile(
    r"(?:dai hoi|\bdh|khoa|lan thu|dai hoi dang|dai hoi dai bieu toan quoc lan thu)\s*(?:toan quoc )?(?:lan )?(?:thu )?"
    r"(xiv|xiii|xii|xi|x|1[0-4])\b(?!\s*(?:dang bo|huyen|tinh|xa))"
)
_ROMAN = {"10": "X", "11": "XI", "12": "XII", "13": "XIII", "14": "XIV"}
_PERIODS = {("2010", "2015"): "XI", ("2015", "2020"): "XII", ("2020", "2025"): "XIII", ("2025", "2030"): "XIV"}
# Whoever speaks of the congresses of such a year means those at which this term of the grassroots begins.
_HELD_IN = {first: term for (first, _), term in _PERIODS.items()}
_HELD = re.compile(r"\b(?:dai hoi|dh)\b[^.;?]{0,60}?(?<![\d/.–-])(20\d\d)(?!\s*[-–/]?\s*\d)")
_PERIOD = re.compile(r"(20\d\d)\s*[-–/]\s*(20\d\d)")
_LEVELS: Mapping[str, str] = {
    "chi bộ": r"\bchi bo\b|\bchi uy\b",
    "cơ sở": r"dang bo co so|dang uy co so|cap co so|chi bo co so|to chuc co so dang|\bxa\b|\bphuong\b|thi tran",
    "cấp trên trực tiếp cơ sở": r"cap tren truc tiep|cap huyen|huyen uy|dang bo huyen|quan uy|thi uy",
    "tỉnh": r"cap tinh|tinh uy|thanh uy|dang bo tinh|truc thuoc trung uong",
    "lực lượng vũ trang": r"luc luong vu trang|quan doi|quan su|quan uy|cong an",
}


def years_in(text: str) -> tuple[int, ...]:
    """Years named in a text, dates included, each once."""
    found = [int(year) for year in _YEAR.findall(text)] + [int(year) for year in _DATE_YEAR.findall(text)]
    return tuple(dict.fromkeys(found))


def congress_terms(text: str) -> tuple[str, ...]:
    """National congress terms named in a text, in Roman numerals: by number, by the years of the term or its first."""
    folded = fold(text)
    named = [_ROMAN.get(term, term.upper()) for term in _TERM.findall(folded)]
    by_period = [_PERIODS[period] for period in _PERIOD.findall(folded) if period in _PERIODS]
    by_year = [_HELD_IN[year] for year in _HELD.findall(folded) if year in _HELD_IN]
    return tuple(dict.fromkeys([*named, *by_period] or by_year))


def levels_in(text: str) -> tuple[str, ...]:
    """Levels of the Party named in a text, in the words of the corpus format."""
    folded = fold(text)
    return tuple(level for level, cue in _LEVELS.items() if re.search(cue, folded))

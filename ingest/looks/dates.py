"""Dates as Vietnamese documents and pages write them, and the lines that hold a date and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ingest.looks.lines import Line

_DAY = r"(?P<{0}day>\d{{1,2}})"
_WORDS = _DAY.format("w") + r"\s+thang\s+(?P<wmonth>\d{1,2})\s*,?\s+(?:nam\s+)?(?P<wyear>\d{4})"
_SIGNS = _DAY.format("s") + r"\s?(?P<sign>[/.-])\s?(?P<smonth>\d{1,2})\s?(?P=sign)\s?(?P<syear>\d{4})"
_ISO = r"(?P<iyear>\d{4})-(?P<imonth>\d{2})-(?P<iday>\d{2})"
_DATE = re.compile(rf"(?<![\d/.-])(?:{_WORDS}|{_SIGNS}|{_ISO})(?!\d|[/-]\d)")
_TIME = re.compile(r"\b\d{1,2}\s?(?:[:h]|gio)\s?\d{0,2}(?:\s?[:p]\s?\d{0,2})?(?:phut)?\b")
_BESIDES = re.compile(
    r"\b(?:thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|ngay|luc|gmt|utc|am|pm|sa|ch|cap nhat(?:\slan cuoi)?"
    r"|xuat ban|dang(?:\stai)?|phat hanh|posted(?:\son)?|updated|luot xem|luot doc|views?|vao|ra"
    r"|thoi gian|o|by|admin)\b"
)
_PLACE_AND_DATE = re.compile(r"[^\W\d_][^\d,]{1,40},\s*ngay\s")
_LONGEST = 110
_MOST_LETTERS_OF_PLACE = 40
_MOST_LETTERS = 6  # of words that are neither date nor time nor what goes with them


def find_dates(folded: str) -> Iterator[date]:
    """Yield the dates written in a folded text, in order; impossible ones are left out."""
    for found in _DATE.finditer(folded):
        kind = next(kind for kind in "wsi" if found[f"{kind}year"])
        try:
            yield date(*(int(found[f"{kind}{part}"]) for part in ("year", "month", "day")))
        except ValueError:
            continue


def first_date(folded: str) -> date | None:
    """Return the first date written in a folded text."""
    return next(find_dates(folded), None)


def has_date(line: Line) -> bool:
    """Whether a short line holds a date."""
    return len(line.text) <= _LONGEST and first_date(line.folded) is not None


def without_date(line: Line) -> str:
    """Return a line's words, as they are written, without date, time and the words that go with them."""
    kept = [True] * len(line.folded)
    for pattern in (_DATE, _TIME, _BESIDES):
        for found in pattern.finditer("".join(s if keep else " " for s, keep in zip(line.folded, kept, strict=True))):
            kept[found.start() : found.end()] = [False] * (found.end() - found.start())
    return "".join(sign for sign, keep in zip(line.text, kept, strict=True) if keep)


def is_date_line(line: Line) -> bool:
    """Whether a line says when a page was published, and nothing else ("Thứ tư, 07/12/2022 | 09:25 GMT+7")."""
    return has_date(line) and sum(map(str.isalpha, without_date(line))) <= _MOST_LETTERS


def is_place_and_date(line: Line) -> bool:
    """Whether a line is the place and date of an official document ("Hà Nội, ngày 03 tháng 7 năm 2020")."""
    return has_date(line) and any(map(_is_place_and_date, line.columns))


def _is_place_and_date(column: Line) -> bool:
    is_dated = _PLACE_AND_DATE.match(column.folded) and has_date(column)
    return bool(is_dated) and sum(map(str.isalpha, _DATE.sub("", column.folded))) <= _MOST_LETTERS_OF_PLACE

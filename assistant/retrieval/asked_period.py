"""The day or period that a question about validity asks about ("tháng 6/2020", "năm 2016", "hiện nay"); pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.language.folding import fold
from assistant.wording import day

_SIGN = r"\s?[/.-]\s?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|\s?[-–/]\s?\d)"
_DAY = re.compile(
    rf"(?<![\d/.-])(?P<day>\d{{1,2}})(?:{_SIGN}|\s+thang\s+)(?P<month>\d{{1,2}})(?:{_SIGN}|,?\s+(?:nam\s+)?){_YEAR}"
)
_MONTH = re.compile(rf"(?<![\d/.-])(?P<month>\d{{1,2}})(?:{_SIGN}|,?\s+nam\s+){_YEAR}")
_QUARTER = re.compile(rf"\bquy\s+(?P<quarter>i{{1,3}}|iv|[1-4])(?:{_SIGN}|,?\s+(?:nam\s+)?){_YEAR}")
_WHOLE_YEAR = re.compile(rf"(?<![\d/.–-]){_YEAR}")
_QUARTERS = ("i", "ii", "iii", "iv")


@dataclass(frozen=True, slots=True)
class Period:
    """The days asked about, both ends included, and how a sentence calls them ("tháng 6/2020")."""

    first: date
    last: date
    name: str


def asked_period(text: str) -> Period | None:
    """The day, month, quarter or year that a text names first, the most exact reading first; `None` without one."""
    folded = fold(text)
    readings: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]]] = (
        (_DAY, _one_day),
        (_QUARTER, _one_quarter),
        (_MONTH, _one_month),
        (_WHOLE_YEAR, _one_year),
    )
    for pattern, read in readings:
        for found in pattern.finditer(folded):
            try:
                return read(found)
            except ValueError:  # no day of any calendar: 31/2/2020, 35-2019
                continue
    return None


def today_as_period(today: date) -> Period:
    """The day that "hiện nay" means."""
    return Period(today, today, f"ngày {day(today)}")


def _one_day(found: re.Match[str]) -> Period:
    return today_as_period(date(int(found["year"]), int(found["month"]), int(found["day"])))


def _one_month(found: re.Match[str]) -> Period:
    year, month = int(found["year"]), int(found["month"])
    return _months(year, month, month, f"tháng {month}/{year}")


def _one_quarter(found: re.Match[str]) -> Period:
    year, name = int(found["year"]), found["quarter"]
    quarter = int(name) if name.isdecimal() else _QUARTERS.index(name) + 1
    return _months(year, 3 * quarter - 2, 3 * quarter, f"quý {_QUARTERS[quarter - 1].upper()}/{year}")


def _one_year(found: re.Match[str]) -> Period:
    year = int(found["year"])
    return _months(year, 1, 12, f"năm {year}")


def _months(year: int, first: int, last: int, name: str) -> Period:
    start = date(year, first, 1)
    return Period(start, date(year, last, monthrange(year, last)[1]), name)

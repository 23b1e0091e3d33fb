"""The day that a question about validity asks about ("tháng 6/2020", "năm 2016", "hiện nay"); pure."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.folding import fold

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_MONTH = re.compile(r"(?<!\d)(?<!/)(\d{1,2})\s*[/.-]\s*(20\d\d|19\d\d)|thang (\d{1,2}) nam (\d{4})")
_YEAR = re.compile(r"nam ((?:19|20)\d\d)")
MIDDLE_DAY, MIDDLE_MONTH = 15, 7


def asked_date(text: str, today: date) -> date:
    """The day asked about: as stated, the middle of a stated month or year, else today."""
    folded = fold(text)
    if found := _DAY.search(folded):
        day, month, year = (int(one) for one in found.groups() if one)
        return _valid(year, month, day, today)
    if found := _MONTH.search(folded):
        month, year = (int(one) for one in found.groups() if one)
        return _valid(year, month, MIDDLE_DAY, today)
    if found := _YEAR.search(folded):
        return date(int(found.group(1)), MIDDLE_MONTH, 1)
    return today


def _valid(year: int, month: int, day: int, otherwise: date) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return otherwise

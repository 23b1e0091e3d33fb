"""What follows a document's number and narrows it: date, year, issuing body, congress term ("… năm 2019 của BCT")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.language.congress_terms import BODY_TERM, TERM, roman, term_named
from assistant.language.document_kinds import ISSUER, issuer_named

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month_name>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:ngay\s*)?(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?" + _YEAR,
        r"(?:ngay\s*)?(?P<day>\d{1,2})\s*thang\s*(?P<month>\d{1,2})\s*(?:nam|/|-|,)?\s*" + _YEAR,
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s*{_YEAR}",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*{_YEAR}",
    )
)
_PLAIN_YEAR = re.compile(
    rf"(?:thang\s*\d{{1,2}}\s*(?:/|-|nam)?\s*|\d{{1,2}}\s?/\s?|nam\s*|{_MONTH}\s*)?{_YEAR}(?!\s?-\s?\d)"
)
_SIGNS = re.compile(r"[\s,;:(\[/-]*")
_SMALL_WORDS = (
    "cua|do|duoc|ban hanh|ra|ky|phat hanh|hoi|cho|phuc vu|tien toi|chuan bi|vao|trong|thuoc|nam|ve"
    "|dai hoi dang bo cac cap|dated|of|issued|by|from|the|on|in|for"
)
_FILLERS = re.compile(rf"[\s,;:(\[/-]*(?:\b(?:{_SMALL_WORDS}|ban(?=\s+(?:nam\s+)?\d))\b[\s,:(]*)*")
_CLOSING = re.compile(r"\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What narrows a number; `end` is where the last of them ends."""

    year: int | None = None
    issued: date | None = None
    issuer: str = ""
    congress: str = ""
    end: int = 0


def read_qualifiers(folded: str, position: int) -> Qualifiers:
    """Read the qualifiers that follow each other from `position`, whatever small words stand between them."""
    found = Qualifiers(end=position)
    while True:
        following = _read_one(folded, found)
        if following is None:
            return found
        closing = _CLOSING.match(folded, following.end)
        found = replace(following, end=closing.end()) if closing else following


def _read_one(folded: str, found: Qualifiers) -> Qualifiers | None:
    """Return the qualifiers with one more, or nothing where none follows."""
    starts = {
        match.end(): None for match in (_SIGNS.match(folded, found.end), _FILLERS.match(folded, found.end)) if match
    }
    readers = (_read_date, _read_congress, _read_year, _read_issuer, _read_body_term)
    results = (reader(folded, start, found) for start in starts for reader in readers)
    return next((result for result in results if result is not None), None)


def _read_date(folded: str, start: int, found: Qualifiers) -> Qualifiers | None:
    for pattern in _DATES:
        match = pattern.match(folded, start)
        if match and found.year is None:
            parts = match.groupdict()
            month = parts.get("month") or _MONTHS.index(parts["month_name"]) + 1
            issued = _valid_date(int(match["year"]), int(month), int(match["day"]))
            return replace(found, year=int(match["year"]), issued=issued, end=match.end())
    return None


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_year(folded: str, start: int, found: Qualifiers) -> Qualifiers | None:
    match = _PLAIN_YEAR.match(folded, start)
    return replace(found, year=int(match["year"]), end=match.end()) if match and found.year is None else None


def _read_congress(folded: str, start: int, found: Qualifiers) -> Qualifiers | None:
    match = TERM.match(folded, start)
    term = term_named(match) if match else ""
    return replace(found, congress=term, end=match.end()) if match and term and not found.congress else None


def _read_issuer(folded: str, start: int, found: Qualifiers) -> Qualifiers | None:
    match = ISSUER.match(folded, start)
    if match is None or found.issuer:
        return None
    return replace(found, issuer=issuer_named(match), end=match.end())


def _read_body_term(folded: str, start: int, found: Qualifiers) -> Qualifiers | None:
    """Read "khoá XII": the term of the body that issued it, kept with the issuer."""
    match = BODY_TERM.match(folded, start)
    term = roman(match["term"]) if match else ""
    if match is None or not term or "khoá" in found.issuer:
        return None
    return replace(found, issuer=f"{found.issuer} khoá {term}".strip(), end=match.end())

"""Compares what a file gave with what it must give: character error, places, the facts of the head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from assistant.datatypes import Passage
from ingest.parsing import ParsedDocument
from tests.ingest.files.catalogue import Case
from tests.ingest.files.description import Place, flat

_SAME_WORDS = 88  # of 100: words of a recognised page are the same in spite of a misread letter
_PART = re.compile(r" \(phần \d+\)$")
_PAGE = re.compile(r"(?:, |^)trang \d+(?:–\d+)?(?=$|, )")
_RANGE = re.compile(r"(?P<head>.*?)(?P<first>\d+|[a-zđ])–(?P<last>\d+|[a-zđ])$")
_FRAME = re.compile(r"phần “[^”]*”, ")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def character_error(stored: str, right: Sequence[str]) -> float:
    """Return the edits that turn the stored text into the nearest right one, for each character of that.

    Both are composed; white space, page breaks and the bars between cells count as one blank, since where a line
    breaks is a matter of the page. Nothing else is left out: letters, case, accents, digits and signs all count.
    """
    found = flat(unicodedata.normalize("NFC", stored))
    return min(Levenshtein.distance(found, wanted) / len(wanted) for wanted in map(flat, right))


def passages_with(place: Place, case: Case, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that hold the words of a place."""
    words = flat(place.words)
    if case.recognised:
        scores = [(fuzz.partial_ratio(words, flat(one.text)), one) for one in passages]
        best = max(score for score, _ in scores)
        return [one for score, one in scores if score == best >= _SAME_WORDS]
    return [one for one in passages if words in flat(one.text)]


def misplaced(place: Place, case: Case, passages: Sequence[Passage]) -> str:
    """Say what is wrong with where the words of a place were found; empty where all is right."""
    found = passages_with(place, case, passages)
    if not found:
        return f"no passage holds “{place.words}”"
    wanted = tuple(one for one in (place.where, place.titled) if one)
    if not any(names(one.locator, right) for one in found for right in wanted):
        return f"“{place.words}” stands in {[one.locator for one in found]}, must be in {' or '.join(wanted)}"
    if case.paged and place.page and place.page not in [one.page for one in found]:
        return f"“{place.words}” is on page {[one.page for one in found]}, must be on {place.page}"
    return ""


def names(locator: str, place: str) -> bool:
    """Whether a locator names a place: the place itself, or a range of neighbours that includes it.

    The page, the number of a long passage's part, and a titled section around the place may stand beside it.
    """
    bare = _PAGE.sub("", _PART.sub("", locator))
    candidates = {bare, _FRAME.sub("", bare)}
    return place in candidates or any(_covers(one, place) for one in candidates)


def _covers(locator: str, place: str) -> bool:
    ranged = _RANGE.match(locator)
    if not ranged or not place.startswith(ranged["head"]):
        return False
    value = place[len(ranged["head"]) :]
    order = [_rank(one) for one in (ranged["first"], value, ranged["last"])]
    return -1 not in order and order == sorted(order)


def _rank(value: str) -> int:
    return int(value) if value.isdecimal() else _LETTERS.find(value) if len(value) == 1 else -1


def wrong_facts(case: Case, parsed: ParsedDocument) -> list[str]:
    """Name the facts of the head that were recognised otherwise than they stand there."""
    facts, document = case.description.facts, parsed.document
    pairs = {
        "number": (document.number, facts.number),
        "kind": (document.kind, facts.kind),
        "issued": (document.issued, facts.issued),
        "issuer": (document.issuer.casefold(), facts.issuer.casefold()),
    }
    return [f"{name}: {found} for {right}" for name, (found, right) in pairs.items() if right and found != right]

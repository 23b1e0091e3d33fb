"""Relations with their derived inverses, and what was in force when: functions over the catalogue's records; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.datatypes import Document, Relation

INVERSE: Mapping[str, str] = {
    "hướng dẫn": "được hướng dẫn bởi",
    "bổ sung": "được bổ sung bởi",
    "thay thế": "được thay thế bởi",
    "căn cứ": "là căn cứ của",
    "tổng kết": "được tổng kết bởi",
}
DONE = "đã thực hiện"
IN_FORCE = "còn hiệu lực"
# The end of the month in which each national congress closed (XII: of the quarter for which it was called): what was
# issued for it had then served. Dates from the digests of the directives.
CONGRESS_CLOSED: Mapping[str, date] = {
    "XI": date(2011, 1, 31),
    "XII": date(2016, 3, 31),
    "XIII": date(2021, 2, 28),
    "XIV": date(2026, 1, 31),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A relation seen from one document: its own ("thay thế") or a derived one ("được thay thế bởi")."""

    type: str
    document: Document


def links_of(document: Document, documents: Sequence[Document]) -> tuple[Link, ...]:
    """All relations of a document, those written at other documents turned round."""
    by_id = {one.id: one for one in documents}
    own = [Link(one.type, by_id[one.target]) for one in document.relations if one.target in by_id]
    derived = [
        Link(INVERSE[relation.type], other)
        for other in documents
        for relation in other.relations
        if relation.target == document.id and relation.type in INVERSE
    ]
    return tuple(dict.fromkeys([*own, *derived]))


def with_derived_relations(documents: Sequence[Document]) -> dict[str, tuple[Relation, ...]]:
    """The relations of every document by its id, derived ones included, targets as ids."""
    return {
        one.id: tuple(Relation(link.type, link.document.id) for link in links_of(one, documents)) for one in documents
    }


def last_day(document: Document, documents: Sequence[Document]) -> date | None:
    """The day from which a document no longer held, exclusive; `None` where none is known.

    Its own expiry date counts first, then the day on which a document that replaced it took effect, then, for one that
    has been carried out, the close of the latest congress that it served.
    """
    if document.expired:
        return document.expired
    successors = [link.document for link in links_of(document, documents) if link.type == INVERSE["thay thế"]]
    starts = [start for start in map(first_day, successors) if start]
    if starts:
        return min(starts)
    closed = [CONGRESS_CLOSED[term] for term in document.congress if term in CONGRESS_CLOSED]
    return max(closed) if document.validity == DONE and closed else None


def first_day(document: Document) -> date | None:
    """The day on which a document took effect: its effective date, else its date of issue."""
    return document.effective or document.issued


def in_force(documents: Sequence[Document], on: date) -> tuple[Document, ...]:
    """The documents that held on a day, newest first; those without any date are left out."""
    held = [one for one in documents if _held(one, documents, on)]
    return tuple(sorted(held, key=lambda one: (first_day(one) or date.min, one.id), reverse=True))


def _held(document: Document, documents: Sequence[Document], on: date) -> bool:
    start, end = first_day(document), last_day(document, documents)
    if start is None or start > on:
        return False
    return end > on if end else document.validity not in ("được thay thế", DONE)


def for_congress(documents: Sequence[Document], term: str) -> tuple[Document, ...]:
    """The documents that served a congress term ("XIII"), oldest first."""
    serving = [one for one in documents if term in one.congress]
    return tuple(sorted(serving, key=lambda one: (one.issued or date.min, one.id)))


def same_number(document: Document, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The other documents that bear the same number."""
    return tuple(
        one for one in documents if document.number and one.number == document.number and one.id != document.id
    )

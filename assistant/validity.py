"""Relations with their derived inverses, and what was in force when: functions over the catalogue's records; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.datatypes import LESSON, Document, Relation
from assistant.language.document_numbers import canonical

GUIDES = "hướng dẫn"
REPLACES = "thay thế"
INVERSE: Mapping[str, str] = {
    GUIDES: "được hướng dẫn bởi",
    "bổ sung": "được bổ sung bởi",
    REPLACES: "được thay thế bởi",
    "căn cứ": "là căn cứ của",
    "tổng kết": "được tổng kết bởi",
}
IN_FORCE = "còn hiệu lực"
DONE = "đã thực hiện"
UNCLEAR = "chưa rõ"
# Kinds that report or explain and rule nothing themselves, whatever authority they speak with.
NO_RULES = ("hỏi đáp", "bài học kinh nghiệm")
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
    """All relations of a document, those written at other documents turned round; each once, targets held only."""
    by_id = {one.id: one for one in documents}
    own = [Link(one.type, by_id[one.target]) for one in document.relations if one.target in by_id]
    return tuple(dict.fromkeys([*own, *_derived(document, documents)]))


def linked(document: Document, kind: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents to which a document has this relation, own or derived ("được thay thế bởi")."""
    return tuple(link.document for link in links_of(document, documents) if link.type == kind)


def with_derived_relations(documents: Sequence[Document]) -> dict[str, tuple[Relation, ...]]:
    """The relations of every document by its id, derived ones included, targets as ids.

    A relation to a document that is not held stays as it was written.
    """
    return {
        one.id: tuple(
            dict.fromkeys(
                [*one.relations, *(Relation(link.type, link.document.id) for link in _derived(one, documents))]
            )
        )
        for one in documents
    }


def _derived(document: Document, documents: Sequence[Document]) -> list[Link]:
    return [
        Link(INVERSE[relation.type], other)
        for other in documents
        for relation in other.relations
        if relation.target == document.id and relation.type in INVERSE
    ]


def is_rule(document: Document) -> bool:
    """Whether a document directs, rules or guides; lessons and questions with answers only report what others rule."""
    return document.authority != LESSON and document.kind not in NO_RULES


def first_day(document: Document) -> date | None:
    """The day on which a document took effect: its effective date, else its date of issue."""
    return document.effective or document.issued


def stated_end(document: Document, documents: Sequence[Document]) -> date | None:
    """The day from which a document no longer held, as its record tells or as that of its successor does."""
    if document.expired:
        return document.expired
    starts = [first_day(one) for one in linked(document, INVERSE[REPLACES], documents)]
    return min((start for start in starts if start), default=None)


def last_day(document: Document, documents: Sequence[Document]) -> date | None:
    """The day from which a document no longer held, exclusive; `None` where none is known.

    Where none is stated, a document that has been carried out held to the close of the latest congress it served.
    """
    end = stated_end(document, documents)
    if end or document.validity != DONE:
        return end
    return max((CONGRESS_CLOSED[term] for term in document.congress if term in CONGRESS_CLOSED), default=None)


def in_force(documents: Sequence[Document], first: date, last: date | None = None) -> tuple[Document, ...]:
    """The rules that held on a day or at some time of a period, newest first.

    Only what the catalogue is sure of: a document without a date, or whose validity is unclear, is left out.

    Args:
        documents: the whole collection.
        first: the day, or the first day of the period.
        last: the last day of the period; the same day where it is left out.
    """
    held = [one for one in documents if is_rule(one) and _held(one, documents, first, last or first)]
    return tuple(sorted(held, key=lambda one: (first_day(one) or date.min, one.id), reverse=True))


def _held(document: Document, documents: Sequence[Document], first: date, last: date) -> bool:
    start, end = first_day(document), last_day(document, documents)
    if start is None or start > last:
        return False
    return end > first if end else document.validity == IN_FORCE


def for_congress(documents: Sequence[Document], term: str) -> tuple[Document, ...]:
    """The rules that served a congress term ("XIII"), oldest first."""
    serving = [one for one in documents if is_rule(one) and term in one.congress]
    return tuple(sorted(serving, key=lambda one: (one.issued or date.min, one.id)))


def same_number(document: Document, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The other documents that bear the same number, however it is spelled."""
    number = canonical(document.number)
    return tuple(one for one in documents if number and one.id != document.id and canonical(one.number) == number)

"""Which stored document a file is another form of: the original of a digest, by number and day, however spelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.datatypes import DIGEST, ORIGINAL, Document, DocumentReference
from assistant.index.records import Holding
from assistant.language.document_kinds import UNKNOWN_KIND, kind_named
from assistant.language.document_numbers import resolve
from assistant.language.folding import fold
from assistant.language.number_symbols import read_number
from ingest.places import Places

_CENTRAL = "TW"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+")
_BODIES = frozenset(["ban", "chap", "hanh", "thuong", "vu", "dang", "bo", "uy", "cua", "so"])


def twin_of(document: Document, others: Iterable[Document]) -> Document | None:
    """Find the document that another file gives already: the same number, and the same day.

    Where one of the two tells no day, the year must agree, as the number, the day it came into force or the id tells
    it. The kind may be left out where the number has its code. Numbers of local bodies are given out by each body
    anew: there the issuers must agree as far as both are told.

    Args:
        document: as read from a file.
        others: documents of the collection.

    Returns:
        The only such document; `None` where there is none, or more than one.
    """
    own = read_number(document.number)
    if not own.serial or _year_of(document) is None:
        return None
    kind = own.kind if own.kind is not UNKNOWN_KIND else kind_named(fold(document.kind))
    if kind is UNKNOWN_KIND:
        return None
    reference = DocumentReference(kind.name, own.serial, str(own.symbol))
    near = [one for one in others if _agrees_in_time(document, one) and _may_be_one_issuer(document, one)]
    found = resolve(reference, near).documents
    return found[0] if len(found) == 1 else None


class Twins:
    """The numbered documents of a collection, kept up with during a run, so that twins find each other.

    Args:
        documents: gives those of the catalogue; asked once, when the first numbered document comes.
        places: tell which are still stored, and behind which a digest stands back.
    """

    def __init__(self, documents: Callable[[], Iterable[Document]], places: Places) -> None:
        self._documents = documents
        self._places = places
        self._by_serial: dict[str, dict[str, Document]] | None = None

    def note(self, document: Document) -> None:
        """A document was stored."""
        if self._by_serial is not None and (serial := read_number(document.number).serial):
            self._by_serial.setdefault(serial, {})[document.id] = document

    def known_as(self, document: Document) -> str:
        """The id of the digest that an original belongs to, or belonged to when it was stored; empty where none is."""
        twin = self._twin(document) if document.provenance == ORIGINAL else None
        if twin and (twin.provenance == DIGEST or self._places.waiting(twin.id)):
            return twin.id
        return ""

    def original_of(self, document: Document) -> Holding | None:
        """The file of the original that was stored under an id of its own before its digest came."""
        twin = self._twin(document) if document.provenance == DIGEST else None
        if twin and twin.provenance == ORIGINAL and not self._places.waiting(twin.id):
            return self._places.holder(twin.id)
        return None

    def _twin(self, document: Document) -> Document | None:
        if not (serial := read_number(document.number).serial):
            return None
        if self._by_serial is None:
            self._by_serial = {}
            for one in self._documents():
                self.note(one)
        known = self._by_serial.get(serial, {}).values()
        return twin_of(document, [one for one in known if one.id != document.id and self._places.holder(one.id)])


def _agrees_in_time(one: Document, other: Document) -> bool:
    if one.issued and other.issued:
        return one.issued == other.issued
    return _year_of(one) == _year_of(other)


def _year_of(document: Document) -> int | None:
    """The year of issue; of a document that tells no day, as its number, its effect or its id tells it."""
    if document.issued:
        return document.issued.year
    if year := read_number(document.number).symbol.year:
        return year
    if document.effective:
        return document.effective.year
    years = _YEAR.findall(document.id)
    return int(years[-1]) if years else None


def _may_be_one_issuer(one: Document, other: Document) -> bool:
    if any(read_number(document.number).symbol.issuer.endswith(_CENTRAL) for document in (one, other)):
        return True  # one register for all central bodies of a code
    places = [_names(document) for document in (one, other)]
    return places[0] <= places[1] or places[1] <= places[0]


def _names(document: Document) -> frozenset[str]:
    """The words that tell one body from others of its like ("Huyện uỷ Minh Sơn": huyện, minh, sơn)."""
    return frozenset(_WORDS.findall(fold(document.issuer))) - _BODIES

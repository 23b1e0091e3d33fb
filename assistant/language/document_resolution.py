"""Which document of the catalogue a number in a question means: one, several of the same number, or the nearest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import Levenshtein

from assistant.datatypes import Document, DocumentReference
from assistant.language.congress_terms import is_of_body_term
from assistant.language.document_kinds import UNKNOWN_KIND, Kind, issuer_of, kind_named, may_be_same_issuer
from assistant.language.folding import fold
from assistant.language.number_symbols import DocumentNumber, plain_serial, read_number

NEAREST = 3

_BODY_TERM = re.compile(r"\s*khoá (\w+)$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """`documents`: what the reference means, newest first; `nearest`: what comes close where that is nothing."""

    documents: tuple[Document, ...] = ()
    nearest: tuple[Document, ...] = ()


def resolve(reference: DocumentReference, documents: Iterable[Document]) -> Resolution:
    """Find the documents that a reference means, by number, then narrowed by year, date, issuer and congress term.

    A qualifier that contradicts all documents of the number leaves none: those are the nearest then. A document that
    does not tell (no date, no issuer) is kept only where no other agrees.
    """
    numbered = [(document, read_number(document.number)) for document in documents if document.number]
    found = [document for document, number in numbered if _bears_number(reference, document, number)]
    for agrees in _qualifier_tests(reference):
        found = [document for document in found if agrees(document)] or [
            document for document in found if agrees(document) is None
        ]
    if found:
        return Resolution(documents=tuple(sorted(found, key=_newest_first)))
    ranked = sorted(numbered, key=lambda pair: _distance(reference, *pair))
    same_number = [pair for pair in ranked if _bears_number(reference, *pair)]
    return Resolution(nearest=tuple(document for document, _ in same_number or ranked[:NEAREST]))


def prefer(documents: Sequence[Document], years: Sequence[int], congress: Sequence[str]) -> tuple[Document, ...]:
    """Keep the documents of those years or congress terms where there are any, else all of them."""
    kept = [d for d in documents if (d.issued and d.issued.year in years) or set(d.congress) & set(congress)]
    return tuple(kept or documents)


def _newest_first(document: Document) -> tuple[int, str]:
    return (-(document.issued or date.min).toordinal(), document.id)


def _bears_number(reference: DocumentReference, document: Document, number: DocumentNumber) -> bool:
    if number.serial != plain_serial(reference.serial):
        return False
    if reference.symbol:
        return _same_symbol(reference.symbol, str(number.symbol))
    return _is_of_kind(kind_named(fold(reference.kind)), document, number)


def _same_symbol(asked: str, held: str) -> bool:
    """Compare "CT/TW" and "CT-TW", or the code of the kind alone where no issuer was written."""
    one, other = _letters(asked), _letters(held)
    return one == other or ("/" not in asked and other.startswith(one))


def _letters(symbol: str) -> str:
    return re.sub(r"^(?:qyd|qdi|qc)", "qd", re.sub(r"[^a-z0-9]", "", fold(symbol)))


def _is_of_kind(asked: Kind, document: Document, number: DocumentNumber) -> bool:
    """Tell whether the document's own kind or its number's kind is the one asked for; no kind is any."""
    if asked is UNKNOWN_KIND:
        return True
    return asked.is_family_of(kind_named(fold(document.kind))) or asked.is_family_of(number.kind)


def _qualifier_tests(reference: DocumentReference) -> list[Callable[[Document], bool | None]]:
    """Return one test per qualifier that was given; a test says None where the document does not tell."""
    tests: list[Callable[[Document], bool | None]] = []
    if reference.year:
        tests.append(lambda d: d.issued.year == reference.year if d.issued else None)
    if reference.issued:
        tests.append(lambda d: d.issued == reference.issued if d.issued else None)
    term = _BODY_TERM.search(reference.issuer)
    if term:
        tests.append(lambda d: is_of_body_term(d.issued, term[1]) if d.issued else None)
    issuer = _BODY_TERM.sub("", reference.issuer)
    if issuer:
        tests.append(lambda d: _is_from(issuer, d))
    if reference.congress:
        tests.append(lambda d: reference.congress in d.congress if d.congress else None)
    return tests


def _is_from(issuer: str, document: Document) -> bool | None:
    held = issuer_of(document.issuer, read_number(document.number).symbol.issuer)
    return may_be_same_issuer(issuer, held) if held else None


def _distance(reference: DocumentReference, document: Document, number: DocumentNumber) -> tuple[int, int, int, int]:
    """Order near misses: same serial first, then the fewest differing digits, the same kind, the closest value."""
    asked, held = plain_serial(reference.serial), number.serial or "00"
    other_kind = not _is_of_kind(kind_named(fold(reference.kind)), document, number)
    edits = Levenshtein.distance(asked, held)
    age = _newest_first(document)[0]
    return (edits + 2 * other_kind if edits else other_kind - 1, edits, abs(int(asked) - int(held)), age)

"""Documents that are in the collection twice, and which of the two should go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.datatypes import DIGEST, Document
from assistant.language.document_numbers import canonical
from ingest.health.findings import Health
from ingest.health.sketches import Likeness, find_alike


@dataclass(frozen=True, slots=True)
class Examined:
    """A document of the collection with the file that it came from and the state of that file."""

    document: Document
    path: str
    content_hash: str
    health: Health


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document that another one makes superfluous; `similarity` is 1.0 for files of the same content."""

    keep: str
    drop: str
    similarity: float
    is_exact: bool = False


def find_duplicates(examined: Sequence[Examined]) -> tuple[Duplicate, ...]:
    """Find documents of the same or nearly the same text, each that should go with the one that is most like it.

    An original and a digest, two documents of different numbers or days, and editions of one number are no duplicates.
    """
    ranks = {one.document.id: place for place, one in enumerate(sorted(examined, key=_worth))}
    documents = {one.document.id: one.document for one in examined}
    best: dict[str, Duplicate] = {}
    for found in _alike(examined):
        keep, drop = sorted((found.keep, found.drop), key=ranks.__getitem__)
        if _are_different(documents[keep], documents[drop]):
            continue
        known = best.get(drop)
        if known is None or (found.similarity, -ranks[keep]) > (known.similarity, -ranks[known.keep]):
            best[drop] = Duplicate(keep, drop, found.similarity, found.is_exact)
    return tuple(sorted(best.values(), key=lambda one: (-one.similarity, one.drop)))


def _alike(examined: Sequence[Examined]) -> Iterator[Duplicate]:
    by_hash: dict[str, list[str]] = {}
    for one in examined:
        by_hash.setdefault(one.content_hash, []).append(one.document.id)
    for same in by_hash.values():
        yield from (Duplicate(first, second, 1.0, is_exact=True) for first, second in pairwise(same))
    hashes = {one.document.id: one.content_hash for one in examined}
    yield from _not_exact(find_alike({one.document.id: one.health.sketch for one in examined}), hashes)


def _not_exact(alike: Iterable[Likeness], hashes: Mapping[str, str]) -> Iterator[Duplicate]:
    for one in alike:
        yield Duplicate(one.one, one.other, one.similarity, is_exact=hashes[one.one] == hashes[one.other])


def _worth(one: Examined) -> tuple[bool, bool, int, int, str]:
    """What should stay comes first: what tells number and day, reads well, and is the fuller record."""
    document = one.document
    told = sum(map(bool, (document.issuer, document.signer, document.relations, document.sources)))
    return (not document.number, document.issued is None, len(one.health.findings), -told, document.id)


def _are_different(one: Document, other: Document) -> bool:
    if (one.provenance == DIGEST) != (other.provenance == DIGEST):
        return True
    if not one.number or not other.number:
        return False
    return canonical(one.number) != canonical(other.number) or one.issued != other.issued

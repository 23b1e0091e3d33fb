"""The state of the collection as a whole: what it holds, what is told twice, what is not told, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from assistant.datatypes import Document
from assistant.gaps import MissingDocument
from assistant.language.document_kinds import UNKNOWN_KIND, kind_named
from assistant.language.folding import fold
from ingest.health.duplicates import Duplicate, Examined, find_duplicates


@dataclass(frozen=True, slots=True)
class Collection:
    """What is known of all documents together.

    Attributes:
        kinds: how many documents there are of each kind, the most frequent first; so `provenances` and `formats`.
        without_number: ids of documents of an official kind that tell no number.
        without_date: ids of documents that tell no day.
        missing: documents that are mentioned and not held; `None` where the collection is too large to look at once.
    """

    documents: int
    kinds: Mapping[str, int]
    provenances: Mapping[str, int]
    formats: Mapping[str, int]
    without_number: tuple[str, ...]
    without_date: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    missing: tuple[MissingDocument, ...] | None


def look_at(examined: Sequence[Examined], missing: tuple[MissingDocument, ...] | None) -> Collection:
    """Look at all documents together; `missing` is found apart, since it takes the texts."""
    documents = [one.document for one in examined]
    return Collection(
        documents=len(documents),
        kinds=_counted(one.kind for one in documents),
        provenances=_counted(one.provenance for one in documents),
        formats=_counted(PurePath(one.path).suffix.lower() or "khác" for one in documents),
        without_number=tuple(one.id for one in documents if _is_of_numbered_kind(one) and not one.number),
        without_date=tuple(one.id for one in documents if one.issued is None),
        duplicates=find_duplicates(examined),
        missing=missing,
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _is_of_numbered_kind(document: Document) -> bool:
    return kind_named(fold(document.kind)) is not UNKNOWN_KIND

"""The health report read from the catalogue: nothing is parsed again, and an ingest may run beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.datatypes import Document
from assistant.gaps import MissingDocument, missing_documents
from assistant.index.reader import IndexReader, open_reader
from assistant.index.records import Holding
from assistant.settings import Settings
from ingest.health.collection import look_at
from ingest.health.duplicates import Examined
from ingest.health.findings import health_from_json
from ingest.health.report import HealthReport, worst_first
from ingest.roots import root_named

_MOST_TEXTS = 500
"""Documents up to which the report also gathers those that are mentioned and missing, which takes all texts."""


def report_health(settings: Settings) -> HealthReport:
    """Report on the collection.

    Raises:
        IndexMissingError: nothing was ingested yet.
        IndexOutdatedError: the index was made by another version of the program.
        StorageError: the index cannot be read.
    """
    reader = open_reader(settings)
    try:
        documents = {one.id: one for one in reader.documents()}
        examined = [
            _examined(documents[one.document_id], one, settings)
            for one in reader.holdings()
            if one.document_id in documents  # which another process may have stored since
        ]
        missing = _missing(reader, list(documents.values())) if len(documents) <= _MOST_TEXTS else None
    finally:
        reader.close()
    return HealthReport(look_at(examined, missing), worst_first(examined))


def count_troubled(holdings: Iterable[Holding]) -> int:
    """How many files have a finding that wants attention."""
    return sum(health_from_json(one.health).wants_attention for one in holdings)


def _examined(document: Document, holding: Holding, settings: Settings) -> Examined:
    location = root_named(holding.root, settings.data_dir).folder / holding.path
    return Examined(document, str(location), holding.content_hash, health_from_json(holding.health))


def _missing(reader: IndexReader, documents: Sequence[Document]) -> tuple[MissingDocument, ...]:
    return missing_documents({one.id: reader.text(one.id) for one in documents}, documents)

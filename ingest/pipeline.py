"""A run of the ingest from beginning to end: what it looks at is stored, what is gone disappears, and it reports."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import CorpusError
from assistant.index.builds import is_of_older_version, recorded_roots
from assistant.index.writer import IndexWriter, open_writer
from assistant.settings import Settings
from ingest.file_checks import shown
from ingest.health.reporting import count_troubled
from ingest.loading import SUFFIXES
from ingest.parsing import read_document
from ingest.progress import Progress, Silence
from ingest.ready import ReadDocument
from ingest.report import IngestReport
from ingest.selection import add_known, select
from ingest.storing import Storing

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_MADE_ANEW = "Kho do phiên bản cũ của chương trình tạo ra nên đã được làm lại toàn bộ theo định dạng mới."


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run works with: the model (none: that of the settings), how files are read, who hears of progress."""

    embeddings: Embeddings | None = None
    read: ReadDocument = read_document
    suffixes: Collection[str] = SUFFIXES
    progress: Progress = field(default_factory=Silence)


def ingest_paths(
    settings: Settings, paths: Sequence[Path] = (), *, rebuild: bool = False, tools: Tools | None = None
) -> IngestReport:
    """Bring the index up to date with folders and files.

    Args:
        settings: where the index and, without paths, the documents lie.
        paths: folders to follow and single files to add; none: the corpus folder.
        rebuild: make the whole index anew, from these, all folders that it knew, and the originals; done unasked
            where an older version of the program made the index.
        tools: what to work with, where it is not the usual.

    Raises:
        CorpusError: a path does not exist, or a folder holds no document.
        StoreError: the index cannot be written.
        ModelError: the embedding model cannot be loaded.
    """
    started = time.perf_counter()
    tools = tools or Tools()
    known = recorded_roots(settings.data_dir)
    selection = select(settings, paths, known, tools.suffixes)
    is_older = is_of_older_version(settings.data_dir)
    rebuild = rebuild or is_older
    if rebuild:
        add_known(selection, known, tools.suffixes, settings.data_dir)
    with open_writer(settings, tools.embeddings, rebuild=rebuild) as writer:
        storing = Storing(writer, tools.read, tools.progress, settings.data_dir)
        storing.failures += selection.failures
        storing.store(selection.all_files())
        for root, listing in selection.folders.items():
            if listing.is_whole:
                storing.drop_missing(root, [*(file.path for file in listing.files), *listing.refused])
        report = _report(writer, storing, ignored=selection.ignored())
    remarks = [_MADE_ANEW] if is_older else []
    remarks += [f"Tệp {shown(str(path))} là bản sao của một tệp đã có trong kho nên để chờ." for path in storing.copies]
    return replace(report, seconds=time.perf_counter() - started, remarks=tuple(remarks))


def remove_document(settings: Settings, document_id: str, *, tools: Tools | None = None) -> IngestReport:
    """Take one document out of the index, and its copy out of the originals.

    Raises:
        CorpusError: there is no such document.
        StoreError: the index cannot be written.
    """
    started = time.perf_counter()
    tools = tools or Tools()
    with open_writer(settings, tools.embeddings) as writer:
        storing = Storing(writer, tools.read, tools.progress, settings.data_dir)
        location = storing.remove(document_id)
        if location is None:
            raise CorpusError(
                f"Trong kho không có văn bản {document_id}; xem danh mục bằng: python -m assistant documents."
            )
        report = _report(writer, storing, returning=(str(location),) if location.is_file() else ())
    return replace(report, seconds=time.perf_counter() - started)


def _report(
    writer: IndexWriter, storing: Storing, *, ignored: tuple[str, ...] = (), returning: tuple[str, ...] = ()
) -> IngestReport:
    tally, holdings = storing.tally, writer.holdings()
    return IngestReport(
        new=tally.new,
        changed=tally.changed,
        unchanged=tally.unchanged,
        moved=tally.moved,
        removed=tally.removed,
        failures=tuple(storing.failures),
        documents=len(holdings),
        passages=writer.passage_count(),
        embedded=writer.embedded,
        ignored=ignored,
        returning=returning,
        troubled=count_troubled(holdings),
    )

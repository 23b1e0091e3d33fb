"""The write side of the index: one document at a time, each change complete or not there at all.

Steps of a write, and what a crash in each leaves:
    1. what is new is embedded, and its vectors are stored by their content: vectors that no passage names yet, found
       again by the next run or swept by it;
    2. the old rows of the document go and the new ones come in one transaction: the old or the new document;
    3. at the end of a run that changed enough, a new set of vectors for Chroma is written beside the one in use and
       then named in the catalogue: a half set that nobody opens, swept by the next run.
Until step 3 searches compare the new vectors exactly, so that they are found as soon as step 2 is done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from assistant.datatypes import Document, Passage
from assistant.index import layout, rows
from assistant.index.builds import generation_after, take_over_vectors
from assistant.index.catalogue import Catalogue, create_catalogue, generation_of, set_meta
from assistant.index.embedding_store import EmbeddingStore
from assistant.index.faults import fault
from assistant.index.locking import IngestLock
from assistant.index.records import Holding
from assistant.index.snapshots import check_model, check_schema
from assistant.index.storage_errors import told
from assistant.index.vector_sets import VectorSetKeeper
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


def open_writer(settings: Settings, embeddings: Embeddings | None = None, *, rebuild: bool = False) -> IndexWriter:
    """Open the index for writing; no other process can until the writer is closed.

    Args:
        settings: where the index lies and which model makes it.
        embeddings: the model, where it is not the one that the settings name.
        rebuild: begin an empty index, which takes the place of the one in use when the writer is closed.

    Raises:
        IndexBusyError: another process is writing.
        IndexOutdatedError: another model or version made the index; a rebuild takes it.
        ModelError: there is no such embedding model.
        StorageError: the data folder cannot be written to.
    """
    if embeddings is None:
        from assistant.index.embeddings import load_embeddings

        embeddings = load_embeddings(settings)
    return IndexWriter(settings, embeddings, rebuild=rebuild)


class IndexWriter:
    """Writes documents; a context manager that completes the run at its end, also after failures of single files."""

    def __init__(self, settings: Settings, embeddings: Embeddings, *, rebuild: bool) -> None:
        from assistant.index.embeddings import fingerprint_of

        self._data_dir = settings.data_dir
        with told(self._data_dir):
            self._data_dir.mkdir(parents=True, exist_ok=True)
            self._lock = IngestLock(self._data_dir / layout.LOCK)
        try:
            fingerprint = fingerprint_of(embeddings)
            with told(self._data_dir):
                self._catalogue = self._open(fingerprint, rebuild)
        except BaseException:
            self._lock.release()
            raise
        self._embeddings = EmbeddingStore(self._catalogue, embeddings, fingerprint)
        self._keeper = VectorSetKeeper(self._catalogue, settings.chroma_url)

    def _open(self, fingerprint: str, rebuild: bool) -> Catalogue:
        layout.sweep_builds(self._data_dir)
        current = layout.current_build(self._data_dir)
        if current is None or rebuild:
            build = layout.new_build(self._data_dir)
            create_catalogue(build, generation=generation_after(current), fingerprint=fingerprint)
            if current is None:
                layout.make_current(build)
            else:
                take_over_vectors(build, current, fingerprint)
            return Catalogue(build)
        catalogue = Catalogue(current)
        with catalogue.reading() as connection:
            check_schema(connection, self._data_dir)
            check_model(connection, fingerprint, self._data_dir)
        return catalogue

    @property
    def embedded(self) -> int:
        """How many texts were embedded since the writer was opened."""
        return self._embeddings.embedded

    def holdings(self) -> tuple[Holding, ...]:
        """Where each document of the catalogue came from."""
        with told(self._data_dir), self._catalogue.reading() as connection:
            return rows.holdings(connection)

    def shadowed(self) -> tuple[Holding, ...]:
        """The files that stand back behind a document of the same id."""
        with told(self._data_dir), self._catalogue.reading() as connection:
            return rows.shadowed(connection)

    def recorded(self, root: str) -> Mapping[str, str]:
        """The content hash of each file that came in through a root, by its path."""
        return {one.path: one.content_hash for one in (*self.holdings(), *self.shadowed()) if one.root == root}

    def document(self, document_id: str) -> Document:
        """What the catalogue knows of a document that it holds."""
        with told(self._data_dir), self._catalogue.reading() as connection:
            return rows.document(connection, document_id)

    def documents(self) -> tuple[Document, ...]:
        """What the catalogue knows of all documents, ordered by id."""
        with told(self._data_dir), self._catalogue.reading() as connection:
            return rows.documents(connection)

    def passage_count(self) -> int:
        """How many passages there are."""
        with told(self._data_dir), self._catalogue.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM passages").fetchone()[0])

    def embed(
        self,
        documents: Sequence[tuple[Document, Sequence[Passage]]],
        advance: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Embed what is new in some documents, together, which is quicker than one by one.

        Args:
            documents: documents with their passages.
            advance: is told again and again which share is done, 0 to 1.
        """
        with told(self._data_dir):
            self._embeddings.store(documents, advance)

    def replace(self, document: Document, text: str, passages: Sequence[Passage], source: Holding) -> None:
        """Put a document in the place of what stands under its id, or under its path in the root.

        Args:
            document: what is known of it; its path is the file's path in the root.
            text: its stored text, to which the offsets of the passages refer.
            passages: in reading order.
            source: the file that it came from.
        """
        self.embed([(document, passages)])
        with told(self._data_dir), self._catalogue.changing() as connection:
            rows.delete_document(connection, document.id)
            rows.delete_file(connection, source.root, source.path)
            fault("replace: old rows out")
            keys = rows.insert_document(connection, document, text, passages, source)
            self._embeddings.link(connection, document, keys)
            rows.unshadow(connection, source.root, source.path)
            fault("replace: new rows in")
            _count_up(connection)
        fault("replace: committed")

    def move(self, document: Document, source: Holding) -> None:
        """Note that the file of a document lies elsewhere; its text and passages stay as they are."""
        with told(self._data_dir), self._catalogue.changing() as connection:
            rows.move_document(connection, document, source)
            fault("move: noted")
            _count_up(connection)
        fault("move: committed")

    def remove(self, document_id: str) -> bool:
        """Take a document out; false where there is none of this id."""
        with told(self._data_dir), self._catalogue.changing() as connection:
            found = rows.delete_document(connection, document_id)
            fault("remove: rows out")
            if found:
                _count_up(connection)
        fault("remove: committed")
        return found

    def shadow(self, file: Holding) -> None:
        """Note a file that stands back behind a document of the same id."""
        with told(self._data_dir), self._catalogue.changing() as connection:
            rows.shadow(connection, file)

    def unshadow(self, root: str, path: str) -> None:
        """Forget that a file stands back, so that the next run reads it like a new one."""
        with told(self._data_dir), self._catalogue.changing() as connection:
            rows.unshadow(connection, root, path)

    def finish(self) -> None:
        """Complete the run: sweep vectors that no passage names, bring Chroma up to date, publish a rebuild."""
        with told(self._data_dir):
            self._embeddings.sweep()
            fault("vectors: swept")
            self._keeper.bring_up_to_date()
            if layout.current_build(self._data_dir) != self._catalogue.build:
                fault("rebuild: complete")
                layout.make_current(self._catalogue.build)
                fault("rebuild: current")

    def close(self) -> None:
        """Let another process write; a rebuild that was not finished is forgotten."""
        self._catalogue.close()
        with told(self._data_dir):
            layout.sweep_builds(self._data_dir)
        self._lock.release()

    def __enter__(self) -> IndexWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self.close()


def _count_up(connection: sqlite3.Connection) -> None:
    set_meta(connection, "generation", str(generation_of(connection) + 1))

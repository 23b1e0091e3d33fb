"""Files become stored documents: read in groups, embedded together, each stored whole, failures collected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.datatypes import DIGEST, ORIGINAL
from assistant.errors import DocumentError
from assistant.index.layout import ORIGINALS
from assistant.index.records import Holding
from assistant.index.writer import IndexWriter
from ingest.parsing import slug
from ingest.places import Places
from ingest.progress import Progress
from ingest.reading import Job, Outcome
from ingest.ready import ReadDocument, Ready
from ingest.report import Failure, Tally, failed
from ingest.roots import Root, SourceFile, content_hash, drop_original, keep_original, root_named
from ingest.twins import Twins
from ingest.workers import Readers

_GROUP = 200
"""Passages embedded together: full batches of equal length, and yet each document is seen soon after it was read."""


class Storing:
    """Stores files through one writer.

    Args:
        writer: the open index.
        read: makes a document of a file and the folder it belongs to.
        progress: is told how far the work is.
        data_dir: where originals are kept.
    """

    def __init__(self, writer: IndexWriter, read: ReadDocument, progress: Progress, data_dir: Path) -> None:
        self._writer = writer
        self._read = read
        self._progress = progress
        self._data_dir = data_dir
        self._places = Places(writer.holdings(), writer.shadowed(), data_dir)
        self._twins = Twins(writer.documents, self._places)
        self.tally = Tally()
        self.failures: list[Failure] = []
        self.copies: list[Path] = []
        self._again: list[SourceFile] = []  # originals whose digest came after them

    def store(self, files: Iterable[SourceFile]) -> None:
        """Read, embed and store what is new or changed among these files."""
        pending = [job for file in files if (job := self._job(file))]
        self._progress.begin(sum(job.size for job in pending), len(pending))
        try:
            self._store_all(pending)
        finally:
            self._progress.close()
        if self._again:
            again, self._again = self._again, []
            self.store(again)

    def remove(self, document_id: str) -> Path | None:
        """Take a document out, and let a digest that stood back for it return.

        Returns:
            Where its file lies or lay; `None` where there is no such document.
        """
        holder = self._places.holder(document_id)
        if holder is None:
            return None
        self._forget_copies(document_id)
        self._writer.remove(document_id)
        self._places.forget(holder)
        self.tally.removed += 1
        location = self._places.location(holder)
        if holder.root == ORIGINALS:
            drop_original(location)
        self._bring_back(document_id)
        return location

    def drop_missing(self, root: Root, paths: Iterable[str]) -> None:
        """Take out what came from files of a root that are no longer among these."""
        present = set(paths)
        for one in self._places.in_root(root.name):
            if one.path in present:
                continue
            if self._places.is_stored(one):
                copies = [self._file_of(copy) for copy in self._places.copies(one.document_id)]
                self.remove(one.document_id)
                self.store([copy for copy in copies if copy.location.is_file()])
            else:
                self._forget_shadowed(one)

    def _job(self, file: SourceFile) -> Job | None:
        """A file as it is to be read; none where it was read before, only moved, or cannot be opened."""
        try:
            digest, size = content_hash(file.location), file.location.stat().st_size
        except OSError as error:
            self._fail(file, f"Không mở được tệp ({error.strerror}); hãy kiểm tra tệp và quyền đọc.")
            return None
        known = self._places.at(file)
        if known is not None and known.content_hash == digest:
            self.tally.unchanged += 1
            return None
        left = self._places.left_by(file, digest) if known is None else None
        if left is not None and self._move(left, file):
            return None
        return Job(file, digest, size)

    def _move(self, left: Holding, file: SourceFile) -> bool:
        """Note that a document lies elsewhere; not where it took its id or title from the name that is gone."""
        document = self._writer.document(left.document_id)
        stem = Path(left.path).stem
        if stem != Path(file.path).stem and (document.id == slug(stem) or document.title == stem):
            return False
        now = replace(left, root=file.root.name, path=file.path)
        self._writer.move(replace(document, path=file.path), now)
        self._places.forget(left)
        self._places.note(now)
        self.tally.moved += 1
        return True

    def _store_all(self, pending: Sequence[Job]) -> None:
        done, passages = 0, 0
        with Readers(self._read) as readers:
            for group, size in self._groups(readers.read(pending, self._progress.reading)):
                self._store_group(group, size, done, passages)
                done += size
                passages += sum(len(one.passages) for one in group)

    def _groups(self, read: Iterable[tuple[Job, Outcome]]) -> Iterator[tuple[list[Ready], int]]:
        """Documents read, some at a time, with the size of their files."""
        group: list[Ready] = []
        total = 0
        for job, outcome in read:
            total += job.size
            if outcome.parsed is None:
                self._fail(job.file, outcome.reason)
            else:
                one = outcome.parsed
                group.append(Ready(job.file, outcome.content_hash, one.document, one.text, one.passages, one.health))
            if sum(len(one.passages) for one in group) >= _GROUP:
                yield group, total
                group, total = [], 0
        yield group, total

    def _store_group(self, group: Sequence[Ready], size: int, done: int, passages: int) -> None:
        fresh = sum(len(one.passages) for one in group)

        def advance(share: float) -> None:
            self._progress.reach(done + size * share, passages + fresh * share)

        self._writer.embed([(one.document, one.passages) for one in group], advance)
        for one in group:
            try:
                self._store_one(one)
            except DocumentError as error:
                self._fail(one.file, str(error))
        advance(1)

    def _store_one(self, one: Ready) -> None:
        if known := self._twins.known_as(one.document):
            one = one.under(known)
        elif original := self._twins.original_of(one.document):
            self._put(one)
            self._places.forget(original)
            self._again.append(self._file_of(original))
            return
        holder = self._places.holder(one.document.id)
        if holder is None or not self._places.belongs_elsewhere(one.file, one.document.id):
            if holder and one.document.provenance == ORIGINAL and self._places.waiting(holder.document_id):
                one = one.of_digest(self._writer.document(holder.document_id))
            self._put(one)
        elif (holder.provenance, one.document.provenance) == (ORIGINAL, DIGEST):
            self._stand_back(one)
        elif holder.content_hash == one.content_hash and not one.file.is_addition:
            self._stand_back(one)
            self.copies.append(one.file.location)
        elif (holder.provenance, one.document.provenance) == (DIGEST, ORIGINAL):
            self._writer.shadow(holder)
            digest = self._writer.document(holder.document_id)
            self._put(one.of_digest(digest))
            self._places.note_shadowed(holder)
        else:
            raise DocumentError(
                f"Văn bản mã {holder.document_id} đã có trong kho từ tệp {self._places.location(holder)}; "
                "hãy bỏ một trong hai tệp, hoặc bỏ văn bản đã có khỏi kho."
            )

    def _file_of(self, one: Holding) -> SourceFile:
        root = root_named(one.root, self._data_dir)
        return SourceFile(root, one.path, root.folder / one.path)

    def _put(self, one: Ready) -> None:
        file, holder = one.file, self._places.holder(one.document.id)
        if holder is not None and holder.content_hash != one.content_hash:
            self._forget_copies(holder.document_id)  # they are none any more
        self._count(file, known=holder is not None)
        if file.is_addition:
            file = replace(file, path=self._places.original_path(file, one.document.id))
            keep_original(file)
        document = replace(one.document, path=file.path)
        source = Holding(document.id, file.root.name, file.path, one.content_hash, document.provenance, one.health)
        self._writer.replace(document, one.text, one.passages, source)
        if holder is not None and (holder.root, holder.path) != (file.root.name, file.path):
            self._leave(holder)
        self._places.note(source)
        self._twins.note(document)

    def _leave(self, holder: Holding) -> None:
        """A document moved away from this file."""
        self._places.forget(holder)
        if holder.root == ORIGINALS:
            drop_original(self._places.location(holder))

    def _stand_back(self, one: Ready) -> None:
        file = Holding(one.document.id, one.file.root.name, one.file.path, one.content_hash)
        self._count(one.file, known=False)
        self._writer.shadow(file)
        self._places.note_shadowed(file)

    def _bring_back(self, document_id: str) -> None:
        """Store the files that stood back behind a document that is gone."""
        for one in self._places.waiting(document_id):
            self._forget_shadowed(one)
            file = self._file_of(one)
            if file.location.is_file():
                self.store([file])

    def _forget_copies(self, document_id: str) -> None:
        for one in self._places.copies(document_id):
            self._forget_shadowed(one)

    def _forget_shadowed(self, one: Holding) -> None:
        self._writer.unshadow(one.root, one.path)
        self._places.forget(one)

    def _count(self, file: SourceFile, *, known: bool) -> None:
        if known or self._places.at(file) is not None:
            self.tally.changed += 1
        else:
            self.tally.new += 1

    def _fail(self, file: SourceFile, reason: str) -> None:
        self.failures.append(failed(file.location, reason))

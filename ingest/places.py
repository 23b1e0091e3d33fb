"""Which document came from which file, kept up with during a run, so that two files never claim one document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assistant.index.layout import ORIGINALS
from assistant.index.records import Holding
from ingest.roots import SourceFile, content_hash, root_named

_LONGEST_NAME = 255  # bytes, on every usual file system


class Places:
    """The files behind the documents of the catalogue, and those that stand back: digests and copies.

    Args:
        stored: where the documents came from.
        shadowed: the files that stand back.
        data_dir: where originals are kept.
    """

    def __init__(self, stored: Iterable[Holding], shadowed: Iterable[Holding], data_dir: Path) -> None:
        self._data_dir = data_dir
        self._by_id: dict[str, Holding] = {}
        self._by_place: dict[tuple[str, str], Holding] = {(one.root, one.path): one for one in shadowed}
        for one in stored:
            self.note(one)
        self._by_content = {one.content_hash: one for one in self._by_id.values()}

    def holder(self, document_id: str) -> Holding | None:
        """The file behind a document."""
        return self._by_id.get(document_id)

    def at(self, file: SourceFile) -> Holding | None:
        """What is known of a file."""
        return self._by_place.get((file.root.name, file.path))

    def left_by(self, file: SourceFile, content_hash: str) -> Holding | None:
        """The file, gone from where it was, that seems to lie now where this one lies."""
        one = self._by_content.get(content_hash)
        if one is None or file.is_addition or not self.is_stored(one) or self.location(one).exists():
            return None
        return one

    def in_root(self, root: str) -> list[Holding]:
        """All files that are known of a root."""
        return [one for one in self._by_place.values() if one.root == root]

    def waiting(self, document_id: str) -> list[Holding]:
        """The digests that stand back behind a document."""
        return [one for one in self._behind(document_id) if not self._is_copy(one)]

    def copies(self, document_id: str) -> list[Holding]:
        """The files that hold to the byte what the file behind a document holds."""
        return [one for one in self._behind(document_id) if self._is_copy(one)]

    def _behind(self, document_id: str) -> list[Holding]:
        return [one for one in self._by_place.values() if one.document_id == document_id and not self.is_stored(one)]

    def _is_copy(self, one: Holding) -> bool:
        holder = self._by_id.get(one.document_id)
        return holder is not None and holder.content_hash == one.content_hash

    def is_stored(self, one: Holding) -> bool:
        """Whether the document of a file is in the catalogue with the text of this very file."""
        holder = self._by_id.get(one.document_id)
        return holder is not None and (holder.root, holder.path) == (one.root, one.path)

    def note(self, one: Holding) -> None:
        """A document was stored from this file."""
        place = (one.root, one.path)
        earlier = self._by_place.get(place)
        if earlier is not None and earlier.document_id != one.document_id:
            self._by_id.pop(earlier.document_id, None)
        self._by_id[one.document_id] = self._by_place[place] = one

    def note_shadowed(self, one: Holding) -> None:
        """A file was told to stand back."""
        self._by_place[one.root, one.path] = one

    def forget(self, one: Holding) -> None:
        """A file is no longer known, nor the document that came from it."""
        if self.is_stored(one):
            del self._by_id[one.document_id]
        self._by_place.pop((one.root, one.path), None)

    def location(self, one: Holding) -> Path:
        """Where a file lies."""
        return root_named(one.root, self._data_dir).folder / one.path

    def belongs_elsewhere(self, file: SourceFile, document_id: str) -> bool:
        """Whether a document belongs to another file that is still there and is not just added again."""
        holder = self._by_id.get(document_id)
        if holder is None or (holder.root, holder.path) == (file.root.name, file.path):
            return False
        if file.is_addition and holder.root == ORIGINALS:
            return False
        return self.location(holder).is_file()

    def original_path(self, file: SourceFile, document_id: str) -> str:
        """A name among the originals that is free, or was this document's before."""
        name = Path(file.path)
        number = 1
        while True:
            path = _numbered(name, number) if number > 1 else name.name
            known = self._by_place.get((ORIGINALS, path))
            if known is not None and known.document_id == document_id:
                return path
            if known is None and _is_free(file.root.folder / path, file.location):
                return path
            number += 1


def _numbered(name: Path, number: int) -> str:
    """The name with a number, as long as a name may be."""
    end = f"-{number}{name.suffix}"
    room = _LONGEST_NAME - len(end.encode())
    return name.stem.encode()[:room].decode(errors="ignore") + end


def _is_free(target: Path, location: Path) -> bool:
    """Whether nothing lies there, or the same content from a run that was cut off."""
    return not target.exists() or content_hash(target) == content_hash(location)

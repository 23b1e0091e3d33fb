"""Where documents come in: folders that are followed as a whole, and single files that are kept as originals."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CorpusError
from assistant.index.layout import ORIGINALS
from ingest.file_checks import objection, shown

READING = "2"
"""Grows when the same file would give other passages, so that unchanged files are read anew."""
_LONGEST_NOTED = 240
"""Bytes of a name that can still grow by what the note of its address adds; file systems allow 255."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder through which documents come in, and the name under which the catalogue knows it."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: its root, its path in the root, and where it lies now (a new original lies elsewhere)."""

    root: Root
    path: str
    location: Path

    @property
    def is_addition(self) -> bool:
        """Whether it still has to be copied to where it will belong."""
        return self.location != self.root.folder / self.path


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds: files to read, files of other formats, and by path what is not opened, with the reason.

    `is_whole` tells that every folder below could be looked into, so that what is not listed is not there.
    """

    files: tuple[SourceFile, ...]
    ignored: tuple[str, ...]
    refused: dict[str, str]
    is_whole: bool


def root_at(folder: Path, data_dir: Path) -> Root:
    """The root of a folder; beside the data folder it is known by its relative path, so that both can move."""
    folder = folder.resolve()
    if folder == originals_of(data_dir).folder:
        return originals_of(data_dir)
    home = data_dir.resolve().parent
    name = folder.relative_to(home).as_posix() if folder.is_relative_to(home) else folder.as_posix()
    return Root(name, folder)


def root_named(name: str, data_dir: Path) -> Root:
    """The root that the catalogue knows under this name."""
    return originals_of(data_dir) if name == ORIGINALS else Root(name, data_dir.resolve().parent / name)


def originals_of(data_dir: Path) -> Root:
    """The root of single files that were added."""
    return Root(ORIGINALS, data_dir.resolve() / ORIGINALS)


def list_folder(root: Root, suffixes: Collection[str], *, without: Path) -> Listing:
    """The files of a folder and its subfolders by name; hidden ones and the folder `without` are left out."""
    files: list[SourceFile] = []
    ignored: list[str] = []
    refused: dict[str, str] = {}
    closed: list[str] = []
    for folder, subfolders, names in os.walk(root.folder, onerror=lambda error: closed.append(error.filename)):
        here = Path(folder)
        subfolders[:] = sorted(one for one in subfolders if not is_hidden(one) and here / one != without)
        for name in sorted(one for one in names if not is_hidden(one)):
            path = (here / name).relative_to(root.folder).as_posix()
            if Path(name).suffix.lower() not in suffixes:
                ignored.append(shown(path))
            elif reason := objection(here / name, root.folder):
                refused[path] = reason
            else:
                files.append(SourceFile(root, path, here / name))
    refused |= {os.path.relpath(one, root.folder): "Không mở được thư mục; hãy kiểm tra quyền đọc." for one in closed}
    return Listing(tuple(files), tuple(ignored), refused, is_whole=not closed)


def is_hidden(name: str) -> bool:
    """Whether a name is not meant for people: hidden, or the mark of a file that is open in a word processor."""
    return name.startswith((".", "~$"))


def list_corpus(root: Root, suffixes: Collection[str], *, data_dir: Path) -> Listing:
    """The files of a folder that must hold some: an empty one is more likely a mistake than a wish to forget all.

    Raises:
        CorpusError: it holds no document.
    """
    listing = list_folder(root, suffixes, without=data_dir.resolve())
    if not (listing.files or listing.refused):
        raise CorpusError(
            f"Thư mục {root.folder} không có tệp {', '.join(sorted(suffixes))} nào; hãy kiểm tra lại đường dẫn "
            "(để bỏ một văn bản khỏi kho: python -m ingest --remove MÃ)."
        )
    return listing


def content_hash(path: Path) -> str:
    """What tells a changed file from an unchanged one."""
    with path.open("rb") as file:
        return f"{READING}:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def keep_original(file: SourceFile) -> None:
    """Copy an addition to where it belongs, complete or not at all."""
    target = file.root.folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(".incoming")  # short: the name itself may be as long as names can be
    shutil.copyfile(file.location, fresh)
    os.replace(fresh, target)
    if address := address_of(file.location):
        note_address(target, address)


def drop_original(location: Path) -> None:
    """Delete an original and the note of where it came from."""
    location.unlink(missing_ok=True)
    _note_of(location).unlink(missing_ok=True)


def note_address(file: Path, address: str) -> None:
    """Note beside a file from which web address it came, where the file cannot say so itself."""
    _note_of(file).write_text(address, encoding="utf-8")


def address_of(file: Path) -> str:
    """The web address that is noted beside a file; empty where there is none."""
    note = _note_of(file)
    return note.read_text(encoding="utf-8") if note.is_file() else ""


def _note_of(file: Path) -> Path:
    name = file.name.encode()
    short = file.name if len(name) <= _LONGEST_NOTED else hashlib.sha256(name).hexdigest()
    return file.with_name(f".{short}.address")  # hidden, so that no listing takes it for a document

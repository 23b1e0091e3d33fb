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

READING = "2"
"""Grows when the same file would give other passages, so that unchanged files are read anew."""


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
    """What a folder holds: files to read, files of other formats, and what could not be looked at."""

    files: tuple[SourceFile, ...]
    ignored: tuple[str, ...]
    unreadable: tuple[str, ...]


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
    unreadable: list[str] = []
    for folder, subfolders, names in os.walk(root.folder, onerror=lambda error: unreadable.append(error.filename)):
        here = Path(folder)
        subfolders[:] = sorted(one for one in subfolders if not one.startswith(".") and here / one != without)
        for name in sorted(one for one in names if not one.startswith(".")):
            path = (here / name).relative_to(root.folder).as_posix()
            if Path(name).suffix.lower() not in suffixes:
                ignored.append(path)
            elif not (here / name).resolve().is_relative_to(root.folder):
                unreadable.append(path)  # a link that leads out of the folder
            else:
                files.append(SourceFile(root, path, here / name))
    return Listing(tuple(files), tuple(ignored), tuple(unreadable))


def list_corpus(root: Root, suffixes: Collection[str], *, data_dir: Path) -> Listing:
    """The files of a folder that must hold some: an empty one is more likely a mistake than a wish to forget all.

    Raises:
        CorpusError: it holds no document.
    """
    listing = list_folder(root, suffixes, without=data_dir.resolve())
    if not listing.files:
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
    fresh = target.with_name(f".{target.name}.new")
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
    return file.with_name(f".{file.name}.address")  # hidden, so that no listing takes it for a document

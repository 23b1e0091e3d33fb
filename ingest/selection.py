"""What a run looks at: the folders that it follows as a whole, and single files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import CorpusError
from assistant.index.layout import ORIGINALS
from assistant.settings import Settings
from ingest.file_checks import objection, shown
from ingest.report import Failure, failed
from ingest.roots import Listing, Root, SourceFile, list_corpus, list_folder, originals_of, root_at, root_named


@dataclass(slots=True)
class Selection:
    """Folders with what they hold, single files, and what could not be looked at."""

    folders: dict[Root, Listing] = field(default_factory=dict)
    files: list[SourceFile] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def all_files(self) -> list[SourceFile]:
        """Every file once, those of folders first."""
        listed = [file for listing in self.folders.values() for file in listing.files]
        return list(dict.fromkeys([*listed, *self.files]))

    def ignored(self) -> tuple[str, ...]:
        """The files of formats that are not read."""
        return tuple(path for listing in self.folders.values() for path in listing.ignored)

    def add_file(self, file: SourceFile) -> None:
        """Look at one file."""
        if reason := objection(file.location, file.location.parent):
            self.failures.append(failed(file.location, reason))
        else:
            self.files.append(file)

    def add_folder(self, root: Root, listing: Listing) -> None:
        """Follow a folder."""
        self.folders[root] = listing
        self._refuse(root, listing)

    def add_files(self, outer: Root, root: Root, listing: Listing) -> None:
        """Look at the files of a folder that lies in another one which is followed."""
        self.files += [_below(outer, file.location) for file in listing.files]
        self._refuse(root, listing)

    def _refuse(self, root: Root, listing: Listing) -> None:
        self.failures += [failed(root.folder / path, reason) for path, reason in listing.refused.items()]


def select(settings: Settings, paths: Sequence[Path], known: Collection[str], suffixes: Collection[str]) -> Selection:
    """What the paths of a run stand for.

    Args:
        settings: name the folder that stands for no paths at all.
        paths: folders and files.
        known: the names of the roots of the catalogue; a file below one of them belongs to it.
        suffixes: of the files that can be read.

    Raises:
        CorpusError: a path does not exist, or a folder holds no document.
    """
    data_dir = settings.data_dir
    roots = {root_at(settings.corpus_dir, data_dir), *(root_named(name, data_dir) for name in known)}
    selection = Selection()
    for path in paths or [settings.corpus_dir]:
        if not path.exists() or shown(str(path)) != str(path):
            raise CorpusError(f"Không có tệp hay thư mục {shown(str(path))}; hãy kiểm tra lại đường dẫn.")
        place = path.resolve()
        outer = next((root for root in roots if root.folder in place.parents), None)
        if not place.is_dir():
            selection.add_file(_below(outer, place) if outer else _addition(place, data_dir))
            continue
        root = root_at(place, data_dir)
        listing = list_corpus(root, suffixes, data_dir=data_dir)
        if outer is None:
            selection.add_folder(root, listing)
        else:
            selection.add_files(outer, root, listing)
    return selection


def add_known(selection: Selection, known: Collection[str], suffixes: Collection[str], data_dir: Path) -> None:
    """Add what a rebuild needs beside the paths of the run: all roots of the catalogue, and the originals last."""
    for name in [*(one for one in known if one != ORIGINALS), ORIGINALS]:
        root = root_named(name, data_dir)
        if root in selection.folders:
            continue
        if root.folder.is_dir():
            selection.add_folder(root, list_folder(root, suffixes, without=data_dir.resolve()))
        elif name != ORIGINALS:
            reason = "Thư mục này không còn, nên các văn bản của nó cũng không còn trong kho."
            selection.failures.append(Failure(str(root.folder), reason))


def _below(root: Root, location: Path) -> SourceFile:
    return SourceFile(root, location.relative_to(root.folder).as_posix(), location)


def _addition(location: Path, data_dir: Path) -> SourceFile:
    return SourceFile(originals_of(data_dir), location.name, location)

"""Web addresses among the sources of a run: each is fetched into a file, which then goes in like any other."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import DocumentError
from assistant.settings import Settings
from ingest.fetching import fetch, written
from ingest.report import Failure
from ingest.roots import note_address
from ingest.web_files import save

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_MARKED = ".html"  # a page says itself where it came from


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a run, those that were fetched among them, and the addresses that gave none."""

    paths: tuple[Path, ...]
    failures: tuple[Failure, ...] = ()


@contextmanager
def fetched(
    sources: Sequence[str | Path], settings: Settings, tell: Callable[[str], None] = lambda _: None
) -> Iterator[Sources]:
    """Fetch the addresses among the sources; the files that come of them last as long as the context.

    Args:
        sources: paths, and addresses as text.
        settings: say whether private addresses may be opened.
        tell: hears each address before it is fetched.
    """
    paths: list[Path] = []
    failures: list[Failure] = []
    with tempfile.TemporaryDirectory(prefix="tro-ly-dai-hoi-") as folder:
        for source in dict.fromkeys(sources):
            if not is_address(source):
                paths.append(Path(source))
                continue
            tell(str(source))
            try:
                paths.append(_file_of(str(source), Path(folder), allow_private=settings.allow_private_addresses))
            except DocumentError as error:
                failures.append(Failure(str(source), str(error)))
        yield Sources(tuple(paths), tuple(failures))


def is_address(source: str | Path) -> bool:
    """Whether a source is an address; what has another scheme than the web's is one too, and will be refused."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def _file_of(typed: str, folder: Path, *, allow_private: bool) -> Path:
    address = written(typed)
    file = save(address, fetch(address, allow_private=allow_private), folder)
    if file.suffix != _MARKED:
        note_address(file, address)
    return file

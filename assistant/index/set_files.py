"""Whether the files of a set of vectors are all there: Chroma's native code does not survive reading a broken one."""

from __future__ import annotations

import json
import os
from pathlib import Path

_SEAL = "complete.json"
_CHANGING = (".sqlite3", ".sqlite3-journal", ".sqlite3-wal", ".sqlite3-shm")
"""Files that a reader may touch; SQLite notices by itself when they are broken."""


def seal(folder: Path) -> None:
    """Bring all files to the disk, and only then write down what they are."""
    for path in _files(folder):
        _to_disk(path)
    sealed = folder / _SEAL
    sealed.write_text(json.dumps(_sizes(folder)), encoding="utf-8")
    _to_disk(sealed)


def is_sealed(folder: Path) -> bool:
    """Whether the folder was sealed and its files have the length that they had then."""
    try:
        recorded = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(recorded == _sizes(folder))


def _sizes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in _files(folder)
        if not path.name.endswith(_CHANGING) and path.name != _SEAL
    }


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())

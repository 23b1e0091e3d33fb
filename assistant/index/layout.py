"""Where the index lies below the data folder, and which of its builds is the current one.

    current              the name of the build that readers use; replaced in one step
    index-1/             one build: catalogue.db, and the vectors as Chroma keeps them in vectors-…/
    originals/           single files that were added; they outlive every rebuild
    ingest.lock          held while a process writes

A rebuild grows beside the build in use and becomes current at its end, so that an interrupted one costs nothing.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

CATALOGUE = "catalogue.db"
ORIGINALS = "originals"
LOCK = "ingest.lock"
_POINTER = "current"
_BUILD = re.compile(r"index-(\d+)")


def current_build(data_dir: Path) -> Path | None:
    """The folder of the build in use; `None` where nothing was ingested yet."""
    try:
        name = (data_dir / _POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return data_dir / name if _BUILD.fullmatch(name) else None


def new_build(data_dir: Path) -> Path:
    """Make the folder of another build, with a number that none had before."""
    numbers = [int(found[1]) for entry in data_dir.iterdir() if (found := _BUILD.fullmatch(entry.name))]
    build = data_dir / f"index-{max(numbers, default=0) + 1}"
    build.mkdir()
    return build


def make_current(build: Path) -> None:
    """Let readers use this build from now on."""
    pointer = build.parent / _POINTER
    fresh = pointer.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(build.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, pointer)


def sweep_builds(data_dir: Path) -> None:
    """Delete the builds that are not current: replaced ones, and what an interrupted rebuild left."""
    current = current_build(data_dir)
    for entry in data_dir.iterdir():
        if _BUILD.fullmatch(entry.name) and entry != current:
            shutil.rmtree(entry, ignore_errors=True)  # a file that is still open on Windows goes next time

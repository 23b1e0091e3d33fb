"""A drill for writers: each run of the ingest is cut off at a random step, and the next one must make up for it.

Run as a program, so that every writer is a quick fork of a process that has all libraries and no threads:
    python tests/drill.py FOLDER SEED KILLS FULL_DISKS
"""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import chromadb  # noqa: F401 - loaded before the forks
import numpy  # noqa: F401
import pebble  # noqa: F401

from assistant.errors import StorageError
from assistant.index import faults
from assistant.index.layout import CATALOGUE, current_build
from assistant.settings import Settings
from ingest.pipeline import Tools, ingest_paths
from tests.fakes import WordCountEmbeddings
from tests.index_content import content
from tests.line_documents import read_lines

FILES = 200
_TEXT = "chi bộ đại hội bầu cấp uỷ phiếu văn kiện nhân sự thảo luận nghị quyết biên bản thư ký đoàn chủ tịch"
_WORDS = tuple(_TEXT.split())
_FAILED = 3


def ingest(settings: Settings) -> None:
    tools = Tools(embeddings=WordCountEmbeddings(), read=read_lines, suffixes={".txt"})
    ingest_paths(settings, tools=tools)


def forked(work: Callable[[], object]) -> int:
    """Do some work in a process of its own; its exit status, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except (StorageError, OSError, sqlite3.OperationalError):
            os._exit(_FAILED)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Drill:
    """One index through many cut-off runs, over a folder that alternates between two states."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.settings = Settings(data_dir=folder / "data", corpus_dir=folder / "corpus")
        self.states = [self._texts(0), self._texts(1)]
        self.points: Counter[str] = Counter()
        self.clean = [self._clean(folder / f"clean-{number}", number) for number in (0, 1)]
        self._now = 0

    def turn(self) -> None:
        """Change a third of the files: new, changed, moved and removed ones."""
        self._now = 1 - self._now
        self._fill(self._now)

    def start_anew(self) -> None:
        shutil.rmtree(self.settings.data_dir, ignore_errors=True)

    def step(self) -> int:
        """A step of the run that lies ahead, tried on a copy; each point is as likely as any other."""
        copy = self.settings.model_copy(update={"data_dir": self.settings.data_dir.with_name("copy")})
        if self.settings.data_dir.exists():
            shutil.copytree(self.settings.data_dir, copy.data_dir)
        counted = copy.data_dir.with_name("steps")
        forked(lambda: self._count(copy, counted))
        shutil.rmtree(copy.data_dir)
        passed = counted.read_text().split("\n")
        point = self.chance.choice(sorted(set(passed)))
        return self.chance.choice([number for number, one in enumerate(passed, start=1) if one == point])

    def cut_off(self, step: int, act: Callable[[], None]) -> int:
        """Run until a step at which something happens."""
        told = self.settings.data_dir.with_name("point")

        def work() -> None:
            left = [step]

            def hook(point: str) -> None:
                left[0] -= 1
                if left[0] == 0:
                    told.write_text(point)
                    act()

            faults.install(hook)
            ingest(self.settings)

        status = forked(work)
        self.points[told.read_text()] += 1
        return status

    def complete(self) -> None:
        """Run again, undisturbed: the index must be that of a clean build."""
        assert forked(lambda: ingest(self.settings)) == 0
        assert content(self.settings) == self.clean[self._now]

    def grow_at_most(self, most_bytes: int) -> int:
        """Run where no file can grow beyond a size, as on a full disk."""

        def work() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
            ingest(self.settings)

        return forked(work)

    def catalogue_bytes(self) -> int:
        build = current_build(self.settings.data_dir)
        assert build is not None
        return (build / CATALOGUE).stat().st_size

    def _count(self, settings: Settings, counted: Path) -> None:
        passed: list[str] = []
        faults.install(passed.append)
        ingest(settings)
        counted.write_text("\n".join(passed))

    def _texts(self, state: int) -> dict[str, str]:
        stay, texts = FILES * 2 // 3, {}
        for number in range(FILES):
            own = random.Random(f"{number} {state if number % 3 == 0 else 0}")
            lines = [" ".join(own.choices(_WORDS, k=8)) + f" {number} {part}" for part in range(own.randint(1, 4))]
            folder = f"chuyển-{state}/" if number >= stay and number % 3 == 1 else ""
            name = f"{folder}{number}-{state if number >= stay and number % 3 == 2 else 0}"
            texts[name] = f"id: d{number}\n" + "\n".join(lines)
        return texts

    def _fill(self, state: int) -> None:
        shutil.rmtree(self.settings.corpus_dir, ignore_errors=True)
        for name, text in self.states[state].items():
            path = self.settings.corpus_dir / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def _clean(self, folder: Path, state: int) -> list[object]:
        self._fill(state)
        fresh = self.settings.model_copy(update={"data_dir": folder})
        assert forked(lambda: ingest(fresh)) == 0
        return content(fresh)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fill_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _fill_database() -> None:
    raise sqlite3.OperationalError("database or disk is full")


def main(folder: str, seed: str, kills: str, full_disks: str) -> None:
    drill = Drill(Path(folder), int(seed))
    for number in range(int(kills)):
        drill.start_anew() if number % 10 == 9 else drill.turn()
        step = drill.step()
        assert drill.cut_off(step, _die) == -signal.SIGKILL
        drill.complete()
    sys.stdout.write(f"kills: {kills}, points: {dict(drill.points.most_common())}\n")
    drill.points.clear()
    limited = 0
    for number in range(int(full_disks)):
        drill.turn()
        if number % 3 == 2:
            limited += drill.grow_at_most(int(drill.catalogue_bytes() * drill.chance.uniform(0.5, 1))) == _FAILED
        else:
            step = drill.step()
            assert drill.cut_off(step, (_fill_disk, _fill_database)[number % 3]) == _FAILED
        drill.complete()
    sys.stdout.write(f"full disks: {full_disks}, {limited} by a limit, points: {dict(drill.points.most_common())}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Files read ahead in worker processes, which end when a file takes too long, takes too much or crashes them.

Workers are spawned, not forked: a fork would copy the embedding model's threads in whatever state they are. Each leads
a session of its own, so that the programs which it started (a converter, the character recognition) end with it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest import limits
from ingest.reading import Job, Outcome, read_job
from ingest.ready import ReadDocument

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

_MOST_WORKERS = 4
_MOST_TASKS = 100  # a worker is then replaced, since foreign libraries keep memory
_AHEAD_FILES = 64
_AHEAD_BYTES = 32 * limits.MEGABYTE
_SIGNAL_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file under way: its future and the pool that owes it; neither for one that is read when its turn comes."""

    job: Job
    future: ProcessFuture[Outcome] | None = None
    pool: ProcessPool | None = None


class Readers:
    """Reads files in their order, those ahead meanwhile in worker processes; a context manager that ends them.

    Args:
        read: makes a document of a file; where a worker reads, it must be importable there.
    """

    def __init__(self, read: ReadDocument) -> None:
        self._read = read
        self._pool: ProcessPool | None = None

    def read(self, jobs: Sequence[Job], tell: Callable[[str], None]) -> Iterator[tuple[Job, Outcome]]:
        """The outcome of each file; `tell` hears the path of the one that is waited for."""
        waiting, begun = deque(jobs), deque[_Begun]()
        while waiting or begun:
            while waiting and _has_room(begun, waiting[0]):
                begun.append(self._begin(waiting.popleft()))
            one = begun.popleft()
            tell(one.job.file.path)
            yield one.job, self._outcome(one)

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
        self._pool = None

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _begin(self, job: Job) -> _Begun:
        if limits.is_harmless(job.file.location, job.size):
            return _Begun(job)
        if self._pool is None or not self._pool.active:
            self.close()
            self._pool = _new_pool(min(os.cpu_count() or 1, _MOST_WORKERS))
        return _Begun(job, _schedule(self._pool, self._read, job), self._pool)

    def _outcome(self, one: _Begun) -> Outcome:
        if one.future is None or one.pool is None:
            return read_job(self._read, one.job)
        try:
            return _awaited(one.future, one.pool)
        except BrokenProcessPool:  # some other file may have done it: this one is read in a process of its own
            with _new_pool(1) as pool, suppress(BrokenProcessPool):
                return _awaited(_schedule(pool, self._read, one.job), pool)
        return _ENDED


_ENDED = Outcome(reason="Tệp này làm chương trình đọc dừng đột ngột; hãy kiểm tra tệp, hoặc lưu lại ở định dạng khác.")
_SLOW = Outcome(reason="Đọc tệp này mất quá nhiều thời gian nên đã dừng; hãy chia nhỏ hoặc lưu lại ở định dạng khác.")


def _has_room(begun: deque[_Begun], following: Job) -> bool:
    size = sum(one.job.size for one in begun) + following.size
    return not begun or (len(begun) < _AHEAD_FILES and size <= _AHEAD_BYTES)


def _new_pool(workers: int) -> ProcessPool:
    from pebble import ProcessPool

    return ProcessPool(
        workers, _MOST_TASKS, _settle, (limits.WORKER_BYTES,), context=multiprocessing.get_context("spawn")
    )


def _schedule(pool: ProcessPool, read: ReadDocument, job: Job) -> ProcessFuture[Outcome]:
    seconds = limits.seconds_for(job.file.location, job.size)
    return pool.schedule(read_job, args=(read, job), timeout=seconds)


def _awaited(future: ProcessFuture[Outcome], pool: ProcessPool) -> Outcome:
    """The outcome of a file in a worker.

    Raises:
        BrokenProcessPool: the pool went down before it was known which file did it.
    """
    from pebble import ProcessExpired

    while pool.active and not future.done():
        wait([future], timeout=1)
    if not future.done():
        raise BrokenProcessPool
    try:
        return future.result()
    except TimeoutError:
        return _SLOW
    except ProcessExpired as error:
        _end_group(error.pid)
        return _ENDED


def _settle(most_bytes: int) -> None:
    """Prepare a new worker: a session of its own, an end with its parent, and a limit on memory."""
    if sys.platform == "win32":
        return
    import resource

    os.setsid()
    signal.signal(signal.SIGTERM, lambda *_: os.killpg(0, signal.SIGKILL))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_WITH_PARENT, signal.SIGTERM)
    with suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))


def _end_group(leader: int | None) -> None:
    """End what a worker that is gone left running."""
    if sys.platform != "win32" and leader:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)

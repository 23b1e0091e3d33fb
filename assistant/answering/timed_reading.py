"""Reads what arrives piece by piece in a thread of its own, so that nobody waits longer than agreed."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

Pieces = Callable[[], AsyncGenerator[str, None]]
CLOSING_SECONDS = 1.0
_END = object()


def read_in_time(pieces: Pieces, seconds: float) -> Iterator[str]:
    """The pieces as they arrive; when the caller stops or the time is over, the reading is cancelled.

    Args:
        pieces: opens the source; run in another thread, in an event loop of its own.
        seconds: for all pieces together, the opening included.

    Raises:
        TimeoutError: the time is over.
        Exception: whatever the source raises.
    """
    reading = _Reading(pieces)
    reading.start()
    deadline = time.monotonic() + seconds
    try:
        while (arrived := reading.next_before(deadline)) is not _END:
            if isinstance(arrived, Exception):
                raise arrived
            yield str(arrived)
    finally:
        reading.cancel()


class _Reading(threading.Thread):
    """One source read to its end or until cancelled; a daemon, so that a hanging one cannot keep the process alive."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__(name="chat-model", daemon=True)
        self._pieces = pieces
        self._arrived: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._loop = asyncio.new_event_loop()
        self._loop.set_default_executor(_DaemonThreads())
        self._task = self._loop.create_task(self._read())

    def next_before(self, deadline: float) -> object:
        """What arrived next: a piece, an exception or `_END`."""
        try:
            return self._arrived.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            raise TimeoutError from None

    def cancel(self) -> None:
        """End the reading wherever it stands, without waiting for it."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: it has ended already
            self._loop.call_soon_threadsafe(self._task.cancel)

    def run(self) -> None:
        """Read in this thread until the source ends, fails or is cancelled."""
        try:
            with contextlib.suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._task)
            self._loop.run_until_complete(_closings())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        finally:
            self._loop.close()

    async def _read(self) -> None:
        try:
            async with contextlib.aclosing(self._pieces()) as pieces:
                async for piece in pieces:
                    if self._task.cancelling():  # Python 3.11's wait_for can swallow it when a piece comes just then
                        return
                    self._arrived.put(piece)
            self._arrived.put(_END)
        except Exception as error:
            self._arrived.put(error)


async def _closings() -> None:
    """Let the connections that were given up close themselves."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    if tasks:
        await asyncio.wait(tasks, timeout=CLOSING_SECONDS)


class _DaemonThreads(ThreadPoolExecutor):
    """Runs each call in a daemon thread: the interpreter waits for the threads of an ordinary pool.

    The event loop looks up host names here, and without a network that takes many seconds.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as in the base
        """Start the call at once."""
        future: Future[Any] = Future()

        def call() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        threading.Thread(target=call, name="chat-model-lookup", daemon=True).start()
        return future

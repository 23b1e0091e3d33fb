"""The progress of an ingest on the terminal: how far, which file, how much longer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Never, Protocol

from ingest.file_checks import shown
from ingest.report import decimal

if TYPE_CHECKING:
    from tqdm import tqdm


class Progress(Protocol):
    """What a run tells while it works; the amount of work is counted in bytes of the files to read."""

    def begin(self, total: int, files: int) -> None:
        """So many bytes in so many files lie ahead."""

    def reading(self, name: str) -> None:
        """The next file is being read."""

    def reach(self, done: float, passages: float) -> None:
        """So many bytes are done altogether, which gave so many passages."""

    def close(self) -> None:
        """The work is over."""


class Silence:
    """Tells nothing."""

    def begin(self, total: int, files: int) -> None:
        """Say nothing."""

    def reading(self, name: str) -> None:
        """Say nothing."""

    def reach(self, done: float, passages: float) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Say nothing."""


class ProgressBar:
    """A bar with file, passages a second and time left on standard error; nothing where that is no terminal.

    Args:
        hidden: whether to show it; `None` leaves that to whether standard error is a terminal.
    """

    def __init__(self, *, hidden: bool | None = None) -> None:
        self._hidden = hidden
        self._bar: tqdm[Never] | None = None
        self._files = 0
        self._read = 0
        self._begun = 0.0

    def begin(self, total: int, files: int) -> None:
        """Show the empty bar."""
        from tqdm import tqdm

        self._files, self._read, self._begun = files, 0, time.monotonic()
        self._bar = tqdm(
            total=max(total, 1),
            disable=self._hidden,
            leave=False,
            bar_format="{percentage:3.0f}% |{bar:24}| {desc}{postfix}, còn khoảng {remaining}",
        )

    def reading(self, name: str) -> None:
        """Show the name of the file."""
        self._read += 1
        if self._bar is not None:
            self._bar.set_description_str(f"tệp {self._read}/{self._files}: {shown(name[-50:])}")

    def reach(self, done: float, passages: float) -> None:
        """Fill the bar up to here, and show how quickly passages go in."""
        if self._bar is not None:
            rate = passages / max(time.monotonic() - self._begun, 1e-3)
            self._bar.set_postfix_str(f"{decimal(rate)} đoạn/giây", refresh=False)
            self._bar.update(max(0, done - self._bar.n))
            self._bar.refresh()  # steps are few and long: none may be passed over

    def close(self) -> None:
        """Wipe the bar away."""
        if self._bar is not None:
            self._bar.close()

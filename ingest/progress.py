"""The progress of an ingest on the terminal: how far, which file, how much longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Never, Protocol

if TYPE_CHECKING:
    from tqdm import tqdm


class Progress(Protocol):
    """What a run tells while it works; the amount of work is counted in bytes of the files to read."""

    def begin(self, total: int, files: int) -> None:
        """So many bytes in so many files lie ahead."""

    def reading(self, name: str) -> None:
        """The next file is being read."""

    def reach(self, done: float) -> None:
        """So many bytes are done altogether."""

    def close(self) -> None:
        """The work is over."""


class Silence:
    """Tells nothing."""

    def begin(self, total: int, files: int) -> None:
        """Say nothing."""

    def reading(self, name: str) -> None:
        """Say nothing."""

    def reach(self, done: float) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Say nothing."""


class ProgressBar:
    """A bar with the file's name and the time left on standard error; nothing where that is no terminal.

    Args:
        hidden: whether to show it; `None` leaves that to whether standard error is a terminal.
    """

    def __init__(self, *, hidden: bool | None = None) -> None:
        self._hidden = hidden
        self._bar: tqdm[Never] | None = None
        self._files = 0
        self._read = 0

    def begin(self, total: int, files: int) -> None:
        """Show the empty bar."""
        from tqdm import tqdm

        self._files = files
        self._bar = tqdm(
            total=max(total, 1),
            disable=self._hidden,
            leave=False,
            bar_format="{percentage:3.0f}% |{bar:24}| {desc}, còn khoảng {remaining}",
        )

    def reading(self, name: str) -> None:
        """Show the name of the file."""
        self._read += 1
        if self._bar is not None:
            self._bar.set_description_str(f"tệp {self._read}/{self._files}: {name[-50:]}")

    def reach(self, done: float) -> None:
        """Fill the bar up to here."""
        if self._bar is not None:
            self._bar.update(max(0, done - self._bar.n))
            self._bar.refresh()  # steps are few and long: none may be passed over

    def close(self) -> None:
        """Wipe the bar away."""
        if self._bar is not None:
            self._bar.close()

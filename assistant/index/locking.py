"""The lock that lets one process at a time write to a data folder; it ends with its process, however that ends."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from assistant.errors import IndexBusyError


class IngestLock:
    """Held from construction to `release`.

    Raises:
        IndexBusyError: another process (or another writer of this one) holds it.
    """

    def __init__(self, path: Path) -> None:
        self._file: IO[str] = path.open("a", encoding="utf-8")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise IndexBusyError(
                f"Một lượt nạp khác đang ghi vào kho {path.parent}; hãy đợi lượt đó xong rồi chạy lại."
            ) from error

    def release(self) -> None:
        """Let another process write."""
        self._file.close()

    def __enter__(self) -> IngestLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

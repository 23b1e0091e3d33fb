"""The assistant as the screens reach it: opened once, and opened again later where it could not be at the start."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from assistant.errors import AssistantError

Opened = TypeVar("Opened", covariant=True)


class Desk(Generic[Opened]):
    """Holds the assistant; while the index is missing or outdated, every use tries to open it anew.

    So an app that was started before the first ingest begins to answer by itself once the ingest is through.

    Args:
        open_assistant: opens the index; raises a `StoreError` where there is none to answer from.
    """

    def __init__(self, open_assistant: Callable[[], Opened]) -> None:
        self._open = open_assistant
        self._assistant: Opened | None = None
        self._lock = threading.Lock()

    def assistant(self) -> Opened:
        """The assistant.

        Raises:
            AssistantError: it cannot be opened now; the message says why and what to do.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = self._open()
            return self._assistant

    def problem(self) -> str:
        """Why there is nothing to answer from, or an empty text."""
        try:
            self.assistant()
        except AssistantError as error:
            return str(error)
        return ""

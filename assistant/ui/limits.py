"""Fair shares of one machine: a limit of questions for each user, and a turnstile before the work itself."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import Final

from assistant.errors import AssistantError

WINDOW_SECONDS: Final = 60.0
POLL_SECONDS: Final = 0.1
USERS_OF_AN_ADDRESS: Final = 40  # a class with its teachers


class TooManyQuestionsError(AssistantError):
    """A user asked more often in a minute than allowed."""


class RateLimit:
    """Counts the requests of each user within the last minute.

    Args:
        per_minute: how many requests one user may make in a minute.
        clock: seconds that only grow.
        whose: who is told of the limit, as the subject of the sentence.
    """

    def __init__(
        self, per_minute: int, clock: Callable[[], float] = time.monotonic, *, whose: str = "Mỗi người"
    ) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._whose = whose
        self._requests: dict[str, deque[float]] = {}

    def admit(self, user: str) -> None:
        """Count one request.

        Raises:
            TooManyQuestionsError: the user has to wait; the message says how long.
        """
        now = self._clock()
        self._forget(now)
        recent = self._requests.setdefault(user, deque())
        if len(recent) >= self._per_minute:
            wait = max(1, round(WINDOW_SECONDS - (now - recent[0])))
            raise TooManyQuestionsError(
                f"{self._whose} được hỏi {self._per_minute} lần một phút; hãy chờ {wait} giây rồi hỏi tiếp."
            )
        recent.append(now)

    def _forget(self, now: float) -> None:
        for user, recent in list(self._requests.items()):
            while recent and now - recent[0] >= WINDOW_SECONDS:
                recent.popleft()
            if not recent:
                del self._requests[user]


class FairShares:
    """A limit for each user, and a much higher one for each network address.

    Thirty telephones of a class stand behind one address, so the first goes by the browser; but whoever opens the page
    again and again gets a new browser each time, and is stopped by the second.

    Args:
        per_minute: how many requests one user may make in a minute.
        clock: seconds that only grow.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._users = RateLimit(per_minute, clock)
        self._addresses = RateLimit(per_minute * USERS_OF_AN_ADDRESS, clock, whose="Mỗi địa chỉ mạng")

    def admit(self, user: str, address: str = "") -> None:
        """Count one request of a user; without an address only the user's own limit holds.

        Raises:
            TooManyQuestionsError: the user has to wait; the message says how long.
        """
        self._users.admit(user)
        if address:
            self._addresses.admit(address)


class Turnstile:
    """Lets a few questions through at a time, in the order they came, and tells each how many are before it.

    Used from one event loop only.

    Args:
        slots: how many may be inside at once.
    """

    def __init__(self, slots: int) -> None:
        self._slots = slots
        self._line: list[object] = []

    @property
    def waiting(self) -> int:
        """How many stand in line outside."""
        return max(0, len(self._line) - self._slots)

    def join(self) -> object:
        """Take a place at the end of the line; whoever joins must leave."""
        ticket = object()
        self._line.append(ticket)
        return ticket

    def leave(self, ticket: object) -> None:
        """Give the place up, inside or in line."""
        if ticket in self._line:
            self._line.remove(ticket)

    def ahead(self, ticket: object) -> int:
        """How many must leave before this ticket may enter; 0 means it is inside."""
        return max(0, self._line.index(ticket) + 1 - self._slots)

    async def until_inside(self, ticket: object) -> AsyncIterator[int]:
        """Yield the number ahead whenever it changes; ends once the ticket is inside."""
        told = 0
        while ahead := self.ahead(ticket):
            if ahead != told:
                told = ahead
                yield ahead
            await asyncio.sleep(POLL_SECONDS)

"""What the screens need of the rest, as narrow Protocols; `app.py` hands the real objects in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.datatypes import Answer, Document, Match, Passage, Query


class SearchResult(Protocol):
    """A question as understood and the passages found for it, best first."""

    @property
    def query(self) -> Query:
        """The question as understood."""

    @property
    def matches(self) -> tuple[Match, ...]:
        """The passages, best first."""


class Assistant(Protocol):
    """Answers and finds; every method may be called from many threads and may raise an `AssistantError`."""

    def stream(
        self, question: str, history: Sequence[str] = (), within: Collection[str] = ()
    ) -> Iterator[str | Answer]:
        """The whole text so far, growing, and at the end the answer.

        `history` are the earlier questions, oldest first; `within` are ids of documents to answer from, empty: all.
        """

    def search(self, question: str, k: int = 10, history: Sequence[str] = ()) -> SearchResult:
        """The `k` best passages."""

    def load(self) -> None:
        """Open what the first question would otherwise wait for."""

    def documents(self) -> tuple[Document, ...]:
        """All documents of the collection."""

    def text(self, document_id: str) -> str:
        """The stored text of one document."""

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of one document in reading order."""

    def passage(self, passage_id: str) -> Passage | None:
        """One passage, or `None` where it is no longer in the collection."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an addition is: `done` of `total` files, and the name of the one at work."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition brought, in documents, and which sources failed: name and reason."""

    new: int
    changed: int = 0
    unchanged: int = 0
    failures: tuple[tuple[str, str], ...] = ()


class Librarian(Protocol):
    """Changes the collection on behalf of the operator; errors are `AssistantError`s."""

    @property
    def takes_addresses(self) -> bool:
        """Whether web pages can be added by their address."""

    @property
    def formats(self) -> Collection[str]:
        """The suffixes of the files that can be read, such as ".docx"."""

    def add(self, sources: Sequence[Path | str], progress: Callable[[Progress], None], *, force: bool = False) -> Added:
        """Take in files and web addresses; what cannot be read is a failure, the others are in.

        `force` takes files in as well whose text is too bad to be of use.
        """

    def remove(self, document_id: str) -> str:
        """Take one document out; a sentence on what remains to be done, or nothing."""

    def report(self) -> tuple[str, ...]:
        """The health of the collection: one plain Vietnamese sentence for each thing that wants attention."""

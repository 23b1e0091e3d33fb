"""The one place where the parts of the assistant meet."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.answerer import Answerer
from assistant.answering.chat_model import ChatModel, open_chat_model
from assistant.answering.declining import Judge
from assistant.answering.judge import EMBEDDED_MODEL, RULES_ONLY
from assistant.datatypes import Answer, Document, Match, Passage, Query, Timings
from assistant.index.reader import IndexReader, open_reader
from assistant.retrieval.search import Retriever
from assistant.retrieval.understanding import Understander
from assistant.settings import Settings

MATCHES_FOR_ANSWER = 20


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A question as understood, and the passages found for it, best first."""

    query: Query
    matches: tuple[Match, ...]


class Assistant:
    """Answers questions and finds passages; safe to use from many threads."""

    def __init__(self, reader: IndexReader, chat: ChatModel | None = None, judge: Judge = RULES_ONLY) -> None:
        self._reader = reader
        self._understander = Understander(reader)
        self._retriever = Retriever(reader)
        self._answerer = Answerer(reader, judge, chat)

    def ask(self, question: str, history: Sequence[str] = (), within: Collection[str] = ()) -> Answer:
        """Answer one question in the light of the earlier ones (oldest first), from the documents `within` or all.

        Raises:
            QuestionError: the question is empty or too long.
            StoreError: the index is missing, outdated or cannot be read.
        """
        *_, answer = self.stream(question, history, within)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, history: Sequence[str] = (), within: Collection[str] = ()
    ) -> Iterator[str | Answer]:
        """The growing text of an answer, and at the end the answer itself; raises as `ask` does."""
        started = time.perf_counter()
        query = self._understander.understand(question, history)
        understood = time.perf_counter()
        matches = self._retriever.search(query, MATCHES_FOR_ANSWER, within) if query.intent == "content" else ()
        searched = time.perf_counter()
        for progress in self._answerer.stream(query, matches):
            if isinstance(progress, str):
                yield progress
                continue
            timings = Timings(
                understand=1000 * (understood - started),
                search=1000 * (searched - understood),
                answer=1000 * (time.perf_counter() - searched),
            )
            yield replace(progress, timings=timings)

    def search(self, question: str, k: int = 10, history: Sequence[str] = ()) -> SearchResult:
        """The `k` best passages for a question, best first."""
        query = self._understander.understand(question, history)
        return SearchResult(query, self._retriever.search(query, k))

    def matches(self, question: str, k: int, history: Sequence[str] = ()) -> tuple[Match, ...]:
        """The passages of `search` alone."""
        return self.search(question, k, history).matches

    def load(self) -> None:
        """Open what the first question would otherwise wait for; for a process that serves many."""
        self._reader.load()
        self.search("đại hội", 1)

    def documents(self) -> tuple[Document, ...]:
        """All documents of the collection."""
        return self._reader.documents()

    def text(self, document_id: str) -> str:
        """The stored text of one document."""
        return self._reader.text(document_id)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of one document in reading order."""
        return self._reader.passages(document_id)

    def passage(self, passage_id: str) -> Passage | None:
        """One passage, or `None` where it is no longer in the collection."""
        return self._reader.passage(passage_id)


def build_assistant(settings: Settings) -> Assistant:
    """Open the index of these settings for answering.

    Raises:
        StoreError: the index is missing, outdated or cannot be read.
        ModelError: the embedding model cannot be loaded.
    """
    # The cosines that a model gives lie where that model puts them; the weights know those of the embedded one.
    judge = RULES_ONLY if settings.embedding_model else EMBEDDED_MODEL
    return Assistant(open_reader(settings), open_chat_model(settings), judge)

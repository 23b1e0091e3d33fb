"""Our search as a LangChain retriever, so that it can stand in other people's chains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever

from assistant.datatypes import Match
from assistant.wording import place


class PassageRetriever(BaseRetriever):
    """Finds passages for a question; metadata says where each one stands.

    Attributes:
        find: what searches, for example `Assistant.matches`: question and number of passages to matches, best first.
        k: how many passages come back.
    """

    find: Callable[[str, int], Sequence[Match]]
    k: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        return [_converted(match) for match in self.find(query, self.k)]


def _converted(match: Match) -> LangChainDocument:
    passage, document = match.passage, match.document
    metadata: dict[str, Any] = {
        "passage_id": passage.id,
        "document_id": document.id,
        "number": document.number,
        "title": document.title,
        "issued": document.issued.isoformat() if document.issued else None,
        "locator": place(passage),
        "start": passage.start,
        "end": passage.end,
        "score": match.score,
    }
    return LangChainDocument(page_content=passage.text, metadata=metadata)

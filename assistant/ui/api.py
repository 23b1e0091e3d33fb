"""The HTTP API: ask, search and documents under stable names, with the JSON of the command line."""

from __future__ import annotations

from typing import Any

import gradio as gr
from anyio import to_thread
from gradio.events import api

from assistant.contracts import answer_json, documents_json, search_json
from assistant.errors import AssistantError
from assistant.ui.asking import Asked
from assistant.ui.conversation import Turn
from assistant.ui.ports import SearchResult
from assistant.ui.services import Services
from assistant.ui.visitors import caller_of

MOST_PASSAGES = 100
SHARED: dict[str, Any] = {"api_visibility": "public", "concurrency_limit": None}


class Api:
    """Adds the endpoints to the page that is open.

    Args:
        services: the assistant and what stands around it.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        api(self.ask, api_name="ask", api_description="Answer one question, every sentence cited.", **SHARED)
        api(self.search, api_name="search", api_description="The k best passages for a question.", **SHARED)
        api(self.documents, api_name="documents", api_description="All documents of the collection.", **SHARED)

    async def ask(self, question: str, history: list[str], request: gr.Request) -> dict[str, Any]:
        """What `ask --json` prints."""
        asked = Asked(question, tuple(map(str, history)))
        async for part in self._services.asking.turn(asked, caller_of(request)):
            if isinstance(part, Turn):
                if part.answer is None:
                    raise gr.Error(part.problem, print_exception=False)
                return answer_json(part.answer)
        raise AssertionError("asking always ends with a turn")

    async def search(self, question: str, k: int, history: list[str], request: gr.Request) -> dict[str, Any]:
        """What `search --json` prints."""
        try:
            caller = caller_of(request)
            self._services.rate.admit(caller.name, caller.address)
            result = await to_thread.run_sync(self._found, question, k, history)
        except AssistantError as error:
            raise gr.Error(str(error), print_exception=False) from error
        return search_json(result.query, result.matches)

    async def documents(self) -> list[dict[str, Any]]:
        """What `documents --json` prints."""
        try:
            assistant = await to_thread.run_sync(self._services.desk.assistant)
            return documents_json(await to_thread.run_sync(assistant.documents))
        except AssistantError as error:
            raise gr.Error(str(error), print_exception=False) from error

    def _found(self, question: str, k: int, history: list[str]) -> SearchResult:
        return self._services.desk.assistant().search(question, max(1, min(int(k), MOST_PASSAGES)), tuple(history))

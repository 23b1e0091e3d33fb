"""One question on its way through limit, turnstile and assistant; Gradio only shows what comes out here."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from anyio import to_thread

from assistant.datatypes import Answer
from assistant.errors import AssistantError, QuestionError
from assistant.ui.citation_cards import Texts
from assistant.ui.conversation import Conversation, Turn, refreshed
from assistant.ui.desk import Desk
from assistant.ui.filters import EVERYTHING, Filters
from assistant.ui.limits import FairShares, Turnstile
from assistant.ui.ports import Assistant
from assistant.ui.visitors import Caller

SEARCHING = "Đang tìm trong kho văn bản…"
UNEXPECTED = "Có lỗi ngoài dự kiến khi trả lời; hãy hỏi lại, nếu vẫn vậy xin báo người quản trị xem nhật ký."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the ones before it, oldest first, and the part of the collection it is about."""

    question: str
    history: tuple[str, ...] = ()
    filters: Filters = EVERYTHING


class Asking:
    """Takes questions to the assistant, each user within limits, a few at a time.

    Args:
        desk: where the assistant is.
        rate: how often one user may ask.
        turnstile: how many questions are worked on at once.
    """

    def __init__(self, desk: Desk[Assistant], rate: FairShares, turnstile: Turnstile) -> None:
        self._desk = desk
        self._rate = rate
        self._turnstile = turnstile

    async def turn(self, asked: Asked, caller: Caller) -> AsyncIterator[str | Turn]:
        """What to show meanwhile, as Markdown, and at the end the turn: an answer or why there is none."""
        ticket = self._turnstile.join()
        try:
            self._rate.admit(caller.name, caller.address)
            async for ahead in self._turnstile.until_inside(ticket):
                yield f"Đang chờ đến lượt: còn {ahead} câu hỏi ở trước."
            yield SEARCHING
            async for shown in self._answer(asked):
                yield Turn(asked.question, shown) if isinstance(shown, Answer) else shown
        except AssistantError as error:
            yield Turn(asked.question, problem=str(error))
        except Exception:
            _log.exception("answering failed")
            yield Turn(asked.question, problem=UNEXPECTED)
        finally:
            self._turnstile.leave(ticket)

    async def _answer(self, asked: Asked) -> AsyncIterator[str | Answer]:
        shown = await to_thread.run_sync(self._begin, asked)
        while (part := await to_thread.run_sync(_next, shown)) is not None:
            yield part

    def _begin(self, asked: Asked) -> Iterator[str | Answer]:
        assistant = self._desk.assistant()
        within: frozenset[str] = frozenset()
        if not asked.filters.is_empty:
            within = asked.filters.ids(assistant.documents())
            if not within:
                raise QuestionError("Không văn bản nào hợp với phạm vi đã chọn; hãy bớt giới hạn rồi hỏi lại.")
        return assistant.stream(asked.question, asked.history, within)


def _next(shown: Iterator[str | Answer]) -> str | Answer | None:
    return next(shown, None)


def with_texts(conversation: Conversation, desk: Desk[Assistant]) -> tuple[Conversation, Texts]:
    """A conversation with its documents as the catalogue has them now, and the stored texts that it cites."""
    cited = {one.document.id for turn in conversation.turns if turn.answer for one in turn.answer.citations}
    if not cited:
        return conversation, {}
    try:
        assistant = desk.assistant()
        documents = {one.id: one for one in assistant.documents() if one.id in cited}
        texts = {document_id: assistant.text(document_id) for document_id in documents}
    except AssistantError:
        return conversation, {}
    turns = tuple(refreshed(turn, documents) for turn in conversation.turns)
    return Conversation(conversation.id, turns), texts

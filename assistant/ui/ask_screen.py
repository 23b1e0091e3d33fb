"""Hỏi đáp: what happens when a person asks, stops, repeats, changes, rates, or leafs through earlier conversations."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from html import escape
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.errors import AssistantError
from assistant.ui.ask_layout import draw
from assistant.ui.asking import Asked, with_texts
from assistant.ui.conversation import Conversation, Notebook, Turn, notebook_from_json, notebook_json
from assistant.ui.conversation_view import conversation_html, conversations_html, framed, pending_html
from assistant.ui.filters import filters_from
from assistant.ui.services import Services
from assistant.ui.take_screen import SAVE
from assistant.ui.taking import parcel
from assistant.ui.visitors import caller_of
from assistant.ui.welcome import collection_line, problem_html, welcome_html

# Two tabs share one notebook; each remembers by itself which conversation it has open.
OPEN_IN_TAB = "(kept, _) => [kept, window.openInTab?.() || '']"

Update = dict[str, Any]
Updates = dict[Block, Any]


class AskScreen:
    """Draws the screen and answers its events.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        self._widgets = draw(services)
        self._wire(page)

    def _wire(self, page: gr.Blocks) -> None:
        w = self._widgets
        shown: list[Any] = [w.conversation, w.question, w.ask, w.stop, w.status, w.earlier, w.drawer]
        shown += [w.notebook, w.replaces_last, w.in_flight]
        quiet: Update = {"show_progress": "hidden", "api_visibility": "private"}
        given: list[Any] = [w.notebook, *w.filters.fields]
        asking: Update = {**quiet, "trigger_mode": "once", "concurrency_limit": None, "outputs": shown}
        running = [
            gr.on([w.question.submit, w.ask.click], self._asked, [w.question, w.replaces_last, *given], **asking),
            w.conversation.suggest(self._suggested, given, **asking),
            w.conversation.retry(self._retried, given, **asking),
        ]
        w.stop.click(self._stopped, [w.notebook, w.in_flight], shown, cancels=running, **quiet)
        w.new.click(self._new, [w.notebook], shown, **quiet)
        w.conversation.edit(self._edited, [w.notebook], [w.question, w.replaces_last, w.status], **quiet)
        for listed in (w.conversation, w.earlier):
            listed.reopen(self._reopened, [w.notebook], shown, **quiet)
            listed.forget(self._forgotten, [w.notebook], shown, **quiet)
        w.conversation.rate(self._rated, [w.notebook], None, **quiet)
        taken = w.conversation.take(self._taken, [w.notebook], w.parcel, **quiet)
        taken.success(None, w.parcel, None, js=SAVE)
        opened: list[Any] = [*shown, *w.filters.changing]
        page.load(self._opened, [w.notebook, w.open_in_tab], opened, js=OPEN_IN_TAB, **quiet)

    async def _asked(
        self, request: gr.Request, question: str, replaces_last: bool, kept: object, *chosen: object
    ) -> AsyncIterator[Updates]:
        notebook = _read(kept, request)
        if replaces_last:
            notebook = notebook.without_last_turn()
        async for update in self._answered(question, notebook, chosen, request):
            yield update

    async def _suggested(
        self, request: gr.Request, event: gr.EventData, kept: object, *chosen: object
    ) -> AsyncIterator[Updates]:
        async for update in self._answered(str(_detail(event, "question")), _read(kept, request), chosen, request):
            yield update

    async def _retried(self, request: gr.Request, kept: object, *chosen: object) -> AsyncIterator[Updates]:
        notebook = _read(kept, request)
        turns = notebook.open.turns
        if turns:
            async for update in self._answered(turns[-1].question, notebook.without_last_turn(), chosen, request):
                yield update

    async def _answered(
        self, question: str, notebook: Notebook, chosen: Sequence[object], request: gr.Request
    ) -> AsyncIterator[Updates]:
        w, question = self._widgets, question.strip()
        if not question:
            yield {w.status: "Hãy gõ câu hỏi trước khi gửi."}
            return
        conversation, texts = with_texts(notebook.open, self._services.desk)
        before = conversation_html(conversation, texts, repeatable=False)
        busy: Updates = {w.question: "", w.ask: gr.update(interactive=False), w.stop: gr.update(visible=True)}
        busy |= {w.in_flight: question, w.replaces_last: False}
        asked = Asked(question, notebook.open.questions, filters_from(chosen))
        async for part in self._services.asking.turn(asked, caller_of(request)):
            if isinstance(part, Turn):
                yield self._page(notebook.with_turn(part), request) | {w.status: _outcome(part)}
                return
            number = len(conversation.turns) + 1
            shown = framed(notebook.open, before + pending_html(question, number, part))
            yield {w.conversation: shown, w.status: ""} | busy
            busy = {}

    def _stopped(self, request: gr.Request, kept: object, in_flight: str) -> Updates:
        w = self._widgets
        return self._page(_read(kept, request), request) | {
            w.question: in_flight,
            w.status: "Đã dừng; câu hỏi còn trong ô để sửa.",
        }

    def _new(self, request: gr.Request, kept: object) -> Updates:
        return self._page(_read(kept, request).started(_new_id()), request)

    def _edited(self, request: gr.Request, kept: object) -> Updates:
        w, turns = self._widgets, _read(kept, request).open.turns
        if not turns:
            return {w.status: ""}
        return {w.question: turns[-1].question, w.replaces_last: True, w.status: "Sửa câu hỏi rồi gửi lại."}

    def _reopened(self, request: gr.Request, event: gr.EventData, kept: object) -> Updates:
        return self._page(_read(kept, request).reopened(str(_detail(event, "id"))), request)

    def _forgotten(self, request: gr.Request, event: gr.EventData, kept: object) -> Updates:
        return self._page(_read(kept, request).without(str(_detail(event, "id")), new_id=_new_id()), request)

    def _rated(self, request: gr.Request, event: gr.EventData, kept: object) -> None:
        turn = _turn(_read(kept, request).open, event)
        if turn:
            useful, remark = _detail(event, "useful") == "yes", str(_detail(event, "remark"))
            self._services.feedback.record(turn, useful=useful, remark=remark, user=caller_of(request).name)

    def _taken(self, request: gr.Request, event: gr.EventData, kept: object) -> dict[str, str] | None:
        turn = _turn(_read(kept, request).open, event)
        return parcel([turn], "docx", self._services.desk, datetime.now()).json() if turn else None

    def _opened(self, request: gr.Request, kept: object, open_in_tab: str) -> Updates:
        """The conversation that this tab had open, and the one document that a link asks about: `?van-ban=…`."""
        page = self._page(_read(kept, request).reopened(open_in_tab), request)
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError:
            return page
        about = request.query_params.get("van-ban")
        chosen = [about] if about in {document.id for document in documents} else []
        return page | self._widgets.filters.with_choices(documents, chosen)

    def _page(self, notebook: Notebook, request: gr.Request) -> Updates:
        """The whole screen at rest, showing the open conversation."""
        w = self._widgets
        return {
            w.conversation: framed(notebook.open, self._conversation(notebook.open)),
            w.ask: gr.update(interactive=True),
            w.stop: gr.update(visible=False),
            w.status: "",
            w.earlier: conversations_html(notebook.earlier),
            w.drawer: gr.update(visible=bool(notebook.earlier)),
            w.notebook: notebook_json(notebook, request.username or ""),
            w.replaces_last: False,
        }

    def _conversation(self, conversation: Conversation) -> str:
        if conversation.turns:
            return conversation_html(*with_texts(conversation, self._services.desk))
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError as error:
            return problem_html(str(error))
        line = f'<p class="quiet" id="collection">{escape(collection_line(documents))}</p>'
        return welcome_html(documents) + line


def _read(kept: object, request: gr.Request) -> Notebook:
    return notebook_from_json(kept, new_id=_new_id(), owner=request.username or "")


def _new_id() -> str:
    return secrets.token_hex(6)


def _detail(event: gr.EventData, name: str) -> object:
    data = getattr(event, "_data", None)
    return data.get(name, "") if isinstance(data, dict) else ""


def _turn(conversation: Conversation, event: gr.EventData) -> Turn | None:
    number = str(_detail(event, "turn"))
    fits = number.isdecimal() and 1 <= int(number) <= len(conversation.turns)
    return conversation.turns[int(number) - 1] if fits else None


def _outcome(turn: Turn) -> str:
    if turn.answer is None:
        return "Chưa trả lời được."
    seconds = (turn.answer.timings.understand + turn.answer.timings.search + turn.answer.timings.answer) / 1000
    took = f" trong {seconds:.1f} giây".replace(".", ",") if seconds else ""
    count = len(turn.answer.citations)
    return f"Đã trả lời{took}, {count} nguồn." if count else f"Đã trả lời{took}."

"""Hỏi đáp: the conversation, the question box below it, the sources beside it."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import escape
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.errors import AssistantError
from assistant.ui.asking import with_texts
from assistant.ui.conversation import Conversation, Notebook, Turn, notebook_from_json, notebook_json
from assistant.ui.conversation_view import conversation_html, conversations_html, pending_html
from assistant.ui.frame import header_html
from assistant.ui.services import Services, browser_notebook, user_of
from assistant.ui.welcome import collection_line, problem_html, welcome_html

EVENTS = ("suggest", "retry", "edit", "rate", "reopen", "forget")
# Gradio finds the names of custom events as quoted words in this script.
RELAY = f"const names = {list(EVENTS)};" + (
    "element.addEventListener('relay', e => { if (names.includes(e.detail.event)) trigger(e.detail.event, e.detail) });"
)
SOURCES = (
    '<aside id="sources" aria-label="Nguồn trích dẫn"><div class="sources-head"><h2>Nguồn trích dẫn</h2>'
    '<button type="button" class="tool" id="close-sources">Đóng</button></div>'
    '<div id="sources-body"><p class="quiet">Các đoạn được trích sẽ hiện ở đây, kèm chữ xung quanh và đường tới '
    "toàn văn. Bấm vào số trong câu trả lời để mở đúng nguồn.</p></div></aside>"
)

Update = dict[str, Any]
Updates = dict[Block, Any]


@dataclass(frozen=True, slots=True)
class Widgets:
    """The parts of the screen that change."""

    conversation: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    new: gr.Button
    status: gr.HTML
    earlier: gr.HTML
    drawer: gr.Accordion
    notebook: gr.BrowserState
    replaces_last: gr.State
    in_flight: gr.State


class AskScreen:
    """Draws the screen and answers its events.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        self._widgets = self._draw()
        self._wire(page)

    def _draw(self) -> Widgets:
        gr.HTML(header_html("/"), elem_id="frame", apply_default_css=False)
        with gr.Row(elem_id="noi-dung"):
            with gr.Column(scale=3, elem_id="ask-main"):
                with gr.Accordion("Các cuộc hỏi trước", open=False, visible=False, elem_id="earlier") as drawer:
                    earlier = gr.HTML(js_on_load=RELAY, apply_default_css=False)
                conversation = gr.HTML(elem_id="conversation", js_on_load=RELAY, apply_default_css=False)
                question, ask, stop, new, status = self._draw_composer()
            with gr.Column(scale=2, elem_id="sources-column"):
                gr.HTML(SOURCES, apply_default_css=False)
        return Widgets(
            conversation, question, ask, stop, new, status, earlier, drawer,
            browser_notebook(self._services), gr.State(False), gr.State(""),
        )  # fmt: skip

    def _draw_composer(self) -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Button, gr.HTML]:
        with gr.Column(elem_id="composer"):
            with gr.Row(elem_id="composer-line", equal_height=True):
                question = gr.Textbox(
                    label="Câu hỏi",
                    show_label=False,
                    container=False,
                    placeholder="Gõ câu hỏi rồi nhấn Enter",
                    lines=1,
                    max_lines=6,
                    autofocus=True,
                    elem_id="question",
                    scale=1,
                )
                ask = gr.Button("Hỏi", variant="primary", elem_id="ask", scale=0)
                stop = gr.Button("Dừng", visible=False, elem_id="stop", scale=0)
            with gr.Row(elem_id="composer-tools"):
                status = gr.HTML(elem_id="status", apply_default_css=False)
                new = gr.Button("Cuộc hỏi mới", elem_id="new", size="sm", scale=0)
        return question, ask, stop, new, status

    def _wire(self, page: gr.Blocks) -> None:
        w = self._widgets
        shown: list[Any] = [w.conversation, w.question, w.ask, w.stop, w.status, w.earlier, w.drawer]
        shown += [w.notebook, w.replaces_last, w.in_flight]
        quiet: Update = {"show_progress": "hidden", "api_visibility": "private"}
        asking: Update = {**quiet, "trigger_mode": "once", "concurrency_limit": None, "outputs": shown}
        running = [
            gr.on([w.question.submit, w.ask.click], self._asked, [w.question, w.notebook, w.replaces_last], **asking),
            w.conversation.suggest(self._suggested, [w.notebook], **asking),
            w.conversation.retry(self._retried, [w.notebook], **asking),
        ]
        w.stop.click(self._stopped, [w.notebook, w.in_flight], shown, cancels=running, **quiet)
        w.new.click(self._new, [w.notebook], shown, **quiet)
        w.conversation.edit(self._edited, [w.notebook], [w.question, w.replaces_last, w.status], **quiet)
        for listed in (w.conversation, w.earlier):
            listed.reopen(self._reopened, [w.notebook], shown, **quiet)
            listed.forget(self._forgotten, [w.notebook], shown, **quiet)
        page.load(self._opened, [w.notebook], shown, **quiet)

    async def _asked(
        self, question: str, kept: object, replaces_last: bool, request: gr.Request
    ) -> AsyncIterator[Updates]:
        notebook = _read(kept)
        if replaces_last:
            notebook = notebook.without_last_turn()
        async for update in self._answered(question, notebook, request):
            yield update

    async def _suggested(self, kept: object, request: gr.Request, event: gr.EventData) -> AsyncIterator[Updates]:
        async for update in self._answered(str(_detail(event, "question")), _read(kept), request):
            yield update

    async def _retried(self, kept: object, request: gr.Request) -> AsyncIterator[Updates]:
        notebook = _read(kept)
        turns = notebook.open.turns
        if turns:
            async for update in self._answered(turns[-1].question, notebook.without_last_turn(), request):
                yield update

    async def _answered(self, question: str, notebook: Notebook, request: gr.Request) -> AsyncIterator[Updates]:
        w, question = self._widgets, question.strip()
        if not question:
            yield {w.status: "Hãy gõ câu hỏi trước khi gửi."}
            return
        conversation, texts = with_texts(notebook.open, self._services.desk)
        before = conversation_html(conversation, texts, repeatable=False)
        busy: Updates = {w.question: "", w.ask: gr.update(interactive=False), w.stop: gr.update(visible=True)}
        busy |= {w.in_flight: question, w.replaces_last: False}
        async for part in self._services.asking.turn(question, notebook.open.questions, user_of(request)):
            if isinstance(part, Turn):
                yield self._page(notebook.with_turn(part)) | {w.status: _outcome(part)}
                return
            number = len(conversation.turns) + 1
            yield {w.conversation: before + pending_html(question, number, part), w.status: ""} | busy
            busy = {}

    def _stopped(self, kept: object, in_flight: str) -> Updates:
        w = self._widgets
        return self._page(_read(kept)) | {w.question: in_flight, w.status: "Đã dừng; câu hỏi còn trong ô để sửa."}

    def _new(self, kept: object) -> Updates:
        return self._page(_read(kept).started(_new_id()))

    def _edited(self, kept: object) -> Updates:
        w, turns = self._widgets, _read(kept).open.turns
        if not turns:
            return {w.status: ""}
        return {w.question: turns[-1].question, w.replaces_last: True, w.status: "Sửa câu hỏi rồi gửi lại."}

    def _reopened(self, kept: object, event: gr.EventData) -> Updates:
        return self._page(_read(kept).reopened(str(_detail(event, "id"))))

    def _forgotten(self, kept: object, event: gr.EventData) -> Updates:
        return self._page(_read(kept).without(str(_detail(event, "id")), new_id=_new_id()))

    def _opened(self, kept: object) -> Updates:
        return self._page(_read(kept))

    def _page(self, notebook: Notebook) -> Updates:
        """The whole screen at rest, showing the open conversation."""
        w = self._widgets
        return {
            w.conversation: self._conversation(notebook.open),
            w.ask: gr.update(interactive=True),
            w.stop: gr.update(visible=False),
            w.status: "",
            w.earlier: conversations_html(notebook.earlier),
            w.drawer: gr.update(visible=bool(notebook.earlier)),
            w.notebook: notebook_json(notebook),
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


def _read(kept: object) -> Notebook:
    return notebook_from_json(kept, new_id=_new_id())


def _new_id() -> str:
    return secrets.token_hex(6)


def _detail(event: gr.EventData, name: str) -> object:
    data = getattr(event, "_data", None)
    return data.get(name, "") if isinstance(data, dict) else ""


def _outcome(turn: Turn) -> str:
    if turn.answer is None:
        return "Chưa trả lời được."
    seconds = (turn.answer.timings.understand + turn.answer.timings.search + turn.answer.timings.answer) / 1000
    took = f" trong {seconds:.1f} giây".replace(".", ",") if seconds else ""
    count = len(turn.answer.citations)
    return f"Đã trả lời{took}, {count} nguồn." if count else f"Đã trả lời{took}."

"""Mang về: a conversation of this browser as a Word or Markdown file, with one click."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.ui.conversation import Conversation, Notebook, Turn, notebook_from_json
from assistant.ui.frame import screen_header
from assistant.ui.services import Services, browser_notebook
from assistant.ui.taking import Kind, parcel

PATH = "mang-ve"
SAVE = "(parcel) => window.saveParcel(parcel)"
NOTHING = (
    '<p class="said nothing">Trình duyệt này chưa có câu trả lời nào để mang về; hãy hỏi ở màn hình Hỏi đáp trước.</p>'
)
HELP = (
    '<p class="quiet">Tệp có câu hỏi, câu trả lời, nguồn đánh số, phụ lục các đoạn được trích, ngày lập và tình trạng '
    "kho. Chọn cuộc hỏi, bỏ bớt câu nếu muốn, rồi tải về.</p>"
)

Updates = dict[Block, Any]


class TakeScreen:
    """Draws the screen and answers its events.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        gr.HTML(screen_header(f"/{PATH}"), elem_id="frame", apply_default_css=False)
        with gr.Column(elem_id="noi-dung"):
            self._help = gr.HTML(HELP, apply_default_css=False)
            self._conversation = gr.Radio([], label="Cuộc hỏi", elem_id="conversation-choice", visible=False)
            self._questions = gr.CheckboxGroup([], label="Câu mang về", elem_id="question-choice", visible=False)
            with gr.Row(visible=False, elem_id="take-buttons") as self._buttons:
                self._word = gr.Button("Tải tệp Word", variant="primary", elem_id="take-word")
                self._markdown = gr.Button("Tải tệp Markdown", elem_id="take-markdown")
        self._notebook = browser_notebook(services)
        self._parcel = gr.JSON(visible=False)
        self._wire(page)

    def _wire(self, page: gr.Blocks) -> None:
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        shown = [self._help, self._conversation, self._questions, self._buttons]
        page.load(self._opened, self._notebook, shown, **quiet)
        self._conversation.input(self._chosen, [self._notebook, self._conversation], self._questions, **quiet)
        inputs: list[Any] = [self._notebook, self._conversation, self._questions]
        for button, pack in ((self._word, self._as_word), (self._markdown, self._as_markdown)):
            packed = button.click(pack, inputs, self._parcel, **quiet)
            packed.success(None, self._parcel, None, js=SAVE)

    def _opened(self, request: gr.Request, kept: object) -> Updates:
        conversations = _answered(_read(kept, request))
        if not conversations:
            return {self._help: HELP + NOTHING}
        return {
            self._conversation: gr.update(
                choices=[(one.title, one.id) for one in conversations], value=conversations[0].id, visible=True
            ),
            self._questions: _question_choices(conversations[0]),
            self._buttons: gr.update(visible=True),
        }

    def _chosen(self, request: gr.Request, kept: object, conversation_id: str) -> dict[str, Any]:
        return _question_choices(_found(_read(kept, request), conversation_id))

    def _as_word(self, request: gr.Request, kept: object, conversation_id: str, chosen: object) -> dict[str, str]:
        return self._packed("docx", _read(kept, request), conversation_id, chosen)

    def _as_markdown(self, request: gr.Request, kept: object, conversation_id: str, chosen: object) -> dict[str, str]:
        return self._packed("md", _read(kept, request), conversation_id, chosen)

    def _packed(self, kind: Kind, notebook: Notebook, conversation_id: str, chosen: object) -> dict[str, str]:
        numbers = chosen if isinstance(chosen, list) else []
        turns = [turn for n, turn in _answered_turns(_found(notebook, conversation_id)) if n in numbers]
        if not turns:
            raise gr.Error("Hãy chọn ít nhất một câu để mang về.", title="Chưa có gì để tải", print_exception=False)
        return parcel(turns, kind, self._services.desk, datetime.now()).json()


def _read(kept: object, request: gr.Request) -> Notebook:
    return notebook_from_json(kept, new_id="", owner=request.username or "")


def _answered(notebook: Notebook) -> list[Conversation]:
    return [one for one in notebook.conversations if one.questions]


def _found(notebook: Notebook, conversation_id: str) -> Conversation:
    return next((one for one in notebook.conversations if one.id == conversation_id), notebook.open)


def _answered_turns(conversation: Conversation) -> list[tuple[int, Turn]]:
    return [(number, turn) for number, turn in enumerate(conversation.turns, start=1) if turn.answer]


def _question_choices(conversation: Conversation) -> dict[str, Any]:
    numbered = _answered_turns(conversation)
    updated: dict[str, Any] = gr.update(
        choices=[(f"{number}. {turn.question}", number) for number, turn in numbered],
        value=[number for number, _ in numbered],
        visible=True,
    )
    return updated

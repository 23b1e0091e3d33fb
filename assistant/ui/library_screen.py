"""Kho văn bản: the list of documents, the timeline, what is missing, and the operator's corner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.datatypes import Document
from assistant.errors import AssistantError
from assistant.gaps import described, missing_documents
from assistant.ui.filter_fields import FilterFields
from assistant.ui.filters import EVERYTHING, filters_from
from assistant.ui.frame import screen_header
from assistant.ui.library_view import ORDERS, kept_documents, list_html, missing_html, ordered, timeline_html
from assistant.ui.links import address_script
from assistant.ui.operator_panel import OperatorPanel
from assistant.ui.services import Services
from assistant.ui.welcome import problem_html
from assistant.wording import document_name

PATH = "kho-van-ban"
Updates = dict[Block, Any]


class LibraryScreen:
    """Draws the screen and answers its events.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        gr.HTML(screen_header(f"/{PATH}"), elem_id="frame", apply_default_css=False)
        with gr.Tabs(elem_id="noi-dung"):
            with gr.Tab("Danh mục"):
                self._draw_list()
            with gr.Tab("Dòng thời gian") as timeline:
                self._timeline = gr.HTML(apply_default_css=False)
            with gr.Tab("Còn thiếu") as missing:
                self._missing = gr.HTML(apply_default_css=False)
            self._operator = OperatorPanel(services) if services.librarian else None
        self._wire(page, timeline, missing)

    def _draw_list(self) -> None:
        with gr.Row(elem_id="library-line"):
            self._words = gr.Textbox(label="Lọc theo số hiệu, tên, nơi ban hành", max_lines=1, scale=2)
            self._order = gr.Radio(ORDERS, value=ORDERS[0], label="Thứ tự", elem_id="order", scale=1)
        self._filters = FilterFields()
        self._list = gr.HTML(apply_default_css=False)

    def _wire(self, page: gr.Blocks, timeline: gr.Tab, missing: gr.Tab) -> None:
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        inputs: list[Any] = [self._words, self._order, *self._filters.fields]
        changes = [self._words.input, self._order.input, *(field.input for field in self._filters.fields)]
        listed = gr.on(changes, self._listed, inputs, self._list, trigger_mode="always_last", **quiet)
        listed.then(None, self._words, None, js=address_script("loc"))
        page.load(self._opened, None, [self._words, self._list, *self._filters.changing], **quiet)
        timeline.select(self._drawn_timeline, None, self._timeline, **quiet)
        missing.select(self._found_missing, None, self._missing, **quiet)
        if self._operator:
            self._operator.wire(page)

    def _listed(self, words: str, order: str, *chosen: object) -> str:
        def listed(documents: tuple[Document, ...]) -> str:
            kept = kept_documents(documents, words, filters_from(chosen))
            return list_html(ordered(kept, order), len(documents))

        return self._shown(listed)

    def _opened(self, request: gr.Request) -> Updates:
        """The list, filtered by words as a link asks for it: `?loc=…`."""
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError as error:
            return {self._list: problem_html(str(error))}
        words = str(request.query_params.get("loc", ""))
        kept = ordered(kept_documents(documents, words, EVERYTHING), ORDERS[0])
        updates: Updates = {self._words: words, self._list: list_html(kept, len(documents))}
        return updates | self._filters.with_choices(documents)

    def _drawn_timeline(self) -> str:
        return self._shown(timeline_html)

    def _found_missing(self) -> str:
        def missing(documents: tuple[Document, ...]) -> str:
            assistant = self._services.desk.assistant()
            texts = {one.id: assistant.text(one.id) for one in documents}
            names = {one.id: document_name(one) for one in documents}
            return missing_html([described(one, names) for one in missing_documents(texts, documents)])

        return self._shown(missing)

    def _shown(self, view: Callable[[tuple[Document, ...]], str]) -> str:
        try:
            return view(self._services.desk.assistant().documents())
        except AssistantError as error:
            return problem_html(str(error))

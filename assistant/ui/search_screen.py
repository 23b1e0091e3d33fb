"""Tra cứu: look up by words, by an exact sentence, or by a document's number."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.errors import AssistantError
from assistant.ui.filter_fields import FilterFields
from assistant.ui.filters import EVERYTHING, Filters, filters_from
from assistant.ui.frame import screen_header
from assistant.ui.links import address_script
from assistant.ui.ports import Assistant
from assistant.ui.search_view import number_html, sentence_html, words_html
from assistant.ui.searching import by_number, by_sentence, by_words, newest_first
from assistant.ui.services import Services
from assistant.ui.visitors import Caller, caller_of
from assistant.ui.welcome import problem_html

PATH = "tra-cuu"
WAYS = ("Theo lời", "Nguyên câu", "Số hiệu")
ORDERS = ("Hợp nhất trước", "Mới nhất trước")
HELP = (
    '<ul class="quiet"><li><strong>Theo lời</strong>: các đoạn nói về điều cần tìm.</li>'
    "<li><strong>Nguyên câu</strong>: dán một câu để biết văn bản nào có câu đó, đúng từng chữ hay gần giống.</li>"
    "<li><strong>Số hiệu</strong>: gõ cách nào cũng được, như “CT 35”, “chi thi 35 nam 2019”.</li></ul>"
)

Updates = dict[Block, Any]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look up and how."""

    text: str
    way: str
    order: str
    filters: Filters


class SearchScreen:
    """Draws the screen and answers its events.

    Args:
        services: the assistant and what stands around it.
        page: the page that the screen is drawn on.
    """

    def __init__(self, services: Services, page: gr.Blocks) -> None:
        self._services = services
        gr.HTML(screen_header(f"/{PATH}"), elem_id="frame", apply_default_css=False)
        with gr.Column(elem_id="noi-dung"):
            with gr.Row(elem_id="search-line"):
                self._text = gr.Textbox(
                    label="Cần tìm", show_label=False, container=False, placeholder="Lời, câu hoặc số hiệu cần tìm",
                    max_lines=8, autofocus=True, elem_id="search-text", scale=1,
                )  # fmt: skip
                self._go = gr.Button("Tìm", variant="primary", elem_id="search-go", scale=0)
            with gr.Row(elem_id="search-ways"):
                self._way = gr.Radio(WAYS, value=WAYS[0], label="Cách tìm", elem_id="way")
                self._order = gr.Radio(ORDERS, value=ORDERS[0], label="Thứ tự", elem_id="order")
            self._filters = FilterFields()
            self._results = gr.HTML(HELP, elem_id="results", apply_default_css=False)
        self._wire(page)

    def _wire(self, page: gr.Blocks) -> None:
        inputs: list[Any] = [self._text, self._way, self._order, *self._filters.fields]
        changes = [self._way.input, self._order.input, *(field.input for field in self._filters.fields)]
        found = gr.on(
            [self._text.submit, self._go.click, *changes],
            self._search,
            inputs,
            self._results,
            show_progress="hidden",
            trigger_mode="always_last",
            concurrency_limit=4,
            api_visibility="private",
        )
        found.then(None, [self._text, self._way], None, js=address_script("tim", "cach"))
        opened = [self._text, self._way, self._results, *self._filters.changing]
        page.load(self._opened, None, opened, show_progress="hidden", api_visibility="private")

    def _search(self, request: gr.Request, text: str, way: str, order: str, *chosen: object) -> str:
        if not text.strip():
            return HELP
        asked = Asked(text.strip(), way, order, filters_from(chosen))
        return self._found(asked, caller_of(request))

    def _opened(self, request: gr.Request) -> Updates:
        """The fields as a link asks for them: `?tim=…&cach=so-hieu|nguyen-cau`."""
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError as error:
            return {self._results: problem_html(str(error))}
        updates: Updates = dict(self._filters.with_choices(documents))
        text = str(request.query_params.get("tim", ""))
        named = str(request.query_params.get("cach"))
        way = {"nguyen-cau": WAYS[1], "so-hieu": WAYS[2]}.get(named, named if named in WAYS else WAYS[0])
        if text:
            asked = Asked(text, way, ORDERS[0], EVERYTHING)
            updates |= {self._text: text, self._way: way, self._results: self._found(asked, caller_of(request))}
        return updates

    def _found(self, asked: Asked, caller: Caller) -> str:
        try:
            self._services.rate.admit(caller.name, caller.address)
            return results_html(self._services.desk.assistant(), asked)
        except AssistantError as error:
            return problem_html(str(error))
        except Exception:
            _log.exception("searching failed")
            return problem_html("Có lỗi ngoài dự kiến khi tìm; hãy tìm lại, nếu vẫn vậy xin báo người quản trị.")


def results_html(assistant: Assistant, asked: Asked) -> str:
    """What was found, as HTML."""
    if asked.way == WAYS[1]:
        return sentence_html(by_sentence(assistant, asked.text, asked.filters))
    if asked.way == WAYS[2]:
        return number_html(by_number(assistant, asked.text, asked.filters))
    found = by_words(assistant, asked.text, asked.filters)
    return words_html(found, newest_first(found.groups) if asked.order == ORDERS[1] else found.groups)

"""What stands on Hỏi đáp: conversation, question box, filters, earlier conversations, sources panel."""

from __future__ import annotations

from dataclasses import dataclass

import gradio as gr

from assistant.ui.filter_fields import FilterFields
from assistant.ui.frame import screen_header
from assistant.ui.services import Services, browser_notebook

EVENTS = ("suggest", "retry", "edit", "rate", "take", "reopen", "forget")
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
    filters: FilterFields
    parcel: gr.JSON
    open_in_tab: gr.Textbox


def draw(services: Services) -> Widgets:
    """Lay the screen out on the page that is open."""
    gr.HTML(screen_header("/"), elem_id="frame", apply_default_css=False)
    with gr.Row(elem_id="noi-dung"):
        with gr.Column(scale=3, elem_id="ask-main"):
            with gr.Accordion("Các cuộc hỏi trước", open=False, visible=False, elem_id="earlier") as drawer:
                earlier = gr.HTML(js_on_load=RELAY, apply_default_css=False)
            conversation = gr.HTML(elem_id="conversation", js_on_load=RELAY, apply_default_css=False)
            question, ask, stop, new, status, filters = _draw_composer()
        with gr.Column(scale=2, elem_id="sources-column"):
            gr.HTML(SOURCES, apply_default_css=False)
    return Widgets(
        conversation, question, ask, stop, new, status, earlier, drawer,
        browser_notebook(services), gr.State(False), gr.State(""), filters, gr.JSON(visible=False),
        gr.Textbox(visible=False),
    )  # fmt: skip


def _draw_composer() -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Button, gr.HTML, FilterFields]:
    with gr.Column(elem_id="composer"):
        with gr.Row(elem_id="composer-line", equal_height=True):
            question = gr.Textbox(
                label="Câu hỏi", show_label=False, container=False, placeholder="Gõ câu hỏi…",
                max_lines=6, autofocus=True, elem_id="question", scale=1,
            )  # fmt: skip
            ask = gr.Button("Hỏi", variant="primary", elem_id="ask", scale=0)
            stop = gr.Button("Dừng", visible=False, elem_id="stop", scale=0)
        with gr.Row(elem_id="composer-tools"):
            status = gr.HTML(elem_id="status", apply_default_css=False)
            new = gr.Button("Cuộc hỏi mới", elem_id="new", size="sm", scale=0)
    return question, ask, stop, new, status, FilterFields()

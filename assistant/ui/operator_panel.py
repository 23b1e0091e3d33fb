"""The operator's tab: add files or a page, follow the progress, read the report, remove a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.errors import AssistantError
from assistant.ui.filters import choices
from assistant.ui.operating import FORCE, added_html, formats_line, removed_html, report_html
from assistant.ui.ports import Librarian
from assistant.ui.services import Services

Updates = dict[Block, Any]
NOT_ALLOWED = '<p class="said nothing" role="alert">Việc này dành cho người quản trị kho; hãy đăng nhập lại.</p>'


class OperatorPanel:
    """Draws the tab; every action asks again who is signed in, since a hidden tab protects nothing.

    Args:
        services: the assistant and what stands around it; it has a librarian.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        with gr.Tab("Quản lý kho", visible=False, elem_id="operator") as self._tab:
            gr.Markdown("Thêm văn bản vào kho; người khác vẫn hỏi được trong lúc này.")
            self._files = gr.File(label="Tệp văn bản", file_count="multiple", type="filepath")
            gr.Markdown(formats_line(services.librarian.formats if services.librarian else ()))
            self._force = gr.Checkbox(
                label=FORCE, info="Chỉ chọn khi không tìm được bản tốt hơn; câu trả lời sẽ trích cả chữ đọc sai."
            )
            self._address = gr.Textbox(
                label="Hoặc địa chỉ một trang web",
                max_lines=1,
                visible=bool(services.librarian and services.librarian.takes_addresses),
            )
            self._add = gr.Button("Thêm vào kho", variant="primary", elem_id="add-documents")
            self._added = gr.HTML(elem_id="added", apply_default_css=False)
            self._document = gr.Dropdown([], label="Bỏ văn bản khỏi kho", value=None)
            self._remove = gr.Button("Bỏ văn bản đã chọn", elem_id="remove-document")
            self._removed = gr.HTML(elem_id="removed", apply_default_css=False)
            self._check = gr.Button("Xem tình trạng kho", elem_id="report")
            self._report = gr.HTML(apply_default_css=False)

    def wire(self, page: gr.Blocks) -> None:
        """Connect the events."""
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        one_at_a_time: dict[str, Any] = {"concurrency_id": "operator", "concurrency_limit": 1, "trigger_mode": "once"}
        page.load(self._opened, None, [self._tab, self._document], **quiet)
        added = self._add.click(
            self._add_documents, [self._files, self._address, self._force], self._added, **quiet, **one_at_a_time
        )
        added.then(self._cleared, None, [self._files, self._address, self._force, self._document], **quiet)
        removed = self._remove.click(self._remove_document, self._document, self._removed, **quiet, **one_at_a_time)
        removed.then(self._choices, None, self._document, **quiet)
        self._check.click(self._told, None, self._report, **quiet)

    def _opened(self, request: gr.Request) -> Updates:
        if not self._allowed(request):
            return {self._tab: gr.update(visible=False)}
        return {self._tab: gr.update(visible=True), self._document: self._choices()}

    def _add_documents(
        self, request: gr.Request, files: list[str] | None, address: str | None, force: bool
    ) -> Iterator[str]:
        librarian = self._allowed(request)
        if librarian is None:
            yield NOT_ALLOWED
            return
        sources: list[Path | str] = [Path(one) for one in files or ()]
        typed = (address or "").strip()  # a field that is not shown sends nothing
        if typed:  # always an address, never a path on this machine
            sources.append(typed if "://" in typed else f"https://{typed}")
        yield from added_html(librarian, sources, force=force)

    def _remove_document(self, request: gr.Request, document_id: str | None) -> str:
        librarian = self._allowed(request)
        if librarian is None:
            return NOT_ALLOWED
        if not document_id:
            return '<p class="said nothing" role="alert">Hãy chọn văn bản cần bỏ.</p>'
        return removed_html(librarian, document_id)

    def _told(self, request: gr.Request) -> str:
        librarian = self._allowed(request)
        return report_html(librarian) if librarian else NOT_ALLOWED

    def _cleared(self) -> Updates:
        return {self._files: None, self._address: "", self._force: False, self._document: self._choices()}

    def _choices(self) -> dict[str, Any]:
        try:
            documents = self._services.desk.assistant().documents()
        except AssistantError:
            documents = ()
        updated: dict[str, Any] = gr.update(choices=list(choices(documents).documents), value=None)
        return updated

    def _allowed(self, request: gr.Request) -> Librarian | None:
        """The librarian, for who is signed in as operator only."""
        return self._services.librarian if self._services.is_operator(request) else None

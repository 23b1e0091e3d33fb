"""The operator's work on the collection, told as it goes; no Gradio here."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from assistant.errors import AssistantError
from assistant.ui.ports import Added, Librarian, Progress

UNEXPECTED = "Có lỗi ngoài dự kiến; hãy xem nhật ký của ứng dụng."


def added_html(librarian: Librarian, sources: Sequence[Path | str]) -> Iterator[str]:
    """Add files and addresses; yields how far it is, and at the end what came of it."""
    if not sources:
        yield _problem("Hãy chọn tệp hoặc nhập một địa chỉ trang.")
        return
    told: queue.Queue[Progress | Added | AssistantError | Exception] = queue.Queue()

    def work() -> None:
        try:
            told.put(librarian.add(sources, told.put))
        except Exception as error:  # handed over to the thread that shows it
            told.put(error)

    threading.Thread(target=work, name="operator adds", daemon=True).start()
    yield _said("Đang đọc…")
    while isinstance(news := told.get(), Progress):
        yield _progress(news)
    yield _outcome(news)


def removed_html(librarian: Librarian, document_id: str) -> str:
    """Remove one document and say so."""
    try:
        remark = librarian.remove(document_id)
    except AssistantError as error:
        return _problem(str(error))
    return _said(f"Đã bỏ văn bản khỏi kho. {remark}".strip())


def report_html(librarian: Librarian) -> str:
    """The health of the collection."""
    try:
        lines = librarian.report()
    except AssistantError as error:
        return _problem(str(error))
    if not lines:
        return _said("Kho không có gì cần xem lại.")
    return f'<ul class="report">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'


def _progress(news: Progress) -> str:
    return (
        f'<p class="said" role="status">Đang đọc {escape(news.name)} ({news.done}/{news.total})</p>'
        f'<progress max="{news.total}" value="{news.done}" aria-label="Tiến độ"></progress>'
    )


def _outcome(news: Added | Exception) -> str:
    if isinstance(news, AssistantError):
        return _problem(str(news))
    if not isinstance(news, Added):
        return _problem(UNEXPECTED)
    failures = "".join(f"<li>{escape(name)}: {escape(reason)}</li>" for name, reason in news.failures)
    failed = f'<ul class="notes">{failures}</ul>' if failures else ""
    counts = ((news.new, "văn bản mới"), (news.changed, "văn bản cập nhật"), (news.unchanged, "không đổi"))
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "không thêm được văn bản nào"
    return f"{_said(f'Xong: {told}.')}{failed}"


def _said(text: str) -> str:
    return f'<p class="said" role="status">{escape(text)}</p>'


def _problem(text: str) -> str:
    return f'<p class="said nothing" role="alert">{escape(text)}</p>'

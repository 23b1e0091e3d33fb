"""The operator's work on the collection, told as it goes; no Gradio here."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from html import escape
from pathlib import Path

from assistant.errors import AssistantError
from assistant.ui.ports import Added, Librarian, Progress

FORCE = "Vẫn nạp tệp kém chất lượng"
UNEXPECTED = "Có lỗi ngoài dự kiến; hãy xem nhật ký của ứng dụng."


_ALIVE_SECONDS = 2.0
_PLAIN, _SCANS = (".md", ".txt"), (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")

_News = Progress | Added | Exception


def formats_line(suffixes: Collection[str]) -> str:
    """Which files can be added, in one sentence for people."""
    scans = [one for one in _SCANS if one in suffixes]
    others = sorted(set(suffixes) - set(scans) - set(_PLAIN)) + [one for one in _PLAIN if one in suffixes]
    line = f"Nhận các tệp {', '.join(others)}"
    return (
        f"{line}; bản scan và ảnh chụp: PDF, {', '.join(scans)} (máy nhận dạng chữ, lâu hơn)." if scans else f"{line}."
    )


def added_html(librarian: Librarian, sources: Sequence[Path | str], *, force: bool = False) -> Iterator[str]:
    """Add files and addresses; yields how far it is, and at the end what came of it."""
    if not sources:
        yield _problem("Hãy chọn tệp hoặc nhập một địa chỉ trang.")
        return
    told: queue.Queue[_News] = queue.Queue()

    def work() -> None:
        try:
            told.put(librarian.add(sources, told.put, force=force))
        except Exception as error:  # handed over to the thread that shows it
            told.put(error)

    threading.Thread(target=work, name="operator adds", daemon=True).start()
    yield _said("Đang đọc…")
    yield from _followed(told)


def _followed(told: queue.Queue[_News]) -> Iterator[str]:
    """What is told; while a file takes long, how long it has taken, so that nobody believes that the app hangs."""
    at_work, since = Progress(0, 0, ""), time.monotonic()
    while True:
        try:
            news = told.get(timeout=_ALIVE_SECONDS)
        except queue.Empty:
            yield _progress(at_work, time.monotonic() - since)
            continue
        if not isinstance(news, Progress):
            yield _outcome(news)
            return
        at_work, since = news, time.monotonic()
        yield _progress(news)


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


def _progress(news: Progress, seconds: float = 0.0) -> str:
    lasting = f", đã {seconds:.0f} giây" if seconds else ""
    if not news.total:
        return _said(f"Đang chuẩn bị{lasting}…")
    return (
        f'<p class="said" role="status">Đang đọc {escape(news.name)} ({news.done}/{news.total}){lasting}</p>'
        f'<progress max="{news.total}" value="{news.done}" aria-label="Tiến độ"></progress>'
    )


def _outcome(news: Added | Exception) -> str:
    if isinstance(news, AssistantError):
        return _problem(str(news))
    if not isinstance(news, Added):
        return _problem(UNEXPECTED)
    failures = "".join(
        f"<li>{escape(reason if name in reason else f'{name}: {reason}')}</li>" for name, reason in news.failures
    )
    failed = f'<ul class="notes">{failures}</ul>' if failures else ""
    counts = ((news.new, "văn bản mới"), (news.changed, "văn bản cập nhật"), (news.unchanged, "không đổi"))
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "không thêm được văn bản nào"
    return f"{_said(f'Xong: {told}.')}{failed}"


def _said(text: str) -> str:
    return f'<p class="said" role="status">{escape(text)}</p>'


def _problem(text: str) -> str:
    return f'<p class="said nothing" role="alert">{escape(text)}</p>'

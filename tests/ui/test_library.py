"""The collection on the screen: list, timeline, gaps, and the operator's work."""

import re
import threading
from html import unescape
from pathlib import Path

import pytest

from assistant.datatypes import Document
from assistant.ui import operating
from assistant.ui.filters import EVERYTHING, Filters
from assistant.ui.library_view import ORDERS, kept_documents, list_html, missing_html, ordered, timeline_html
from assistant.ui.operating import UNEXPECTED, added_html, formats_line, removed_html, report_html
from assistant.ui.ports import Added, Progress
from tests.ui.sample import DOCUMENTS, TEXTS, SampleAssistant
from tests.ui.sample_librarian import SampleLibrarian


@pytest.mark.parametrize(
    ("words", "filters", "kept"),
    [
        ("", EVERYTHING, {"ct-2", "hd-7", "ct-1", "bai-hoc", "la-<b>"}),
        ("chi thi 2-ct", EVERYTHING, {"ct-2", "ct-1"}),
        ("ĐỒNG MẪU", EVERYTHING, {"hd-7"}),
        ("", Filters(kinds=("chỉ thị",), terms=("XIV",)), {"ct-2"}),
        ("không có", EVERYTHING, set()),
    ],
)
def test_list_is_narrowed_by_words_and_filters(words, filters, kept):
    assert {one.id for one in kept_documents(DOCUMENTS, words, filters)} == kept


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (ORDERS[0], ["hd-7", "ct-2", "ct-1", "bai-hoc", "la-<b>"]),
        (ORDERS[1], ["bai-hoc", "ct-2", "ct-1", "hd-7", "la-<b>"]),
        (ORDERS[2], ["bai-hoc", "ct-2", "ct-1", "hd-7", "la-<b>"]),
    ],
)
def test_list_is_ordered(order, ids):
    assert [one.id for one in ordered(DOCUMENTS, order)] == ids


def test_list_says_how_many_and_when_there_is_none():
    assert "5 văn bản, trong đó 1 bản lược thuật." in list_html(DOCUMENTS, 5)
    assert "Không văn bản nào hợp" in list_html((), 5)
    assert "Kho chưa có văn bản nào" in list_html((), 0)


def test_timeline_tells_relations_from_both_sides_year_by_year():
    page = unescape(timeline_html(DOCUMENTS))

    assert page.index("<h3>2021</h3>") < page.index("<h3>2016</h3>")
    assert "được thay thế bởi" in page
    assert "được hướng dẫn bởi" in page
    assert "2 văn bản không rõ ngày" in page
    assert "Chưa văn bản nào" in timeline_html([Document("a", "A", "a")])


def test_hostile_titles_are_shown_not_run():
    page = list_html(DOCUMENTS, 5) + timeline_html(DOCUMENTS) + missing_html(["<script>"])

    assert "<script" not in page
    assert "<img" not in page


def test_operator_sees_progress_and_what_failed(tmp_path):
    assistant = SampleAssistant()
    (tmp_path / "noi-quy.txt").write_text("Nội quy phòng họp\nGiữ trật tự.", encoding="utf-8")
    (tmp_path / "anh.txt").write_bytes(b"\xff\xfe\xff")

    said = list(added_html(SampleLibrarian(assistant), [tmp_path / "noi-quy.txt", tmp_path / "anh.txt"]))

    assert [one.split("<")[1] for one in said] == ['p class="said" role="status">Đang đọc…'] + [
        f'p class="said" role="status">Đang đọc {name}' for name in ("noi-quy.txt (0/2)", "anh.txt (1/2)")
    ] + ['p class="said" role="status">Xong: 1 văn bản mới.']
    assert "anh.txt: không phải văn bản" in said[-1]
    assert assistant.documents()[-1].title == "Nội quy phòng họp"
    TEXTS.pop("noi-quy")


def test_file_that_takes_long_shows_that_it_is_being_read(monkeypatch):
    monkeypatch.setattr(operating, "_ALIVE_SECONDS", 0.05)
    finish = threading.Event()

    class Slow(SampleLibrarian):
        def add(self, sources, progress, *, force=False):
            progress(Progress(0, 2, "ban-scan.pdf"))
            finish.wait(30)
            return Added(2)

    said = added_html(Slow(SampleAssistant()), [Path("ban-scan.pdf")])
    seen = [next(said), next(said), next(said)]
    finish.set()

    assert re.search(r"Đang đọc ban-scan.pdf \(0/2\), đã \d+ giây", "".join(seen))
    assert "Xong: 2 văn bản mới." in list(said)[-1]


@pytest.mark.parametrize("force", [True, False])
def test_operator_decides_whether_bad_files_go_in(force):
    heard = []

    class Listening(SampleLibrarian):
        def add(self, sources, progress, *, force=False):
            heard.append(force)
            return Added(1)

    list(added_html(Listening(SampleAssistant()), [Path("a.txt")], force=force))

    assert heard == [force]


def test_formats_are_named_with_scans_apart():
    assert formats_line((".txt", ".pdf", ".docx", ".png")) == (
        "Nhận các tệp .docx, .pdf, .txt; bản scan và ảnh chụp: PDF, .png (máy nhận dạng chữ, lâu hơn)."
    )
    assert formats_line((".txt",)) == "Nhận các tệp .txt."


def test_operator_is_told_what_went_wrong():
    class Broken(SampleLibrarian):
        def add(self, sources, progress, *, force=False):
            raise ZeroDivisionError

    librarian = SampleLibrarian(SampleAssistant())
    assert "Hãy chọn tệp" in next(added_html(librarian, []))
    assert UNEXPECTED in list(added_html(Broken(SampleAssistant()), ["x"]))[-1]
    assert "Kho không có văn bản nào-đó" in removed_html(librarian, "nào-đó")
    assert "Đã bỏ văn bản" in removed_html(librarian, "ct-1")
    assert "không có ngày ban hành" in report_html(librarian)

"""Giới thiệu: the collection, the figures, and what leaves the machine."""

import json

import pytest

from assistant.settings import Settings
from assistant.ui import sign_in, visitors
from assistant.ui.about_view import about_html, quality_html, read_quality
from tests.ui.sample import DOCUMENTS

ROWS = {
    "tất cả": {"questions": 250, "facts": 0.7614, "quotes_exact": 1.0, "declined_wrongly": None, "p95_ms": 212},
    "cách gõ: khong_dau": {"questions": 60, "facts": 0.7},
    "loại: number": {"questions": 50, "facts": 0.9},
}


def test_figures_are_shown_for_all_and_for_each_way_of_typing():
    table = quality_html(ROWS)

    assert "<td>76,1%</td><td>70,0%</td>" in table
    assert "<td>250</td><td>60</td>" in table
    assert '<th scope="col">không dấu</th>' in table
    assert "<td>100,0%</td><td>–</td>" in table
    assert "loại: number" not in table


@pytest.mark.parametrize("text", ["", "[1]", "{"])
def test_figures_that_cannot_be_read_are_left_out(tmp_path, text):
    path = tmp_path / "quality.json"
    path.write_text(text, encoding="utf-8")

    assert read_quality(path) == {}
    assert "make eval" in quality_html({})


def test_figures_are_read_as_they_were_printed(tmp_path):
    path = tmp_path / "quality.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")

    assert read_quality(path) == ROWS


def test_page_says_what_leaves_the_machine(tmp_path):
    here = about_html(DOCUMENTS, Settings(data_dir=tmp_path), "1.2.3")
    elsewhere = about_html(DOCUMENTS, Settings(data_dir=tmp_path, llm_base_url="http://may-khac:11434/v1"), "1.2.3")

    assert "Không có gì rời khỏi máy chủ này" in here
    assert "Kho có 5 văn bản, 1 bản lược thuật." in here
    assert "1.2.3" in here
    assert "http://may-khac:11434/v1" in elsewhere
    assert "Không có gì rời khỏi" not in elsewhere


def test_page_says_what_is_kept_where(tmp_path):
    open_to_all = about_html(DOCUMENTS, Settings(data_dir=tmp_path), "1.2.3")
    guarded = about_html(DOCUMENTS, Settings(data_dir=tmp_path, auth_file=tmp_path / "users"), "1.2.3")

    for page in (open_to_all, guarded):
        for place in ("Trong trình duyệt", "feedback.jsonl", "originals", "Nhật ký"):
            assert place in page
    assert f"<code>{visitors.COOKIE}</code>: một mã ngẫu nhiên, giữ 30 ngày" in open_to_all
    assert visitors.COOKIE not in guarded
    assert f"<code>{sign_in.COOKIE}</code>" in guarded
    assert f"<code>{sign_in.COOKIE}</code>" not in open_to_all

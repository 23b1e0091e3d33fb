from __future__ import annotations

import pytest

from assistant.answering.titles import is_title
from assistant.datatypes import Passage

HEAD = "| TT | Thôn | Ngày |"
ROWS = f"{HEAD}\n| 1 | Thượng | 12/4 |\n| 2 | Hạ | 15/4 |"


def judged(text: str, sentence: str, *headings: str, before: int = 100) -> bool:
    passage = Passage("a:1", "a", text, before, before + len(text), "mục II", 0, headings)
    start = before + text.index(sentence)
    return is_title(passage, start, start + len(sentence))


def test_a_section_s_heading_is_a_title_and_the_text_below_is_none():
    text = "II. TIẾN HÀNH\n1. Chi bộ bầu bí thư."

    assert judged(text, "II. TIẾN HÀNH", "II. TIẾN HÀNH")
    assert not judged(text, "1. Chi bộ bầu bí thư.", "II. TIẾN HÀNH")
    assert not judged(text, "II. TIẾN HÀNH")


@pytest.mark.parametrize(
    ("text", "sentence", "headings", "expected"),
    [
        pytest.param(ROWS, HEAD, (), True, id="head row"),
        pytest.param(ROWS, "| 1 | Thượng | 12/4 |", (), False, id="row below it"),
        pytest.param(ROWS, "| 2 | Hạ | 15/4 |", (), False, id="last row"),
        pytest.param(f"Lịch:\n{ROWS}", HEAD, (), True, id="head row below a line"),
        pytest.param("| 3 | Trung | 16/4 |\n| 4 | Bắc | 17/4 |", "| 3 | Trung | 16/4 |", (HEAD,), False, id="goes on"),
        pytest.param("| Ngày | 12/4 |", "| Ngày | 12/4 |", (), False, id="the only row"),
    ],
)
def test_a_head_row_is_a_title_and_other_rows_are_none(text, sentence, headings, expected):
    assert judged(text, sentence, *headings) is expected

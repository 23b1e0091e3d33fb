from __future__ import annotations

import pytest

from assistant.answering.table_rows import head_row, told
from assistant.datatypes import Passage

HEAD = "| TT | Đảng bộ | Số đại biểu |"
ROW = "| 2 | Hạ Lang | 17 |"


@pytest.mark.parametrize(
    ("text", "headings", "head"),
    [
        pytest.param(f"{HEAD}\n| 1 | Thượng | 9 |\n{ROW}", (), HEAD, id="two rows above"),
        pytest.param(f"Lịch phân bổ:\n{HEAD}\n{ROW}", (), HEAD, id="below a line"),
        pytest.param(ROW, ("II. PHÂN BỔ", HEAD), HEAD, id="taken along as heading"),
        pytest.param(f"{ROW}\n| 3 | Trung | 4 |", (), "", id="the first row"),
        pytest.param(ROW, ("II. PHÂN BỔ",), "", id="none"),
    ],
)
def test_the_head_of_a_row_is_found(text, headings, head):
    passage = Passage("a:1", "a", text, 50, 50 + len(text), "bảng", 0, headings)

    assert head_row(passage, 50 + text.index(ROW)) == head


def test_a_row_is_told_with_the_titles_of_its_columns():
    text = f"{HEAD}\n{ROW}"
    passage = Passage("a:1", "a", text, 0, len(text), "bảng", 0)

    assert told(passage, text.index(ROW), len(text)) == "TT: 2; Đảng bộ: Hạ Lang; Số đại biểu: 17"


def test_any_other_sentence_is_told_as_it_stands():
    passage = Passage("a:1", "a", "Phiếu kín.", 0, 10, "mục 1", 0, (HEAD,))

    assert told(passage, 0, 10) == "Phiếu kín."


def test_empty_cells_and_untitled_columns_are_left_out_of_what_is_told():
    text = "|  | Thôn | Ngày |\n| a | Hạ |  |"
    passage = Passage("a:1", "a", text, 0, len(text), "bảng", 0)

    assert told(passage, text.index("| a"), len(text)) == "a; Thôn: Hạ"

import pytest

from assistant.datatypes import Passage
from assistant.wording import common_place, is_table_head, place, without_bars


def passage(locator, page=None):
    return Passage("p", "d", "x", 0, 1, locator, 0, page=page)


@pytest.mark.parametrize(
    ("locator", "page", "said"),
    [("mục II.1", 3, "mục II.1, trang 3"), ("mục II.1", None, "mục II.1"), ("", 3, "trang 3"), ("", None, "")],
)
def test_a_place_names_section_and_page(locator, page, said):
    assert place(passage(locator, page)) == said


def test_places_share_their_outer_steps_and_say_all_pages():
    found = [passage("mục 3, đoạn 1", 2), passage("mục 3, đoạn 4", 4)]

    assert common_place(found) == "mục 3, trang 2–4"
    assert common_place(found[:1]) == "mục 3, đoạn 1, trang 2"
    assert common_place([passage("mục 3, đoạn 1"), passage("mục 3, đoạn 4")]) == "mục 3"
    assert common_place([passage("mục 3"), passage("mục 4")]) == ""


def test_table_rows_are_shown_without_their_bars():
    assert without_bars("| 1 | Thôn Thượng |  | 03/4 |\n| 2 | Thôn Hạ | x | 05/4 |") == (
        "1 – Thôn Thượng – 03/4\n2 – Thôn Hạ – x – 05/4"
    )
    assert without_bars("Chọn a | b đều được.") == "Chọn a | b đều được."


def test_the_head_row_of_a_table_is_told_from_titles():
    assert is_table_head("| TT | Chi bộ |")
    assert not is_table_head("II. LỊCH ĐẠI HỘI")

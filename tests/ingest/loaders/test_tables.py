import pytest

from ingest.loaders.tables import is_layout, table_lines

HEAD = [[["TỈNH ỦY HÀ MINH", "*"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]], [["Số 12-HD/TU"], ["Hà Minh, ngày 3 tháng 4 năm 2031"]]]
END = [[["Nơi nhận:", "- Như trên."], ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"]]]


@pytest.mark.parametrize("is_bordered", [True, False])
@pytest.mark.parametrize("rows", [HEAD, END, [[["Lưu ý"]], [["Bầu kín"]]]], ids=["head", "end", "one column"])
def test_what_places_text_gives_plain_lines_whatever_its_borders(rows, is_bordered):
    assert list(table_lines(rows, is_bordered=is_bordered)) == [line for row in rows for cell in row for line in cell]


@pytest.mark.parametrize(
    ("rows", "is_bordered"),
    [
        pytest.param([[["Số 35-CT/TW"], ["Đại hội"]]], True, id="document numbers"),
        pytest.param([[["Văn bản"], ["Nơi nhận"]], [["Kế hoạch"], ["Chi bộ"]]], False, id="recipients as a column"),
        pytest.param([[["Xã Thượng"], ["12"]]], False, id="no borders"),
        pytest.param(HEAD * 9, True, id="too many rows"),
    ],
)
def test_data_are_rows(rows, is_bordered):
    assert not is_layout(rows, is_bordered=is_bordered)


def test_borderless_signature_without_recipients_is_placed_text():
    assert is_layout([[[], ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]]], is_bordered=False)


def test_cells_of_several_lines_are_one_line_and_empty_rows_are_none():
    rows = [[["Việc"], ["Hạn", "cuối"]], [[], [" "]], [["Kế  hoạch"], []]]

    assert list(table_lines(rows, is_bordered=True)) == ["| Việc | Hạn cuối |", "| Kế hoạch |  |"]


def test_a_row_inside_a_cell_is_an_enumeration():
    assert list(table_lines([[["Kế hoạch"], ["| 1/3 | sáng |"]]], is_bordered=True)) == ["| Kế hoạch | 1/3, sáng |"]

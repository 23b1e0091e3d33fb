import pytest

from ingest.looks.table_rows import heads_table

LIST = "Danh sách\n\n| TT | Chi bộ | Ngày |\n" + "\n".join(
    f"| {i} | Chi bộ thôn số {i} của xã Minh Sơn, có bốn mươi đảng viên | {i}/4/2025 |" for i in range(1, 25)
)


@pytest.mark.parametrize("row", ["| TT | Chi bộ | Ngày |", "| **Việc** | Hạn |", "| Việc |  | Hạn |"])
def test_short_titles_head_a_table(row):
    assert heads_table(row)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("| 1 | Thôn Thượng | 03/4/2025 |", id="numbers"),
        pytest.param("| Họ tên: | Phạm Văn Mẫu |", id="a form"),
        pytest.param("| Lập kế hoạch. | Chi uỷ |", id="a sentence"),
        pytest.param("| Danh sách |  |", id="one cell"),
        pytest.param(f"| {'rất dài ' * 9} | Hạn |", id="too long"),
    ],
)
def test_other_rows_head_none(row):
    assert not heads_table(row)


def test_each_passage_of_a_long_table_knows_the_titles_of_its_columns(read):
    first, *others = [p for p in read(LIST).passages if p.role == "body"]

    assert len(others) >= 2
    assert first.headings == ()
    assert "| TT | Chi bộ | Ngày |\n| 1 |" in first.text
    assert all(one.headings[-1] == "| TT | Chi bộ | Ngày |" for one in others)
    assert all("| TT |" not in one.text and len(one.text.split("\n")) > 1 for one in others)


def test_the_rows_of_a_bare_list_are_text_and_no_head(read):
    assert [p.role for p in read("DANH SÁCH CHI BỘ\n" + LIST.partition("\n\n")[2]).passages][-1] == "body"
    assert "".join(p.text for p in read(LIST).passages if p.role == "header") == "Danh sách"


def test_titles_end_with_their_table(read):
    text = LIST + "\n\nCác chi bộ báo cáo kết quả trước ngày mùng mười hằng tháng.\n\n| 7 | Nghỉ | 5/5/2025 |\n"

    last = read(text).passages[-1]

    assert (last.text, last.headings) == ("| 7 | Nghỉ | 5/5/2025 |", ())
    assert read(text).passages[-2].headings == ()


def test_markdown_rows_know_their_head_too(read):
    rows = "\n".join(f"| Việc thứ {i} phải làm trước đại hội, do chi uỷ phân công | {i}/3 |" for i in range(1, 20))
    parsed = read(f"# Sổ tay\n\n## Lịch\n\n| Việc | Hạn |\n|---|---|\n{rows}\n", "a.md")

    assert parsed.passages[-1].headings == ("Lịch", "| Việc | Hạn |")

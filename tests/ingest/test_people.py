import pytest

from ingest.looks.lines import split_lines
from ingest.looks.people import Byline, read_byline, read_name


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Lê Hạ", "Lê Hạ"),
        ("LÊ MINH HẠ", "LÊ MINH HẠ"),
        ("Bài, ảnh: Minh Tâm", "Minh Tâm"),
        ("Bài và ảnh: Lê A", "Lê A"),
        ("Tin, ảnh: PV", "PV"),
        ("PV", "PV"),
        ("Thu Hà - Minh Đức", "Thu Hà - Minh Đức"),
        ("Trần Văn Mẫu (Ban Tổ chức Huyện uỷ)", "Trần Văn Mẫu"),
        ("TS. Trần Văn Mẫu", "Trần Văn Mẫu"),
        ("Tác giả: Trần Văn Mẫu", "Trần Văn Mẫu"),
        ("Y Thanh Niê K'đăm", "Y Thanh Niê K'đăm"),
        ("Theo Báo Minh Sơn", ""),
        ("Nguồn: minhson.example.vn", ""),
    ],
)
def test_byline_names_the_author_or_only_a_source(text, author):
    assert read_byline(split_lines(text)[0]) == Byline(author)


@pytest.mark.parametrize(
    "text",
    ["Kinh nghiệm", "BAN TỔ CHỨC", "KT. TRƯỞNG BAN", "Theo đồng chí bí thư thì", "Nguồn tin cho biết", "Xây dựng Đảng"],
)
def test_heading_and_sentence_are_no_byline(text):
    assert read_byline(split_lines(text)[0]) is None


def test_name_is_read_without_rank():
    assert read_name(split_lines("Đại tá Trần Văn Mẫu")[0]) == "Trần Văn Mẫu"
    assert read_name(split_lines("PHÓ TRƯỞNG BAN")[0]) == ""

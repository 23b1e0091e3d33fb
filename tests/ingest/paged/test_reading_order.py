from ingest.paged.reading_order import TextLine, in_reading_order
from ingest.paged.tables import Table
from ingest.paged.words import Word, rows_of

SIZE = 12.0


def words(*placed):
    """Words from (x, y, text), each letter six points wide."""
    found = []
    for x, y, text in placed:
        for word in text.split():
            found.append(Word(word, x, x + 6 * len(word), y, y + SIZE, SIZE))
            x += 6 * len(word) + 4
    return found


def read(*placed):
    items = in_reading_order(rows_of(words(*placed)))
    return [item.text if isinstance(item, TextLine) else item.rows for item in items]


WIDE = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba mười bốn mười lăm"


def test_the_left_column_of_a_head_comes_before_the_right_one():
    assert read(
        (80, 50, "TỈNH UỶ"),
        (330, 50, "ĐẢNG CỘNG SẢN"),
        (80, 68, "Số 5-CV/TU"),
        (300, 86, "Hà Minh, ngày 3"),
        (60, 120, WIDE),
    ) == ["TỈNH UỶ", "Số 5-CV/TU", "ĐẢNG CỘNG SẢN", "Hà Minh, ngày 3", WIDE]


def test_the_star_below_a_body_s_name_does_not_run_into_the_date_beside_it():
    assert read(
        (80, 50, "TỈNH UỶ"),
        (330, 50, "ĐẢNG CỘNG SẢN"),
        (100, 68, "*"),
        (300, 68, "Hà Minh, ngày 3"),
        (80, 86, "Số 5-CV/TU"),
        (60, 120, WIDE),
    ) == ["TỈNH UỶ", "*", "Số 5-CV/TU", "ĐẢNG CỘNG SẢN", "Hà Minh, ngày 3", WIDE]


def test_lines_below_a_table_without_rules_do_not_become_its_rows():
    entries = [(60 + 120 * x, 50 + 18 * y, f"ô {x}{y}") for y in range(3) for x in range(3)]

    rows, *below = read(*entries, (60, 120, "Nơi nhận:"), (60, 138, "- Lưu."))

    assert rows == (("ô 00", "ô 10", "ô 20"), ("ô 01", "ô 11", "ô 21"), ("ô 02", "ô 12", "ô 22"))
    assert below == ["Nơi nhận:", "- Lưu."]


def test_a_motto_may_begin_higher_than_the_body():
    assert read((330, 40, "ĐẢNG CỘNG SẢN"), (80, 58, "TỈNH UỶ"), (330, 58, "Hà Minh"), (60, 120, WIDE))[:3] == [
        "TỈNH UỶ",
        "ĐẢNG CỘNG SẢN",
        "Hà Minh",
    ]


def test_recipients_come_before_the_signature_however_far_its_name_stands_below():
    assert read(
        (60, 50, WIDE),
        (60, 68, "hết câu."),
        (60, 100, "Nơi nhận:"),
        (350, 100, "T/M BAN"),
        (60, 116, "- Lưu."),
        (350, 200, "Lê Mẫu"),
    ) == [WIDE, "hết câu.", "Nơi nhận:", "- Lưu.", "T/M BAN", "Lê Mẫu"]


def test_two_columns_of_text_are_read_one_after_the_other():
    left = [(60, 100 + 16 * i, f"trái số {i} dài hơn một chút") for i in range(6)]
    right = [(320, 103 + 16 * i, f"phải số {i} dài hơn một chút") for i in range(6)]

    assert read((60, 60, WIDE), *left, *right) == [WIDE, *(text for *_, text in left), *(text for *_, text in right)]


def test_wide_blanks_of_justified_text_and_behind_numbers_part_nothing():
    assert read((60, 50, "1."), (85, 50, "Nội dung"), (60, 68, "a)"), (85, 68, "Mục đích")) == [
        "1. Nội dung",
        "a) Mục đích",
    ]
    assert read((60, 50, "những"), (104, 50, "việc"), (60, 68, "những điều cần làm")) == [
        "những việc",
        "những điều cần làm",
    ]


def test_page_numbers_of_a_list_of_contents_stay_on_their_lines():
    assert read((60, 50, "Mở đầu"), (400, 50, "3"), (60, 68, "Kết luận"), (400, 68, "9")) == ["Mở đầu 3", "Kết luận 9"]


def test_three_columns_of_entries_are_a_table_and_what_is_below_a_cell_belongs_to_it():
    rows = [(60, "TT", "Chi bộ", "Ngày"), (80, "1", "Thượng", "3/4"), (100, "2", "Trung học", "5/4")]
    placed = [entry for y, *cells in rows for entry in zip((60, 150, 350), (y,) * 3, cells, strict=True)]
    table, last = in_reading_order(rows_of(words(*placed, (150, 114, "cơ sở"), (60, 160, WIDE))))

    assert isinstance(table, Table)
    assert table.rows == (("TT", "Chi bộ", "Ngày"), ("1", "Thượng", "3/4"), ("2", "Trung học cơ sở", "5/4"))
    assert isinstance(last, TextLine)

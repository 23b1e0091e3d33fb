from ingest.paged.assembling import PageText, assemble
from ingest.paged.reading_order import TextLine
from ingest.paged.tables import Table

LEFT, RIGHT, SIZE = 60.0, 540.0, 12.0


def line(text, y, *, x0=LEFT, x1=RIGHT, is_bold=False):
    return TextLine(text, x0, x1, y, y + SIZE, SIZE, LEFT, RIGHT, 6.0 * len(text.split()[0]), is_bold=is_bold)


def page(*lines, notes=()):
    return PageText(tuple(line(*one) if isinstance(one, tuple) else one for one in lines), tuple(notes))


def table(*rows):
    return Table(tuple(rows), LEFT, RIGHT, 100, 200)


def test_a_page_that_ends_with_a_paragraph_breaks_there():
    first = page(("Chi bộ họp hằng tháng và báo cáo lên", 100), line("cấp trên.", 118, x1=120))

    assert assemble([first, page(("Đảng uỷ tổng hợp.", 50))]) == (
        "Chi bộ họp hằng tháng và báo cáo lên cấp trên.\n\fĐảng uỷ tổng hợp."
    )


def test_a_sentence_that_crosses_a_page_stays_whole_and_the_break_stands_behind_it():
    first = page(("Chi bộ họp. Biên bản được gửi lên", 100))
    second = page(("cấp trên trong ba ngày. Đảng uỷ lưu hồ sơ", 50), line("theo quy định.", 68, x1=140))

    assert assemble([first, second]) == (
        "Chi bộ họp. Biên bản được gửi lên cấp trên trong ba ngày.\fĐảng uỷ lưu hồ sơ theo quy định."
    )


def test_a_page_that_begins_with_a_sentence_of_the_same_paragraph_breaks_before_it():
    first, second = page(("Chi bộ gửi biên bản lên cấp trên.", 100)), page(("Đảng uỷ lưu hồ sơ.", 50))

    assert assemble([first, second]) == "Chi bộ gửi biên bản lên cấp trên.\fĐảng uỷ lưu hồ sơ."


def test_there_is_a_break_for_each_page_also_for_empty_ones():
    assert assemble([page(("Một.", 100)), page(), page(line("Ba", 50, x1=80)), page()]).count("\f") == 3


def test_a_table_goes_on_over_a_page_without_its_repeated_head():
    first = page(table(("TT", "Tên"), ("1", "Thôn Thượng")))
    second = page(table(("TT", "Tên"), ("2", "Thôn Hạ")))

    assert assemble([first, second]) == "| TT | Tên |\n| 1 | Thôn Thượng |\n\f| 2 | Thôn Hạ |"


def test_a_row_that_a_page_cuts_through_is_mended():
    first = page(table(("TT", "Tên"), ("1", "Trường Trung học")))
    second = page(table(("", "cơ sở Minh Sơn"), ("2", "Thôn | Hạ")))

    assert assemble([first, second]) == "| TT | Tên |\n| 1 | Trường Trung học cơ sở Minh Sơn |\n\f| 2 | Thôn ¦ Hạ |"


def test_another_table_on_the_next_page_is_one_of_its_own():
    text = assemble([page(table(("TT", "Tên"))), page(table(("TT", "Tên", "Hạn"), ("1", "a", "b")))])

    assert text == "| TT | Tên |\n\n\f| TT | Tên | Hạn |\n| 1 | a | b |"


def test_notes_stand_on_their_page_and_outside_of_sentences():
    first = page(
        line("Mở đầu.", 80, x1=100), ("Chi bộ[1] họp và gửi biên bản lên", 98), notes=["[1] Gồm cả chi bộ ghép."]
    )
    second = page(line("cấp trên.", 50, x1=110))

    assert assemble([first, second]) == (
        "Mở đầu.\n[1] Gồm cả chi bộ ghép.\nChi bộ[1] họp và gửi biên bản lên cấp trên.\f"
    )


def test_lines_that_were_ended_on_purpose_are_paragraphs():
    parts = page(
        line("I. MỤC ĐÍCH", 60, x1=140),
        line("1. Một việc được nêu ở dòng đầu tiên và còn", 78, x0=90),
        ("tiếp tục ở dòng dưới.", 96),
        line("2. Việc khác;", 114, x0=90, x1=200),
        line("- Gạch đầu dòng, cần đọc tiếp cho", 132, x0=90),
        line("đến hết dòng treo", 150, x0=100, x1=250),
        line("Thụt vào là đoạn mới.", 168, x0=90, x1=300),
    )

    assert assemble([parts]).split("\n") == [
        "I. MỤC ĐÍCH",
        "1. Một việc được nêu ở dòng đầu tiên và còn tiếp tục ở dòng dưới.",
        "2. Việc khác;",
        "- Gạch đầu dòng, cần đọc tiếp cho đến hết dòng treo",
        "Thụt vào là đoạn mới.",
    ]


def test_a_centred_date_too_wide_for_its_column_stays_one_line():
    narrow = [
        TextLine(text, x0, x1, y, y + SIZE, SIZE, 300, 540, first, column=2)
        for text, x0, x1, y, first in (
            ("ĐẢNG CỘNG SẢN VIỆT NAM", 320, 520, 60, 60),
            ("Minh Sơn, ngày 05 tháng 5 năm", 310, 530, 78, 60),
            ("2024", 405, 435, 96, 30),
        )
    ]

    assert assemble([page(*narrow)]) == "ĐẢNG CỘNG SẢN VIỆT NAM\nMinh Sơn, ngày 05 tháng 5 năm 2024"


def test_centred_lines_of_a_title_stay_apart():
    titles = page(
        line("HƯỚNG DẪN", 60, x0=250, x1=350),
        line("về đại hội", 78, x0=240, x1=360),
        line("nhiệm kỳ mới", 96, x0=230, x1=370),
    )

    assert assemble([titles]) == "HƯỚNG DẪN\nvề đại hội\nnhiệm kỳ mới"


def test_a_bold_line_as_wide_as_its_column_is_a_title_of_its_own():
    title, text = line("Chuẩn bị văn kiện của đại hội chi bộ", 118, is_bold=True), ("Chi bộ họp hằng tháng.", 136)

    assert assemble([page(("Biên bản gửi lên cấp trên.", 100), title, text)]) == (
        "Biên bản gửi lên cấp trên.\nChuẩn bị văn kiện của đại hội chi bộ\nChi bộ họp hằng tháng."
    )


def test_a_number_at_the_begin_of_a_line_inside_a_sentence_begins_no_paragraph():
    parts = page(
        line("Đại hội bầu ban chấp hành theo quy định tại", 60, x0=90),
        ("Điều lệ Đảng, trong đó có khoản", 78),
        ("15. của Quy chế bầu cử", 96),
    )

    assert "\n" not in assemble([parts])

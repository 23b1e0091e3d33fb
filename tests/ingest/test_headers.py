from datetime import date

import pytest

from ingest.boilerplate import find_furniture
from ingest.headers import read_header
from ingest.looks.lines import split_lines
from tests.ingest import pages, samples


def header_of(text):
    lines = split_lines(text)
    return read_header(lines, find_furniture(lines))


def test_directive_is_read_from_its_head_and_signature():
    header = header_of(samples.DIRECTIVE)

    assert header.is_official
    assert (header.number, header.kind, header.authority) == ("99-CT/TW", "chỉ thị", "chỉ đạo")
    assert (header.issuer, header.issued, header.signer) == ("Bộ Chính trị", date(2024, 2, 5), "Lê Văn Thử")
    assert header.congress == ("XIV",)
    assert header.title.startswith("Về chuẩn bị đại hội đảng bộ các cấp")


def test_decision_that_puts_a_regulation_into_force_is_that_regulation():
    header = header_of(samples.REGULATION)

    assert (header.number, header.kind, header.authority) == ("777-QĐ/TW", "quy chế", "quy định")
    assert (header.issuer, header.issued, header.signer) == ("Bộ Chính trị", date(2023, 10, 10), "Trần Văn Mẫu")
    assert header.title == "Ban hành Quy chế thử nghiệm trong Đảng"


def test_guidance_of_a_province_names_department_and_committee():
    header = header_of(samples.GUIDANCE)

    assert (header.number, header.kind, header.issuer) == ("12-HD/BTCTU", "hướng dẫn", "Ban Tổ chức Tỉnh ủy Hà Minh")
    assert header.issued == date(2020, 4, 3)
    assert header.signer == "Phạm Thị Mẫu"
    assert header.congress == ("XIII",)  # its own term, not one that a directive it cites served
    assert header.title == "Một số nội dung về đại hội chi bộ nhiệm kỳ 2020 - 2025"


def test_portal_table_is_read():
    header = header_of(pages.PORTAL)

    assert (header.number, header.kind, header.issuer) == ("45/2019/NĐ-CP", "khác", "Chính phủ")
    assert (header.issued, header.effective, header.validity) == (date(2019, 5, 21), date(2019, 8, 1), "còn hiệu lực")
    assert header.signer == "Nguyễn Văn Tên"


def test_article_is_read_from_headline_date_and_byline():
    header = header_of(pages.NEWSPAPER)

    assert not header.is_official
    assert header.title == "Năm việc cần làm trước đại hội chi bộ ở Minh Sơn"
    assert (header.issued, header.signer) == (date(2020, 3, 13), "Lê Hạ")
    assert (header.number, header.authority) == ("", "tham khảo")


LETTER = """\
ĐẢNG UỶ XÃ MINH SƠN
Số: 31-CV/ĐU
V/v chuẩn bị đại hội chi bộ,
tiến tới đại hội đảng bộ xã
Minh Sơn, ngày 9 tháng 1 năm 2031

Kính gửi:
- Các chi bộ trực thuộc,
- Các đoàn thể xã.

Đảng uỷ đề nghị các chi bộ chuẩn bị đại hội theo kế hoạch, xong trước ngày 30/4/2031.
T/M ĐẢNG UỶ
PHÓ BÍ THƯ
Vũ Thị Mẫu
"""


def test_letter_is_titled_by_its_subject():
    header = header_of(LETTER)

    assert (header.number, header.kind, header.authority) == ("31-CV/ĐU", "công văn", "hướng dẫn")
    assert header.title == "Chuẩn bị đại hội chi bộ, tiến tới đại hội đảng bộ xã"
    assert (header.issued, header.signer) == (date(2031, 1, 9), "Vũ Thị Mẫu")
    assert header.issuer == "Đảng uỷ Xã Minh Sơn"
    assert split_lines(LETTER)[header.head].text.startswith("Đảng uỷ đề nghị")


def test_head_in_two_columns_is_read_column_by_column():
    text = """\
ĐẢNG BỘ HUYỆN HÀ MINH\tĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ THƯỢNG
*\tThượng, ngày 12 tháng 3 năm 2031
Số 05-NQ/ĐU
NGHỊ QUYẾT
về lãnh đạo đại hội các chi bộ
Đảng ủy xã quyết nghị những việc sau đây, để các chi bộ thực hiện trong quý II.
T/M ĐẢNG ỦY     BÍ THƯ
Vũ Thị Mẫu
"""
    header = header_of(text)

    assert (header.number, header.kind, header.issuer) == ("05-NQ/ĐU", "nghị quyết", "Đảng ủy Xã Thượng")
    assert (header.issued, header.signer) == (date(2031, 3, 12), "Vũ Thị Mẫu")
    assert header.title == "Về lãnh đạo đại hội các chi bộ"


def test_number_that_an_article_cites_is_not_its_own():
    text = """\
Chỉ thị 37-CT/TW của Bộ Chính trị: những điều cần nhớ
Ngày 5/3/2031
Chỉ thị số 37-CT/TW, ngày 04/8/2009 của Bộ Chính trị nêu bốn yêu cầu, theo lời người dự hội nghị.
Số: 12 chi bộ của xã đã học tập, quán triệt xong ngay trong tuần đầu của tháng, đúng kế hoạch.
Minh Tâm
"""
    header = header_of(text)

    assert not header.is_official
    assert (header.number, header.issued) == ("", date(2031, 3, 5))


def test_reprinted_directive_takes_number_and_date_from_its_headline():
    text = """\
Chỉ thị số 88-CT/TW ngày 5/6/2031 của Bộ Chính trị về đại hội chi bộ
Bộ Chính trị yêu cầu các cấp uỷ thực hiện tốt những việc sau, bảo đảm đúng Điều lệ.
1. Chuẩn bị văn kiện, nhân sự chu đáo, đúng quy định và sát với tình hình của từng nơi.
T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ
Trần Văn Mẫu
"""
    header = header_of(text)

    assert header.is_official
    assert (header.number, header.kind, header.issuer) == ("88-CT/TW", "chỉ thị", "Bộ Chính trị")
    assert (header.issued, header.signer) == (date(2031, 6, 5), "Trần Văn Mẫu")


def test_draft_without_number_and_day_has_neither():
    text = """\
TỈNH ỦY HÀ MINH
Số:      -KH/TU
Hà Minh, ngày     tháng     năm 2031
KẾ HOẠCH
tổ chức đại hội
Tỉnh uỷ xây dựng kế hoạch tổ chức đại hội đảng bộ các cấp, gồm những nội dung sau đây.
"""
    header = header_of(text)

    assert header.is_official
    assert (header.number, header.issued, header.kind) == ("", None, "kế hoạch")
    assert header.issuer == "Tỉnh ủy Hà Minh"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bài học từ đại hội chi bộ thôn Thượng", "bài học kinh nghiệm"),
        ("Hỏi - đáp về đại hội chi bộ thôn Thượng", "hỏi đáp"),
        ("Chi bộ thôn Thượng mở đại hội sớm nhất", "khác"),
    ],
)
def test_kind_of_an_article_is_told_by_its_title(title, kind):
    assert (
        header_of(f"{title}\n\nChi bộ thôn Thượng họp sáng nay, với đủ 45 đảng viên tham dự và biểu quyết.").kind
        == kind
    )


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Chi bộ họp bàn về nhiệm kỳ 2025-2030, rút kinh nghiệm nhiệm kỳ 2020 - 2025 và tiến tới Đại hội XIV.",
            ("XIV",),
        ),
        ("Đại hội Đảng bộ tỉnh lần thứ XVIII đã bầu ban chấp hành khoá mới, đúng quy định của Trung ương.", ()),
        ("Chi bộ thực hiện nghị quyết khoá VIII, kế hoạch giai đoạn 2015-2020 và những việc khác của địa phương.", ()),
    ],
)
def test_congress_is_the_one_that_the_text_is_about(text, terms):
    assert header_of(f"Chi bộ thôn Thượng chuẩn bị\n\n{text}").congress == terms


def test_text_without_headline_is_titled_by_its_first_words():
    sentence = "Chi bộ thôn Thượng họp bàn việc chuẩn bị đại hội, " * 6

    title = header_of(sentence).title

    assert title.endswith("…")
    assert sentence.startswith(title[:-1])
    assert len(title) <= 201

from datetime import date

import pytest

from ingest.looks.dates import first_date, is_date_line, is_place_and_date
from ingest.looks.lines import split_lines


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 03 tháng 7 năm 2031", date(2031, 7, 3)),
        ("Thứ tư, 08 Tháng 9 2031 15:09", date(2031, 9, 8)),
        ("09:28 09/07/2031", date(2031, 7, 9)),
        ("ngày 15-10-2031", date(2031, 10, 15)),
        ("3.4.2031", date(2031, 4, 3)),
        ("2031-04-03", date(2031, 4, 3)),
        ("31/02/2031, sau đó 01/03/2031", date(2031, 3, 1)),
        ("ngày      tháng     năm 2031", None),
        ("12/15/2031", None),
        ("1/3 cấp uỷ viên", None),
        ("nhiệm kỳ 2030-2035", None),
        ("số 12/2031/QĐ", None),
    ],
)
def test_first_date_is_found(text, day):
    assert first_date(split_lines(text)[0].folded) == day


@pytest.mark.parametrize(
    "text",
    [
        "Thứ tư,  07/12/2031",
        "09:28 09/07/2031",
        "Cập nhật ngày: 02/03/2031 | 09:25 GMT+7",
        "Thứ Tư, 08/04/2031, 08:11 [GMT+7]",
        "Chủ nhật, ngày 08 tháng 12 năm 2031",
        "Đăng lúc: 7h30 ngày 1-2-2031",
        "14:37 | 03/07/2031",
        "Ngày đăng: 3/4/2031 8:30:00 SA",
    ],
)
def test_line_with_nothing_but_a_date_is_a_date_line(text):
    assert is_date_line(split_lines(text)[0])


@pytest.mark.parametrize(
    "text", ["Ngày 3/4/2031, chi bộ họp", "Hội nghị ngày 3/4/2031", "09:28", "Từ ngày 1/2/2031 đến hết tháng 3"]
)
def test_sentence_with_a_date_is_no_date_line(text):
    assert not is_date_line(split_lines(text)[0])


def test_place_and_date_of_a_document_is_recognised():
    assert is_place_and_date(split_lines("Hà Minh, ngày 03 tháng 7 năm 2031")[0])
    assert is_place_and_date(split_lines("TP. Hà Minh, ngày 3/7/2031")[0])
    assert not is_place_and_date(split_lines("Ở Hà Minh, ngày 3/7/2031 chi bộ thôn Thượng đã họp bàn việc chuẩn bị")[0])
    assert not is_place_and_date(split_lines("Hà Minh, ngày    tháng    năm 2031")[0])

from datetime import date

import pytest

from assistant.retrieval.asked_period import asked_period, today_as_period


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("vào ngày 15/6/2020", date(2020, 6, 15), date(2020, 6, 15), "ngày 15/6/2020"),
        ("ngày 5 tháng 1 năm 2021 thì sao", date(2021, 1, 5), date(2021, 1, 5), "ngày 05/01/2021"),
        ("15.6.2020", date(2020, 6, 15), date(2020, 6, 15), "ngày 15/6/2020"),
        ("có hiệu lực tháng 6/2020?", date(2020, 6, 1), date(2020, 6, 30), "tháng 6/2020"),
        ("thang 02 nam 2020", date(2020, 2, 1), date(2020, 2, 29), "tháng 2/2020"),
        ("hồi 06-2020", date(2020, 6, 1), date(2020, 6, 30), "tháng 6/2020"),
        ("quý II/2020", date(2020, 4, 1), date(2020, 6, 30), "quý II/2020"),
        ("quý 4 năm 2024", date(2024, 10, 1), date(2024, 12, 31), "quý IV/2024"),
        ("năm 2016", date(2016, 1, 1), date(2016, 12, 31), "năm 2016"),
        ("hồi 2016 áp dụng gì", date(2016, 1, 1), date(2016, 12, 31), "năm 2016"),
        ("từ 31/2/2020 tới tháng 3/2020", date(2020, 3, 1), date(2020, 3, 31), "tháng 3/2020"),
    ],
)
def test_period_is_read(text, first, last, name):
    period = asked_period(text)

    assert (period.first, period.last, period.name) == (first, last, name)


@pytest.mark.parametrize(
    "text", ["hiện nay", "nhiệm kỳ 2020-2025", "nhiệm kỳ 2020–2025", "35-CT/TW", "1.357 đảng viên"]
)
def test_no_period_is_read_where_none_is_named(text):
    assert asked_period(text) is None


def test_today_is_named_by_its_date():
    assert today_as_period(date(2026, 11, 2)).name == "ngày 02/11/2026"

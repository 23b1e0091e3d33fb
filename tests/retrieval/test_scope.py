import pytest

from assistant.retrieval.scope import congress_terms, levels_in, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Chỉ thị năm 2019 và 2024", (2019, 2024)),
        ("ngày 30/5/2019", (2019,)),
        ("nhiệm kỳ 2020-2025", (2020,)),
        ("1.357 đảng viên, 35-CT/TW", ()),
    ],
)
def test_years_are_found(text, years):
    assert years_in(text)[: len(years) or None] == years


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("tiến tới Đại hội XIII", ("XIII",)),
        ("Đại hội đại biểu toàn quốc lần thứ XI", ("XI",)),
        ("dai hoi 13 cua Dang", ("XIII",)),
        ("nhiệm kỳ 2025–2030", ("XIV",)),
        ("chi bộ có 13 đảng viên", ()),
        ("Đại hội cấp xã năm 2025 xong khi nào?", ("XIV",)),
        ("Đại hội nhiệm kỳ 2020–2025 có gì mới?", ("XIII",)),
        ("Chỉ thị năm 2025 về nhân sự", ()),
    ],
)
def test_congress_terms_are_found(text, terms):
    assert congress_terms(text) == terms


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("đại hội chi bộ", ("chi bộ",)),
        ("dai hoi dang bo co so", ("cơ sở",)),
        ("đảng bộ quân sự tỉnh", ("lực lượng vũ trang",)),
        ("nhân sự cấp uỷ", ()),
    ],
)
def test_levels_are_found(text, levels):
    assert levels_in(text) == levels

"""Congress terms: numerals, terms of office, terms of the bodies."""

from datetime import date

import pytest

from assistant.language.congress_terms import congress_terms, is_of_body_term


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Đại hội XIII", ("XIII",)),
        ("dai hoi dang toan quoc lan thu xiv", ("XIV",)),
        ("ĐH 13 và ĐH 14", ("XIII", "XIV")),
        ("nhiệm kỳ 2020–2025", ("XIII",)),
        ("NK 2015-2020", ("XII",)),
        ("the 13th Party Congress", ("XIII",)),
        ("the Thirteenth National Party Congress", ("XIII",)),
        ("Đại hội lần thứ mười ba, đại hội mười bốn", ("XIII", "XIV")),
        ("Đại hội XIII, nhiệm kỳ 2020-2025", ("XIII",)),
        ("đại hội 21 đảng bộ", ()),
        ("21 ĐH điểm", ()),
        ("đại hội 2 ngày", ()),
        ("giai đoạn 2016-2018", ()),
        ("đại hội chi bộ", ()),
    ],
)
def test_terms_named_in_text(text, terms):
    assert congress_terms(text) == terms


@pytest.mark.parametrize(
    ("issued", "term", "expected"),
    [
        (date(2019, 5, 30), "XII", True),
        (date(2019, 5, 30), "XIII", False),
        (date(2024, 6, 14), "XIII", True),
        (date(2026, 2, 1), "XIV", True),
        (date(1980, 1, 1), "IV", True),
    ],
)
def test_date_belongs_to_the_term_of_the_bodies(issued, term, expected):
    assert is_of_body_term(issued, term) is expected

import pytest

from assistant.answering.english import LEAST_SHARED, english_holds, shared_words

DAYS = "Đại hội đảng bộ cấp tỉnh không quá 4 ngày, hoàn thành trước ngày 31/10/2020."
COMMITTEE = "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức."
SPARE = "Nhân sự ban chấp hành có số dư ít nhất 15%, khoảng 1.357 người, bằng một phần ba."

HOLDS = [
    ("Provincial Party congresses last no more than 4 days and end before 31 October 2020.", [DAYS]),
    ("Provincial Party congresses last no more than four days.", [DAYS]),
    ("The Party cell elects a vote counting committee of three official members.", [COMMITTEE]),
    ("Đắk Song organised pilot congresses in 2 Party cells.", ["Đắk Song tổ chức đại hội điểm ở 2 chi bộ đảng."]),
    ("The executive committee list has 15% more candidates, one third, about 1,357.", [SPARE]),
]
FAILS = {
    "another number": ("Provincial Party congresses last no more than 5 days.", [DAYS]),
    "another number in words": ("The Party cell elects a vote counting committee of five members.", [COMMITTEE]),
    "another month": ("Provincial congresses last no more than 4 days, before 31 December 2020.", [DAYS]),
    "another year": ("Provincial Party congresses last no more than 4 days until 2021.", [DAYS]),
    "a denial left out": ("Provincial Party congresses last 4 days.", [DAYS]),
    "a denial added": ("The Party cell does not elect a vote counting committee.", [COMMITTEE]),
    "another number from elsewhere": ("The Party cell elects a vote counting committee of 4.", [COMMITTEE]),
    "another statement": ("The standing board approves the political report of the district.", [COMMITTEE]),
    "no English": ("Chi bộ bầu ban kiểm phiếu.", [COMMITTEE]),
    "nothing quoted": ("The Party cell elects a vote counting committee.", []),
    "nothing": ("", [COMMITTEE]),
    "too long": ("The Party cell elects a vote counting committee. " * 20, [COMMITTEE]),
}


@pytest.mark.parametrize(("text", "quotes"), HOLDS, ids=[text for text, _ in HOLDS])
def test_a_line_that_agrees_with_its_quotations_holds(text, quotes):
    assert english_holds(text, quotes)


@pytest.mark.parametrize(("text", "quotes"), FAILS.values(), ids=FAILS)
def test_a_line_that_differs_from_its_quotations_is_not_shown(text, quotes):
    assert not english_holds(text, quotes)


def test_words_are_shared_with_the_statement_and_hardly_with_another():
    said, unsaid = HOLDS[2][0], FAILS["another statement"][0]

    assert shared_words(said, [COMMITTEE]) >= LEAST_SHARED > shared_words(unsaid, [COMMITTEE])

import pytest

from assistant.answering.comparable import clauses_of, plain_number, plain_word, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("uỷ", "ủy"), ("hoà", "HÒA"), ("kỹ", "kĩ"), ("tỷ", "tỉ"), ("Thuý", "thúy"), ("Đảng", "đảng")],
)
def test_spellings_of_one_word_are_one(one, other):
    assert plain_word(one) == plain_word(other)


@pytest.mark.parametrize(("one", "other"), [("bàn", "bán"), ("dự", "đự"), ("ban", "bàn"), ("tuy", "tui"), ("ơn", "ôn")])
def test_other_words_stay_apart(one, other):
    assert plain_word(one) != plain_word(other)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("03/7/2020", "3/7/2020"),
        ("1.357", "1357"),
        ("12.345.678", "12345678"),
        ("99,8 %", "99,8%"),
        ("2020–2025", "2020-2025"),
        ("0,5", "0,5"),
        ("1,05", "1,05"),
        ("10", "10"),
        ("1/3", "1/3"),
    ],
)
def test_numbers_are_written_in_one_way(written, plain):
    assert plain_number(written) == plain


def test_clauses_end_at_stops_and_not_inside_numbers_and_names():
    clauses = clauses_of("- Ngày 30.6.2020, 1.357 đảng bộ (99,8%) làm Chỉ thị 35-CT/TW; xong. [^3] [^12]")

    parts = ["ngày 30.6.2020", "1357 đảng bộ", "99,8%", "làm chỉ thị 35 CT/TW", "xong"]
    assert [clause.words for clause in clauses] == [words_of(part) for part in parts]


def test_words_that_carry_nothing_are_left_out():
    assert words_of("Các chi bộ thì cũng đều bầu") == words_of("Chi bộ bầu")
    assert words_of("ít nhất là 15%") == words_of("tối thiểu 15 %")
    assert words_of("Bí thư là đại biểu") != words_of("Bí thư đại biểu")


def test_signs_that_may_mean_something_are_words():
    assert words_of("≥ 15%") != words_of("15%")
    assert words_of("-5 người") != words_of("5 người")
    assert words_of("“15%” – chính trị") == words_of("15% chính trị")


def test_what_only_ties_a_sentence_to_the_one_before_is_optional():
    assert [clause.optional for clause in clauses_of("Ngoài ra, chi bộ bầu")] == [2, 0]
    assert [clause.optional for clause in clauses_of("Thứ năm là tăng cường, và đôn đốc")] == [3, 1]
    assert [clause.optional for clause in clauses_of("Chi bộ bầu")] == [0]

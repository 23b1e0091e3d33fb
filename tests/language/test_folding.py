"""Folding: spellings of one word meet, offsets stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.folding import compose, fold, pairs, syllables


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cấp uỷ", "cấp ủy"),
        ("Khoá", "khóa"),
        ("Đảng", "đảng"),
        ("Ðảng", "Đảng"),  # Eth instead of Đ
        ("2020–2025", "2020-2025"),
        ("“điểm”", '"điểm"'),
        ("đại\u00a0hội", "đại hội"),
        ("ＣＴ", "CT"),
        (unicodedata.normalize("NFD", "trực tiếp bầu"), "trực tiếp bầu"),
    ],
)
def test_fold_meets_for_spellings_of_one_word(one, other):
    assert fold(one) == fold(other)


def test_fold_drops_case_and_accents():
    assert fold("Đại hội ĐẢNG bộ thị xã Ử") == "dai hoi dang bo thi xa u"


def test_fold_keeps_line_breaks_and_tabs():
    assert fold("Một\nhai\tba") == "mot\nhai\tba"


@given(st.text())
def test_fold_keeps_length_of_composed_text(text):
    assert len(fold(text)) == len(compose(text))


@given(st.text())
def test_fold_changes_nothing_when_repeated(text):
    once = fold(text)

    assert fold(once) == once or compose(once) != once  # a base and a mark may only meet after folding


@pytest.mark.parametrize("character", ["İ", "ẞ", "ﬁ", "½", "Ǆ"])
def test_fold_gives_one_character_for_odd_letters(character):
    assert len(fold(character)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.357 đảng viên", ["1357", "dang", "vien"]),
        ("đạt 99,8%", ["dat", "99,8"]),
        ("35-CT/TW", ["35", "ct", "tw"]),
        ("ct35", ["ct", "35"]),
        ("ngày 03/7/2020", ["ngay", "3", "7", "2020"]),
        ("mục 3.1.", ["muc", "3", "1"]),
        ("2.500.000 đồng", ["2500000", "dong"]),
        ("1.357,5", ["1357,5"]),
        ("09.07.2020", ["9", "7", "2020"]),
        ("Đắk R’lấp", ["dak", "rlap"]),
        ("cấp_ủy\u00a0viên – “nữ”", ["cap", "uy", "vien", "nu"]),
        ("đại\u200bhội", ["daihoi"]),
        (unicodedata.normalize("NFD", "chuẩn y"), ["chuan", "y"]),
        ("00", ["0"]),
        ("", []),
    ],
)
def test_syllables_of_text(text, expected):
    assert syllables(text) == expected


@given(st.text())
def test_syllables_hold_letters_and_digits_only(text):
    assert all(token.replace(",", "").isalnum() for token in syllables(text))


def test_pairs_join_neighbours():
    assert pairs(["dai", "hoi", "diem"]) == ["dai_hoi", "hoi_diem"]


def test_pairs_of_one_token_are_none():
    assert pairs(["dai"]) == []

"""The build of syllables: whole ones are recognised and written with the tone in its place."""

import pytest

from assistant.language.syllable_shape import is_bare_syllable, read_syllable


@pytest.mark.parametrize(
    "word",
    [
        "đảng",
        "quyết",
        "nghị",
        "giếng",
        "gì",
        "khuỷu",
        "thuở",
        "hòa",
        "quý",
        "ủy",
        "bon",
        "yêu",
        "ý",
        "nghiêng",
    ],
)
def test_whole_syllable_is_written_as_read(word):
    assert str(read_syllable(word)) == word


@pytest.mark.parametrize(
    ("word", "usual"), [("hoà", "hòa"), ("uỷ", "ủy"), ("khoẻ", "khỏe"), ("qúy", "quý"), ("tòan", "toàn")]
)
def test_misplaced_tone_is_put_where_most_texts_have_it(word, usual):
    assert str(read_syllable(word)) == usual


@pytest.mark.parametrize(
    "word", ["krông", "đắk", "dduwowcj", "hoat", "btv", "congress", "nghành", "kông", "quư", "c", "", "35"]
)
def test_what_is_no_whole_syllable_is_not_read(word):
    assert read_syllable(word) is None


@pytest.mark.parametrize("word", ["duoc", "hoat", "truong", "quyet", "ngay", "gi", "u", "bao"])
def test_bare_syllable_is_recognised(word):
    assert is_bare_syllable(word)


@pytest.mark.parametrize("word", ["btv", "dhdb", "krong", "meeting", "w", "ngê", ""])
def test_other_words_are_no_bare_syllables(word):
    assert not is_bare_syllable(word)

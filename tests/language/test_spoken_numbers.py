"""Numbers said in words."""

import pytest

from assistant.language.spoken_numbers import SPOKEN, spoken_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ba lam", 35),
        ("ba muoi lam", 35),
        ("hai tu", 24),
        ("muoi ba", 13),
        ("muoi", 10),
        ("hai tram bon muoi bon", 244),
        ("mot tram chin muoi", 190),
        ("mot tram muoi tam", 118),
        ("hai tram linh tam", 208),
        ("mot mot tam bon chin", 11849),
        ("mot mot tam bon chin hai", None),
        ("ba hai muoi", None),
    ],
)
def test_value_of_number_words(words, value):
    assert spoken_value(words) == value


@pytest.mark.parametrize("text", ["ba buoc", "sau tam thang", "tu hai noi", "nam 2019"])
def test_other_words_are_no_number(text):
    assert SPOKEN.match(text) is None

import pytest

from assistant.marks import mark_keys, quotable_end


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("Bầu kín. [^17] [^21]", (17, 21), id="two marks"),
        pytest.param("Bầu kín. [^3] [^3]", (3,), id="the same mark twice"),
        pytest.param("Bầu kín [1], [^a] và [^].", (), id="footnotes and broken marks are none"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_mark_keys_are_read_in_order(text, keys):
    assert mark_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "quotable"),
    [
        pytest.param("Bầu kín. [^17] [^21]", "Bầu kín.", id="marks at the end"),
        pytest.param("Bầu kín.[^17]\n", "Bầu kín.", id="mark without a blank"),
        pytest.param("Bầu [^1] kín", "Bầu [^1] kín", id="mark inside stays"),
        pytest.param("Bầu kín [1]", "Bầu kín [1]", id="a footnote of the original stays"),
        pytest.param("Bầu kín [^x]", "Bầu kín [^x]", id="what is no mark stays"),
        pytest.param("[^1] [^2]", "", id="marks alone"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_quotation_ends_before_trailing_marks(text, quotable):
    assert text[: quotable_end(text, 0, len(text))] == quotable


def test_quotable_end_stays_within_the_stretch():
    text = "Câu một. [^1]\nCâu hai. [^2]"
    start = text.index("Câu hai")

    assert text[start : quotable_end(text, start, len(text))] == "Câu hai."
    assert quotable_end(text, 9, 13) == 9  # "[^1]" alone: nothing quotable, and never before the start


def test_quotable_end_is_quick_on_many_marks():
    text = "Câu. " + "[^1] " * 100_000

    assert quotable_end(text, 0, len(text)) == len("Câu.")

import pytest

from ingest.health.letters import check_accents, check_signs, check_splits
from ingest.health.words import count_words, read_words, sort_of
from tests.ingest.health import texts

OLD_FONT = "B¸o c¸o cña chi bé th«n §«ng vÒ viÖc trång lóa vµ söa ®­êng ®i ra bÕn n­íc, cã thªm ý kiÕn cña nh©n d©n"


def findings(text):
    words = read_words(text)
    counts = count_words(words)
    found = [*check_accents(counts), *check_signs(counts, text), *check_splits(words, counts)]
    return {(one.code, one.severity) for one in found}


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("đại", "marked"),
        ("uỷ", "marked"),
        ("truong", "bare"),
        ("village", "foreign"),
        ("b¸o", "strange"),
        ("ñaûng", "strange"),
        ("hộ\ue000i", "strange"),
        ("đ?ng", "strange"),
    ],
)
def test_words_are_told_apart(word, sort):
    assert sort_of(word) == sort


@pytest.mark.parametrize("text", [texts.HEALTHY, texts.OFFICIAL, texts.ENGLISH, "Chi bo hop. " * 4, ""])
def test_healthy_texts_english_ones_and_short_notes_are_left_alone(text):
    assert findings(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(texts.without_accents(texts.HEALTHY), ("accents_lost", "grave"), id="all accents"),
        pytest.param(
            "Chi bo hop ban viec lon cua thon. " * 4, ("accents_lost", "warning"), id="a note without accents"
        ),
        pytest.param(
            texts.HEALTHY * 3 + texts.without_accents(texts.HEALTHY), ("accents_lost", "warning"), id="one page of four"
        ),
        pytest.param(texts.split(texts.HEALTHY, 0.1), ("split_words", "warning"), id="some words split"),
        pytest.param(texts.split(texts.HEALTHY, 0.7), ("split_words", "grave"), id="most words split"),
        pytest.param(texts.read_as_latin(texts.HEALTHY), ("broken_encoding", "grave"), id="UTF-8 taken for Latin-1"),
        pytest.param(OLD_FONT, ("broken_encoding", "grave"), id="an old font"),
        pytest.param(texts.HEALTHY * 3 + OLD_FONT, ("broken_encoding", "warning"), id="an old font in one place"),
        pytest.param(texts.HEALTHY + "q\u0323 " * 3, ("loose_marks", "warning"), id="marks without a letter"),
    ],
)
def test_damage_is_found(text, expected):
    assert expected in findings(text)


def test_a_text_that_lost_its_tones_only_is_warned_of():
    assert ("accents_lost", "warning") in findings(texts.without_tones(texts.HEALTHY))


def test_foreign_names_and_units_are_no_broken_words():
    text = texts.HEALTHY + "Ông Müller và bà García đi 12 km, mua 3 kg gạo, ghé Đắk R'lấp."

    assert findings(text) == set()


def test_of_a_very_long_text_beginning_and_end_are_looked_at():
    long = texts.HEALTHY * 4_000 + texts.without_accents(texts.HEALTHY) * 4_000

    counts = count_words(read_words(long))

    assert counts.words < 600_000
    assert 0.3 < counts.marked_share < 0.6

import pytest

from ingest.loaders.counters import letters, roman
from ingest.loading import load
from tests.ingest.loaders.word_files import level, numbering, paragraph, write_word


def lines(tmp_path, body, **parts):
    return load(write_word(tmp_path / "a.docx", body, **parts)).text.split("\n")


def items(*places, number=1):
    return "".join(paragraph(f"việc {i}", number=(number, at)) for i, at in enumerate(places, 1))


def number(name, *overrides):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="0"/>{"".join(overrides)}</w:num>'


def test_levels_count_on_and_begin_anew_below_each_item(tmp_path):
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")

    found = lines(tmp_path, items(0, 1, 2, 2, 1, 2, 0, 1), numbering=numbering(*levels))

    assert found == [
        *("I. việc 1", "1. việc 2", "a) việc 3", "b) việc 4", "2. việc 5", "a) việc 6", "II. việc 7", "1. việc 8"),
    ]


def test_patterns_of_several_levels_and_words_around_the_number(tmp_path):
    levels = level(0, "decimal", "Điều %1."), level(1, "decimal", "%1.%2."), level(2, "lowerRoman", "(%1.%2.%3)")

    found = lines(tmp_path, items(0, 1, 1, 2, 0, 1), numbering=numbering(*levels))

    assert found == [
        *("Điều 1. việc 1", "1.1. việc 2", "1.2. việc 3", "(1.2.i) việc 4", "Điều 2. việc 5", "2.1. việc 6"),
    ]


def test_a_list_goes_on_in_another_one_of_the_same_kind_unless_that_has_a_start_of_its_own(tmp_path):
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = number(1) + number(2) + number(3, restart)
    body = items(0, 0) + items(0, number=2) + items(0, 0, number=3) + items(0, number=1)

    found = lines(tmp_path, body, numbering=numbering(level(0, "decimal", "%1/"), numbers=numbers))

    assert [line.split()[0] for line in found] == ["1/", "2/", "3/", "1/", "2/", "3/"]


def test_a_level_may_be_replaced_and_start_where_it_likes(tmp_path):
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)", start=5)}</w:lvlOverride>'
    numbers = number(1, own)

    found = lines(tmp_path, items(0, 0), numbering=numbering(level(0, "decimal", "%1."), numbers=numbers))

    assert found == ["e) việc 1", "f) việc 2"]


def test_articles_go_on_through_chapters_where_the_list_says_so(tmp_path):
    levels = level(0, "upperRoman", "Chương %1"), level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>')

    found = lines(tmp_path, items(0, 1, 1, 0, 1), numbering=numbering(*levels))

    assert found == ["Chương I việc 1", "Điều 1. việc 2", "Điều 2. việc 3", "Chương II việc 4", "Điều 3. việc 5"]


def test_decimal_numbers_stand_for_roman_ones_above_where_the_list_says_so(tmp_path):
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>")

    assert lines(tmp_path, items(0, 0, 1), numbering=numbering(*levels))[2] == "2.1. việc 3"


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [("-", "- "), ("+", "+ "), ("–", "– "), ("\uf0b7", "• "), ("\uf0a7", "▪ "), ("\uf02d", "- "), ("o", "◦ ")],
)
def test_bullets_are_printed_as_signs_that_every_font_has(tmp_path, pattern, printed):
    found = lines(tmp_path, items(0), numbering=numbering(level(0, "bullet", pattern)))

    assert found == [f"{printed}việc 1"]


def test_number_comes_from_a_style_and_the_style_of_the_list_tells_the_level(tmp_path):
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    styles = style.format("Dieu", '<w:basedOn w:val="Goc"/>') + style.format("Goc", listed)
    styles += style.format("Khoan", listed)
    linked = level(0, "decimal", "Điều %1.", more='<w:pStyle w:val="Goc"/>')
    below = level(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>')
    body = "".join(paragraph(text, style=style) for text, style in (("một", "Dieu"), ("hai", "Khoan"), ("ba", "Khoan")))
    body += paragraph("bốn", style="Dieu") + paragraph("không số", style="Khoan", number=(0, 0))

    found = lines(tmp_path, body, styles=styles, numbering=numbering(linked, below))

    assert found == ["Điều 1. một", "1. hai", "2. ba", "Điều 2. bốn", "không số"]


def test_number_in_an_old_font_is_read_as_unicode(tmp_path):
    fonts = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'

    found = lines(tmp_path, items(0), numbering=numbering(level(0, "decimal", "§iÒu %1:", more=fonts)))

    assert found == ["Điều 1: việc 1"]


def test_a_list_that_the_file_lacks_numbers_nothing(tmp_path):
    assert lines(tmp_path, items(0, number=9), numbering=numbering(level(0, "decimal", "%1."))) == ["việc 1"]


def test_nonsense_in_place_of_numbers_does_not_stop_the_reading(tmp_path):
    broken = '<w:lvl w:ilvl="x"><w:start w:val="y"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'

    assert lines(tmp_path, items(0), numbering=numbering(broken)) == ["0. việc 1"]


@pytest.mark.parametrize(
    ("number", "letter", "numeral"), [(1, "a", "i"), (4, "d", "iv"), (26, "z", "xxvi"), (28, "bb", "xxviii")]
)
def test_lists_count_in_letters_and_roman_numerals(number, letter, numeral):
    assert (letters(number), roman(number)) == (letter, numeral)
    assert letters(0) == roman(0) == "0"

from pathlib import Path

import pytest

from ingest.paged.accents import mend_accents

CORPUS = Path(__file__).parents[3] / "docs_corpus"


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("Toàn đẳng bộ có 35 đẳng viên.", "Toàn đảng bộ có 35 đảng viên."),
        ("Đại hội chỉ bộ bầu cấp uỷ", "Đại hội chi bộ bầu cấp uỷ"),
        ("ĐẲNG BỘ HUYỆN MINH SƠN", "ĐẢNG BỘ HUYỆN MINH SƠN"),
        ("(đẳng uỷ cấp trên),", "(đảng uỷ cấp trên),"),
        ("Công tác nhần sự", "Công tác nhân sự"),
        ("đúng tỉnh thần của chỉ thị", "đúng tinh thần của chỉ thị"),
    ],
)
def test_terms_get_the_accents_that_recognition_misread(read, mended):
    assert " ".join(mend_accents(read.split())) == mended


@pytest.mark.parametrize(
    "text",
    [
        "quyền bình đẳng của mọi công dân",  # another word with these marks
        "trường cao đẳng sư phạm",
        "ông Trần Văn Đẳng Bộ trưởng",  # a name
        "CĐ bộ môn, ĐB số 12",  # abbreviations
        "thửa đất số 5, đẳng 3 viên",  # a number stands between
        "xếp theo thứ tự đẳng, viên chức",  # a comma stands between
        "Quận uỷ quận 1",  # one neighbour and a rare term
        "chỉ có bộ phận thường trực",
        "trục truyền động trên một phân tử",
    ],
)
def test_words_that_nothing_proves_wrong_stay(text):
    assert " ".join(mend_accents(text.split())) == text


def test_no_word_of_the_documents_is_taken_for_a_misread_one():
    lines = [line.split() for path in CORPUS.glob("*.md") for line in path.read_text(encoding="utf-8").splitlines()]

    assert sum(map(len, lines)) > 40_000
    assert [line for line in lines if mend_accents(line) != line] == []


def test_all_words_come_back_in_their_order():
    words = ["", "-", "1.", "Đẳng", "bộ", "|", "bộ", "35-CT/TW"]

    assert mend_accents(words) == ["", "-", "1.", "Đảng", *words[4:]]

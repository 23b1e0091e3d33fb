"""English questions: recognised as such, and put into the words of Vietnamese papers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.glossary import is_english, load_glossary, translate


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many delegates does a party cell congress need?", ["bao nhiêu", "đại biểu", "đại hội chi bộ"]),
        ("Who chairs the vote-counting board at grass-roots congresses?", ["ai", "ban kiểm phiếu", "cơ sở", "đại hội"]),
        ("the ratio of ethnic minorities and female members", ["tỷ lệ", "dân tộc thiểu số", "cấp ủy viên nữ"]),
        ("What percentage of poor households escaped poverty?", ["tỷ lệ bao nhiêu phần trăm", "hộ nghèo"]),
        (
            "How often does Dak Song’s mobile information team go out?",
            ["định kỳ mấy lần", "Đắk Song", "tổ thông tin lưu động"],
        ),
        ("lessons from Ho Chi Minh City and Ha Tinh", ["bài học kinh nghiệm", "Thành phố Hồ Chí Minh", "Hà Tĩnh"]),
        ("Directive No. 35-CT/TW of 30 May 2019", ["chỉ thị 35-CT/TW ngày 30/05/2019"]),
        ("Is Guidance 24 still in force?", ["hướng dẫn 24", "còn hiệu lực"]),
        ("the 13th National Party Congress", ["Đại hội XIII"]),
        ("1,357 members, 6.81% by 30 June 2020", ["1,357", "6.81%", "30", "tháng 6", "2020"]),
        ("standing committee of Krông Búk", ["ban thường vụ", "Krông Búk"]),
    ],
)
def test_question_is_put_into_words_of_the_papers_in_order(question, expected):
    translated = translate(question)

    places = [translated.index(words) for words in expected]
    assert places == sorted(places)


def test_words_without_a_match_are_left_out():
    assert translate("Could someone kindly tell") == ""


@pytest.mark.parametrize(
    "text",
    [
        "How often does Dak Song's mobile information team go out?",
        "Directive 35",
        "Who elects the secretary of a party cell?",
        "can I buy a pizza in Paris",
        "what is the quorum",
        "hello",
    ],
)
def test_english_is_recognised(text):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội chi bộ bầu ai?",
        "dai hoi chi bo bau bi thu the nao",
        "an toan trong dai hoi do ai lo, to chuc lan may",
        "CT 35 vs CT 37",
        "BTV TU, BCH, ĐH",
        "Facebook của đảng ủy là gì",
        "ddaij hooij ddarng booj baauf ai",
        "d9a5i hoi65 d9a3ng bo65",
        "35-CT/TW",
        "",
    ],
)
def test_vietnamese_is_not_taken_for_english(text):
    assert not is_english(text)


def test_glossary_holds_hundreds_of_entries_in_vietnamese():
    glossary = load_glossary()

    assert len(glossary.phrases) >= 900
    assert all(vietnamese.strip() for vietnamese in glossary.phrases.values())


@given(st.text())
def test_any_text_gives_words_without_line_breaks(text):
    assert not re.search(r"[\n\r]", translate(text))

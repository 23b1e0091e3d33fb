"""Typing leftovers come back as the words they were meant to be; what was typed right stays."""

import pytest

from assistant.language.folding import compose
from assistant.language.typing_repair import repair_typing
from tests.language.keyboards import KEYBOARDS

WRITTEN_RIGHT = (
    "Đại hội chi bộ do chi ủy triệu tập, đảng viên chính thức được quyền bầu cử; nếu bầu chưa đủ số lượng thì đoàn chủ "
    "tịch xin ý kiến đại hội có bầu tiếp hay không. Ban kiểm phiếu hướng dẫn cách ghi phiếu, phát phiếu, kiểm phiếu và "
    "lập biên bản. Huyện ủy Krông Pắc, Ea H’leo và Đắk Song gửi hồ sơ lên Tỉnh ủy qua email trước 15 ngày; quyển sổ, "
    "khuỷu tay, thuở ấy, giữ gìn, nghiêm túc, cứu trợ, ưu điểm, hữu nghị, khoảng giữa tháng 7/2020 (Covid-19)."
)
WORDS = [word.strip(".,;()") for word in WRITTEN_RIGHT.split()]
VIETNAMESE = [word.lower() for word in WORDS if word.isalpha() and not word.isascii() and "k" not in word[-1:]]


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_words_typed_without_input_method_come_back(keyboard):
    typed = " ".join(map(keyboard, VIETNAMESE))
    repaired = repair_typing(typed).split()

    right = sum(one == other for one, other in zip(repaired, VIETNAMESE, strict=True))
    assert right >= 0.95 * len(VIETNAMESE)


def test_text_written_right_stays():
    assert repair_typing(WRITTEN_RIGHT) == WRITTEN_RIGHT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dduwowcj", "được"),
        ("chir thij", "chỉ thị"),
        ("ddaij hooij", "đại hội"),
        ("nghij quyeets", "nghị quyết"),
        ("DDAIJ HOOIJ", "ĐẠI HỘI"),
        ("Ddangr", "Đảng"),
        ("vietej nam", "việt nam"),
        ("trwowng", "trương"),
        ("ddangr khoong too", "đảng không tô"),
        ("d9u7o7c5", "được"),
        ("d9a5i hoi65", "đại hội"),
        ("ta65p trung", "tập trung"),
        ("phaỉ", "phải"),
        ("ngươif", "người"),
        ("ngưòi", "người"),
        ("vâyj", "vậy"),
        ("naò caí", "nào cái"),
        ("tiéng", "tiếng"),
        ("hoà, Uỷ", "hòa, Ủy"),
        (compose("qúy"), "quý"),
    ],
)
def test_leftover_is_put_right(typed, meant):
    assert repair_typing(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "BTV, UBKT, ĐBCS, TCCSĐ, MTTQ",
        "CT35, HD24, 24-HD/BTCTW, 35-ct/tw",
        "Đại hội XIX, dai hoi xix",
        "dai hoi dang bo bau truc tiep",
        "tổ to1, lớp A4, 30 m2, khoản 2",
        "Krông Búk, Đắk R'lấp, Ea Súp, Buôn Ma Thuột, bon, xoong",
        "Facebook, Zalo, email, test, COVID-19, LawNet, WHO",
        "xem https://moj.gov.vn/as/test hoặc as.test@moj.vn",
        "How often does the team go out, and what is its own task?",
        "Who must understand this before the pilot congress for each unit?",
    ],
)
def test_what_is_no_leftover_stays(text):
    assert repair_typing(text) == text


def test_only_known_syllables_come_out_where_they_are_given():
    assert repair_typing("gif thij", known={"thị"}) == "gif thị"

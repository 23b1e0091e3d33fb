"""Accents come back on text typed without them; what was typed with them, names and numbers stay."""

import re
import time
import unicodedata

import pytest

from assistant.language.accents import AccentRestorer, load_restorer
from assistant.language.folding import compose

WRITTEN = """
Bí thư chi bộ báo cáo đảng ủy về tình hình chuẩn bị nhân sự và dự thảo nghị quyết trình đại hội.
Đoàn chủ tịch hướng dẫn đại biểu thảo luận, sau đó ban kiểm phiếu phát phiếu bầu cho từng đảng viên.
Nếu hai người bằng phiếu nhau ở cuối danh sách thì đại hội bầu lại lần thứ hai để chọn một người.
Ban thường vụ tỉnh ủy yêu cầu các huyện ủy gửi hồ sơ trước ngày khai mạc ít nhất mười lăm ngày làm việc.
Đảng viên dự bị có được biểu quyết hay không, và ai là người giới thiệu ban thẩm tra tư cách đại biểu?
Mấy ông ở xã hỏi hoài là chừng nào mới được họp, giấy tờ gì phải nộp, thiếu thì có sao không?
Cấp ủy cấp trên kiểm tra, đôn đốc và kịp thời tháo gỡ khó khăn, vướng mắc ngay tại cơ sở.
"""


@pytest.fixture(scope="module")
def restorer():
    return load_restorer()


def strip_accents(text):
    signs = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Mn")


def test_most_syllables_come_back(restorer):
    written = re.findall(r"\w+", compose(WRITTEN))
    restored = re.findall(r"\w+", restorer.restore(strip_accents(WRITTEN)))

    right = sum(one == other for one, other in zip(written, restored, strict=True))
    assert right >= 0.95 * len(written)


def test_text_with_accents_stays(restorer):
    assert restorer.restore(WRITTEN) == compose(WRITTEN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dai hoi chi bo", "đại hội chi bộ"),
        ("DAI HOI DANG BO", "ĐẠI HỘI ĐẢNG BỘ"),
        ("Huyen uy Dak Song", "Huyện ủy Đắk Song"),
        ("Chi thi 37-CT/TW cua Bo Chinh tri", "Chỉ thị 37-CT/TW của Bộ Chính trị"),
        ("ban thường vu tỉnh uy", "ban thường vụ tỉnh ủy"),
        ("họi nghị ban chap hành", "hội nghị ban chấp hành"),
        ("BTV tinh uy hop", "BTV tỉnh ủy họp"),
        ("bau bi thu, pho bi thu", "bầu bí thư, phó bí thư"),
    ],
)
def test_typed_text_is_restored(restorer, typed, meant):
    assert restorer.restore(typed) == meant


@pytest.mark.parametrize("text", ["BTV TU họp, 35-CT/TW, 1.357 (6,81%)", "cấp uỷ", "Krông Búk xyzzy", "", "…"])
def test_text_that_lacks_nothing_stays(restorer, text):
    assert restorer.restore(text) == text


def test_words_of_the_documents_are_learned():
    text = "Bon Bu N’Drung họp ở nhà rông"

    assert load_restorer([text]).restore("nha rong") == "nhà rông"


def test_neighbours_decide_between_readings():
    singles = {"bán": 10, "bàn": 10, "nhà": 10, "bạc": 10}
    restorer = AccentRestorer.from_counts(singles, {"bán nhà": 5, "bàn bạc": 5})

    assert restorer.restore("ban nha, ban bac") == "bán nhà, bàn bạc"


def test_vocabulary_holds_known_syllables(restorer):
    assert "đảng" in restorer.vocabulary
    assert "btv" not in restorer.vocabulary


def test_question_of_forty_words_takes_milliseconds(restorer):
    question = " ".join(strip_accents(WRITTEN).split()[:40])
    restorer.restore(question)

    start = time.process_time()
    for _ in range(10):
        restorer.restore(question)
    assert (time.process_time() - start) / 10 < 0.02

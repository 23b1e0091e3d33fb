"""Sentence bounds: what ends a sentence, what does not, and offsets that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.sentences import LONGEST_PROTECTED, sentence_spans


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Ưu điểm",
        "1. Ưu điểm của việc chuẩn bị.",
        "3.1. Công tác nhân sự.",
        "II.3. Nhân sự và bầu cử.",
        "a) Chuẩn bị văn kiện.",
        "a. Chuẩn bị văn kiện.",
        "- Bí thư chi bộ chủ trì.",
        "## II. Nội dung đại hội",
        "**1. Ưu điểm.**",
        "Điều 14. Số dư của danh sách bầu cử.",
        "Thành lập từ ngày 03/7/2020 tại TP. Hồ Chí Minh và TX. Ba Đồn.",
        "Theo nghị quyết T.Ư và ý kiến của T.W. Đảng bộ đã họp.",
        "Có 1.357 đảng viên, chiếm 6,81%.",
        "Gồm báo cáo, tờ trình, v.v. được gửi trước.",
        "Đồng chí ThS. Nguyễn Văn A. B. phát biểu.",
        "Gồm hai phần: 1. Văn kiện; 2. Nhân sự.",
        "Hỏi “Ai chủ trì? Ai thư ký?” rồi ghi biên bản.",
        "Bầu xong (xem mục 3. Nếu thiếu thì bầu thêm.) mới công bố.",
        "Thời gian: sáng 08.7.2020 đến chiều 09.7.2020.",
        "Đạt yêu cầu… nhưng còn chậm.",
        "K/T TRƯỞNG BAN",
    ],
)
def test_sentence_stays_whole(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Đại hội bầu đủ.", "Ban kiểm phiếu công bố."),
        ("Ai triệu tập?", "cấp ủy triệu tập"),
        ("Không được!", "Phải bầu lại."),
        ("Đã chuẩn bị chu đáo.", "2. Hạn chế là thời gian."),
        ("Bầu một lần [1].", "Không ai rút."),
        ("Bầu một lần. [1] [2]", "Không ai rút."),
        ("Bầu một lần. [^17] [^21]", "Không ai rút."),
        ("Phương châm là “làm đâu chắc đó”.", "Việc này do cấp ủy lo."),
        ("Ông nói: “Phải làm.”", "Mọi người đồng ý."),
        ("Hoàn thành trong năm 2020.", "Các nơi báo cáo."),
        ("Ảnh hưởng từ Đại hội lần thứ V.", "Các đảng bộ học tập."),
        ("Gồm cơ cấu, độ tuổi, v.v.", "Các nơi tự chọn."),
        ("Số dư ít nhất 20%…", "Nhìn chung đạt."),
        ("Đạt 15%.", "- Việc khác cũng đạt."),
    ],
)
def test_two_sentences_are_cut(first, second):
    assert sentences(f"{first} {second}") == [first, second]


def test_lost_space_after_full_stop_still_cuts():
    assert sentences("3 đảng bộ công an.Quán triệt chỉ thị.") == ["3 đảng bộ công an.", "Quán triệt chỉ thị."]


def test_address_is_not_cut():
    assert sentences("Xem baodak.vn và Th.S An") == ["Xem baodak.vn và Th.S An"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028", "\n\n \n"])
def test_line_break_ends_a_sentence(line_break):
    assert sentences(f"Ưu điểm{line_break}\u00a0 Hạn chế ") == ["Ưu điểm", "Hạn chế"]


def test_list_separated_by_semicolons_stays_whole():
    line = "Gồm: 9 đảng bộ xã; 1 đảng bộ cơ quan; 2 đảng bộ doanh nghiệp."

    assert sentences(line) == [line]


def test_very_long_quotation_is_cut_inside():
    part = "Cấp ủy chuẩn bị kỹ văn kiện và nhân sự. "
    quotation = "“" + part * (LONGEST_PROTECTED // len(part) + 2) + "”"

    assert len(sentences(quotation)) > 2


def test_bracket_that_never_closes_protects_nothing():
    assert len(sentences("Xem (mục này. Đại hội bầu. Xong rồi.")) == 3


def test_blank_text_has_no_sentence():
    assert sentence_spans(" \n\u00a0\t\n") == []


signs = list("aĐổ IV17.,;:!?…-“”\"()[]^\n\u00a0'")
text_alphabet = st.sampled_from([*signs, "TP", "T.Ư", "v.v.", "1.", ". Đ", "o\u031b\u0301"])


@given(st.lists(text_alphabet).map("".join))
def test_spans_cover_all_but_blanks(text):
    spans = sentence_spans(text)

    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


def test_table_row_is_one_sentence():
    row = "| 1 | Lập kế hoạch. | Xong trước 1/3. Báo cáo. |"

    assert sentences(f"{row}\nViệc một. Việc hai.") == [row, "Việc một.", "Việc hai."]

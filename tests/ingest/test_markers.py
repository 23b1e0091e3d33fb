import pytest

from ingest.looks.lines import split_lines
from ingest.looks.markers import read_marker


@pytest.mark.parametrize(
    ("text", "style", "label"),
    [
        ("PHẦN THỨ NHẤT", "part", "thứ nhất"),
        ("Phần II. Nội dung", "part", "II"),
        ("Chương III", "chapter", "III"),
        ("Chương II QUY ĐỊNH CHUNG", "chapter", "II"),
        ("Mục 2. Đề cử", "section", "2"),
        ("Điều 14. Danh sách", "article", "14"),
        ("Điều 14a: Danh sách", "article", "14a"),
        ("PHỤ LỤC", "annex", ""),
        ("Phụ lục số 3", "annex", "3"),
        ("Câu hỏi 5. Ai triệu tập?", "question", "5"),
        ("Hỏi: Ai triệu tập?", "question", ""),
        ("A. ĐẶT VẤN ĐỀ", "capital", "A"),
        ("IV. TỔ CHỨC", "roman", "IV"),
        ("I- MỤC ĐÍCH", "roman", "I"),
        ("V.NHIỆM VỤ", "roman", "V"),
        ("1. Mục đích", "number", "1"),
        ("2/ Yêu cầu", "number", "2"),
        ("3 - Thời gian", "number", "3"),
        ("4.Địa điểm", "number", "4"),
        ("1.2. Nhân sự", "number", "1.2"),
        ("23a. Nhân sự", "number", "23a"),
        ("1.2 Nhân sự", "number", "1.2"),
        ("(3) việc khác", "bracketed", "3"),
        ("3) việc khác", "bracketed", "3"),
        ("a) chi bộ", "letter", "a"),
        ("đ. chi bộ", "letter", "đ"),
        ("Một là, chuẩn bị", "ordinal", "1"),
        ("Thứ tư, cần chuẩn bị", "ordinal", "4"),
        ("Thứ hai là cấp uỷ", "ordinal", "2"),
        ("- chi bộ", "dash", ""),
        ("–Chi bộ", "dash", ""),
        ("• chi bộ", "dash", ""),
        ("+ chi bộ", "plus", ""),
        ("* Về nhân sự", "star", ""),
    ],
)
def test_marker_is_read_with_its_label(text, style, label):
    marker = read_marker(split_lines(text)[0])

    assert marker is not None
    assert (marker.style, marker.label) == (style, label)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 14 quy định rằng",
        "Phần I của Chỉ thị",
        "Phần lớn các chi bộ",
        "Mục 3, gạch đầu dòng 2",
        "V.I. Lênin viết",
        "C. Mác viết",
        "X-quang",
        "1.357 đảng viên",
        "2.5 triệu đồng",
        "5 - 7 người",
        "20/10/2009 họp",
        "2020. Năm",
        "Thứ tư, 07/12/2022",
        "Thứ hai, ngày 5 tháng 3",
        "Năm lá phiếu",
        "Ba, bốn người",
        "Hội: nghị",
        "-----",
        "-5 độ",
        "[1] Chú thích",
    ],
)
def test_words_and_amounts_are_no_markers(text):
    assert read_marker(split_lines(text)[0]) is None

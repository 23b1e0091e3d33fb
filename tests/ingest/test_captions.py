import pytest

from ingest.looks.captions import is_caption
from ingest.looks.lines import split_lines


@pytest.mark.parametrize(
    "text",
    [
        "Các đại biểu dự Đại hội",
        "Quang cảnh Đại hội Chi bộ thôn Thượng",
        "Đại tá Trần Văn Mẫu phát biểu tại Hội nghị",
        "Đảng viên bỏ phiếu. Ảnh: Minh Tâm",
        "Đảng viên đọc báo cáo (Ảnh: Minh Tâm)",
        "Đảng viên thảo luận tại tổ_Ảnh: TTXVN",
        "Ảnh: Cán bộ xã giúp dân làm đường",
        "Một góc xã Minh Sơn hôm nay",
    ],
)
def test_caption_is_told_by_credit_or_scene(text):
    assert is_caption(split_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Kinh nghiệm",
        "Cán bộ trẻ tăng, cán bộ nữ đạt chỉ tiêu",
        "Lãnh đạo sâu sát từ cơ sở",
        "Tăng cường kiểm tra, giám sát",
        "Các đại biểu dự Đại hội đã thảo luận và thông qua nghị quyết.",
        "Ảnh hưởng của dịch bệnh",
        "1. Đại biểu dự đại hội",
    ],
)
def test_heading_and_sentence_are_no_captions(text):
    assert not is_caption(split_lines(text)[0])

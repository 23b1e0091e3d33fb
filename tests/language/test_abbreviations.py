"""Abbreviations: written out, the ambiguous ones by their neighbours, numbers of documents left findable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.abbreviations import expand
from assistant.language.document_numbers import find_references
from assistant.language.folding import compose
from tests.language.number_spellings import all_spellings


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("BTV TU họp", "ban thường vụ Tỉnh ủy họp"),
        ("UVBTV và CUV", "ủy viên ban thường vụ và cấp ủy viên"),
        ("ĐU QS tỉnh", "đảng ủy quân sự tỉnh"),
        ("TCCSĐ, MTTQ, HĐND, UBND", "tổ chức cơ sở đảng, Mặt trận Tổ quốc, hội đồng nhân dân, ủy ban nhân dân"),
        ("dhdb cap co so", "đại hội đảng bộ cap co so"),
        ("dh chi bo bau btv ntn", "đại hội chi bo bau ban thường vụ như thế nào"),
        ("NK này xét kỹ NS", "nhiệm kỳ này xét kỹ nhân sự"),
        ("BCCT và BCKĐ", "báo cáo chính trị và báo cáo kiểm điểm"),
        ("ĐCT giới thiệu BKP", "đoàn chủ tịch giới thiệu ban kiểm phiếu"),
        ("kết nạp ở DNNKVNN", "kết nạp ở doanh nghiệp ngoài khu vực Nhà nước"),
        ("đ/c bí thư T.Ư", "đồng chí bí thư Trung ương"),
        ("KT-XH, QP-AN", "kinh tế - xã hội, quốc phòng - an ninh"),
        ("ĐH có đc tổ chức ko", "đại hội có được tổ chức không"),
        ("k được bầu thì sao z", "không được bầu thì sao vậy"),
        ("bao nhiu ng dc bau, lm j", "bao nhiêu người được bau, làm gì"),
    ],
)
def test_abbreviation_is_written_out(typed, meant):
    assert expand(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("21 ĐB làm điểm", "21 đảng bộ làm điểm"),
        ("bầu 15 ĐB đi dự", "bầu 15 đại biểu đi dự"),
        ("ĐB xã, phường", "đảng bộ xã, phường"),
        ("ĐHĐB toàn quốc", "đại hội đại biểu toàn quốc"),
        ("ĐHĐB các cấp", "đại hội đảng bộ các cấp"),
        ("trường ĐH Luật", "trường đại học Luật"),
        ("KT, GS của CU", "kiểm tra, giám sát của cấp ủy"),
        ("KT đảng viên và thi đua, KT", "kiểm tra đảng viên và thi đua, khen thưởng"),
        ("nợ bằng TC LLCT", "nợ bằng trung cấp lý luận chính trị"),
        ("đủ TC đảng viên", "đủ tiêu chuẩn đảng viên"),
        ("ban TC đại hội", "ban tổ chức đại hội"),
        ("báo cáo CT", "báo cáo chính trị"),
        ("CT HĐND", "chủ tịch hội đồng nhân dân"),
        ("làm CT nhân sự", "làm công tác nhân sự"),
        ("theo CT của BCT", "theo chỉ thị của Bộ Chính trị"),
        ("thi hành KL", "thi hành kỷ luật"),
        ("KL của BBT", "kết luận của Ban Bí thư"),
        ("quy chế BC trong Đảng", "quy chế bầu cử trong Đảng"),
        ("BC của BCH", "báo cáo của ban chấp hành"),
        ("TB VK và TB NS", "tiểu ban văn kiện và tiểu ban nhân sự"),
        ("bí thư CB thôn", "bí thư chi bộ thôn"),
        ("đội ngũ CB", "đội ngũ cán bộ"),
        ("cơ quan, ĐV", "cơ quan, đơn vị"),
        ("kết nạp ĐV", "kết nạp đảng viên"),
        ("có đủ đk không", "có đủ điều kiện không"),
        ("có đk bầu không", "có được bầu không"),
    ],
)
def test_ambiguous_abbreviation_is_read_by_its_neighbours(typed, meant):
    assert expand(typed).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "tu thang 4 den thang 6 thi bau cu",
        "ung cu vien va cac cu tri",
        "du dieu kien du tuyen",
        "hu hong phuc loi",
        "Điểm k khoản 2",
        "NGÀY 30/5 ĐẢNG BỘ TU HỌP",
        "Nguyễn Phú Trọng và Đắk Song",
        "đề nghị (ĐN) khác DNA",
    ],
)
def test_ordinary_words_stay(text):
    assert expand(text).text == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CT 35 năm 2019", "chỉ thị 35 năm 2019"),
        ("ct35", "chỉ thị 35"),
        ("QĐ số 244", "quyết định số 244"),
        ("qd 244-qd/tw", "quyết định 244-qd/tw"),
        ("HD 35-HD/BTCTW", "hướng dẫn 35-HD/BTCTW"),
        ("Chỉ thị 37-CT/TW", "Chỉ thị 37-CT/TW"),
        ("24-HD/BTCTƯ của BTCTW", "24-HD/BTCTƯ của Ban Tổ chức Trung ương"),
    ],
)
def test_number_of_a_document_keeps_its_symbol(typed, meant):
    assert expand(typed).text == meant


def test_what_was_written_out_is_told_in_order():
    assert expand("CT 37 và BTV").expanded == (("CT", "chỉ thị"), ("BTV", "ban thường vụ"))


def test_text_without_abbreviations_stays():
    assert expand("Đại hội bầu ban chấp hành.").expanded == ()


@given(st.sampled_from(all_spellings()))
def test_written_out_number_means_the_same_document(pair):
    spelling, _ = pair
    before, after = find_references(spelling), find_references(expand(spelling).text)

    assert [(r.serial, r.symbol, r.year, r.congress) for r in before] == [
        (r.serial, r.symbol, r.year, r.congress) for r in after
    ]


@given(st.text())
def test_any_text_is_rebuilt_from_its_parts(text):
    expansion = expand(text)

    assert expansion.expanded or expansion.text == compose(text)

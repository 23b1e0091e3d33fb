"""Numbers of documents: found in every spelling, never where there is none, resolved to the right document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import DocumentReference
from assistant.language.document_numbers import canonical, find_references, prefer, resolve
from assistant.language.folding import compose
from tests.language.catalogue import (
    CATALOGUE,
    DIRECTIVE_36,
    DIRECTIVE_37,
    DIRECTIVE_2019,
    DIRECTIVE_2024,
    GUIDANCE_24,
    PLAN_87,
    RULES_190,
)
from tests.language.number_spellings import all_spellings

SPELLINGS = all_spellings()


def only(text):
    (reference,) = find_references(text)
    return reference


def resolved(text):
    return resolve(only(text), CATALOGUE).documents


def is_resolved(text, document):
    references = find_references(text)
    return len(references) == 1 and resolve(references[0], CATALOGUE).documents[:1] == (document,)


def test_generated_spellings_resolve_to_the_right_document():
    wrong = [spelling for spelling, document in SPELLINGS if not is_resolved(spelling, document)]

    assert len(SPELLINGS) >= 300
    assert len(wrong) <= 0.01 * len(SPELLINGS), wrong[:20]


questions = st.sampled_from(
    [
        "{}",
        "{} nói gì?",
        "Theo {} thì ai triệu tập?",
        "theo {}, bầu mấy lần",
        "So với {} có gì mới",
        "“{}” là gì",
        "What does {} say?",
    ]
)


@given(st.sampled_from(SPELLINGS), questions, st.sampled_from([str, str.upper, str.lower]))
def test_spelling_inside_a_question_resolves_the_same(pair, question, case):
    spelling, document = pair

    assert is_resolved(question.format(case(spelling)), document)


@given(st.text(alphabet="0123456789/.-% ctđiềukhoảnngày"))
def test_offsets_are_ordered_and_inside_the_text(text):
    spans = [(reference.start, reference.end) for reference in find_references(text)]

    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(compose(text))


@pytest.mark.parametrize(
    "text",
    [
        "Điều 14, khoản 2",
        "khoản 2 điều 5 điểm a",
        "35 đại biểu dự, 21 đảng bộ làm điểm",
        "ngày 03/7/2020 và 30-5-2019",
        "công văn ngày 03/7/2020",
        "đạt 6,81% và 15 %",
        "1.357 đảng viên",
        "nhiệm kỳ 2020-2025",
        "nghị quyết 2020-2025",
        "Nghị quyết T.Ư 3 (khoá VIII)",
        "nghị quyết Đại hội XIII",
        "chi phí 35 triệu đồng",
        "đồng bào 53 dân tộc",
        "kế hoạch 5 năm",
        "quy định 30% số dư",
        "hướng dẫn 3 bước bầu cử",
        "báo cáo 21 đảng bộ",
        "quyết định 15 đồng chí",
        "Ban Chỉ đạo 658",
        "tổ 35 người",
        "chỉ thị 30% nữ",
        "nghị quyết sau hai năm thực hiện",
        "hướng dẫn hai ba bước",
        "kế hoạch bốn mươi năm",
        "thông báo 3 nội dung",
        "kế hoạch 24 tháng",
        "đã 35 tuổi",
        "hotline 19001234",
        "COVID-19",
        "ĐH 13",
        "tối đa 17 người, tối đa 27",
        "chỉ thị năm 2024 và chỉ thị 2025",
        "các chỉ thị\n57a. Việc khác",
    ],
)
def test_no_reference_where_there_is_none(text):
    assert find_references(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "quy chế 190 quy định gì",
        "quy chế 190 người ứng cử cần gì",
        "quy chế 244 không",
        "chỉ thị 35 tỷ lệ nữ bao nhiêu",
        "chỉ thị 35 đồng thời nêu gì",
        "CT 45 tuổi tái cử",
        "chỉ thị 35 điểm mới là gì",
        "chỉ thị 35 giờ còn hiệu lực không",
        "chỉ thị 35 ngày nào ban hành",
        "hướng dẫn 24 năm nào ban hành",
        "hướng dẫn 24 cấp nào ra",
        "hướng dẫn 26 đại biểu vắng mặt thì sao",
        "nghị quyết 22 nội dung chính",
        "kết luận 118 đảng bộ khối bỏ gì",
        "quyết định 244 tổ chức bầu cử ra sao",
    ],
)
def test_words_behind_a_number_do_not_make_it_a_count(text):
    assert len(find_references(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "serial", "symbol"),
    [
        ("ct35", "chỉ thị", "35", ""),
        ("37CT/TW", "chỉ thị", "37", "CT/TW"),
        ("24-HD/BTCTƯ", "hướng dẫn", "24", "HD/BTCTW"),
        ("24-hd/btctu", "hướng dẫn", "24", "HD/BTCTW"),
        ("24-HD/BTCTU", "hướng dẫn", "24", "HD/BTCTU"),
        ("qd 244-qd/tw", "quyết định", "244", "QĐ/TW"),
        ("3-HD/TW", "hướng dẫn", "03", "HD/TW"),
        ("Nghị định 123/2020/NĐ-CP", "nghị định", "123", "NĐ-CP"),
        ("Hướng dẫn của số 24-HD/BTCTƯ", "hướng dẫn", "24", "HD/BTCTW"),
        ("quy chế bầu cử 244", "quy chế", "244", ""),
        ("huogn dan 24", "hướng dẫn", "24", ""),
        ("văn bản số 11849", "", "11849", ""),
        ("chỉ thị ba lăm", "chỉ thị", "35", ""),
        ("chi thi ba muoi lam nam 2019", "chỉ thị", "35", ""),
        ("hướng dẫn hai tư của Ban Tổ chức Trung ương", "hướng dẫn", "24", ""),
        ("quy chế hai bốn bốn", "quy chế", "244", ""),
        ("công văn một một tám bốn chín", "công văn", "11849", ""),
        ("Official letter 11849", "công văn", "11849", ""),
    ],
)
def test_reference_is_taken_apart(text, kind, serial, symbol):
    reference = only(text)

    assert (reference.kind, reference.serial, reference.symbol) == (kind, serial, symbol)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("chỉ thị 35 năm 2019", "year", 2019),
        ("chỉ thị năm 2019 số 35", "year", 2019),
        ("chỉ thị 35 tháng 6/2024", "year", 2024),
        ("Chi thi 35 ngay 30/5/2019", "issued", date(2019, 5, 30)),
        ("Directive 35 of 30 May 2019", "issued", date(2019, 5, 30)),
        ("Directive 35 dated May 30, 2019", "issued", date(2019, 5, 30)),
        ("chỉ thị 35 ngày 31/2/2019", "issued", None),
        ("hướng dẫn 24 của Ban Tổ chức TW", "issuer", "Ban Tổ chức Trung ương"),
        ("chi thi 35 cua bct", "issuer", "Bộ Chính trị"),
        ("chỉ thị của Bộ Chính trị số 35", "issuer", "Bộ Chính trị"),
        ("chỉ thị 35 của Bộ Chính trị khoá XII", "issuer", "Bộ Chính trị khoá XII"),
        ("CT 35 ĐH 13", "congress", "XIII"),
        ("CT35 nhiệm kỳ 2020-2025", "congress", "XIII"),
        ("chỉ thị 35 tiến tới Đại hội XIV", "congress", "XIV"),
    ],
)
def test_qualifier_is_read(text, field, value):
    assert getattr(only(text), field) == value


def test_span_holds_kind_number_and_qualifiers():
    text = "Hỏi: chỉ thị số 35-CT/TW (30/5/2019) nói gì?"
    reference = only(text)

    assert text[reference.start : reference.end] == "chỉ thị số 35-CT/TW (30/5/2019)"


@pytest.mark.parametrize(
    ("text", "serials", "years"),
    [
        ("chỉ thị 35 và 37 khác gì", ["35", "37"], [None, None]),
        ("Chỉ thị 35, 36 và 45", ["35", "36", "45"], [None] * 3),
        ("chỉ thị 35 năm 2019 và năm 2024", ["35", "35"], [2019, 2024]),
        ("chỉ thị 35 và 21 đảng bộ", ["35"], [None]),
        ("chỉ thị 35 và 2024", ["35"], [None]),
        ("chỉ thị 45 thay chỉ thị 35 và Kết luận 118", ["45", "35", "118"], [None] * 3),
        ("guidance 24 and 26", ["24", "26"], [None, None]),
    ],
)
def test_several_references_in_one_text(text, serials, years):
    references = find_references(text)

    assert [reference.serial for reference in references] == serials
    assert [reference.year for reference in references] == years


def test_same_number_gives_all_documents_newest_first():
    assert resolved("chỉ thị 35") == (DIRECTIVE_2024, DIRECTIVE_2019)


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("chỉ thị 35 của Bộ Chính trị khoá XII", DIRECTIVE_2019),
        ("chỉ thị 35 khoá XIII", DIRECTIVE_2024),
        ("quyết định 190", RULES_190),
        ("quy định 190", RULES_190),
        ("190-QC/TW", RULES_190),
        ("kế hoạch 87 của Tỉnh ủy", PLAN_87),
        ("hướng dẫn 24 của Trung ương", GUIDANCE_24),
        ("văn bản số 24-HD/BTCTW", GUIDANCE_24),
    ],
)
def test_one_document_is_meant(text, document):
    assert resolved(text) == (document,)


@pytest.mark.parametrize("text", ["chỉ thị 35 năm 2018", "chỉ thị 35 ngày 30/3/2019", "chỉ thị 35 của Đại hội XII"])
def test_contradicting_qualifier_leaves_the_same_number_as_nearest(text):
    resolution = resolve(only(text), CATALOGUE)

    assert resolution.documents == ()
    assert resolution.nearest == (DIRECTIVE_2024, DIRECTIVE_2019)


def test_other_kind_of_same_number_is_nearest_first():
    resolution = resolve(only("nghị quyết 37"), CATALOGUE)

    assert resolution.documents == ()
    assert resolution.nearest[0] == DIRECTIVE_37


def test_unknown_number_has_similar_ones_of_its_kind_as_nearest():
    resolution = resolve(only("chỉ thị 38"), CATALOGUE)

    assert resolution.documents == ()
    assert resolution.nearest[:2] == (DIRECTIVE_37, DIRECTIVE_36)


def test_other_issuer_of_same_number_is_not_the_document():
    assert resolved("kế hoạch 87-KH/TW") == ()


def test_document_without_date_is_kept_only_where_no_other_agrees():
    undated = type(DIRECTIVE_37)(id="x", title="", path="x.md", number="35-CT/TW", kind="chỉ thị")

    assert resolve(only("chỉ thị 35 năm 2019"), [*CATALOGUE, undated]).documents == (DIRECTIVE_2019,)
    assert resolve(only("chỉ thị 35 năm 2018"), [*CATALOGUE, undated]).documents == (undated,)


def test_empty_catalogue_resolves_to_nothing():
    resolution = resolve(DocumentReference("chỉ thị", "35"), [])

    assert resolution.documents == resolution.nearest == ()


def test_prefer_keeps_what_agrees_and_all_where_nothing_does():
    both = (DIRECTIVE_2024, DIRECTIVE_2019)

    assert prefer(both, years=[2019], congress=[]) == (DIRECTIVE_2019,)
    assert prefer(both, years=[], congress=["XIV"]) == (DIRECTIVE_2024,)
    assert prefer(both, years=[1999], congress=["X"]) == both


@pytest.mark.parametrize(
    ("number", "official"),
    [
        ("35 ct-tw", "35-CT/TW"),
        ("24/hd-btctư", "24-HD/BTCTW"),
        ("24-HD/BTCTƯ", "24-HD/BTCTW"),
        ("Số: 11849-CV/BTCTW", "11849-CV/BTCTW"),
        ("qd 244-qd/tw", "244-QĐ/TW"),
        ("3-HD/TW", "03-HD/TW"),
        ("87-KH/TU", "87-KH/TU"),
        ("123/2020/nđ-cp", "123/2020/NĐ-CP"),
        (" Điều lệ  Đảng", "Điều lệ Đảng"),
        ("", ""),
    ],
)
def test_canonical_number(number, official):
    assert canonical(number) == official


@given(st.sampled_from([document.number for document in CATALOGUE]))
def test_canonical_leaves_official_numbers_alone(number):
    assert canonical(number) == number


@pytest.mark.parametrize(
    ("text", "count"), [("Quy chế 190 có thay thế Quy chế 244 không?", 2), ("thực hiện kết luận 3 không, 3 cần", 0)]
)
def test_no_at_the_end_asks_and_is_no_count(text, count):
    assert len(find_references(text)) == count

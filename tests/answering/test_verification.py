from datetime import date

import pytest

from assistant.answering.verification import (
    check_sentence,
    numbers_stand,
    quotations_exact,
    shown_text,
    without_own_name,
)
from assistant.datatypes import Document, Passage

TEXT = (
    "- Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức. [^1]\n"
    "- Đảng viên dự bị không tham gia ban kiểm phiếu. [^1] [^2]"
)
OTHER = "Cấp uỷ cấp trên phê duyệt đề án nhân sự trước đại hội."
PASSAGE = Passage("quy-che:1", "quy-che", TEXT, 100, 100 + len(TEXT), "mục 1", 0)
SECOND = Passage("huong-dan:1", "huong-dan", OTHER, 0, len(OTHER), "mục 2", 0)
KEYS = {"kab12": PASSAGE, "kcd34": SECOND}
RULES = Document("quy-che", "Quy chế", "quy-che.md", number="190-QĐ/TW", issued=date(2024, 10, 10))
DOCUMENTS = {"quy-che": RULES, "huong-dan": Document("huong-dan", "Hướng dẫn", "huong-dan.md")}

REPLIES = [
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [kab12].", ""),
    ("- **Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.** (khoá: kab12)", ""),
    ("2. Chi bộ bầu “ban kiểm phiếu” gồm 3 đảng viên chính thức 【kab12】", ""),
    ("Ngoài ra, đảng viên dự bị không tham gia ban kiểm phiếu [kab12].", ""),
    ("Theo Quy chế 190-QĐ/TW, đảng viên dự bị không tham gia ban kiểm phiếu [kab12].", ""),
    ("Đảng viên dự bị không tham gia ban kiểm phiếu [kcd34, kab12].", ""),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức.", "no key"),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [1].", "no key"),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [kffff].", "unknown key"),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [kab12, kffff].", "unknown key"),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [kcd34].", "number not in the passage"),
    ("Đảng viên dự bị không tham gia ban kiểm phiếu [kcd34].", "not said"),
    ("Chi bộ bầu ban kiểm phiếu gồm 5 đảng viên chính thức [kab12].", "number not in the passage"),
    ("Văn bản viết “ban kiểm phiếu gồm đảng viên” [kab12].", "quotation differs"),
    ("Chi bộ bầu “Ban Kiểm phiếu” gồm 3 đảng viên chính thức [kab12].", "quotation differs"),
    ("Đảng viên dự bị tham gia ban kiểm phiếu [kab12].", "not said"),
    ("Cấp uỷ cấp trên phê duyệt đề án nhân sự trước đại hội [kab12].", "not said"),
    ("Theo Quy chế 244-QĐ/TW đảng viên dự bị không tham gia ban kiểm phiếu [kab12].", "number not in the passage"),
    ("[kab12]", "empty"),
    ("…", "empty"),
]


@pytest.mark.parametrize(("reply", "reason"), REPLIES, ids=[reply for reply, _ in REPLIES])
def test_a_sentence_holds_only_where_its_passage_proves_it(reply, reason):
    checked = check_sentence(reply, KEYS, DOCUMENTS)

    assert checked.reason == reason
    assert checked.holds is (reason == "")
    assert bool(checked.proofs) is checked.holds


def test_a_proof_is_the_sentence_of_the_passage_in_the_stored_text():
    checked = check_sentence("Đảng viên dự bị không tham gia ban kiểm phiếu [kcd34][kab12].", KEYS, DOCUMENTS)

    (proof,) = checked.proofs
    assert proof.passage is PASSAGE
    assert TEXT[proof.start - 100 : proof.end - 100] == "- Đảng viên dự bị không tham gia ban kiểm phiếu. [^1] [^2]"
    assert checked.cited == (SECOND, PASSAGE)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("- Chi bộ bầu [kab12] ban kiểm phiếu [kab12].", "Chi bộ bầu ban kiểm phiếu."),
        ("**Chi bộ** bầu `ban` [^17] kiểm phiếu [1] 【kab12】.", "Chi bộ bầu ban kiểm phiếu."),
        ("1) Chi bộ bầu [không] ban kiểm phiếu kab12", "Chi bộ bầu ban kiểm phiếu"),
        ("## Chi bộ bầu", "Chi bộ bầu"),
    ],
)
def test_only_the_words_are_shown(sentence, shown):
    assert shown_text(sentence) == shown


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Ngoài ra, đảng viên dự bị không tham gia ban kiểm phiếu.", "Đảng viên dự bị không tham gia ban kiểm phiếu."),
        (
            "Theo quy chế này, đảng viên dự bị không tham gia ban kiểm phiếu.",
            "Đảng viên dự bị không tham gia ban kiểm phiếu.",
        ),
    ],
)
def test_openers_that_the_source_does_not_have_are_taken_off(sentence, shown):
    assert check_sentence(f"{sentence} [kab12]", KEYS, DOCUMENTS).text == shown


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Chỉ thị 35-CT/TW ngày 30/5/2019", True),
        ("Chỉ thị 35-CT/TW ngày 30/05/2019", True),
        ("Chỉ thị 35-CT/TW ngày 14/6/2024", False),
        ("Chỉ thị 37-CT/TW", False),
        ("tỷ lệ 15 %", True),
        ("tỷ lệ 5%", False),
        ("15 người", False),
        ("không có số", True),
    ],
)
def test_numbers_count_only_as_a_whole(text, holds):
    assert numbers_stand(text, ["Chỉ thị 35-CT/TW ngày 30/5/2019: nữ từ 15%."]) is holds


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("“bầu  ban kiểm phiếu”", True),
        ('"ban kiểm phiếu."', True),
        ("«bầu ban»", True),
        ("“bầu ban kiểm phiểu”", False),
        ("“Bầu ban”", False),
        ("“kiểm phiếu Cấp uỷ”", False),
        ("“bầu ban kiểm phiếu gồm", False),
        ("không có dẫn", True),
    ],
)
def test_a_quotation_stands_in_one_passage_white_space_aside(text, exact):
    assert quotations_exact(text, ["Chi bộ bầu ban\nkiểm phiếu", "Cấp uỷ cấp trên"]) is exact


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("- Theo Quy chế 190-QĐ/TW, chi bộ bầu.", "chi bộ bầu."),
        ("Điều 11 Quy chế 190-QĐ/TW: chi bộ bầu.", "chi bộ bầu."),
        ("Khoản 4 Điều 28 của Quy chế số 190-QĐ/TW (10/10/2024): chi bộ bầu.", "chi bộ bầu."),
        ("Theo Quy chế 190-QĐ/TW năm 2024, chi bộ bầu.", "chi bộ bầu."),
        ("Theo Quy chế 190-QĐ/TW năm 2020, chi bộ bầu.", ""),
        ("Theo Quy chế 244-QĐ/TW, chi bộ bầu.", ""),
        ("Từ 10/10/2024 (Quy chế 190-QĐ/TW), chi bộ bầu.", ""),
        ("Quy chế 190-QĐ/TW có hiệu lực, chi bộ bầu.", ""),
        ("Nếu theo Quy chế 190-QĐ/TW, chi bộ bầu.", ""),
    ],
)
def test_only_the_name_of_its_own_document_may_go(sentence, rest):
    assert without_own_name(sentence, RULES) == (rest or sentence)


def test_a_sentence_may_leave_out_the_name_of_its_document_and_no_other():
    text = "- Theo Quy chế 190-QĐ/TW, chi bộ bầu bí thư.\n- Theo Quy chế 244-QĐ/TW, chi bộ bầu trưởng đoàn."
    keys = {"kab12": Passage("quy-che:2", "quy-che", text, 0, len(text), "mục 1", 0)}

    assert check_sentence("Chi bộ bầu bí thư [kab12].", keys, DOCUMENTS).holds
    assert not check_sentence("Chi bộ bầu trưởng đoàn [kab12].", keys, DOCUMENTS).holds

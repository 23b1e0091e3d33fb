import pytest

from assistant.answering.verification import check_sentence, negations_agree, numbers_stand, quotations_exact, support
from assistant.datatypes import Passage

TEXT = "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức. Đảng viên dự bị không tham gia ban kiểm phiếu."
PASSAGE = Passage("quy-che:1", "quy-che", TEXT, 0, len(TEXT), "mục 1", 0)
KEYS = {"kab12": PASSAGE}

REPLIES = [
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức [kab12].", ""),
    ("Ban kiểm phiếu gồm 3 đảng viên chính thức do chi bộ bầu [kab12]", ""),
    ("Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên.", "no key"),
    ("Chi bộ bầu ban kiểm phiếu [kffff].", "unknown key"),
    ("Chi bộ bầu ban kiểm phiếu [kab12, kffff].", "unknown key"),
    ("Chi bộ bầu ban kiểm phiếu gồm 5 đảng viên chính thức [kab12].", "number not in the passage"),
    ("Văn bản viết “ban kiểm phiếu gồm đảng viên” [kab12].", "quotation differs"),
    ("Đảng viên dự bị tham gia ban kiểm phiếu [kab12].", "negation not in the passage"),
    ("Cấp uỷ cấp trên phê duyệt đề án nhân sự trước đại hội [kab12].", "words not supported"),
    ("[kab12]", "empty"),
]


@pytest.mark.parametrize(("reply", "reason"), REPLIES, ids=[reply for reply, _ in REPLIES])
def test_a_sentence_holds_only_where_its_passage_proves_it(reply, reason):
    assert check_sentence(reply, KEYS).reason == reason


def test_keys_are_taken_out_of_the_text():
    checked = check_sentence("- Chi bộ bầu ban kiểm phiếu [kab12] gồm 3 đảng viên chính thức [kab12].", KEYS)

    assert checked.text == "Chi bộ bầu ban kiểm phiếu gồm 3 đảng viên chính thức."
    assert checked.passages == (PASSAGE,)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Chỉ thị 35-CT/TW ngày 30/5/2019", True),
        ("Chỉ thị 35-CT/TW ngày 14/6/2024", False),
        ("Chỉ thị 37-CT/TW", False),
        ("tỷ lệ 15%", True),
        ("tỷ lệ 5%", False),
        ("15 người", False),
        ("không có số", True),
    ],
)
def test_numbers_count_only_as_a_whole(text, holds):
    assert numbers_stand(text, ["Chỉ thị 35-CT/TW ngày 30/5/2019: nữ từ 15%."]) is holds


def test_a_quotation_is_compared_with_white_space_aside():
    assert quotations_exact("“bầu  ban kiểm phiếu”", ["Chi bộ bầu ban\nkiểm phiếu"])
    assert not quotations_exact("“bầu ban kiểm phiểu”", ["Chi bộ bầu ban kiểm phiếu"])


def test_a_denial_needs_a_denial_in_the_nearest_sentence():
    assert negations_agree("Đảng viên dự bị không được tham gia.", [TEXT])
    assert not negations_agree("Chi bộ không bầu ban kiểm phiếu gồm 3 đảng viên chính thức.", [TEXT])


def test_support_is_the_mean_share_of_words_and_word_pairs():
    assert support("bầu ban kiểm phiếu", [TEXT]) == 1.0
    assert support("phiếu kiểm ban bầu", [TEXT]) == pytest.approx(0.5)
    assert support("thời tiết đẹp", [TEXT]) == 0.0

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.replies import ReplyCutter

REPLIES = [
    ("Chi bộ bầu [kab12]. Đảng uỷ duyệt [kcd34].", ["Chi bộ bầu [kab12].", "Đảng uỷ duyệt [kcd34]."]),
    ("Chi bộ bầu. [kab12] Đảng uỷ duyệt.[kcd34]", ["Chi bộ bầu. [kab12]", "Đảng uỷ duyệt. [kcd34]"]),
    ("Chi bộ bầu [kab12][kcd34], [kef56].", ["Chi bộ bầu [kab12][kcd34], [kef56]."]),
    ("Chi bộ bầu.\nĐảng uỷ duyệt", ["Chi bộ bầu.", "Đảng uỷ duyệt"]),
    ("Đại hội bị hoãn. Chi bộ bầu [kab12].", ["Đại hội bị hoãn.", "Chi bộ bầu [kab12]."]),
    ("Ngày 30.6.2020, TP. Hà Nội bầu 1.357 người [kab12]", ["Ngày 30.6.2020, TP. Hà Nội bầu 1.357 người [kab12]"]),
    ("- Một [kab12]\n- Hai [kcd34]\n", ["- Một [kab12]", "- Hai [kcd34]"]),
    ("<think>Chi bộ bầu [kab12].\nĐúng</think>Đảng uỷ duyệt [kcd34].", ["Đảng uỷ duyệt [kcd34]."]),
    ("<think>Chi bộ bầu [kab12]. chưa xong", []),
    ("Chi bộ <bầu [kab12].", ["Chi bộ <bầu [kab12]."]),
    ("[kab12]", ["[kab12]"]),
    ("", []),
]


def cut(reply, size):
    cutter, sentences = ReplyCutter(), []
    for start in range(0, len(reply), size):
        sentences += cutter.feed(reply[start : start + size])
    return sentences + cutter.rest()


@pytest.mark.parametrize(("reply", "sentences"), REPLIES, ids=[reply or "nothing" for reply, _ in REPLIES])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_reply_is_cut_alike_however_it_arrives(reply, sentences, size):
    assert cut(reply, size) == sentences


def test_a_sentence_is_given_as_soon_as_it_is_surely_whole():
    cutter = ReplyCutter()

    assert cutter.feed("Chi bộ bầu [kab12]") == []
    assert cutter.feed(".") == []
    assert cutter.feed(" Đ") == ["Chi bộ bầu [kab12]."]


@given(st.text(alphabet="ab .[]k12\n<>/think;", max_size=80), st.integers(1, 9))
def test_any_reply_is_cut_alike_however_it_arrives(reply, size):
    assert cut(reply, size) == cut(reply, 1)

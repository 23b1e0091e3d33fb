"""Sentence lookup: exact, the same words typed otherwise, or the nearest with its differences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.sentence_lookup import Difference, best_of, differences, locate, nearest, pasted
from tests.ui.sample import DECORATION, DIRECTIVE, OLD_DIRECTIVE, TEXTS, passages_of

TEXT = TEXTS[DECORATION.id]
SENTENCE = "Đảng viên ngồi theo tổ đảng. Khách mời ngồi hàng đầu bên phải."


@pytest.mark.parametrize(
    ("sentence", "likeness", "found"),
    [
        pytest.param(SENTENCE, "exact", SENTENCE, id="word for word"),
        pytest.param(
            "không quá hai lẵng.\n\n## 2. Chỗ ngồi", "exact", "không quá hai lẵng.\n\n## 2. Chỗ ngồi", id="spaces"
        ),
        pytest.param("dang vien NGOI theo to dang", "same words", "Đảng viên ngồi theo tổ đảng", id="typed otherwise"),
        pytest.param("tổ đảng khách mời ngồi", "same words", "tổ đảng. Khách mời ngồi", id="marks left out"),
    ],
)
def test_sentence_is_found_with_its_offsets(sentence, likeness, found):
    located = locate(sentence, DECORATION, TEXT)

    assert (located.likeness, TEXT[located.start : located.end]) == (likeness, found)


@pytest.mark.parametrize("sentence", ["Đảng viên ngồi theo tổ dân phố", "ảng viên ngồi", "", "?!"])
def test_other_sentences_are_not_found(sentence):
    assert locate(sentence, DECORATION, TEXT) is None


def test_nearest_sentence_comes_with_its_differences():
    asked = "Chi bộ gửi báo cáo chính trị cho đảng viên trước đại hội ít nhất bốn ngày."
    passages = [(one, document) for document in (DIRECTIVE, OLD_DIRECTIVE, DECORATION) for one in passages_of(document)]

    first, second, *_ = nearest(asked, passages)

    assert {first.document, second.document} == {DIRECTIVE, OLD_DIRECTIVE}
    assert first.share > 0.9
    assert TEXTS[first.document.id][first.start : first.end].startswith("Chi bộ gửi")
    assert Difference("missing", "bốn") in first.differences


def test_capitals_are_no_difference():
    assert differences("Tổ thư ký ngồi sau", "tổ thư ký ngồi trước") == (
        Difference("same", "tổ thư ký ngồi"),
        Difference("missing", "sau"),
        Difference("added", "trước"),
    )


def test_nothing_near_is_nothing():
    passages = [(one, DECORATION) for one in passages_of(DECORATION)]

    assert nearest("Lãi suất ngân hàng quý này tăng nhẹ so với cùng kỳ", passages) == ()


@given(st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_differences_rebuild_both_sentences(asked, found):
    pieces = differences(asked, found)

    assert " ".join(p.text for p in pieces if p.kind != "missing").split() == found.split()
    assert " ".join(p.text for p in pieces if p.kind != "added").split() == asked.split()


def test_pasted_sentence_loses_its_quotation_marks_and_breaks():
    assert pasted(" “Đảng viên\n ngồi theo tổ.” ") == "Đảng viên ngồi theo tổ."


def test_word_for_word_comes_first():
    exact, same = locate(SENTENCE, DECORATION, TEXT), locate("dang vien ngoi theo to dang", DECORATION, TEXT)

    assert best_of([None, same, exact]) == (exact, same)

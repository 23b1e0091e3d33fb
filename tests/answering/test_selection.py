from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.evidence import Evidence
from assistant.answering.selection import Limits, join_neighbours, limits_for, select
from assistant.datatypes import Document, Passage

TEXT = "Chi bộ họp trước. Sau đó chi bộ bầu đoàn chủ tịch! Cuối cùng công bố kết quả?"
RULES = Document(id="quy-che", title="Quy chế giả định", path="quy-che.md", issued=date(2020, 1, 2))
LETTER = Document(id="cong-van", title="Công văn giả định", path="cong-van.md")


def sentence(text, score=1.0, document=RULES, passage_text=TEXT):
    start = passage_text.index(text)
    passage = Passage(f"{document.id}:p", document.id, passage_text, 0, len(passage_text), "đoạn 1", 0)
    return Evidence(passage, document, start, start + len(text), text, score, score, score)


FIRST = sentence("Chi bộ họp trước.", 1.0)
SECOND = sentence("Sau đó chi bộ bầu đoàn chủ tịch!", 0.9)
THIRD = sentence("Cuối cùng công bố kết quả?", 0.2)


def test_sentences_far_below_the_best_are_left_out():
    assert select([FIRST, SECOND, THIRD], Limits(relative=0.5)) == [FIRST, SECOND]


def test_the_budget_of_characters_holds():
    assert select([FIRST, SECOND], Limits(characters=len(FIRST.text) + 5)) == [FIRST]


def test_the_best_sentence_is_taken_whatever_its_length():
    assert select([SECOND], Limits(characters=3)) == [SECOND]


def test_the_number_of_sentences_holds():
    assert select([FIRST, SECOND, THIRD], Limits(sentences=1, relative=0.0)) == [FIRST]


def test_each_named_document_gets_its_sentence_though_it_scores_low():
    other = sentence("Cuối cùng công bố kết quả?", 0.1, document=LETTER)

    assert select([FIRST, SECOND, other], Limits(), each_of=("quy-che", "cong-van")) == [FIRST, other, SECOND]


def test_a_repeated_sentence_is_quoted_once():
    again = sentence("Chi bộ họp trước.", 0.95, document=LETTER)

    assert select([FIRST, again], Limits()) == [FIRST]


def test_nothing_is_selected_from_nothing():
    assert select([], Limits()) == []


@pytest.mark.parametrize("chosen", [[FIRST, SECOND], [SECOND, FIRST]], ids=["in order", "out of order"])
def test_sentences_that_follow_each_other_become_one_quotation(chosen):
    (joined,) = join_neighbours(chosen)

    assert joined.text == "Chi bộ họp trước. Sau đó chi bộ bầu đoàn chủ tịch!"
    assert TEXT[joined.start : joined.end] == joined.text


def test_sentences_with_another_between_stay_apart():
    assert join_neighbours([FIRST, THIRD]) == [FIRST, THIRD]


OLD_RULE = replace(RULES, id="quy-che-cu", number="900-QĐ/TW", authority="quy định", validity="được thay thế")
NEW_RULE = replace(RULES, number="901-QĐ/TW", authority="quy định")
AGAIN = "Từ năm 2020, sau đó chi bộ bầu đoàn chủ tịch."


def told(document, text, score):
    return sentence(text, score, document=document, passage_text=text)


def test_what_a_better_document_says_takes_the_place_of_its_repetition():
    repeated, rule = told(LETTER, AGAIN, 1.0), told(NEW_RULE, "Sau đó, từ năm 2020, chi bộ bầu đoàn chủ tịch.", 0.9)

    (kept,) = select([repeated, rule], Limits())

    assert kept.document is NEW_RULE
    assert kept.score == repeated.score


def test_what_was_replaced_is_not_quoted_beside_the_rule_that_says_the_same():
    rule, old = told(NEW_RULE, AGAIN, 0.9), told(OLD_RULE, "Sau đó, từ năm 2020, chi bộ bầu đoàn chủ tịch.", 1.0)

    assert [one.document for one in select([old, rule], Limits())] == [NEW_RULE]


def test_one_document_may_say_a_thing_twice():
    first, second = told(NEW_RULE, AGAIN, 1.0), told(NEW_RULE, f"{AGAIN[:-1]} và tổ thư ký.", 0.9)

    assert select([first, second], Limits()) == [first, second]


@pytest.mark.parametrize(
    ("question", "catalogue_answers", "is_short"),
    [
        ("Quy chế 900 còn hiệu lực không", True, True),
        ("Quy chế 900 do ai ký và vì sao phải ban hành", True, False),
        ("Quy chế 900 còn hiệu lực không, ban kiểm phiếu gồm mấy người", True, False),
        ("Ban kiểm phiếu gồm mấy người", False, False),
    ],
)
def test_beside_the_catalogues_own_answer_less_is_quoted(question, catalogue_answers, is_short):
    limits = limits_for(question, Limits(), catalogue_answers=catalogue_answers)

    assert (limits.sentences < Limits().sentences) == is_short

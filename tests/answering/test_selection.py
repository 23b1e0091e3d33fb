from datetime import date

import pytest

from assistant.answering.evidence import Evidence
from assistant.answering.selection import Limits, join_neighbours, select
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

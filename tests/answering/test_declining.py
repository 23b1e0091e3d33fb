"""The decision to answer or to decline: the judge alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.declining import Judge, Signs
from assistant.answering.judge import EMBEDDED_MODEL

SIGNS = Signs(passage_cosine=0.9, pair_coverage=0.8, english=0.0, named=False, unfilled=False, missing=False)


def test_question_close_to_the_collection_is_answered() -> None:
    assert EMBEDDED_MODEL.probability(SIGNS) >= EMBEDDED_MODEL.threshold


def test_question_far_from_the_collection_is_declined() -> None:
    far = replace(SIGNS, passage_cosine=0.76, pair_coverage=0.02)

    assert EMBEDDED_MODEL.probability(far) < EMBEDDED_MODEL.threshold


def test_question_that_names_a_held_document_is_on_topic() -> None:
    far = replace(SIGNS, passage_cosine=0.76, pair_coverage=0.0, named=True)

    assert EMBEDDED_MODEL.probability(far) >= EMBEDDED_MODEL.threshold
    assert EMBEDDED_MODEL.probability(replace(far, unfilled=True)) < EMBEDDED_MODEL.threshold


@pytest.mark.parametrize("sign", ["unfilled", "missing"])
def test_question_is_declined_when_what_it_asks_for_is_not_there(sign: str) -> None:
    assert EMBEDDED_MODEL.probability(replace(SIGNS, **{sign: True})) == 0.0


def test_probability_grows_with_a_sign_of_positive_weight() -> None:
    judge = Judge(bias=-1.0, weights=(("pair_coverage", 2.0),))

    assert judge.probability(replace(SIGNS, pair_coverage=0.1)) < judge.probability(replace(SIGNS, pair_coverage=0.9))
    assert judge.probability(replace(SIGNS, pair_coverage=0.5)) == pytest.approx(0.5)

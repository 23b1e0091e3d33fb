"""The stand-in for the embedding model does what its docstring says."""

from __future__ import annotations

import math

import pytest

from tests.fakes import WordCountEmbeddings


def cosine(one: list[float], other: list[float]) -> float:
    return sum(x * y for x, y in zip(one, other, strict=True))


def test_a_text_is_the_counts_of_its_folded_words_at_length_one(embeddings: WordCountEmbeddings) -> None:
    vector = embeddings.embed_query("Đại hội, ĐẠI biểu")

    expected = [0.0] * 64
    expected[embeddings.position("dai")] = 2 / math.sqrt(6)
    expected[embeddings.position("hoi")] = 1 / math.sqrt(6)
    expected[embeddings.position("bieu")] = 1 / math.sqrt(6)
    assert vector == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "  ", "…"], ids=["empty", "blank", "no word"])
def test_a_text_without_words_still_has_a_direction(embeddings: WordCountEmbeddings, text: str) -> None:
    assert embeddings.embed_documents([text]) == [[1.0, *[0.0] * 63]]


def test_more_common_words_are_nearer(embeddings: WordCountEmbeddings) -> None:
    question, near, far = embeddings.embed_documents(["bầu cấp uỷ", "bầu cấp uỷ mới", "bầu đoàn thư ký"])

    assert cosine(question, near) == pytest.approx(3 / math.sqrt(3 * 4))
    assert cosine(question, near) > cosine(question, far)

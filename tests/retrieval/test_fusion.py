import pytest

from assistant.retrieval.fusion import distinct, min_max, weighted_sum


def test_min_max_spreads_scores_from_zero_to_one():
    assert min_max({"a": 2.0, "b": 4.0, "c": 3.0}) == {"a": 0.0, "b": 1.0, "c": 0.5}


def test_min_max_gives_one_where_scores_do_not_differ():
    assert min_max({"a": 0.3, "b": 0.3}) == {"a": 1.0, "b": 1.0}


def test_min_max_of_nothing_is_nothing():
    assert min_max({}) == {}


def test_weighted_sum_counts_missing_scores_as_zero():
    assert weighted_sum([(0.5, {"a": 1.0, "b": 0.5}), (2.0, {"b": 0.1})]) == pytest.approx({"a": 0.5, "b": 0.45})


def test_distinct_drops_a_text_repeated_with_other_accents_and_punctuation():
    texts = ["Đại hội bầu cấp uỷ khoá mới.", "Ban kiểm phiếu đếm phiếu bầu.", "đại hội bầu cấp ủy khóa mới"]

    assert distinct(texts) == [0, 1]


def test_distinct_keeps_texts_that_differ_in_one_figure():
    texts = [f"Tỷ lệ cấp uỷ viên nữ từ {share} phần trăm trở lên" for share in (10, 15)]

    assert distinct(texts) == [0, 1]

"""The fitted weights of the decision to answer or to decline: data, written by hand from `bench/fit_declining.py`."""

from __future__ import annotations

from assistant.answering.declining import Judge, Stage

JUDGE = Judge(
    on_topic=Stage(
        bias=-36.599,
        weights=(
            ("pair_coverage", 12.829),
            ("passage_cosine", 43.221),
            ("passage_coverage", 2.984),
            ("unknown", -3.206),
        ),
    ),
    supplied=Stage(
        bias=-7.427,
        weights=(
            ("passage_cosine", 10.863),
            ("sentence_cosine", -1.559),
            ("sentence_coverage", -0.754),
            ("best_coverage", 1.289),
            ("passage_coverage", 0.858),
            ("pair_coverage", -1.833),
            ("unknown", 1.740),
            ("typed", 0.221),
            ("unfilled", -2.647),
            ("names", 1.356),
            ("numbers", 0.192),
        ),
    ),
)

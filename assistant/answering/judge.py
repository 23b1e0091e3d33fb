"""The fitted weights of the decision to answer or to decline: data, written by hand from `bench/fit_declining.py`."""

from __future__ import annotations

from assistant.answering.declining import Judge

EMBEDDED_MODEL = Judge(
    bias=-45.16,
    weights=(
        ("pair_coverage", 12.47),
        ("passage_cosine", 53.63),
        ("english", 3.37),
    ),
)

RULES_ONLY = Judge(bias=0.0, weights=())
"""For any other embedding model, whose cosines the weights above do not know: only what is missing declines."""

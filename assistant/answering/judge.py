"""The fitted weights of the decision to answer or to decline: data, written by hand from `bench/fit_declining.py`."""

from __future__ import annotations

from assistant.answering.declining import Judge

JUDGE = Judge(bias=10.0, weights=())

"""Fits the weights of the decision to answer or to decline, and prints them with cross-validated rates.

    .venv/bin/python bench/fit_declining.py INDEX=QUESTIONS.jsonl [INDEX=QUESTIONS.jsonl …]

Each INDEX is a data folder (`ASSISTANT_DATA_DIR`) that `python -m ingest` has filled with the documents of its
questions. Needs scikit-learn, which the assistant does not. Development questions only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]
from sklearn.preprocessing import StandardScaler  # type: ignore[import-untyped]

from assistant.answering.answerer import MATCHES_READ
from assistant.answering.declining import Signs, read_signs
from assistant.answering.evidence import gather_evidence
from assistant.answering.notes import GAP_HEADING
from assistant.index.reader import open_reader
from assistant.retrieval.search import Retriever
from assistant.retrieval.understanding import Understander
from assistant.settings import Settings

SIGNS = ("pair_coverage", "passage_cosine", "english")
WRONGLY_OFF_TOPIC = 0.01
FOLDS = 10
_DECLINABLE = ("unanswerable", "offtopic")

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Case:
    """One question with its signs; questions of one group stay in one fold."""

    type: str
    fold: int
    signs: Signs


def main(arguments: Sequence[str]) -> int:
    """Read the questions, fit, print."""
    pairs = [tuple(Path(part) for part in argument.split("=", 1)) for argument in arguments]
    absent = [str(path) for pair in pairs for path in pair if not path.exists()]
    if absent or not pairs:
        print(f"skipped: {', '.join(absent) or 'no INDEX=QUESTIONS.jsonl given'} not there")
        return 0
    cases = [case for index, questions in pairs for case in _cases(index, questions)]
    _report(cases)
    return 0


def _cases(index: Path, questions: Path) -> Iterator[Case]:
    reader = open_reader(Settings.model_validate({"data_dir": index}))
    understander, retriever = Understander(reader), Retriever(reader)
    for line in questions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        query = understander.understand(row["question"], tuple(row.get("history") or ()))
        if query.intent != "content":
            continue
        found = retriever.search(query, 20)
        matches = [match for match in found if GAP_HEADING not in match.passage.headings][:MATCHES_READ]
        signs = read_signs(query, matches, gather_evidence(query, matches, reader), reader)
        yield Case(row["type"], crc32(str(row.get("group") or row["id"]).encode()) % FOLDS, signs)


def _report(cases: Sequence[Case]) -> None:
    values = np.array([[float(getattr(case.signs, name)) for name in SIGNS] for case in cases])
    types = np.array([case.type for case in cases])
    answerable = ~np.isin(types, (*_DECLINABLE, "injection"))
    judged = np.array([not case.signs.named for case in cases])
    vetoed = np.array([case.signs.unfilled or case.signs.missing for case in cases])
    fitted = judged & (answerable | (types == "offtopic"))
    folds = np.array([case.fold for case in cases])
    score = np.zeros(len(cases))
    for fold in range(FOLDS):
        weights, bias = _fit(values, answerable, fitted & (folds != fold), judged)
        score[folds == fold] = values[folds == fold] @ weights + bias
    declined = vetoed | (judged & (score < 0))
    weights, bias = _fit(values, answerable, fitted, judged)
    print(f"bias {bias:.2f}", *(f"{name} {weight:.2f}" for name, weight in zip(SIGNS, weights, strict=True)), sep="\n")
    print(f"wrongly declined {declined[answerable].mean():.3f} of {answerable.sum()}")
    for kind in _DECLINABLE:
        print(f"{kind} declined {declined[types == kind].mean():.3f} of {(types == kind).sum()}")


def _fit(values: Numbers, answerable: Flags, used: Flags, judged: Flags) -> tuple[Numbers, float]:
    """Weights, and the bias that leaves one answerable question in a hundred below one half."""
    scaler = StandardScaler()
    model = make_pipeline(scaler, LogisticRegression(C=0.3, class_weight="balanced"))
    model.fit(values[used], answerable[used])
    weights = model[-1].coef_[0] / scaler.scale_
    line = np.quantile(values[used & answerable & judged] @ weights, WRONGLY_OFF_TOPIC)
    return weights, -float(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
